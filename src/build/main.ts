/** Runs after the bundle is made: directory, messages and schemas into dist/, editors' schemas into data/. */
import { compileDirectory } from "./compile-directory.js";
import { writeEditorSchemas, writeOutputSchemas } from "./schemas.js";

const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
writeEditorSchemas("data/schema");
writeOutputSchemas("dist/schema");
const issues = compileDirectory("data", "dist/directory", today);
for (const issue of issues) process.stderr.write(`${issue}\n`);
if (issues.length > 0) process.exitCode = 1;
