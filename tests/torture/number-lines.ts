/** One real `dozvon whose -`, spoken to line by line, in text and in JSON. */
import fc from "fast-check";
import { coProcess } from "./co-process.js";
import { numberLine } from "./inputs/lines.js";
import { documentJudge } from "./judge/document.js";
import { judgeTerminal } from "./judge/terminal.js";
import type { Trial } from "./trial.js";

export const numberLines: Trial = {
  name: "numbers",
  what: "numbers in any spelling, one after the other, to one dozvon whose -",
  tries: 30_000,
  short: 100,
  seconds: 60,
  async open({ root, folder }) {
    const judge = documentJudge(root);
    const asJson = coProcess(root, folder, ["whose", "-", "--json", "--as-of", "2026-11-23"]);
    const asText = coProcess(root, folder, ["whose", "-"]);
    return {
      async attempt(seed) {
        const [line] = fc.sample(numberLine, { seed, numRuns: 1 }) as [string];
        const text = await asText.say(line);
        if (text.answer !== null) judgeTerminal("stdout", text.answer, true);
        const json = await asJson.say(line);
        if (json.answer !== null) judge(json.answer);
        return { input: line, ms: Math.max(text.ms, json.ms) };
      },
      async close() {
        await asText.end([0, 6]);
        await asJson.end([0, 6]);
      },
    };
  },
};
