/** For `npm run mutants`: the tests of the rooms that decide, those that start no process and take no longer than a moment. */
import { defineConfig } from "vitest/config";

const TESTS: Readonly<Record<string, string[]>> = {
  situation: ["tests/situation/**/*.test.ts"],
  routing: ["tests/routing/**/*.test.ts", "tests/golden/**/*.test.ts", "tests/sweep/emergency.test.ts"],
  numbering: ["tests/numbering/{ranges,spelling,by-hand,uses,whose}.test.ts"],
  charges: ["tests/charges/**/*.test.ts"],
  values: ["tests/values/**/*.test.ts", "tests/situation/**/*.test.ts", "tests/charges/values.test.ts"],
  terms: ["tests/terms/**/*.test.ts", "tests/claims/dates.test.ts", "tests/checklists/due.test.ts"],
  answers: [
    "tests/answers/**/*.test.ts",
    "tests/process/{ask-command,charge,checklist-command,claim,contacts,number-fact,reply,report,text,whose-command,situations}.test.ts",
  ],
  "gate/rules": ["tests/gate/{gate,mistakes,overlay,compile}.test.ts"],
};
const { ROOM } = process.env;

export default defineConfig({
  test: {
    include: ROOM ? (TESTS[ROOM] ?? []) : Object.values(TESTS).flat(),
    globalSetup: ["tests/mutants/keep-directory.ts", "tests/support/pack.ts"],
    setupFiles: ["tests/support/properties.ts", "tests/mutants/few-tries.ts"],
    env: { TRIES_SHARE: "0.02" },
    provide: { ownProcess: false },
    alias: [
      // A mutant pays for every file that is opened again: the gate is passed once, and its outcome kept.
      { find: "./assembled.js", replacement: new URL("kept-directory.ts", import.meta.url).pathname },
      {
        find: /^\.(?:\/|\.\/support\/)in-one-process\.js$/,
        replacement: new URL("in-this-process.ts", import.meta.url).pathname,
      },
      { find: /^\.\.?\/package\.js$/, replacement: new URL("package.ts", import.meta.url).pathname },
      { find: "./packed.js", replacement: new URL("packed.ts", import.meta.url).pathname },
      { find: "./output.js", replacement: new URL("output.ts", import.meta.url).pathname },
    ],
    testTimeout: 60_000,
  },
});
