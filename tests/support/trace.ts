/** Runs the program with a hook that writes down which files it opens and how much memory it took. */
import { mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { FOLDER, PACKAGE } from "./packed.js";
import { type Ended, hooked, run, type Surroundings } from "./run.js";
import { STANDALONE } from "./standalone.js";

export interface Trace extends Ended {
  /** Files of the package, relative to it, with forward slashes, in order; of an executable those it carries, which is all but its code. */
  files: string[];
  peakMegabytes: number;
}

const HOOK = `
const fs = require("node:fs");
const Module = require("node:module");
const files = new Set();
for (const name of ["readFileSync", "openSync", "open", "readFile", "createReadStream"]) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    files.add(String(path));
    return original(path, ...rest);
  };
}
const load = Module.prototype.load;
Module.prototype.load = function (path) {
  files.add(path);
  return load.call(this, path);
};
const write = fs.writeFileSync;
process.on("exit", () => {
  const peak = process.resourceUsage().maxRSS;
  write(process.env.TRACE_FILE, JSON.stringify({ files: [...files], peak }));
});
`;

/** Where an executable of Bun's shows the files it carries. */
const CARRIED = "/$bunfs/root";

export async function traced(args: readonly string[], { env, ...rest }: Surroundings = {}): Promise<Trace> {
  const file = join(mkdtempSync(join(FOLDER, "trace-")), "trace.json");
  const ended = await run(args, { ...rest, env: hooked(HOOK, { ...env, TRACE_FILE: file }) });
  const { files, peak } = JSON.parse(readFileSync(file, "utf8")) as { files: string[]; peak: number };
  const root = STANDALONE ? CARRIED : realpathSync(PACKAGE);
  const inside = files
    .filter((path) => path.startsWith(root + sep))
    .map((path) => relative(root, path).replaceAll(sep, "/"));
  return { ...ended, files: inside, peakMegabytes: peak / 1024 };
}
