/**
 * The only way into the program for data: every file against the schema, then every rule over the whole. All issues at once.
 */
import { basename } from "node:path";
import type * as z from "zod";
import type { Text } from "../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredEntry, Files, Role } from "./authored.js";
import { checkRules } from "./check-rules.js";
import type { AuthoredParty } from "./compile.js";
import { FILES } from "./files.js";
import type { Issue } from "./issue.js";
import type { ReadFault } from "./json.js";
import { lineReader } from "./lines.js";
import { parseRanges } from "./ranges.js";
import type { AuthoredFile } from "./read.js";
import { admit, MOST_ISSUES } from "./schema-issues.js";
import { spelledOut } from "./spelled-out.js";
import { fault, say } from "./words.js";

export type Gated = { issues: Issue[]; directory: AuthoredDirectory | null };

/** An issue of a whole file, or of a line of it. */
export const ofFile = (file: string, wrong: ReadFault, why: Text = say("why.readable")): Issue => ({
  line: null,
  ...wrong,
  rule: "readable",
  why,
  file,
  path: "",
});

/** A file and what the schema reads in it; undefined where it could not be read. */
export interface Looked {
  file: AuthoredFile;
  content: unknown;
  issues: Issue[];
}

const bySchema = ({ file }: AuthoredFile) => ({ file, rule: "schema", why: say("why.schema") });

function lookAtRanges(file: AuthoredFile): Looked {
  const { ranges, malformed } = parseRanges(file.text);
  const where = { ...bySchema(file), path: "" };
  return { file, content: ranges, issues: malformed.map((line) => ({ ...where, line, ...fault("no-range") })) };
}

/** @param shape where it is not that of the file's role. */
export function look(file: AuthoredFile, shape?: z.ZodType): Looked {
  const { json, text } = file;
  const unread = file.fault ? [ofFile(file.file, file.fault)] : [];
  if (json === undefined || file.role === "stray") return { file, content: undefined, issues: unread };
  if (file.role === "ranges") return lookAtRanges(file);
  if (file.role === "examples") return { file, content: basename(file.file, ".txt"), issues: [] };
  const { faults, content } = admit(shape ?? FILES[file.role].shape, json);
  const lineOf = faults.length > 0 ? lineReader(text) : null;
  const issues = faults.map((one) => ({ ...one, ...bySchema(file), line: lineOf?.(one.path) ?? null }));
  return { file, content, issues: [...unread, ...issues] };
}

/** Every file looked at; beyond the most, the first left out is named. */
export function lookAtAll(files: readonly AuthoredFile[], one: (file: AuthoredFile) => Looked): Looked[] {
  const looked: Looked[] = [];
  let count = 0;
  for (const file of files) {
    if (count > MOST_ISSUES) return [...looked, look({ ...file, json: undefined, fault: fault("too-many-issues") })];
    const next = one(file);
    count += next.issues.length;
    looked.push(next);
  }
  return looked;
}

/** The issues of each file from its first line on. */
export const inLines = (issues: readonly Issue[]): Issue[] => {
  const files = [...new Set(issues.map(({ file }) => file))];
  const place = ({ file }: Issue) => files.indexOf(file);
  return [...issues].sort((a, b) => place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0));
};

function entriesOf({ file: { file, role }, content }: Looked): AuthoredEntry[] {
  if (role === "operator" || role === "merchant" || role === "emergency")
    return [{ type: role, file, path: "", party: content as AuthoredParty }];
  const { bodies } = role === "escalation" ? (content as { bodies: AuthoredParty[] }) : { bodies: [] };
  return bodies.map((party, index) => ({ type: "body", file, path: `bodies[${index}]`, party }));
}

const REQUIRED: readonly Role[] = ["topics", "usual", "emergency", "escalation", "retired"];

function filesOf(looked: readonly Looked[]): Files {
  const ofRole = (role: string) =>
    looked.flatMap(({ file, content }) =>
      file.role === role && content !== undefined ? [{ file: file.file, content }] : [],
    );
  return Object.fromEntries(Object.keys(FILES).map((role) => [role, ofRole(role)])) as unknown as Files;
}

/**
 * @param today YYYY-MM-DD: no date in the directory may lie beyond it.
 * @returns every issue, and the directory when there is none.
 */
export function gate(written: readonly AuthoredFile[], today: string): Gated {
  const spelled = spelledOut(written);
  const looked = lookAtAll(spelled, look);
  const absent = REQUIRED.filter((role) => !spelled.some((file) => file.role === role));
  const missing = absent.map((role) => ofFile(FILES[role].at, fault("no-file")));
  const shape = [...missing, ...looked.flatMap(({ issues }) => issues)];
  const files = filesOf(looked);
  const [topics] = files.topics;
  // What a file that cannot be read defines would be missed everywhere else.
  if (!topics || missing.length > 0 || looked.some(({ content }) => content === undefined))
    return { issues: shape, directory: null };
  const directory: AuthoredDirectory = { parties: looked.flatMap(entriesOf), topics: topics.content, files };
  const issues = inLines([...shape, ...checkRules(directory, spelled, { today, faults: shape, own: true })]);
  return { issues, directory: issues.length === 0 ? directory : null };
}
