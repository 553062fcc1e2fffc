/** The built program's own `main`, called again and again in this process with streams, environment and arguments of our making. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";

export interface Ended {
  code: number;
  out: string;
  err: string;
  /** Time of the processor, which a busy machine does not stretch. */
  ms: number;
}

interface Surroundings {
  env?: Record<string, string>;
  input?: string | Uint8Array;
}

export type Run = (args: readonly string[], surroundings?: Surroundings) => Promise<Ended>;

class Collected extends Writable {
  readonly parts: Buffer[] = [];
  override _write(part: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.parts.push(Buffer.from(part));
    done();
  }
  text(): string {
    return Buffer.concat(this.parts).toString("utf8");
  }
}

function replace(name: "stdin" | "stdout" | "stderr", stream: Readable | Writable): void {
  Object.defineProperty(process, name, { value: stream, configurable: true, writable: true });
}

/** Errors that nobody waits for would end a process: here they are faults of the try that is under way. */
const unheard: unknown[] = [];
const hear = (error: unknown) => unheard.push(error);

/** The real environment, which the system's own functions read too: where home is, and what time zone. */
function setEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

/** Loads `dist/cli.cjs`; from here on this process's standard streams are those of the program. */
export function inProcess(root: string, base: Readonly<Record<string, string>>): Run {
  // Before the program is loaded: it must never find anybody's real home.
  setEnvironment(base);
  const { main } = createRequire(join(root, "package.json"))(join(root, "dist/cli.cjs")) as {
    main(words: readonly string[]): Promise<void>;
  };
  process.on("unhandledRejection", hear).on("uncaughtException", hear);
  return async (args, { env = {}, input = "" } = {}) => {
    const [out, err] = [new Collected(), new Collected()];
    replace("stdout", out);
    replace("stderr", err);
    replace("stdin", Readable.from([Buffer.from(input)]));
    setEnvironment({ ...base, ...env });
    process.exitCode = undefined;
    const started = process.cpuUsage();
    await main(args);
    const { user, system } = process.cpuUsage(started);
    await new Promise(setImmediate);
    const thrown = unheard.splice(0)[0];
    if (thrown) throw new Error(`nobody waited for: ${thrown instanceof Error ? thrown.stack : thrown}`);
    const code = Number(process.exitCode ?? 0);
    process.exitCode = undefined;
    return { code, out: out.text(), err: err.text(), ms: (user + system) / 1000 };
  };
}
