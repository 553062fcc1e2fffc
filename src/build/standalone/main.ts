/** npm run build:standalone [-- --target windows-x64]: the program in one file, for computers without Node. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { asTarget, BUN_VERSION, bunFor, isWindows, type Target, thisMachine } from "./compiler.js";

const ENTRY = "src/cli/standalone.ts";
/** Where the files are gathered that it carries beside the code: those of the package that the program opens while it runs. */
const CARRIED = join(".build", "carried");
/** Folders of the package that `FOLDERS` (src/cli/package.ts) points into. */
const OPENED = /^(?:data|dist\/(?:directory|numbering|schema|understanding))\//;

const NOTICE = `The executable contains Bun ${BUN_VERSION} (MIT) with the libraries it links, among them JavaScriptCore (LGPL-2.0); their licences,
and how to link Bun with another JavaScriptCore, stand at https://bun.com/docs/project/license. Built again with
npm run build:standalone, the executable takes any Bun.

`;

/**
 * Chunks stay apart, so that a look-up reads what it needs; bytecode saves compiling it. A look-up is over before machine code pays: what
 * runs hot is compiled ten times later, which a batch does not notice. Nothing of the folder it is started in may change what it does.
 */
const FLAGS = [
  ...["--compile", "--minify", "--bytecode", "--splitting", "--format=esm", "--compile-jit-policy=10"],
  ...["--no-compile-autoload-dotenv", "--no-compile-autoload-bunfig"],
];

/** npm decides what is in the package, so that both ways of delivery carry the same. */
function packageFiles(): string[] {
  const said = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** @returns the folders the files are put into: the executable shows each beside its program. */
function gatherCarried(): string[] {
  rmSync(CARRIED, { recursive: true, force: true });
  for (const path of packageFiles().filter((one) => OPENED.test(one))) {
    mkdirSync(dirname(join(CARRIED, path)), { recursive: true });
    cpSync(path, join(CARRIED, path));
  }
  return ["dist", "data"].map((name) => join(CARRIED, name));
}

function build(target: Target, outfile: string): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const defined = { __VERSION__: JSON.stringify(version), __STANDALONE__: "true" };
  const flags = [
    ...FLAGS,
    ...Object.entries(defined).flatMap(([name, value]) => ["--define", `${name}=${value}`]),
    ...gatherCarried().flatMap((folder) => ["--asset", folder]),
    ...[`--target=bun-${target}`, "--compile-executable-path", bunFor(target), "--outfile", outfile],
  ];
  execFileSync(bunFor(thisMachine()), ["build", ...flags, ENTRY], { stdio: ["ignore", "ignore", "inherit"] });
}

function main(): void {
  const { values } = parseArgs({ options: { target: { type: "string" } } });
  const target = values.target === undefined ? thisMachine() : asTarget(values.target);
  const folder = join("dist-standalone", target);
  const outfile = join(folder, isWindows(target) ? "dozvon.exe" : "dozvon");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  build(target, outfile);
  cpSync("LICENSE", join(folder, "LICENSE"));
  const notices = readFileSync(join("dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
  writeFileSync(join(folder, "THIRD-PARTY-NOTICES.txt"), NOTICE + notices);
  process.stdout.write(`${outfile}: ${(statSync(outfile).size / 1024 / 1024).toFixed(0)} MiB\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
