/**
 * A company's own folder over the built-in directory: whole new operators, or channels added to, replaced in or retired from a
 * known one. It passes the same gate, merged, or is refused whole.
 */

import { readStored, type Stored } from "../directory/stored.js";
import type { Channel, Directory, Party } from "../directory/types.js";
import { type AuthoredOperatorPatch, operatorPatch } from "../schemas/parties.js";
import type { AuthoredTopics } from "../schemas/topics.js";
import { Problem } from "../values/problem.js";
import { OVERLAY } from "../vocabulary/evidence.js";
import { assemble, inMemory } from "./assemble.js";
import type { AuthoredDirectory, AuthoredEntry } from "./authored.js";
import { checkRules } from "./check-rules.js";
import type { AuthoredParty } from "./compile.js";
import { inLines, type Looked, look, lookAtAll, ofFile } from "./gate.js";
import type { Issue } from "./issue.js";
import { lineReader } from "./lines.js";
import { type AuthoredFile, readAuthored } from "./read.js";
import { Refusal } from "./refusal.js";
import { unlessKnown } from "./rules/rule.js";
import { MOST_ISSUES } from "./schema-issues.js";
import { isRecord } from "./shape.js";
import { spelledOut } from "./spelled-out.js";
import { fault, say } from "./words.js";

export type Overlaid = { issues: Issue[]; directory: Directory | null };

