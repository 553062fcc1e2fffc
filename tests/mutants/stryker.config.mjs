/** `npm run mutants`, or with ROOM=numbering one room alone: which changes to the rooms that decide does no test notice? */
const ROOMS = ["situation", "routing", "numbering", "charges", "values", "terms", "answers", "gate/rules"];
const { ROOM } = process.env;
const name = (ROOM ?? "all").replace("/", "-");

export default {
  mutate: (ROOM ? [ROOM] : ROOMS).map((room) => `src/${room}/**/*.ts`),
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutants/vitest.config.mts", related: false },
  coverageAnalysis: "perTest",
  // A change to what is computed while a file loads would want every test run again from the start: left out, and counted as such.
  ignoreStatic: true,
  concurrency: 2,
  incremental: true,
  incrementalFile: `.mutants/${name}.incremental.json`,
  tempDirName: ".mutants/sandbox",
  reporters: ["clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `.mutants/${name}.json` },
  htmlReporter: { fileName: `.mutants/${name}.html` },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 90, break: 85 },
};
