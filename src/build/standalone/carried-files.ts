/** What an executable carries beside the code: the files of the package that the program opens while it runs. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folders of the package that `FOLDERS` (src/cli/package.ts) points into. */
const CARRIED = /^(?:data|dist\/(?:directory|numbering|schema|understanding))\//;

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

/** Puts the files into an empty folder. @returns its folders: the executable shows each beside its program. */
export function gatherCarried(folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  for (const path of packageFiles().filter((one) => CARRIED.test(one))) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(path, to);
  }
  return ["dist", "data"].map((name) => join(folder, name));
}
