/** Cold starts: the program and its peers as processes, each run in turn with an empty start of Node. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import type { spawn } from "@lydell/node-pty";
import { readMessages } from "../support/messages.js";
import { type Command, type Figure, type Group, node, peak, rounds, type Seen, seen, wall } from "./measure.js";

const PROGRAM = "bin/dozvon.js";
const FLOOR = node("-e", "0");
const FACTS = ["-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal"];
const ROUTE = ["route", ...FACTS, "--json"];

/** What people and scripts run, with the most it may be of an empty start. */
const STARTS: readonly [args: readonly string[], limit: number | null][] = [
  [ROUTE, 1.2],
  [["route", ...FACTS], null],
  [["whose", "89261110500"], 1.25],
  [["emergency"], 1.25],
  [["--version"], 1.25],
  [["--help"], 1.25],
  [["ask", "megafon, my SIM was stolen", "--json"], 1.6],
  [["contacts", "megafon"], null],
  [["find", "megafon"], null],
  [["charge", "XSOLLA"], null],
];
const MEMORY_LIMIT = 12;
const PROMPT_LIMIT = 2.5;
const STANDALONE_LIMIT = 0.35;

/** From a package that brings its own machine code: it stays out of the bundle. */
const installed = createRequire(join(process.cwd(), "package.json"));

type Line = readonly [file: string, ...args: string[]];

const works = ([file, ...args]: Line): boolean =>
  spawnSync(file, args, { stdio: "ignore", timeout: 5_000 }).status === 0;

/** Every program of that name there is: the clients of tldr are all called so. */
function everyOne(name: string): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = folders.map((folder) => join(folder, name)).filter((file) => existsSync(file));
  return [...new Map(files.map((file) => [realpathSync(file), file])).values()];
}

const namedBy = (file: string): string =>
  spawnSync(file, ["--version"], { encoding: "utf8", timeout: 5_000 }).stdout.split("\n")[0] ?? "";

/** A page as tldr has thousands of: its clients fetch theirs from a network, but show one from a file too. */
const PAGE = `# dozvon

> Who answers from where you are.

- Reach support from another operator's phone:

\`dozvon route --operator {{operator}} --from {{line}}\`
`;

/** Programs that look things up in a terminal, by name; what gh looks up lies behind a network, so there it is the start alone. */
function peers(home: string): [name: string, line: Line][] {
  const page = join(home, "page.md");
  writeFileSync(page, PAGE);
  const lines = [
    ...everyOne("gh").map((file): Line => [file, "--version"]),
    ...everyOne("tldr").map((file): Line => [file, "--render", page]),
  ];
  return lines.filter(works).map((line) => {
    const [file, flag] = line;
    return [`${basename(file)} ${flag} (${namedBy(file)})`, line];
  });
}

/** `dozvon` in a real terminal until it shows its first question, or a command until its end. @returns seconds */
function inTerminal({ file, args }: Command, env: NodeJS.ProcessEnv, shows: string | null): Promise<number> {
  const pty = installed("@lydell/node-pty") as { spawn: typeof spawn };
  const start = process.hrtime.bigint();
  const child = pty.spawn(file, [...args], { cols: 80, rows: 24, env: { ...env, TERM: "xterm-256color" } });
  let said = "";
  let shown: number | null = null;
  const passed = () => Number(process.hrtime.bigint() - start) / 1e9;
  child.onData((text) => {
    said += text;
    if (shows === null || shown !== null || !said.includes(shows)) return;
    shown = passed();
    child.kill();
  });
  return new Promise((resolve) => child.onExit(() => resolve(shown ?? passed())));
}

async function firstPrompt(count: number, env: NodeJS.ProcessEnv): Promise<Seen> {
  const { "prompt.keys": keys = "" } = readMessages("data", "en");
  const ratios: number[] = [];
  for (let round = 0; round < count; round++) {
    const ours = await inTerminal(node(PROGRAM), env, keys);
    ratios.push(ours / (await inTerminal(FLOOR, env, null)));
  }
  return seen(ratios);
}

/** @param quick few rounds. */
export function coldGroup(quick: boolean): Group {
  const count = quick ? 5 : 25;
  const home = mkdtempSync(join(tmpdir(), "dozvon-bench-"));
  // A home of its own: what somebody has saved as a default changes what is run. The rest is the machine's as it is, since that is what
  // both starts cost there: extra certificates (NODE_EXTRA_CA_CERTS) alone may take Node longer than all else.
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, LANG: "en_US.UTF-8" };
  const against = (what: string, ours: Command, floor: Command, limit: number | null): Figure => ({
    what,
    unit: "times",
    limit,
    measure: () => seen(rounds(count, () => wall(ours, env) / wall(floor, env))),
  });
  const starts = STARTS.map(([args, limit]) =>
    against(`dozvon ${args.join(" ")} / node -e 0`, node(PROGRAM, ...args), FLOOR, limit),
  );
  const left: string[] = [];
  const memory: Figure = {
    what: "peak memory of dozvon route --json above node -e 0",
    unit: "MiB",
    limit: MEMORY_LIMIT,
    measure: () =>
      seen(rounds(quick ? 3 : 9, () => (peak(node(PROGRAM, ...ROUTE), env) ?? 0) - (peak(FLOOR, env) ?? 0))),
  };
  const hasMemory = peak(FLOOR, env) !== null;
  if (!hasMemory) left.push("peak memory: python3 is not installed");
  const prompt: Figure = {
    what: "dozvon, its first question in a terminal / node -e 0 there",
    unit: "times",
    limit: PROMPT_LIMIT,
    measure: () => firstPrompt(count, env),
  };
  const others = peers(home).map(([name, [file, ...args]]) =>
    against(`${name} / node -e 0`, { file, args }, FLOOR, null),
  );
  for (const name of ["gh", "tldr"]) if (everyOne(name).length === 0) left.push(`${name}: not installed`);
  const standalone =
    process.env.DOZVON_STANDALONE ?? join("dist-standalone", `${process.platform}-${process.arch}`, "dozvon");
  const alone = { file: standalone, args: ROUTE };
  const one: Figure[] = existsSync(standalone)
    ? [
        against("standalone route --json / node -e 0", alone, FLOOR, STANDALONE_LIMIT),
        ...(works(["gh", "--version"])
          ? [against("standalone route --json / gh --version", alone, { file: "gh", args: ["--version"] }, 1)]
          : []),
      ]
    : [];
  if (one.length === 0) left.push(`the standalone program: ${standalone} is not built`);
  return {
    figures: [...starts, ...(hasMemory ? [memory] : []), prompt, ...others, ...one],
    left,
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}
