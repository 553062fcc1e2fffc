/** `dozvon find` as a process: a few words as somebody on the phone types them, the answer first. */
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

interface Hit {
  type: string;
  id: string;
  party: string | null;
  value: string;
  dial: string | null;
  uri: string | null;
  status: string | null;
}

async function find(
  ...args: string[]
): Promise<{ code: number | null; hits: Hit[]; operator: string | null; topic: string | null }> {
  const { code, document } = await json(["find", ...args, "--lang", "ru"]);
  return { code, ...(document.result as unknown as { hits: Hit[]; operator: string | null; topic: string | null }) };
}

it.concurrent("an operator under any of its names is that operator, and the lines to copy have its id", async () => {
  const byName = await find("баланс", "--operator", "Мегафон");
  expect(byName.operator).toBe("megafon");
  expect(byName).toEqual(await find("баланс", "--operator", "megafon"));
  expect(byName.hits.filter(({ value }) => /-o (?!megafon)/.test(value))).toEqual([]);
});

describe.concurrent("the first hit", () => {
  it.each<[string, string[], string]>([
    ["an operator by a flag", ["баланс", "-o", "mts"], "mts.ussd.balance"],
    [
      "the facts given decide",
      ["мегафон", "роуминг", "-f", "own", "-r", "abroad", "-s", "personal"],
      "megafon.voice.abroad",
    ],
  ])("%s", async (_, args, id) => {
    const { code, hits } = await find(...args);
    expect({ code, first: hits[0]?.id }).toEqual({ code: 0, first: id });
  });

  it("is the route's own answer for the operator and topic found", async () => {
    const facts = ["-f", "mts", "-r", "home", "-s", "personal"];
    const { hits, topic, operator } = await find("потерял телефон t2", ...facts);
    expect({ topic, operator }).toEqual({ topic: "lost-phone-or-sim", operator: "t2" });
    const { document } = await json(["route", "-o", "t2", "-t", "lost-phone-or-sim", ...facts]);
    expect(hits[0]?.id).toBe(document.result.primary);
  });
});

describe.concurrent("a look-up", () => {
  it("gives of an operator named only that operator's channels", async () => {
    const { hits } = await find("подписки", "мтс");
    expect(hits.length).toBeGreaterThan(3);
    expect([...new Set(hits.map(({ party }) => party))].sort()).toEqual(["mts", null]);
  });

  it("prefers the operator in the words to the one in the environment, and a flag to both", async () => {
    const env = { DOZVON_OPERATOR: "t2" };
    const first = async (...args: string[]) =>
      ((await json(["find", ...args], { env })).document.result as unknown as { operator: string }).operator;
    expect(await first("баланс")).toBe("t2");
    expect(await first("баланс", "мтс")).toBe("mts");
    expect(await first("баланс", "мтс", "-o", "megafon")).toBe("megafon");
  });

  it("warns of a value that is wrong and gives nothing to dial", async () => {
    const { hits } = await find("8 800 333-05-00");
    expect(hits).toEqual([expect.objectContaining({ type: "withdrawn", party: "megafon", dial: null, uri: null })]);
    const { out } = await run(["find", "8 800 333-05-00", "--lang", "en"]);
    expect(out.split("\n")[0]).toMatch(/^Never offered/);
  });

  it.each([["абракадабра"], ["qqqq zzzz"], ["99999999999"], ["…"]])(
    "of %s finds nothing: exit code 3",
    async (text) => {
      expect(await find(text)).toMatchObject({ code: 3, hits: [] });
      const { out, err, code } = await run(["find", text, "--lang", "en"]);
      expect({ out, code }).toEqual({ out: "", code: 3 });
      expect(err).toMatch(/^Nothing found\./);
    },
  );

  it("of a short number that nobody has says where to ask of it", async () => {
    const { err, code } = await run(["find", "98765", "--lang", "en"]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining("dozvon whose 98765") });
  });

  it("as records has nine fields a line and the same hits", async () => {
    const { out } = await run(["find", "мегафон", "баланс", "--plain", "--lang", "ru"]);
    const records = out
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.split("\t"));
    expect([...new Set(records.map((fields) => fields.length))]).toEqual([9]);
    expect(records.map(([, id]) => id)).toEqual((await find("мегафон", "баланс")).hits.map(({ id }) => id));
    expect(records[0]?.slice(0, 4)).toEqual(["channel", "megafon.ussd.balance", "*100#", "*100#"]);
  });

  it.each([40, 80, 200])("fits %i columns with the answer on the first line", async (columns) => {
    for (const lang of ["ru", "en"]) {
      const { out } = await run(["find", "мегафон", "роуминг", "--lang", lang], { env: { COLUMNS: String(columns) } });
      expect(out).toMatch(/^\+7 926 111-05-00 — /);
      const wide = out.split("\n").filter((line) => stringWidth(line) > columns && !/^ *\S*[/@]\S*$/.test(line));
      expect(wide).toEqual([]);
      expect(out).toContain("+7 926 111-05-00");
    }
  });

  it("finds the checklist beside a seller, and none where none is meant", async () => {
    const { hits } = await find("вернуть списание xsolla");
    expect(hits.map(({ type }) => type)).toContain("checklist");
    expect((await find("роуминг")).hits.filter(({ type }) => type === "checklist")).toEqual([]);
  });

  it.each([
    [["find"], "usage"],
    [["find", "баланс", "-o", "mst!"], "unknown-operator"],
    [["find", "баланс", "--plain"], "usage"],
  ])("that is not right: %j", async (args, problem) => {
    const { code, document } = await json(args);
    expect({ code, problem: document.problem.code, kind: document.kind }).toEqual({ code: 2, problem, kind: "find" });
  });
});

