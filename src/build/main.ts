/** Runs after the bundle is made: directory, messages, schemas and compiled code into dist/, editors' schemas into data/. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { loadDirectory } from "../directory/load.js";
import type { AuthoredDirectory } from "../gate/authored.js";
import { gate } from "../gate/gate.js";
import { readAuthored } from "../gate/read.js";
import { compileDirectory } from "./compile-directory.js";
import { editorSchemas } from "./editor-schemas.js";
import { writeManPage } from "./man-page.js";
import { compileNumbering } from "./numbering/compile-numbering.js";
import { typesIn, writtenOut } from "./our-types.js";
import { outputSchemas } from "./output-schemas.js";
import { compileUnderstanding } from "./understanding/compile-understanding.js";

/** Somewhere on Earth it is already tomorrow. */
const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** What people run most: the code these need is kept compiled. @param operator whose name stands for any other's. */
function usual(operator: string): string[][] {
  const facts = ["--operator", operator, "--from", "landline", "--roaming", "home", "--subscriber", "personal"];
  return [
    ["--version"],
    ["--help"],
    ["route", "--operator", operator, "--json"],
    ["route", ...facts],
    ["whose", "89261234567"],
    ["emergency"],
    // In both languages, and misspelt: what mends a word is wanted as often as not.
    ["ask", `${operator} патерял сим-карту`, "--json"],
    ["ask", `${operator}, I lost my sim crad`, "--json"],
    ["find", `${operator} роуминг`, "--json"],
  ];
}

/** In a process of its own: what V8 keeps should be the program's code, not the build's. */
function keepCompiledCode(operator: string): void {
  const script = `require("./dist/start.cjs").keepCompiled(${JSON.stringify(usual(operator))})`;
  // As people run it, with settings looked for; whoever builds may have some of their own.
  const nowhere = resolve("dist");
  const env = { ...process.env, HOME: nowhere, XDG_CONFIG_HOME: nowhere, APPDATA: nowhere };
  // A pipe, as scripts give it: a terminal or a device would take another way out.
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { env, stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`the built program does not run: ${stderr}`);
}

/** One library for both kinds of module: who imports it and who requires it share its classes, and the package carries it once. */
function writeModule(): void {
  const library = createRequire(resolve("dist/build"))("./dozvon.cjs") as object;
  writeFileSync("dist/dozvon.mjs", `export { ${Object.keys(library).sort().join(", ")} } from "./dozvon.cjs";\n`);
}

const OUTPUTS = "src/render/outputs.ts";
const SCHEMAS = "src/schemas";

/** @param files texts by their names: all that is to be in the folder. */
function writeFolder(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/** What is made of our types: the published ones in full, and the schema of each output. */
function writeTypes(): void {
  const derived = readdirSync(SCHEMAS).filter((name) => name !== "read.ts");
  const types = typesIn([OUTPUTS, ...derived.map((name) => join(SCHEMAS, name))]);
  const declarations = derived.map(
    (name) => [name.replace(/\.ts$/, ".d.ts"), writtenOut(join(SCHEMAS, name), types)] as const,
  );
  for (const [name, text] of declarations) writeFileSync(join("dist/types/schemas", name), text);
  const schemas = outputSchemas(OUTPUTS, types).map(
    ([kind, schema]) => [`${kind}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`] as const,
  );
  writeFolder("dist/schema", schemas);
}

/** A company of the register is the operator whose legal entity has its INN. */
const operatorsByInn = ({ parties }: AuthoredDirectory): Map<string, string> =>
  new Map(parties.flatMap(({ party: { id, legalEntity } }) => (legalEntity?.inn ? [[legalEntity.inn, id]] : [])));

writeModule();
writeTypes();
writeFolder("data/schema", editorSchemas());
const { issues, directory: authored } = gate(readAuthored("data"), today);
if (authored) {
  compileDirectory(authored, "dist/directory");
  compileNumbering(authored.files, operatorsByInn(authored), "dist/numbering");
  const directory = loadDirectory("dist/directory");
  compileUnderstanding("data", authored.files, directory, "dist/understanding");
  keepCompiledCode(directory.parties.find(({ type }) => type === "operator")?.id ?? "");
  writeManPage("dist/dozvon.1", directory.asOf);
}
for (const { file, path, rule, message } of issues) process.stderr.write(`${file} ${path} ${rule}: ${message.en}\n`);
if (issues.length > 0) process.exitCode = 1;
