/** The manual page, made of the help the built program gives, so that it cannot say anything else. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PROGRAM = "bin/dozvon.js";

/** Beside the margins of a page of 80 columns. */
const COLUMNS = "72";

function output(file: string, args: readonly string[], input = "", own: NodeJS.ProcessEnv = {}): string {
  const env = { ...process.env, COLUMNS, ...own };
  const { status, stdout } = spawnSync(process.execPath, [file, ...args], { encoding: "utf8", input, env });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${status}`);
  return stdout;
}

/** Preformatted. */
function helpOf(command: readonly string[]): string {
  return output(PROGRAM, [...command, "--help", "--lang", "en", "--no-config"])
    .trimEnd()
    .replace(/^/gm, "    ");
}

const SEE = "Sources of the directory: `dozvon sources`, `dozvon conflicts`.\nCorrecting a number: data/README.md.";

function markdown(): string {
  // Names with descriptions, as completion offers them.
  const offered = output(PROGRAM, ["complete", "--lang", "en", "--no-config", "--", ""]);
  const names = [...offered.matchAll(/^([^\t\n]*)\t/gm)].map(([, name = ""]) => name);
  return [
    "# dozvon(1) -- which line of a Russian phone company answers from where you are",
    "## SYNOPSIS\n\n`dozvon` [*command*] [*options*]",
    `## DESCRIPTION\n\n${helpOf([])}`,
    `## COMMANDS\n\n${names.map((name) => `### ${name}\n\n${helpOf([name])}`).join("\n\n")}`,
    `## SEE ALSO\n\n${SEE}`,
  ].join("\n\n");
}

/** @param asOf YYYY-MM-DD, the date in its footer: the same sources make the same page. */
export function writeManPage(file: string, asOf: string): void {
  const root = dirname(createRequire(import.meta.url).resolve("marked-man/package.json"));
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const env = { SOURCE_DATE_EPOCH: String(Date.parse(asOf) / 1000) };
  writeFileSync(file, output(join(root, "bin", "marked-man.js"), ["--version", version], markdown(), env));
}
