/** `--number` stands for its range's operator, says that it may have moved, and is not repeated where a log would keep it. */
import { describe, expect, it } from "vitest";
import { type Envelope, json, run, valid } from "../support/run.js";

const REST = ["-f", "own", "-r", "home", "-s", "personal"];
/** Of Matrix Telecom. */
const UNLISTED = "79391109200";
const codes = ({ notices }: Envelope): string[] => notices.map(({ code }) => code);

describe.concurrent("route --number", () => {
  it("takes the operator from the range, with the portability notice and the public check", async () => {
    const { code, document } = await json(["route", "-n", "8 (926) 222-33-44", ...REST, "--lang", "ru"]);
    expect(code).toBe(0);
    expect(document.query.facts).toMatchObject({
      operator: { value: "megafon", from: "number" },
      number: { value: "+7 926 ***-**-**", from: "flag" },
    });
    expect(codes(document)).toEqual(expect.arrayContaining(["number-range", "number-portability"]));
    expect(document.notices.map(({ text }) => text).join(" ")).toContain("https://www.niir.ru/bdpn/");
    expect(JSON.stringify(document)).not.toMatch(/222\D?33\D?44/);
  });

  it("gives the same channels as naming the operator", async () => {
    const [byNumber, byName] = await Promise.all([
      json(["route", "-n", "89161112233", ...REST]),
      json(["route", "-o", "mts", ...REST]),
    ]);
    expect(byNumber.document.result).toEqual(byName.document.result);
  });

  it("shows the number only when asked to", async () => {
    const { document } = await json(["route", "-n", "89161112233", "--show-numbers", ...REST]);
    expect(document.query.facts.number?.value).toBe("+7 916 111-22-33");
  });

  it("gives way to --operator and says that the range is another's", async () => {
    const { document } = await json(["route", "-n", "89161112233", "-o", "megafon", ...REST]);
    expect(document.query.facts.operator).toEqual({ value: "megafon", from: "flag" });
    expect(codes(document)).toContain("number-operator-differs");
    expect(document.notices.map(({ text }) => text).join(" ")).toMatch(/MTS/);
    expect(codes(document)).not.toContain("number-range");
  });

  it.each([
    ["of the operator named", "89161112233"],
    ["whose company the directory has no lines of", UNLISTED],
  ])("says nothing of another's range for a number %s", async (_, number) => {
    const { document } = await json(["route", "-n", number, "-o", "mts", ...REST]);
    expect(document.query.facts.operator).toEqual({ value: "mts", from: "flag" });
    expect(codes(document).filter((code) => code.startsWith("number-"))).toEqual([]);
    expect(document.query.facts.number?.value).toMatch(/^\+7 9\d\d \*\*\*-\*\*-\*\*$/);
  });

  it("is any other operator's where the directory has no lines of the company", async () => {
    const { document } = await json(["route", "-n", UNLISTED, ...REST, "--lang", "ru"]);
    expect(document.query.facts.operator).toEqual({ value: "other", from: "number" });
    const notice = document.notices.find(({ code }) => code === "number-holder-not-listed");
    expect(notice?.text).toMatch(/^Матрикс телеком: этой компании в справочнике нет/);
  });

  it("outranks an operator of the environment, as a flag does", async () => {
    const { document } = await json(["route", "-n", "89161112233", ...REST], { env: { DOZVON_OPERATOR: "megafon" } });
    expect(document.query.facts.operator).toEqual({ value: "mts", from: "number" });
  });

  it("is taken from the environment too", async () => {
    const { document } = await json(["route", ...REST], { env: { DOZVON_NUMBER: "89161112233" } });
    expect(document.query.facts).toMatchObject({
      operator: { value: "mts", from: "number" },
      number: { value: "+7 916 ***-**-**", from: "environment" },
    });
  });

  it("gives way to a flag from the environment", async () => {
    const { document } = await json(["route", "-o", "megafon", ...REST], { env: { DOZVON_NUMBER: "89161112233" } });
    expect(document.query.facts.operator).toEqual({ value: "megafon", from: "flag" });
    expect(codes(document)).toContain("number-operator-differs");
  });

  it.each([
    ["of a range nobody holds", "9305080000", "number-range-free", "+7 930 508-00-00"],
    ["of another country", "+49 30 123456", "number-not-mobile", "+4930123456"],
    ["of a landline", "+7 495 123-45-67", "number-not-mobile", "+7 495 123-45-67"],
  ])("a number %s fills in nothing and says so", async (_, number, notice, shown) => {
    const { document } = await json(["route", "-n", number, "--show-numbers"]);
    expect(document.query.facts.number?.value).toBe(shown);
    expect(document.query.facts.operator).toBeUndefined();
    expect(document.result.needs).toContain("operator");
    expect(codes(document)).toContain(notice);
  });

  it.each(["nobody", "*100#", "0500", "8926111050", "+9161112233", ""])(
    "%j is refused without repeating it in a document",
    async (number) => {
      const { code, document } = await json(["route", "-n", number]);
      expect(code).toBe(2);
      expect(document.ok).toBe(false);
      expect(document.problem).toMatchObject({ code: number === "" ? expect.anything() : "bad-number", hints: [] });
      expect(document.problem.detail).toMatch(/\p{L}{3}/u);
      if (number !== "") expect(JSON.stringify(document)).not.toContain(number);
    },
  );

  it("is said in words, and the shown line is not the whole number", async () => {
    const { out } = await run(["route", "-n", "89161112233", ...REST, "--lang", "en"]);
    const text = out.replace(/\s+/g, " ");
    expect(text).toMatch(
      /The operator was taken from the number, .* assigned to: MTS \(register of about 20\d\d-\d\d\)/,
    );
    expect(text).toContain("can move to another operator");
    expect(text).not.toContain("111-22-33");
  });
});

it.concurrent("a batch takes number in every line, masked, and shown when asked", async () => {
  const input = [
    '{"ref":1,"number":"8 926 222-33-44","from":"own"}',
    '{"ref":2,"number":"nobody"}',
    '{"ref":3,"number":"9161112233","operator":"mts"}',
  ].join("\n");
  const [masked, shown] = await Promise.all([run(["batch"], { input }), run(["batch", "--show-numbers"], { input })]);
  const answers = await Promise.all(masked.out.trimEnd().split("\n").map(valid));
  expect(masked.code).toBe(6);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(answers[0]?.query.facts).toMatchObject({
    operator: { value: "megafon", from: "number" },
    number: { value: "+7 926 ***-**-**" },
  });
  expect(answers[1]?.problem.code).toBe("bad-number");
  expect(answers[2]?.query.facts.operator).toEqual({ value: "mts", from: "flag" });
  expect(masked.out).not.toMatch(/222\D?33\D?44/);
  expect(shown.out).toContain('"number":{"value":"+7 926 222-33-44"');
});
