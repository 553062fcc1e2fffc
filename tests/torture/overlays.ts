/** Overlays: real files of data/ with bytes or values changed, taken whole or refused with the list of what is wrong. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chance } from "./chance.js";
import { environment } from "./co-process.js";
import { attempt } from "./command-lines.js";
import { inProcess } from "./in-process.js";
import { mutatedBytes, mutatedJson } from "./inputs/mutate.js";
import { workFolder } from "./inputs/work-folder.js";
import { answerJudge } from "./judge/answer.js";
import type { Trial } from "./trial.js";

const COMMANDS: readonly (readonly string[])[] = [
  ["route", "-o", "megafon", "-f", "own"],
  ["contacts", "megafon"],
  ["contacts", "megafon", "--plain"],
  ["find", "megafon"],
  ["data", "check", "mine"],
  ["operators"],
  ["topics"],
  ["sources", "megafon"],
  ["conflicts"],
  ["ask", "мегафон потерял телефон"],
  ["reply", "balance", "-o", "megafon"],
];

export const overlays: Trial = {
  name: "overlays",
  what: "overlays made of real files with bytes or values changed",
  tries: 3_000,
  short: 2,
  seconds: 110,
  async open({ root, folder }) {
    const work = workFolder(folder);
    const run = inProcess(root, environment(folder));
    const judge = answerJudge(root);
    const file = (name: string) => readFileSync(join(root, "data", name));
    const operators = readdirSync(join(root, "data/operators")).map((name) => `operators/${name}`);
    const example = readdirSync(join(root, "data/overlay-example/operators")).map(
      (name) => ["operators/megafon.json", file(`overlay-example/operators/${name}`)] as const,
    );
    const files = [
      ...example,
      ...operators.map((name) => [name, file(name)] as const),
      ["topics.json", file("topics.json")] as const,
    ];
    process.chdir(work);
    return {
      async attempt(seed) {
        const next = chance(seed);
        const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
        const [name, content] = next() < 0.4 ? pick(example) : pick(files);
        rmSync("mine", { recursive: true, force: true });
        mkdirSync("mine/operators", { recursive: true });
        writeFileSync(join("mine", name), next() < 0.3 ? mutatedBytes(content, next) : mutatedJson(content, next));
        const args = [
          ...pick(COMMANDS),
          ...(next() < 0.5 ? ["--json"] : []),
          ...(next() < 0.3 ? ["--as-of", "2026-11-23"] : []),
          "--directory",
          "mine",
        ];
        return attempt(run, judge, { args, json: args.includes("--json"), env: {}, input: "" }, seed);
      },
    };
  },
};
