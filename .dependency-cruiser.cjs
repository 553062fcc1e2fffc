/** Who may import whom: a room may know those above it in this list, never those below; the pure rooms know no process. */
const ROOMS = [
  "vocabulary",
  "values",
  "schemas",
  "directory",
  "situation",
  "numbering",
  "routing",
  "understanding",
  "terms",
  "charges",
  "claims",
  "checklists",
  "answers",
  "gate",
  "render",
  "library",
  "cli",
  "build",
];

/** They decide: the directory and the clock are arguments. `directory` opens what was built, and its shape is types alone. */
const PURE = ROOMS.slice(0, ROOMS.indexOf("gate")).filter((room) => room !== "directory" && room !== "schemas");

const inside = (rooms) => `^src/(${rooms.join("|")})/`;

const downwards = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-knows-those-before-it`,
  severity: "error",
  from: { path: inside([room]) },
  to: { path: inside(ROOMS.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "what is loaded only when called may ask back: completion lists the commands it is one of",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    ...downwards,
    {
      name: "nothing-imports-cli",
      severity: "error",
      from: { path: inside(["library", "build"]) },
      to: { path: "^src/cli/" },
    },
    {
      name: "pure-rooms-touch-no-process",
      severity: "error",
      from: { path: inside(PURE) },
      to: {
        path: "^(node:)?(fs|path|process|os|child_process|tty)$|node_modules/(chalk|inquirer|conf|commander|zod)/",
      },
    },
    {
      name: "pure-rooms-know-only-the-shape-of-the-directory",
      severity: "error",
      from: { path: inside(PURE) },
      to: { path: "^src/directory/", pathNot: "^src/directory/(claim-|numbering-)?types\\.ts$" },
    },
    {
      name: "render-reads-no-files",
      severity: "error",
      from: { path: "^src/render/" },
      to: { path: "^(node:)?fs$" },
    },
    {
      name: "terminal-libraries-at-the-edge",
      severity: "error",
      from: { pathNot: "^src/(cli|render/text)/" },
      to: { path: "node_modules/(chalk|commander|string-width|(fast-)?wrap-ansi)/" },
    },
    {
      name: "schemas-are-not-for-answers",
      comment:
        "an answer must not pay for zod or libphonenumber; the tools of mcp are declared with zod, as its SDK wants them",
      severity: "error",
      from: {
        path: "^src/(situation|numbering/(?!foreign)|routing|charges|checklists|understanding|answers|render|cli)/",
        pathNot: "^src/cli/commands/mcp\\.ts$",
      },
      to: { path: "node_modules/(zod|libphonenumber-js)/" },
    },
    {
      name: "schemas-are-types-to-all-but-the-gate",
      comment: "what authors write and what the engine reads has one shape; only those who check it load zod",
      severity: "error",
      from: { pathNot: "^src/(schemas|gate|build)/" },
      to: { path: "^src/schemas/", dependencyTypesNot: ["type-only"] },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, pathNot: "\\.d\\.ts$" }, to: {} },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
