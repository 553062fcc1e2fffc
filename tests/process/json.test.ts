import { expect, it } from "vitest";
import { json, run, valid } from "../support/run.js";

const COMMANDS: [command: string, kind: string][] = [
  ["route", "route"],
  ["route -o megafon -f mts -r home -s personal", "route"],
  ["route -o t2 -r abroad --country TR -f foreign -t lost-phone-or-sim", "route"],
  ["route -t card-charge-steam --without voice,office", "route"],
  ["ask мтс какой у меня баланс", "ask"],
  ["emergency", "emergency"],
  ["emergency --country US", "emergency"],
  ["contacts mts -r abroad", "contacts"],
  ["report megafon.voice.short", "report"],
  ["find мегафон детализация", "find"],
  ["reply lost-phone-or-sim -o mts", "reply"],
  ["operators", "operators"],
  ["topics", "topics"],
  ["sources", "sources"],
  ["sources megafon", "sources"],
  ["conflicts", "conflicts"],
  ["charge XSOLLA*GAME", "charge"],
  ["charge --account mobile", "charge"],
  ["refund rustore --event other", "refund"],
  ["conflicts мтс", "conflicts"],
  ["data check", "data-check"],
  ["whose +79261110500 0500 *435*3# +4930123456", "whose"],
  ["checklist show xsolla", "checklist"],
  ["schema", "schema"],
  ["claim merchant", "claim"],
  ["config list", "config"],
  ["completion zsh", "completion"],
  ["skill", "skill"],
  ["--help", "help"],
  ["help route", "help"],
  ["--version", "version"],
];

it.concurrent.each(COMMANDS)("%s --json is one document valid by the schema of %s", async (command, kind) => {
  const { code, document } = await json([...command.split(" "), "--lang", "ru"]);
  const { kind: given, ok, lang } = document;
  expect({ code, given, ok, lang }).toEqual({ code: 0, given: kind, ok: true, lang: "ru" });
});

it.concurrent("has a case above for every published kind", async () => {
  const { document } = await json(["schema"]);
  // `usage` is the kind of a command line that names no command, always a failure (exit-codes.test.ts); `codes` has a test below,
  // `data-new-overlay` writes a folder (new-overlay.test.ts).
  const covered = new Set([...COMMANDS.map(([, kind]) => kind), "usage", "codes", "data-new-overlay"]);
  expect([...document.result.kinds].sort()).toEqual([...covered].sort());
});

it.concurrent("prints the closed lists of codes", async () => {
  const { code, out, err } = await run(["schema", "codes", "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { kind, result } = JSON.parse(out) as { kind: string; result: Record<string, string[]> };
  expect(kind).toBe("codes");
  expect(Object.keys(result).sort()).toEqual(["noCall", "notices", "problems", "reasons", "rules"]);
  for (const codes of Object.values(result)) expect(codes).toEqual([...new Set(codes)]);
  expect(result.problems).toEqual(expect.arrayContaining(["unknown-operator", "bad-environment", "internal"]));
  expect(result.reasons).toEqual(expect.arrayContaining(["own-sim-only", "domestic-only", "line-not-in-hand"]));
  expect(result.rules).toEqual(expect.arrayContaining(["short-code-own-sim", "toll-free-inside-russia"]));
});

it.concurrent("prints a schema the same with --json", async () => {
  const [plain, flagged] = await Promise.all([run(["schema", "route"]), run(["schema", "route", "--json"])]);
  expect(flagged).toEqual(plain);
});

it.concurrent("answers every line of a batch by the schema of route", async () => {
  const { out } = await run(["batch"], { input: '{"ref":1,"operator":"mts"}\nnot json\n{"ref":2}\n' });
  const answers = await Promise.all(out.trimEnd().split("\n").map(valid));
  expect(answers.map(({ kind, ok }) => ({ kind, ok }))).toEqual([
    { kind: "route", ok: true },
    { kind: "route", ok: false },
    { kind: "route", ok: true },
  ]);
});

const fields = (value: object | undefined): string[] => Object.keys(value ?? {}).sort();

it.concurrent("has the fields the contract names, so that a schema cannot quietly lose one", async () => {
  const { document } = await json(["route", "-o", "megafon", "-f", "own", "-r", "abroad", "-s", "personal"]);
  const { result } = document;
  const envelope = ["directory", "kind", "lang", "notices", "ok", "query", "result", "schemaVersion", "tool"];
  expect(fields(document)).toEqual(envelope);
  expect(fields(document.query)).toEqual(["asOf", "facts", "ref", "text"]);
  const lists = ["candidates", "channels", "checklists", "escalation", "limits", "prepare", "primaries", "rejected"];
  expect(fields(result)).toEqual(
    [...lists, "complete", "needs", "noCall", "otherPhone", "primary", "usual", "viaSomeone"].sort(),
  );
  const value = ["dial", "display", "e164", "kind", "label", "message", "uri"];
  const use = ["conditions", "cost", "hours", "note", "reachability", "steps"];
  const trust = ["checkedOn", "conflicts", "grade", "origin", "sources", "status"];
  expect(fields(result.channels[0])).toEqual(["id", "operator", "party", ...value, ...use, ...trust].sort());
  expect(fields(result.rejected[0])).toEqual(
    ["conditions", "display", "id", "kind", "label", "reason", "rule", "text"].sort(),
  );
});

it.concurrent("states a failure with the same envelope, a null result and a problem", async () => {
  const { document } = await json(["route", "-o", "megafn"]);
  expect(fields(document.problem)).toEqual(["allowed", "code", "detail", "hints", "missing", "title"]);
  expect(document).toMatchObject({
    ok: false,
    result: null,
    problem: { code: "unknown-operator", hints: ["megafon"] },
  });
});

it.concurrent.each([
  [
    "checklist show spam -o МегаФон -r HOME --without voice",
    { operator: "megafon", roaming: "home", without: ["voice"] },
  ],
  ["refund steam --paid-with RUSSIAN-CARD --recurring ДА", { "paid-with": "russian-card", recurring: "yes" }],
  ["find детализация МТС -r Abroad", { operator: "mts", roaming: "abroad" }],
  ["route -o mts --tried 89261234567,0890", { tried: ["8926*******", "0890"] }],
])("states facts by their ids, and nobody's number: %s", async (line, facts) => {
  const { document } = await json(line.split(" "));
  const values = Object.entries(document.query.facts).map(([fact, { value }]) => [fact, value]);
  expect(Object.fromEntries(values)).toMatchObject(facts);
});

it.concurrent("says where each fact comes from", async () => {
  const env = { DOZVON_OPERATOR: "МТС", DOZVON_ROAMING: "abroad" };
  const { document } = await json(["route", "-r", "home", "-f", "own"], { env });
  expect(document.query.facts).toEqual({
    operator: { value: "mts", from: "environment" },
    roaming: { value: "home", from: "flag" },
    from: { value: "own", from: "flag" },
    service: { value: "mobile", from: "derived" },
    topic: { value: "general-support", from: "default" },
  });
});
