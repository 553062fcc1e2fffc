/**
 * Starts the program with the code V8 compiled when it was built: compiling it anew would be a third of what a look-up costs.
 * What was kept fits one version of V8 alone; under any other, Node loads the program as ever, and keeps its code where it can.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Script } from "node:vm";

type Main = (argv: readonly string[]) => Promise<void>;

const PROGRAM = "cli.cjs";
const KEPT = `${__dirname}/compiled/${process.versions.v8}-${process.arch}`;

/** What Node puts around a CommonJS module, spelt out: `node:module` would load half a millisecond of what a look-up does not use. */
const HEAD = "(function (exports, require, module, __filename, __dirname) { ";

const loaded = new Map<string, { exports: unknown; script: Script }>();

const keptCode = (name: string): string => `${KEPT}/${name.replace(/cjs$/, "v8")}`;

/** What a chunk may ask for: another one, which is its neighbour, or a part of Node. */
const requireFrom = (name: string): unknown => (name.startsWith("./") ? load(name.slice(2)) : require(name));

/** Runs a chunk as `require` would, without looking for it. */
function load(name: string): unknown {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = `${__dirname}/${name}`;
  const code = keptCode(name);
  const cachedData = existsSync(code) ? readFileSync(code) : undefined;
  const script = new Script(`${HEAD}${readFileSync(filename, "utf8")}\n})`, {
    // Kept with the code: the folder it was built in is nobody's business.
    filename: name,
    ...(cachedData && { cachedData }),
  });
  const chunk = { exports: {} };
  loaded.set(name, Object.assign(chunk, { script }));
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run.call(chunk.exports, chunk.exports, requireFrom, chunk, filename, __dirname);
  return chunk.exports;
}

/** For the build: runs command lines, then keeps what V8 has compiled for them. */
export async function keepCompiled(commandLines: readonly (readonly string[])[]): Promise<void> {
  const { main } = load(PROGRAM) as { main: Main };
  for (const argv of commandLines) await main(argv);
  // What the last of them had to say of its question is not what the build asks.
  process.exitCode = 0;
  mkdirSync(KEPT, { recursive: true });
  for (const [name, { script }] of loaded) writeFileSync(keptCode(name), script.createCachedData());
}

export const start: Main = (argv) => {
  if (existsSync(KEPT)) return (load(PROGRAM) as { main: Main }).main(argv);
  // As Node loads any program; from 22.1 on it keeps compiled code itself, in the system's folder for temporary files.
  const { enableCompileCache } = require("node:module") as { enableCompileCache?: () => void };
  enableCompileCache?.();
  return (require(`./${PROGRAM}`) as { main: Main }).main(argv);
};
