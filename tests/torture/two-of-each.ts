/** Two of everything there can be one of: they are told apart, and neither changes the other. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { chance } from "./chance.js";
import { environment } from "./co-process.js";
import { inProcess, type Run } from "./in-process.js";
import { type Declared, declaredCommands } from "./inputs/declared.js";
import { batchLine } from "./inputs/lines.js";
import { workFolder } from "./inputs/work-folder.js";
import type { Trial } from "./trial.js";

type Draw = <T>(from: readonly T[]) => T;

function equal(what: string, found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one?.slice(0, 400)}, not ${other?.slice(0, 400)}`);
}

const done = async (run: Run, line: string): Promise<string> => {
  const { code, out, err } = await run(line.split(" "));
  if (code !== 0) throw new Error(`${line}: exit ${code}, ${err}`);
  return out;
};

/** Letters to two companies, or of two days: no date of the one takes the place of a date of the other in a calendar. */
async function letters(run: Run, pick: Draw): Promise<string> {
  const draw = () => `${pick(["mts", "megafon", "t2"])} --field received-on=2026-11-${pick(["10", "11", "12"])}`;
  const uids = async (own: string) => {
    await done(run, `claim content-without-consent -o ${own} --as-of 2026-11-20 --force --ics c.ics`);
    return readFileSync("c.ics", "utf8")
      .split(/\r?\n/)
      .filter((line) => line.startsWith("UID:"));
  };
  const [one, other] = [draw(), draw()];
  const [first, second, again] = [await uids(one), await uids(other), await uids(one)];
  equal(`the calendar of ${one}, made twice`, again, first);
  const shared = first.filter((uid) => second.includes(uid)).length;
  equal(`dates shared by ${one} and ${other}`, shared, one === other ? first.length : 0);
  return `${one} and ${other}`;
}

/** Runs of one checklist: a note belongs to one of them, and forgetting one leaves the other. */
async function runs(run: Run, pick: Draw): Promise<string> {
  const checklist = pick(["spam", "xsolla", "content-ban", "child-purchase"]);
  await done(run, `checklist start ${checklist} --json`);
  await done(run, `checklist start ${checklist} --json`);
  const status = async () =>
    JSON.parse(await done(run, "checklist status --json")).result.runs as { id: string; notes: unknown[] }[];
  const ids = (await status()).map(({ id }) => id);
  equal("two runs", new Set(ids).size, 2);
  const [mine = "", gone = ""] = pick<readonly string[]>([ids, [...ids].reverse()]);
  await done(run, `checklist note hello --run ${mine}`);
  for (const { id, notes } of await status()) equal(`notes of ${id}`, notes.length, id === mine ? 1 : 0);
  await done(run, `checklist forget ${gone}`);
  equal(
    "what is left",
    (await status()).map(({ id }) => id),
    [mine],
  );
  return checklist;
}

/** A run that cannot be shown whole, its operator being nobody's, and a start that fails: neither hides or adds a run. */
async function strangers(run: Run, pick: Draw): Promise<string> {
  const [mine, other] = pick([
    ["spam", "xsolla"],
    ["xsolla", "content-ban"],
  ]) as [string, string];
  for (const id of [mine, other]) await done(run, `checklist start ${id} -o mts --json`);
  const kept = join(process.env.HOME ?? "", ".config/dozvon/checklists", mine);
  const [begun = ""] = readdirSync(kept);
  const stored = readFileSync(join(kept, begun), "utf8");
  if (!stored.includes('"mts"')) throw new Error(`${stored} does not say whose customer it is of`);
  writeFileSync(join(kept, begun), stored.replaceAll('"mts"', '"acme"'));
  equal(
    "a start on no day",
    (await run("checklist start xsolla --charged-on 9999-12-31 --as-of 9999-12-31".split(" "))).code,
    2,
  );
  const { runs } = JSON.parse(await done(run, "checklist status --json")).result as { runs: { id: string }[] };
  equal("runs", runs.map(({ id }) => id).sort(), [mine, other].sort());
  return `${mine} of acme, ${other}`;
}

/** Lines of a batch: whichever comes first, each is answered as it would be alone. */
async function lines(run: Run, pick: Draw): Promise<string> {
  const [one = "", other = ""] = fc
    .sample(batchLine, { seed: pick([...Array(100_000).keys()]), numRuns: 12 })
    .map((line) => line.replace(/[\r\n]/g, " "))
    .filter((line) => line.replace(/^\ufeff/, "").trim() !== "");
  const answers = async (given: readonly string[]) => {
    const { out } = await run(["batch", "--as-of", "2026-11-23T10:00"], { input: `${given.join("\n")}\n` });
    // Where the line stands is said of a bad one.
    return out
      .replace(/(Строка|Line) \d/g, "$1")
      .split("\n")
      .slice(0, -1);
  };
  const [first, second] = [await answers([one, other]), await answers([other, one])];
  equal(`${one}\n${other}`, [...second].reverse(), first);
  return `${one} and ${other}`;
}

/** Of those that every command takes. */
const GLOBAL = [
  ["--lang", "code"],
  ["--as-of", "date"],
  ["--directory", "folder"],
] as const;
/** The one that may stand twice. */
const MANY = "--field";

/** One flag or one member, given twice: which is meant is not guessed. */
async function values(run: Run, pick: Draw, declared: readonly Declared[]): Promise<string> {
  const { words, operands, flags } = pick(declared);
  const [flag] = pick([...flags, ...GLOBAL].filter(([name, takes]) => takes !== null && name !== MANY));
  const twice = [...words, ...operands, flag, "one", flag, "two", "--json"];
  const { out, code } = await run(twice, { env: { LANG: "en_US.UTF-8" } });
  equal(twice.join(" "), [code, JSON.parse(out).problem?.detail], [2, `${flag} is given twice.`]);
  const member = pick(['"operator":"mts"', '"text":"баланс"', '"ref":1', '"without":["voice"]']);
  const { out: said } = await run(["batch"], { input: `{${member},"x":{},${member}}\n` });
  equal(`{${member},${member}}`, JSON.parse(said).problem?.code, "bad-line");
  return `${twice.join(" ")}, ${member}`;
}

const PAIRS = [letters, runs, strangers, lines, lines, values];

export const twoOfEach: Trial = {
  name: "two-of-each",
  what: "two letters, runs, lines and values: told apart, and neither changes the other",
  tries: 1_000,
  short: 10,
  seconds: 40,
  async open({ root, folder }) {
    process.chdir(workFolder(folder));
    const run = inProcess(root, environment(folder));
    const declared = await declaredCommands(run);
    return {
      async attempt(seed) {
        const next = chance(seed);
        const pick: Draw = (from) => from[Math.floor(next() * from.length)] as (typeof from)[number];
        const begun = performance.now();
        try {
          const input = await pick(PAIRS)(run, pick, declared);
          return { input, ms: performance.now() - begun };
        } finally {
          rmSync(join(folder, ".config"), { recursive: true, force: true });
        }
      },
    };
  },
};
