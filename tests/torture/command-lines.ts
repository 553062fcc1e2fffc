/** Command lines by chance, through the program's own `main` in this process. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { environment, LONGEST_MS } from "./co-process.js";
import { type Ended, inProcess, type Run } from "./in-process.js";
import { type CommandLine, commandLine, untried } from "./inputs/command-lines.js";
import { declaredCommands } from "./inputs/declared.js";
import { workFolder } from "./inputs/work-folder.js";
import { answerJudge } from "./judge/answer.js";
import type { Trial } from "./trial.js";

/** As one would type it, for the report. */
export const shown = ({ args, env }: Pick<CommandLine, "args" | "env">): string =>
  [...Object.entries(env).map((pair) => pair.join("=")), ...args.map((arg) => JSON.stringify(arg))].join(" ");

/** @throws Error for an input that is too slow twice: a busy machine is slow once. */
export async function inTime(run: () => Promise<Ended>, longest = LONGEST_MS): Promise<Ended> {
  const first = await run();
  if (first.ms < longest) return first;
  const again = await run();
  if (again.ms >= longest) throw new Error(`took ${Math.round(again.ms)} ms`);
  return again;
}

export async function attempt(
  run: Run,
  judge: ReturnType<typeof answerJudge>,
  line: CommandLine,
  seed: number,
  longest = LONGEST_MS,
) {
  try {
    const ended = await inTime(() => run(line.args, line), longest);
    judge({ ...line, seed }, ended);
    return { input: shown(line), ms: ended.ms };
  } catch (error) {
    throw new Error(`${shown(line).slice(0, 1500)}\n${error instanceof Error ? error.stack : error}`);
  }
}

export const commandLines: Trial = {
  name: "arguments",
  what: "command lines, right ones and mutated ones, through main in one process",
  tries: 60_000,
  short: 50,
  seconds: 240,
  async open({ root, folder }) {
    const work = workFolder(folder);
    const run = inProcess(root, environment(folder));
    const judge = answerJudge(root);
    const before = readdirSync(work);
    const left = untried(await declaredCommands(run));
    if (left.length > 0) throw new Error(`no line is made of ${left}`);
    process.chdir(work);
    return {
      async attempt(seed) {
        const [line] = fc.sample(commandLine, { seed, numRuns: 1 }) as [CommandLine];
        try {
          return await attempt(run, judge, line, seed);
        } finally {
          rmSync(join(folder, ".config"), { recursive: true, force: true });
          for (const name of readdirSync(work))
            if (!before.includes(name)) rmSync(join(work, name), { recursive: true, force: true });
          if (!existsSync(join(work, "fields.json"))) workFolder(folder);
        }
      },
    };
  },
};
