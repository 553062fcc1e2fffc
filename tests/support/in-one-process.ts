/** Many command lines in one process of the built program: what a process costs is paid once. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { FOLDER, PACKAGE, packed } from "./packed.js";
import type { Ended } from "./run.js";
import { STANDALONE } from "./standalone.js";

/** Standard output is /dev/null, so that the program writes to Node's stream, which is one of ours; what it said goes to descriptor 3. */
const SCRIPT = `
const { Readable, Writable } = require("node:stream");
const { writeFileSync } = require("node:fs");
const [cli, lines] = JSON.parse(process.argv[1]);
const { main } = require(cli);
const collecting = (name) => {
  const parts = [];
  const value = new Writable({ write(part, _, done) { parts.push(part); done(); } });
  Object.defineProperty(process, name, { value, configurable: true });
  return () => Buffer.concat(parts).toString();
};
(async () => {
  const ended = [];
  for (const words of lines) {
    const [out, err] = [collecting("stdout"), collecting("stderr")];
    Object.defineProperty(process, "stdin", { value: Readable.from([]), configurable: true });
    process.exitCode = undefined;
    await main(words);
    await new Promise(setImmediate);
    ended.push({ code: process.exitCode ?? 0, out: out(), err: err() });
  }
  process.exitCode = 0;
  writeFileSync(3, JSON.stringify(ended));
})();
`;

/** @returns how each command line ended, in their order. */
export async function runAll(
  lines: readonly (readonly string[])[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended[]> {
  await packed();
  const root = STANDALONE === null ? PACKAGE : process.cwd();
  const child = spawn(process.execPath, ["-e", SCRIPT, JSON.stringify([join(root, "dist/cli.cjs"), lines])], {
    cwd: FOLDER,
    env: { PATH: process.env.PATH ?? "", HOME: FOLDER, LANG: "en_US.UTF-8", ...env },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const read = async (stream: Readable | null): Promise<string> =>
    Buffer.concat((await stream?.toArray()) ?? []).toString();
  const [err, said] = await Promise.all([read(child.stderr), read(child.stdio[3] as Readable)]);
  if (!said) throw new Error(`the process ended with: ${err}`);
  return JSON.parse(said);
}