describe.concurrent("records of lists", () => {
  it.each([
    ["operators", 4, "mts\tMTS\tmobile,fixed\t"],
    ["topics", 3, "roaming\tRoaming\t"],
  ])("%s", async (command, fields, begins) => {
    const { out, code } = await run([command, "--plain", "--lang", "en"]);
    expect(code).toBe(0);
    const lines = out.replace(/\n$/, "").split("\n");
    expect([...new Set(lines.map((line) => line.split("\t").length))]).toEqual([fields]);
    expect(lines.some((line) => line.startsWith(begins))).toBe(true);
    expect((await json([command, "--plain"])).code).toBe(2);
  });
});

describe.concurrent("a place among the words", () => {
  it.each([
    ["билайн за границей", "билайн за границей"],
    ["мтс в турции", "мтс"],
    ["мтс за рубежом", "мтс"],
    ["mts in turkey", "mts"],
    ["megafon abroad", "megafon"],
    ["мегафон роуминг", "мегафон роуминг"],
  ])("%s is answered as from abroad", async (text, same) => {
    const [said, stated] = await Promise.all([find(text), find(same, "-r", "abroad")]);
    expect(said.hits[0]?.type).toBe("channel");
    expect(said.hits[0]?.id).toBe(stated.hits[0]?.id);
    expect(said.hits[0]?.id).not.toMatch(/voice\.short$/);
  });

  it("a stated place wins", async () => {
    const [home, stated] = await Promise.all([find("мтс в турции", "-r", "home"), find("мтс", "-r", "home")]);
    expect(home.hits[0]?.id).toBe(stated.hits[0]?.id);
  });
});

describe.concurrent("a number in a look-up", () => {
  it("matches a short one at the beginning only", async () => {
    const [inside, begun] = await Promise.all([find("900"), find("050")]);
    expect(inside.hits.map(({ type, value }) => ({ type, value }))).toEqual([{ type: "number", value: "900" }]);
    expect(begun.hits.length).toBeGreaterThan(0);
    expect(begun.hits.every(({ dial }) => dial?.replace(/\D/g, "").startsWith("050"))).toBe(true);
  });

  it("is masked where the question is repeated", async () => {
    const { document } = await json(["find", "+7 926 123-45-67"]);
    expect(JSON.stringify(document)).not.toMatch(/123-?45-?67/);
  });

  it("is spelt digit by digit for a screen reader", async () => {
    const { out } = await run(["find", "0500", "--accessible"]);
    expect(out.split("\n")[0]).toMatch(/^0 5 0 0 /);
  });
});

it.each([[["find", ""]], [["data", "new-overlay", ""]]])("%j is a wrong use", async (args) => {
  expect((await run(args)).code).toBe(2);
});
