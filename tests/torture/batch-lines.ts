/** One real `dozvon batch`, spoken to line by line. */
import fc from "fast-check";
import { chance } from "./chance.js";
import { coProcess } from "./co-process.js";
import { batchLine } from "./inputs/lines.js";
import { type Document, documentJudge } from "./judge/document.js";
import { judgeReach } from "./judge/reach.js";
import { judgeRefuted } from "./judge/refuted.js";
import type { Trial } from "./trial.js";

/**
 * What joins an answer to its line comes back as it was written, or the line is refused; of a fraction the number is what counts,
 * which is written in more than one way. @throws Error
 */
function judgeRef(line: string, { query, ok }: Document): void {
  const isAsWritten =
    line.includes(`"ref":${query.ref}`) || Number(/"ref":(-?\d*\.[^,}]+)/.exec(line)?.[1]) === query.ref;
  if (ok && typeof query.ref === "number" && !isAsWritten)
    throw new Error(`the ref comes back as ${query.ref}: ${line.slice(0, 200)}`);
}

export const batchLines: Trial = {
  name: "batch",
  what: "lines of every kind, one after the other, to one dozvon batch",
  tries: 30_000,
  short: 50,
  seconds: 90,
  async open({ root, folder }) {
    const judge = documentJudge(root);
    const batch = coProcess(root, folder, ["batch", "--as-of", "2026-11-23"]);
    return {
      async attempt(seed) {
        const [line] = fc.sample(batchLine, { seed, numRuns: 1 }) as [string];
        const { answer, ms } = await batch.say(line);
        if (answer === null) return { input: line, ms };
        const document = judge(answer);
        judgeRef(line, document);
        judgeReach(document, chance(seed));
        judgeRefuted(document);
        return { input: line, ms };
      },
      close: () => batch.end([0, 6]),
    };
  },
};
