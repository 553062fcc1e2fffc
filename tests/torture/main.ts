/** npm run torture: every trial, two at a time, each in a process of its own; a report; exit 1 on faults. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Outcome } from "./outcome.js";
import { reportOf } from "./report.js";
import { runTrial } from "./run-trial.js";
import type { Trial } from "./trial.js";
import { TRIALS } from "./trials.js";

const USAGE = `npm run torture -- [trial...] [--seed N] [--minutes N] [--try N] [--short]

${TRIALS.map(({ name, what }) => `  ${name.padEnd(20)}${what}`).join("\n")}
`;

/** Trials at once. */
const LANES = 2;
const MINUTES = 5;
/** How much longer than its time a trial may take to end by itself. */
const GRACE_SECONDS = 120;

interface Wanted {
  trials: readonly Trial[];
  seed: number;
  minutes: number;
  only: number | null;
  short: boolean;
  /** In here, and as JSON: what the process of one trial does. */
  within: string | null;
}

function readArguments(): Wanted {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      minutes: { type: "string" },
      try: { type: "string" },
      short: { type: "boolean" },
      within: { type: "string" },
    },
  });
  const unknown = positionals.filter((name) => !TRIALS.some((trial) => trial.name === name));
  const numbers = [values.seed, values.minutes, values.try].map((text) => (text === undefined ? 0 : Number(text)));
  if (unknown.length > 0) throw new Error(`no such trial: ${unknown.join(", ")}`);
  if (numbers.some(Number.isNaN)) throw new Error("--seed, --minutes and --try take numbers");
  const short = values.short ?? false;
  return {
    trials: TRIALS.filter(({ name, short: few }) =>
      positionals.length > 0 ? positionals.includes(name) : !short || few > 0,
    ),
    seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed),
    minutes: values.minutes === undefined ? MINUTES : Number(values.minutes),
    only: values.try === undefined ? null : Number(values.try),
    short,
    within: values.within ?? null,
  };
}

const boundsOf = (trial: Trial, { seed, minutes, only, short }: Wanted) => ({
  seed,
  only,
  tries: short ? trial.short : trial.tries,
  seconds: (trial.seconds * minutes) / MINUTES,
});

/** A fault of the process itself: it crashed, or never came back. */
function lost(trial: Trial, under: string, seconds: number, why: string): Outcome {
  let index = 0;
  try {
    index = Number(readFileSync(under, "utf8"));
  } catch {
    // It ended before its first try.
  }
  return { name: trial.name, tries: index + 1, seconds, faults: [{ index, message: why }], slowest: [] };
}

/** A trial in a process of its own, so that one that hangs or crashes is a fault like any other. */
function inProcess(trial: Trial, wanted: Wanted, folder: string): Promise<Outcome> {
  const bounds = boundsOf(trial, wanted);
  const under = join(folder, trial.name);
  const args = [
    ...["--expose-gc", process.argv[1] ?? "", trial.name, "--within", under],
    ...["--seed", String(wanted.seed), "--minutes", String(wanted.minutes)],
    ...(wanted.only === null ? [] : ["--try", String(wanted.only)]),
    ...(wanted.short ? ["--short"] : []),
  ];
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  let said = "";
  let written = "";
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  child.stdio[3]?.on("data", (text: Buffer) => {
    written += text.toString();
  });
  const stop = setTimeout(() => child.kill("SIGKILL"), (bounds.seconds + GRACE_SECONDS) * 1000);
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => {
      clearTimeout(stop);
      if (code === 0 && written !== "") resolve(JSON.parse(written) as Outcome);
      else {
        const seconds = (performance.now() - started) / 1000;
        resolve(lost(trial, under, seconds, `the trial's process ended with ${signal ?? code}\n${said.slice(-2000)}`));
      }
    });
  });
}

async function runAll(wanted: Wanted): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-torture-"));
  const waiting = [...wanted.trials].sort((a, b) => b.seconds - a.seconds);
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let trial = waiting.shift(); trial; trial = waiting.shift())
      outcomes.push(await inProcess(trial, wanted, folder));
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes;
}

/** What the process of one trial does: the outcome goes to a stream of its own, since the trial may play with the others. */
async function runWithin(wanted: Wanted, under: string): Promise<void> {
  const [trial] = wanted.trials;
  if (!trial) return;
  const { writeFileSync } = await import("node:fs");
  const outcome = await runTrial(trial, { ...boundsOf(trial, wanted), under }, join(__dirname, ".."));
  writeFileSync(3, JSON.stringify(outcome));
  process.exit(0);
}

async function main(): Promise<void> {
  let wanted: Wanted;
  try {
    wanted = readArguments();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  if (wanted.within !== null) return runWithin(wanted, wanted.within);
  const outcomes = await runAll(wanted);
  process.stdout.write(reportOf(outcomes, wanted.seed));
  if (outcomes.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

main();