/** The id a file claims, if it is one at all: the schema has not seen it yet. */
function claimedId({ json }: AuthoredFile): string | null {
  const id = (json as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : null;
}

/** A file under the id of a known operator adds to it; under any other id it has to be a whole new operator. */
const isPatch = (file: AuthoredFile, known: ReadonlyMap<string, AuthoredParty>): boolean =>
  file.role === "operator" && known.has(claimedId(file) ?? "");

const LISTS = ["channels", "rules", "conflicts", "neverOffered"] as const;

/** A record whose id is known says only what it changes. */
function filledIn(file: AuthoredFile, party: AuthoredParty | undefined): AuthoredFile {
  if (!party || !isRecord(file.json)) return file;
  const whole = { ...file.json };
  for (const list of LISTS) {
    const known = new Map<unknown, object>(party[list].map((record) => [record.id, record]));
    const written = whole[list];
    if (Array.isArray(written))
      whole[list] = written.map((one) => (isRecord(one) ? { ...known.get(one.id), ...one } : one));
  }
  return { ...file, json: whole };
}

function replace<T extends { id: string }>(base: readonly T[], added: readonly T[], retired: string[] = []): T[] {
  const replaced = new Set([...added.map((one) => one.id), ...retired]);
  // What was added stands first, so that an issue's path fits the overlay's own file.
  return [...added, ...base.filter((one) => !replaced.has(one.id))];
}

/** Conflicts and refuted values stay true when a company retires the channel they name; only the reference goes. */
function without(party: AuthoredParty, retired: readonly string[]): AuthoredParty {
  const stays = (id: string) => !retired.includes(id);
  return {
    ...party,
    conflicts: party.conflicts.map((conflict) => ({
      ...conflict,
      chosen: conflict.chosen.filter(stays),
      about: conflict.about.filter(stays),
      candidates: conflict.candidates.map(({ text, channel }) => ({
        text,
        channel: channel && stays(channel) ? channel : null,
      })),
    })),
    neverOffered: party.neverOffered.map((one) =>
      one.instead !== null && !stays(one.instead) ? { ...one, instead: null } : one,
    ),
  };
}

/** A number that a company has retired is no unknown one to whoever asks whose it is. */
function retiredValues({ channels }: AuthoredParty, retired: readonly string[]): AuthoredParty["neverOffered"] {
  const gone = channels.filter(({ id }) => retired.includes(id));
  const kept = channels.filter((one) => !gone.includes(one)).map(({ value }) => value);
  const decided = { status: "stale" as const, why: say("why.company-decided"), topics: [], instead: null };
  return gone.flatMap(({ id, value, label: claim, sources }) =>
    value === null || kept.includes(value)
      ? []
      : [{ id: `retired-${id.replaceAll(".", "-")}`, values: [value], claim, sources, ...decided }],
  );
}

function patched(before: AuthoredParty, patch: AuthoredOperatorPatch): AuthoredParty {
  const party = without(before, patch.retire);
  const gone = retiredValues({ ...before, channels: [...before.channels, ...patch.channels] }, patch.retire);
  return {
    ...party,
    channels: replace(party.channels, patch.channels, patch.retire),
    rules: replace(party.rules, patch.rules),
    conflicts: replace(party.conflicts, patch.conflicts),
    neverOffered: [...replace(party.neverOffered, patch.neverOffered), ...gone],
  };
}

function unknownRetired({ file, text }: AuthoredFile, retire: readonly string[], party: AuthoredParty): Issue[] {
  const known = party.channels.map((channel) => channel.id);
  const lost = retire.flatMap((id, index) => unlessKnown(id, known, `retire[${index}]`));
  const why = { rule: "known-references", why: say("why.retired") };
  return lost.map((one) => ({ ...one, ...why, file, line: lineReader(text)(one.path) }));
}

/** Overlay files over the base's entries; issues for what cannot be merged. */
function merge(base: AuthoredDirectory, looked: readonly Looked[]): { issues: Issue[]; directory: AuthoredDirectory } {
  const parties: AuthoredEntry[] = [...base.parties];
  const issues: Issue[] = [];
  let topics = base.topics;
  for (const { file, content } of looked) {
    if (content === undefined) continue;
    if (file.role === "topics") {
      const added = content as AuthoredTopics;
      topics = {
        orders: { ...topics.orders, ...added.orders },
        topics: replace(topics.topics, added.topics),
        prepare: { ...topics.prepare, ...added.prepare },
        limits: { ...topics.limits, ...added.limits },
      };
    }
    if (file.role !== "operator") continue;
    const id = claimedId(file);
    const index = parties.findIndex((entry) => entry.party.id === id && entry.type === "operator");
    const known = parties[index];
    if (known) {
      const patch = content as AuthoredOperatorPatch;
      issues.push(...unknownRetired(file, patch.retire, known.party));
      parties[index] = { ...known, file: file.file, party: patched(known.party, patch) };
    } else {
      parties.push({ type: "operator", file: file.file, path: "", party: content as AuthoredParty });
    }
  }
  return { issues, directory: { ...base, parties, topics } };
}

/** What an overlay does not touch stays the directory's. */
function withOrigins(party: Party, before: readonly Party[]): Party {
  const builtIn = before.find(({ id }) => id === party.id)?.channels.map((channel) => JSON.stringify(channel)) ?? [];
  const marked = (channel: Channel): Channel =>
    builtIn.includes(JSON.stringify(channel)) ? channel : { ...channel, origin: OVERLAY };
  return { ...party, channels: party.channels.map(marked) };
}

/** No company answers for as many; the gate walks every situation of each. */
const MOST_OPERATORS = 50;

const NO_DAY_IS_LATER = "9999-12-31";

/**
 * @param base the built-in directory as the gate accepted it when it was built: a question about a day before that is no fault of it.
 * @param folder the overlay.
 * @param today YYYY-MM-DD: no date in the overlay may lie beyond it; null where the question is about another day than today.
 * @throws the file system's error when the folder cannot be read.
 */
export function overlay(base: AuthoredDirectory, folder: string, today: string | null): Overlaid {
  const operators = base.parties.filter((entry) => entry.type === "operator");
  const known = new Map(operators.map(({ party }) => [party.id, party]));
  const files = spelledOut(readAuthored(folder), base).map((file) =>
    isPatch(file, known) ? filledIn(file, known.get(claimedId(file) ?? "")) : file,
  );
  const looked = lookAtAll(files, (file) =>
    ["operator", "topics", "stray"].includes(file.role)
      ? look(file, isPatch(file, known) ? operatorPatch : undefined)
      : look({ ...file, json: undefined, fault: fault("not-in-overlay") }),
  );
  const shape = looked.flatMap(({ issues }) => issues);
  if (files.length === 0) shape.push(ofFile(".", fault("empty-overlay"), say("why.not-empty")));
  // What is without end is not worth walking.
  if (shape.length > MOST_ISSUES || files.length === 0) return { issues: shape, directory: null };
  const beyond = files.filter(({ role }) => role === "operator")[MOST_OPERATORS];
  const tooMany = fault("too-many-operators", { most: MOST_OPERATORS });
  if (beyond) shape.push(ofFile(beyond.file, tooMany, say("why.few-operators")));
  if (beyond) return { issues: shape, directory: null };
  const merged = merge(base, looked);
  const before = assemble(base);
  const lastDay = today === null ? NO_DAY_IS_LATER : today > before.index.asOf ? today : before.index.asOf;
  const found = checkRules(merged.directory, files, { today: lastDay, faults: shape, own: false });
  const issues = inLines([...shape, ...merged.issues, ...found]);
  if (issues.length > 0) return { issues, directory: null };
  const after = assemble(merged.directory);
  const parties = after.parties.map((party) => withOrigins(party, before.parties));
  const builtIn = new Set(base.parties.map((entry) => entry.party.id));
  const summaries = after.index.parties.map((one) => (builtIn.has(one.id) ? one : { ...one, origin: OVERLAY }));
  // How old the built-in directory is does not depend on what lies over it.
  const { version, asOf } = before.index;
  const index = { ...after.index, version, asOf, parties: summaries };
  return { issues: [], directory: inMemory({ ...after, parties, index }) };
}

/** What the gate accepted when the directory was built: the base that an overlay is laid over. */
export const AUTHORED: Stored<AuthoredDirectory> = { path: "authored.json" };

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && "code" in error;

/** @throws Problem when the folder cannot be read. */
export function readable<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isFileFault(error)) throw error;
    throw new Problem("bad-directory", "folder-unreadable", { folder, reason: error.code ?? "" });
  }
}

/**
 * The directory that was built with a company's own folder over it.
 * @param compiled where the build put the directory.
 * @param today as `overlay` takes it.
 * @throws Refusal with all issues; Problem when the folder cannot be read.
 */
export function openOverlay(compiled: string, folder: string, today: string | null): Directory {
  const { issues, directory } = readable(folder, () => overlay(readStored(compiled, AUTHORED), folder, today));
  if (!directory) throw new Refusal(folder, issues);
  return directory;
}
