/** Runs the installed program as a process of its own, with an environment that holds nothing of the developer's. */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, inject } from "vitest";
import { ENVIRONMENT, type Ended, runInOneProcess } from "./in-one-process.js";
import { FOLDER, packed } from "./packed.js";
import { STANDALONE } from "./standalone.js";

export type { Ended };

export interface Surroundings {
  env?: Record<string, string>;
  input?: string | Uint8Array;
}

/** Only what these tests read; the published schema holds the rest. */
export interface Channel {
  id: string;
  operator: string | null;
  kind: string;
  display: string;
  dial: string | null;
  e164: string | null;
  uri: string | null;
  reachability: { verdict: string };
  conditions: Record<string, string[]>[];
  origin: string;
  conflicts: { candidates: Record<string, unknown>[] }[];
}

export interface Envelope {
  kind: string;
  ok: boolean;
  lang: string;
  directory: { asOf: string };
  query: { ref: unknown; facts: Record<string, { value: unknown; from: string }> };
  result: {
    complete: boolean;
    needs: string[];
    primary: string | null;
    channels: Channel[];
    rejected: { id: string; reason: string; text: string }[];
    escalation: Channel[];
    otherPhone: Channel | null;
    limits: { text: string }[];
    kinds: string[];
    text: string;
    version: string;
    valid: boolean;
  };
  problem: { code: string; title: string; detail: string; allowed: string[]; hints: string[] };
  issues: { file: string }[];
  notices: { code: string; text: string }[];
}

function collect(file: string, args: readonly string[], { env = {}, input = "" }: Surroundings): Promise<Ended> {
  const child = spawn(file, args, { cwd: FOLDER, env: { ...ENVIRONMENT, ...env } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  // A program that answers without reading all of its input closes the pipe early.
  child.stdin.on("error", () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, out, err }));
  });
}

/** What the program reads anew for each line; the rest of an environment is Node's own, or is read once. */
const READ_EACH_TIME = /^(DOZVON_|XDG_|LC_)|^(LANG|TZ|HOME|COLUMNS)$/;

/** The installed program as a process of its own. */
export const runAlone = async (args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> =>
  collect(await packed(), args, surroundings);

/**
 * The installed program. To start Node costs ten times what an answer does, so in the everyday run lines that ask for nothing of a
 * process share one; the runs of the package and of the executable (vite.config.mts) give each its own.
 */
export const run = (args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> =>
  inject("ownProcess") ||
  surroundings.input ||
  !Object.keys(surroundings.env ?? {}).every((name) => READ_EACH_TIME.test(name))
    ? runAlone(args, surroundings)
    : runInOneProcess(args, surroundings.env);

/** An environment in which a script runs inside the program's process before it. */
export function hooked(script: string, env: Record<string, string> = {}): Record<string, string> {
  const hook = join(mkdtempSync(join(FOLDER, "hook-")), "hook.cjs");
  writeFileSync(hook, script);
  return { ...env, ...(STANDALONE ? { BUN_OPTIONS: `--preload ${hook}` } : { NODE_OPTIONS: `--require ${hook}` }) };
}

/** A line of shell; the program is `"$DOZVON"` in it. */
export const shell = async (script: string, { env, ...rest }: Surroundings = {}): Promise<Ended> =>
  collect("sh", ["-c", script], { ...rest, env: { ...env, DOZVON: await packed() } });

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const published = new Map<string, Promise<ValidateFunction[]>>();

/** A published schema without what it leaves open to later versions: no member and no word beside those of today. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const { anyOf: [words] = [] } = schema as { anyOf?: { enum?: unknown }[] };
  if (words?.enum) return { type: "string", enum: words.enum };
  const parts = Object.entries(schema).map(([name, part]) => [name, closed(part)]);
  return { ...Object.fromEntries(parts), ...("required" in schema && { additionalProperties: false }) };
}

async function compile(kind: string): Promise<ValidateFunction[]> {
  const { code, out, err } = await run(["schema", kind]);
  expect({ kind, code, err }).toEqual({ kind, code: 0, err: "" });
  const schema = JSON.parse(out);
  return [schema, closed(schema) as object].map((one) => ajv.compile(one));
}

/** Parses one line of output and holds it to the schema `dozvon schema` prints for its kind, and to nothing being added to it. */
export async function valid(line: string): Promise<Envelope> {
  const document: Envelope = JSON.parse(line);
  const known = published.get(document.kind) ?? compile(document.kind);
  published.set(document.kind, known);
  for (const validate of await known) {
    validate(document);
    expect(ajv.errorsText(validate.errors), document.kind).toBe("No errors");
  }
  return document;
}

/** With --json: exactly one valid document on standard output, and nothing for a person on standard error. */
export async function json(
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<{ code: number | null; document: Envelope }> {
  const { code, out, err } = await run([...args, "--json"], surroundings);
  expect(err).toBe("");
  expect(out).toMatch(/^\{.*\}\n$/);
  return { code, document: await valid(out) };
}
