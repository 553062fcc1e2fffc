/** The string literals of src/, as the compiler sees them: comments and type names do not count. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";

/** Required, not imported: the test runner would spend seconds on transforming nine megabytes. */
const compiler = createRequire(import.meta.url)("typescript") as typeof ts;

export interface Literal {
  file: string;
  text: string;
  /** A template's part up to its first ${…}, or a whole string. */
  open: boolean;
  /** The name of the function or method it is an argument of. */
  calls: string | null;
  /** Inside a command's `examples`, shown in its help. */
  example: boolean;
}

const isExamples = (node: ts.Node): boolean =>
  compiler.isPropertyAssignment(node) && compiler.isIdentifier(node.name) && node.name.text === "examples";

function calledName(node: ts.Node): string | null {
  if (!compiler.isCallExpression(node) && !compiler.isNewExpression(node)) return null;
  const { expression } = node;
  if (compiler.isIdentifier(expression)) return expression.text;
  return compiler.isPropertyAccessExpression(expression) ? expression.name.text : null;
}

function collect(node: ts.Node, found: Literal[], at: Pick<Literal, "file" | "calls" | "example">): void {
  const here = { ...at, calls: calledName(node) ?? at.calls, example: at.example || isExamples(node) };
  if (compiler.isStringLiteralLike(node)) found.push({ ...here, text: node.text, open: false });
  if (compiler.isTemplateHead(node)) found.push({ ...here, text: node.text, open: true });
  if (compiler.isTemplateMiddle(node) || compiler.isTemplateTail(node))
    found.push({ ...here, calls: null, text: node.text, open: false });
  compiler.forEachChild(node, (child) => collect(child, found, here));
}

export function sourceLiterals(folder = "src"): Literal[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const found: Literal[] = [];
  for (const name of files) {
    const file = join(folder, name);
    const parsed = compiler.createSourceFile(file, readFileSync(file, "utf8"), compiler.ScriptTarget.Latest, true);
    collect(parsed, found, { file, calls: null, example: false });
  }
  return found;
}
