/** Runs after the bundle is made: directory, messages, schemas and compiled code into dist/, editors' schemas into data/. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadDirectory } from "../directory/load.js";
import { compileDirectory } from "./compile-directory.js";
import { writeManPage } from "./man-page.js";
import { compileNumbering } from "./numbering/compile-numbering.js";
import { writeEditorSchemas, writeOutputSchemas } from "./schemas.js";
import { compileUnderstanding } from "./understanding/compile-understanding.js";

/** Somewhere on Earth it is already tomorrow. */
const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** In a process of its own: what V8 keeps should be the program's code, not the build's. */
function keepCompiledCode(): void {
  const look = ["route", "--json"];
  const script = `require("./dist/start.cjs").keepCompiled(${JSON.stringify(look)})`;
  const { status } = spawnSync(process.execPath, ["-e", script], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("the built program does not run");
}

/** An operator is one file, named by its id. */
const operatorIds = (folder: string): Set<string> =>
  new Set(readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? name.slice(0, -5) : [])));

// The types are of an ES module, in a package whose program is CommonJS.
writeFileSync("dist/types/package.json", '{ "type": "module" }\n');
writeEditorSchemas("data/schema");
writeOutputSchemas("dist/schema");
const issues = compileDirectory("data", "dist/directory", today);
if (issues.length === 0)
  issues.push(...compileNumbering("data/numbering", "dist/numbering", operatorIds("data/operators")));
for (const issue of issues) process.stderr.write(`${issue}\n`);
if (issues.length > 0) process.exitCode = 1;
else {
  compileUnderstanding("data", loadDirectory("dist/directory"), "dist/understanding");
  keepCompiledCode();
  const { asOf } = JSON.parse(readFileSync("dist/directory/index.json", "utf8")) as { asOf: string };
  writeManPage("dist/dozvon.1", asOf);
}
