/** How a line may be spelled, and what is said of one that is not in order. */
import { describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

const AS_OF = ["--as-of", "2026-11-22T12:00"];
const LINE = ["route", "-o", "mts", "-r", "home", "-f", "own", "-s", "personal", ...AS_OF, "--json"];

describe.concurrent("the same line", () => {
  it.each([
    [
      "with flags joined to their values",
      ["route", "-omts", "--roaming=home", "-fown", "--subscriber=personal", "--as-of=2026-11-22T12:00", "--json"],
    ],
    ["with what every command takes before the command", ["--json", ...AS_OF, ...LINE.slice(0, 9)]],
    ["with a fact before the command", ["-o", "mts", "route", ...LINE.slice(3)]],
  ])("%s", async (_, words) => {
    expect((await run(words)).out).toBe((await run(LINE)).out);
  });
});

describe.concurrent("text that begins with a minus", () => {
  it("is a number where it is one, and text after --", async () => {
    const plain = await run(["charge", "-599", "XSOLLA", "--lang", "en"]);
    const after = await run(["charge", "--lang", "en", "--", "-599 XSOLLA"]);
    expect(plain.code).toBe(0);
    expect(after).toEqual(plain);
  });

  it("else is refused, with the line that works", async () => {
    const { code, err } = await run(["charge", "-599 XSOLLA", "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain("dozvon charge -- '-599 XSOLLA'");
  });
});

it("a minus and a hundred thousand digits are read in no time", async () => {
  const begun = performance.now();
  expect((await run(["report", `-${"5".repeat(120_000)}`])).code).toBe(2);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

it.concurrent("a flag is not the value of the one before it", async () => {
  const { code, document } = await json(["route", "-o", "-s", "personal"]);
  expect({ code, detail: document.problem.detail }).toMatchObject({ code: 2 });
  expect(document.problem.detail).toContain("-o, --operator");
});

describe.concurrent("--fields", () => {
  const only = async (args: string[], input?: string): Promise<unknown> => {
    const { out } = await run(args, input === undefined ? {} : { input });
    return JSON.parse(out);
  };

  it("keeps the members named, through lists", async () => {
    const whole = JSON.parse((await run(LINE)).out) as { result: { primary: string; channels: { dial: string }[] } };
    const dials = whole.result.channels.map(({ dial }) => ({ dial }));
    expect(await only([...LINE, "--fields", "result.primary,result.channels.dial"])).toEqual({
      result: { primary: whole.result.primary, channels: dials },
    });
  });

  it("does so a line", async () => {
    const kept = { query: { ref: 1 }, result: { needs: [] } };
    const line = '{"ref":1,"operator":"mts","roaming":"home","from":"own","subscriber":"personal"}\n';
    expect(await only(["batch", "--fields", "query.ref,result.needs"], line)).toEqual(kept);
    expect(await only(["whose", "-", "--json", "--fields", "result.numbers.input"], "900\n")).toEqual({
      result: { numbers: [{ input: "900" }] },
    });
  });

  it.each([
    ["ask вернут_ли_деньги_за_игру_в_стим", "result.outcome"],
    ["ask по_шагам:_украли_симку", "result.checklist.id"],
    ["ask образец_претензии,_мегафон_подключил_подписку_без_спроса", "result.letter"],
    ["batch", "result.checklist.id"],
  ])("knows the members of whatever %s may be answered with", async (line, field) => {
    const args = line.split(" ").map((word) => word.replaceAll("_", " "));
    const { out } = await run([...args, ...(line === "batch" ? [] : ["--json"]), "--fields", field], {
      input: '{"text":"по шагам: украли симку"}\n',
    });
    const [, name = ""] = field.split(".");
    expect(Object.keys(JSON.parse(out).result)).toEqual([name]);
  });

  it("leaves a failure whole", async () => {
    const { document } = await json(["route", "-o", "mtz", "--fields", "result.primary"]);
    expect(document.problem.code).toBe("unknown-operator");
  });

  it("refuses a name that no such document has, and goes with JSON alone", async () => {
    const { code, document } = await json([...LINE.slice(0, -1), "--fields", "result.primry"]);
    expect({ code, hints: document.problem.hints }).toEqual({ code: 2, hints: ["result.primary"] });
    expect(document.problem.allowed).toContain("result.channels");
    expect((await run(["route", "--fields", "ok"])).code).toBe(2);
  });
});
