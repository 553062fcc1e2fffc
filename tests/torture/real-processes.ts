/** Command lines by chance, each in a process of its own, as people start it. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { environment } from "./co-process.js";
import { attempt } from "./command-lines.js";
import type { Ended, Run } from "./in-process.js";
import { type CommandLine, commandLine } from "./inputs/command-lines.js";
import { workFolder } from "./inputs/work-folder.js";
import { answerJudge } from "./judge/answer.js";
import type { Trial } from "./trial.js";

/** Time is judged by the trials in one process: here it is mostly that of starting Node on a busy machine. */
const LONGEST_SECONDS = 20;

function started(root: string, folder: string, work: string): Run {
  return (args, { env = {}, input = "" } = {}) => {
    const child = spawn(process.execPath, [join(root, "bin/dozvon.js"), ...args], {
      cwd: work,
      env: { ...environment(folder), ...env },
    });
    const stop = setTimeout(() => child.kill("SIGKILL"), LONGEST_SECONDS * 1000);
    const parts: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] };
    child.stdout.on("data", (part: Buffer) => parts.out.push(part));
    child.stderr.on("data", (part: Buffer) => parts.err.push(part));
    child.stdin.on("error", () => {}).end(input);
    return new Promise<Ended>((resolve, reject) => {
      child.on("error", reject).on("close", (code) => {
        clearTimeout(stop);
        const [out, err] = [parts.out, parts.err].map((all) => Buffer.concat(all).toString()) as [string, string];
        resolve({ code: code ?? -1, out, err, ms: 0 });
      });
    });
  };
}

export const realProcesses: Trial = {
  name: "processes",
  what: "command lines, each in a process of its own",
  tries: 1_000,
  short: 4,
  seconds: 110,
  async open({ root, folder }) {
    const work = workFolder(folder);
    const run = started(root, folder, work);
    const judge = answerJudge(root);
    return {
      async attempt(seed) {
        const [line] = fc.sample(commandLine, { seed, numRuns: 1 }) as [CommandLine];
        const began = performance.now();
        const tried = await attempt(run, judge, line, seed);
        rmSync(join(folder, ".config"), { recursive: true, force: true });
        return { ...tried, ms: performance.now() - began };
      },
    };
  },
};
