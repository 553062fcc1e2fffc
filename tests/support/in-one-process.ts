/** Command lines in one process of the built program: what a process costs is paid once, and nothing a line leaves behind may show in the next. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { FOLDER, PACKAGE, packed } from "./packed.js";
import { STANDALONE } from "./standalone.js";

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

type Environment = Readonly<Record<string, string>>;

/** Standard output is /dev/null, so that the program writes to Node's stream, which is one of ours. */
const SCRIPT = `
const { Readable, Writable } = require("node:stream");
const { main } = require(process.argv[1]);
const collecting = (name) => {
  const parts = [];
  const value = new Writable({ write(part, _, done) { parts.push(part); done(); } });
  Object.defineProperty(process, name, { value, configurable: true });
  return () => Buffer.concat(parts).toString();
};
async function answer({ id, words, env }) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  const [out, err] = [collecting("stdout"), collecting("stderr")];
  Object.defineProperty(process, "stdin", { value: Readable.from([]), configurable: true });
  process.exitCode = undefined;
  await main(words);
  await new Promise(setImmediate);
  process.send({ id, code: process.exitCode ?? 0, out: out(), err: err() });
  process.exitCode = 0;
}
let last = Promise.resolve();
process.on("message", (line) => { last = last.then(() => answer(line)); });
`;

export const ENVIRONMENT = { PATH: process.env.PATH ?? "", HOME: FOLDER, LANG: "en_US.UTF-8" };

const waiting = new Map<number, (ended: Ended) => void>();
let resident: Promise<ChildProcess> | undefined;
let asked = 0;

async function start(): Promise<ChildProcess> {
  await packed();
  const root = STANDALONE === null ? PACKAGE : process.cwd();
  const child = spawn(process.execPath, ["-e", SCRIPT, join(root, "dist/cli.cjs")], {
    cwd: FOLDER,
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("message", ({ id, ...ended }: Ended & { id: number }) => {
    waiting.get(id)?.(ended);
    waiting.delete(id);
  });
  // A line that ends the process would leave every test behind it waiting.
  child.on("exit", (code) => {
    for (const settle of waiting.values()) settle({ code, out: "", err: "the process of all lines ended" });
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** @returns how the command line ended, in a process that has answered others before it. */
export async function runInOneProcess(words: readonly string[], env: Environment = {}): Promise<Ended> {
  resident ??= start();
  const child = await resident;
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    child.send({ id, words, env: { ...ENVIRONMENT, ...env } });
  });
}

/** @returns how each command line ended, in their order. */
export const runAll = (lines: readonly (readonly string[])[], env: Environment = {}): Promise<Ended[]> =>
  Promise.all(lines.map((words) => runInOneProcess(words, env)));
