/** Who may import whom: a room may know those below it, never those above; the pure rooms know no process. */
const PURE = "^src/(vocabulary\\.ts|situation|numbering|routing|lookup|charges|claims|checklists|understanding)";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "what is loaded only when called may ask back: completion lists the commands it is one of",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    { name: "vocabulary-knows-nobody", severity: "error", from: { path: "^src/vocabulary\\.ts$" }, to: { path: "." } },
    {
      name: "pure-rooms-touch-no-process",
      comment: "decisions take the directory and the clock as arguments",
      severity: "error",
      from: { path: PURE },
      to: {
        path: "^(node:)?(fs|path|process|os|child_process|tty)$|node_modules/(chalk|inquirer|conf|commander|zod)/",
      },
    },
    {
      name: "pure-rooms-import-downwards",
      severity: "error",
      from: { path: "^src/situation" },
      to: { path: "^src/(routing|understanding|render|cli|build)" },
    },
    {
      name: "numbering-stands-alone",
      severity: "error",
      from: { path: "^src/numbering" },
      to: { path: "^src/(situation|routing|render|cli|build)" },
    },
    {
      name: "routing-decides-alone",
      severity: "error",
      from: { path: "^src/routing" },
      to: { path: "^src/(understanding|render|cli|build)" },
    },
    {
      name: "understanding-decides-no-route",
      severity: "error",
      from: { path: "^src/understanding" },
      to: { path: "^src/(routing|render|cli|build)" },
    },
    {
      name: "claims-decide-alone",
      severity: "error",
      from: { path: "^src/claims" },
      to: { path: "^src/(render|cli|build)" },
    },
    {
      name: "lookup-decides-alone",
      severity: "error",
      from: { path: "^src/lookup" },
      to: { path: "^src/(render|cli|build)" },
    },
    {
      name: "charges-decide-alone",
      severity: "error",
      from: { path: "^src/charges" },
      to: { path: "^src/(checklists|render|cli|build)" },
    },
    {
      name: "checklists-decide-alone",
      severity: "error",
      from: { path: "^src/checklists" },
      to: { path: "^src/(render|cli|build)" },
    },
    {
      name: "pure-rooms-know-only-the-shape-of-the-directory",
      severity: "error",
      from: { path: PURE },
      to: { path: "^src/directory/", pathNot: "^src/directory/(claim-)?types\\.ts$" },
    },
    {
      name: "only-the-directory-reads-data",
      severity: "error",
      from: { path: "^src/render" },
      to: { path: "^(node:)?fs$" },
    },
    {
      name: "render-takes-results",
      severity: "error",
      from: { path: "^src/render" },
      to: { path: "^src/(cli|build)" },
    },
    {
      name: "directory-below-render",
      severity: "error",
      from: { path: "^src/directory" },
      to: { path: "^src/(render|cli|build)" },
    },
    {
      name: "nothing-imports-library",
      severity: "error",
      from: { pathNot: "^src/library" },
      to: { path: "^src/library" },
    },
    { name: "nothing-imports-cli", severity: "error", from: { pathNot: "^src/cli" }, to: { path: "^src/cli" } },
    { name: "build-stays-outside", severity: "error", from: { pathNot: "^src/build" }, to: { path: "^src/build" } },
    {
      name: "terminal-libraries-at-the-edge",
      severity: "error",
      from: { pathNot: "^src/(cli|render/text)" },
      to: { path: "node_modules/(chalk|commander|string-width|(fast-)?wrap-ansi)/" },
    },
    {
      name: "schemas-are-not-for-answers",
      comment: "an answer must not pay for zod or libphonenumber",
      severity: "error",
      from: {
        path: "^src/(situation|numbering/(?!foreign)|routing|charges|checklists|understanding|render/(?!json/schema)|cli)",
      },
      to: { path: "node_modules/(zod|libphonenumber-js)/" },
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
