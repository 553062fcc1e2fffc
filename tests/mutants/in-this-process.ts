/** Stands in for support/in-one-process.ts while mutants are tried: the program's own source answers here, where its mutants are. */
import { tmpdir } from "node:os";
import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.js";
import type { Ended } from "../support/in-one-process.js";

export type { Ended };

type Environment = Readonly<Record<string, string>>;

export const ENVIRONMENT = { PATH: process.env.PATH ?? "", HOME: tmpdir(), LANG: "en_US.UTF-8" };

function collecting(name: "stdout" | "stderr"): () => string {
  const parts: Buffer[] = [];
  const value = new Writable({
    write(part, _, done) {
      parts.push(part);
      done();
    },
  });
  Object.defineProperty(process, name, { value, configurable: true });
  return () => Buffer.concat(parts).toString();
}

async function answer(words: readonly string[], env: Environment): Promise<Ended> {
  const { stdin, stdout, stderr } = process;
  const before = { ...process.env };
  const code = process.exitCode;
  const [out, err] = [collecting("stdout"), collecting("stderr")];
  Object.defineProperty(process, "stdin", { value: Readable.from([]), configurable: true });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, { ...ENVIRONMENT, ...env });
  process.exitCode = undefined;
  await main(words);
  await new Promise(setImmediate);
  const ended = { code: Number(process.exitCode ?? 0), out: out(), err: err() };
  Object.assign(process.env, before);
  process.exitCode = code;
  for (const [name, value] of Object.entries({ stdin, stdout, stderr }))
    Object.defineProperty(process, name, { value, configurable: true });
  return ended;
}

let last: Promise<unknown> = Promise.resolve();

export function runInOneProcess(words: readonly string[], env: Environment = {}): Promise<Ended> {
  const ended = last.then(() => answer(words, env));
  last = ended.catch(() => {});
  return ended;
}

export const runAll = (lines: readonly (readonly string[])[], env: Environment = {}): Promise<Ended[]> =>
  Promise.all(lines.map((words) => runInOneProcess(words, env)));
