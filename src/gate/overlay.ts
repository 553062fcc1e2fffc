/**
 * A company's own folder over the built-in directory: whole new operators, or channels added to, replaced in or retired from a
 * known one. It passes the same gate, merged, or is refused whole.
 */

import type { Channel, Directory, Party } from "../directory/types.js";
import { BUILT_IN, OVERLAY } from "../vocabulary/evidence.js";
import { assemble, inMemory } from "./assemble.js";
import type { AuthoredDirectory, AuthoredEntry } from "./authored.js";
import type { AuthoredParty } from "./compile.js";
import { checkRules, issuesOf, schemaIssues } from "./gate.js";
import type { Issue } from "./issue.js";
import { type AuthoredFile, readAuthored } from "./read.js";
import * as schema from "./schema.js";
import { spelledOut } from "./spelled-out.js";

export type Overlaid = { issues: Issue[]; directory: Directory | null };

/** The id a file claims, if it is one at all: the schema has not seen it yet. */
function claimedId({ json }: AuthoredFile): string | null {
  const id = (json as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : null;
}

/** A file under the id of a known operator adds to it; under any other id it has to be a whole new operator. */
const isPatch = (file: AuthoredFile, known: ReadonlySet<string>): boolean =>
  file.role === "operator" && known.has(claimedId(file) ?? "");

function shapeIssues(file: AuthoredFile, known: ReadonlySet<string>): Issue[] {
  return isPatch(file, known) ? schemaIssues(file, schema.operatorPatch) : schemaIssues(file);
}

function replace<T extends { id: string }>(
  base: readonly T[],
  added: readonly T[],
  retired: readonly string[] = [],
): T[] {
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
      candidates: conflict.candidates.map(({ text, channel }) =>
        channel && stays(channel) ? { text, channel } : { text },
      ),
    })),
    neverOffered: party.neverOffered.map((one) =>
      one.instead !== null && !stays(one.instead) ? { ...one, instead: null } : one,
    ),
  };
}

function patched(before: AuthoredParty, patch: schema.AuthoredOperatorPatch): AuthoredParty {
  const party = without(before, patch.retire);
  return {
    ...party,
    channels: replace(party.channels, patch.channels, patch.retire),
    rules: replace(party.rules, patch.rules),
    conflicts: replace(party.conflicts, patch.conflicts),
    neverOffered: replace(party.neverOffered, patch.neverOffered),
  };
}

function unknownRetired(file: AuthoredFile, patch: schema.AuthoredOperatorPatch, party: AuthoredParty): Issue[] {
  const known = new Set(party.channels.map((channel) => channel.id));
  return patch.retire.flatMap((id, index) => {
    if (known.has(id)) return [];
    const message = { ru: `${id}: такого канала нет`, en: `${id} does not exist` };
    const why = { ru: "убрать можно только то, что есть", en: "only what is there can be retired" };
    return [{ rule: "known-references", why, file: file.file, path: `retire[${index}]`, message }];
  });
}

/** Overlay files over the base's entries; issues for what cannot be merged. */
function merge(
  base: AuthoredDirectory,
  files: readonly AuthoredFile[],
): { issues: Issue[]; directory: AuthoredDirectory } {
  const parties: AuthoredEntry[] = [...base.parties];
  const issues: Issue[] = [];
  let topics = base.topics;
  for (const file of files) {
    if (file.role === "topics") {
      const added = schema.topics.parse(file.json);
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
      const patch = schema.operatorPatch.parse(file.json);
      issues.push(...unknownRetired(file, patch, known.party));
      parties[index] = { ...known, file: file.file, party: patched(known.party, patch) };
    } else {
      const party = schema.operator.parse(file.json) as AuthoredParty;
      parties.push({ type: "operator", file: file.file, path: "", party });
    }
  }
  return { issues, directory: { ...base, parties, topics } };
}

function withOrigins(party: Party, base: Party | undefined, origin: string): Party {
  const builtIn = new Map(base?.channels.map((channel) => [channel.id, channel]));
  const marked = (channel: Channel): Channel => {
    const before = builtIn.get(channel.id);
    const untouched = before !== undefined && JSON.stringify(before) === JSON.stringify(channel);
    return untouched ? channel : { ...channel, origin };
  };
  return { ...party, channels: party.channels.map(marked) };
}

/** No company answers for as many; the gate walks every situation of each. */
const MOST_OPERATORS = 50;

function tooMany(files: readonly AuthoredFile[]): Issue[] {
  const beyond = files.filter(({ role }) => role === "operator")[MOST_OPERATORS];
  if (!beyond) return [];
  const message = {
    ru: `в накладке больше ${MOST_OPERATORS} операторов`,
    en: `an overlay holds ${MOST_OPERATORS} operators at most`,
  };
  const why = { ru: "проверка длилась бы слишком долго", en: "checking them would take too long" };
  return [{ rule: "readable", why, file: beyond.file, path: "", message }];
}

const unsupported = (file: AuthoredFile): Issue[] => {
  if (file.role === "operator" || file.role === "topics") return [];
  const message = {
    ru: "накладка меняет только operators/ и topics.json",
    en: "an overlay holds operators/ and topics.json only",
  };
  const why = {
    ru: "экстренные номера и надзор общие для всех",
    en: "emergency numbers and regulators are the same for everybody",
  };
  return [{ rule: "readable", why, file: file.file, path: "", message }];
};

const NO_DAY_IS_LATER = "9999-12-31";

/**
 * @param base the built-in directory as the gate accepted it when it was built: a question about a day before that is no fault of it.
 * @param folder the overlay.
 * @param today YYYY-MM-DD: no date in the overlay may lie beyond it; null where the question is about another day than today.
 * @throws the file system's error when the folder cannot be read.
 */
export function overlay(base: AuthoredDirectory, folder: string, today: string | null): Overlaid {
  const files = spelledOut(readAuthored(folder), base);
  const operators = base.parties.filter((entry) => entry.type === "operator");
  const known = new Set(operators.map((entry) => entry.party.id));
  const shape = issuesOf(files, (file) => [...unsupported(file), ...shapeIssues(file, known)]);
  if (files.length === 0) shape.push(...emptyFolder());
  if (shape.length === 0) shape.push(...tooMany(files));
  if (shape.length > 0) return { issues: shape, directory: null };
  const merged = merge(base, files);
  const before = assemble(base, BUILT_IN);
  const lastDay = today === null ? NO_DAY_IS_LATER : today > before.index.asOf ? today : before.index.asOf;
  const issues = [...merged.issues, ...checkRules(merged.directory, lastDay)];
  if (issues.length > 0) return { issues, directory: null };
  const after = assemble(merged.directory, BUILT_IN);
  const parties = after.parties.map((party) =>
    withOrigins(
      party,
      before.parties.find((one) => one.id === party.id),
      OVERLAY,
    ),
  );
  const builtIn = new Set(base.parties.map((entry) => entry.party.id));
  const summaries = after.index.parties.map((one) => (builtIn.has(one.id) ? one : { ...one, origin: OVERLAY }));
  return { issues: [], directory: inMemory({ ...after, parties, index: { ...after.index, parties: summaries } }) };
}

function emptyFolder(): Issue[] {
  const message = {
    ru: "в папке нет ни operators/*.json, ни topics.json",
    en: "the folder has neither operators/*.json nor topics.json",
  };
  const why = { ru: "пустая накладка чаще всего — ошибка в пути", en: "an empty overlay is most often a wrong path" };
  return [{ rule: "readable", why, file: ".", path: "", message }];
}
