/** The regular expressions written in src/, as the compiler sees them. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";

/** Required, not imported: the test runner would spend seconds on transforming nine megabytes. */
const compiler = createRequire(import.meta.url)("typescript") as typeof ts;

function collect(node: ts.Node, found: string[]): void {
  if (compiler.isRegularExpressionLiteral(node)) found.push(node.text);
  compiler.forEachChild(node, (child) => collect(child, found));
}

export function sourceRegexes(folder = "src"): { file: string; text: string }[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.flatMap((name) => {
    const found: string[] = [];
    const text = readFileSync(join(folder, name), "utf8");
    collect(compiler.createSourceFile(name, text, compiler.ScriptTarget.Latest, true), found);
    return found.map((one) => ({ file: name, text: one }));
  });
}
