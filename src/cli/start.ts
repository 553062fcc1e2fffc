/**
 * Starts the program with the code V8 compiled when it was built: compiling it anew would be a third of what a look-up costs.
 * V8 refuses the kept code by itself when its version or flags differ, and then compiles as ever. Node's own compile cache (22.1 and newer)
 * keeps the outermost functions alone: a look-up gains a third of what it gains here, and every run would have to write to a disk.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

type Main = (argv: readonly string[]) => Promise<void>;

interface Loaded {
  main: Main;
  script: Script;
}

const PROGRAM = join(__dirname, "cli.cjs");
const COMPILED = join(__dirname, "cli.v8");

/** Runs the program's file as `require` would, so that its lazy chunks find it in the module cache. */
function load(): Loaded {
  const cachedData = existsSync(COMPILED) ? readFileSync(COMPILED) : undefined;
  const source = Module.wrap(readFileSync(PROGRAM, "utf8"));
  const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });
  const program = Object.assign(new Module(PROGRAM), { filename: PROGRAM, paths: [] as string[] });
  require.cache[PROGRAM] = program as NodeJS.Module;
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run.call(program.exports, program.exports, program.require.bind(program), program, PROGRAM, dirname(PROGRAM));
  program.loaded = true;
  return { main: (program.exports as { main: Main }).main, script };
}

/** For the build: runs one command line, then keeps what V8 has compiled for it. */
export async function keepCompiled(argv: readonly string[]): Promise<void> {
  const { main, script } = load();
  await main(argv);
  writeFileSync(COMPILED, script.createCachedData());
}

export const start: Main = (argv) => load().main(argv);
