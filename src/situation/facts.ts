/** What is known of a person's situation: parsed, made consistent, each fact with where it comes from. */
import type { Directory, DirectoryIndex, PartySummary, Topic } from "../directory/types.js";
import { Problem } from "../values/problem.js";
import type { NoticeCode } from "../vocabulary/codes.js";
import type { Text } from "../vocabulary/language.js";
import type { Fact, FactOrigin } from "../vocabulary/situation.js";
import { FACT_TABLE, type FactValue } from "./fact-table.js";
import { findOperator, findTopic, operators } from "./names.js";

/** As typed by a person or read from a line, before anything is understood. */
export interface Given {
  value: string;
  from: FactOrigin;
  /** How the value is repeated in an answer, where that is not as it was given: a phone number is masked. */
  shown?: string;
  /** The part of a topic that a sentence asks about. */
  part?: string;
  /** The sentence that asks about it: no flag does. */
  said?: string;
  /** What there is to say of where the value came from. */
  notices?: readonly Notice[];
}

export type GivenFacts = Partial<Record<Fact, Given>>;

export interface Known<T> {
  value: T;
  from: FactOrigin;
  part?: string;
}

/** `from` is one of NAMED_LINES or an operator's id; the subscriber's own `number` stands as it may be shown. */
export type Situation = { [F in Fact]?: Known<FactValue<F>> } & { topic: Known<string> };

export interface Notice {
  code: NoticeCode;
  values: Readonly<Record<string, string | Text>>;
}

export const DEFAULT_TOPIC = "general-support";
export const EMERGENCY_TOPIC = "emergency";

/** Facts as they were meant: ids, lists, a masked number. @throws Problem unknown-*, usage (an empty value). */
export function parseFacts(given: GivenFacts, directory: DirectoryIndex): Partial<Situation> {
  const known = (Object.keys(FACT_TABLE) as Fact[]).flatMap((fact): [Fact, Known<unknown>][] => {
    const entry = given[fact];
    if (!entry) return [];
    if (entry.value.trim() === "") throw new Problem("usage", "empty-value", { fact });
    const value = FACT_TABLE[fact].parse(entry.value, directory);
    const { from, shown, part } = entry;
    return [[fact, { value: fact === "number" ? (shown ?? value) : value, from, ...(part && { part }) }]];
  });
  return Object.fromEntries(known);
}

type DirectoryOfParts = DirectoryIndex & Pick<Directory, "parts">;

function contradiction(key: string, values: Record<string, string>): never {
  throw new Problem("contradictory-facts", key, values);
}

/** To a sentence the part it asks about comes first, and nothing is said of the others. */
function narrowed(topic: Topic, { from, part }: Known<string>, directory: DirectoryOfParts): Topic {
  if (from !== "text") return topic;
  const { topics, limits } = directory.parts();
  const asked = topics[topic.id]?.find(({ id }) => id === part);
  const own = asked?.limits ?? topic.limits;
  const partOf = (id: string) => (limits[id] ?? directory.limits[id])?.part ?? null;
  const about = (which: string | null) => own.filter((id) => partOf(id) === which);
  return {
    ...topic,
    asked: asked && { ...asked, limits: about(asked.id) },
    operatorNeeded: asked?.operatorNeeded ?? topic.operatorNeeded,
    kinds: asked?.kinds ?? topic.kinds,
    ownLine: asked?.ownLine ?? topic.ownLine,
    usual: asked?.usual ?? topic.usual,
    prepare: asked?.prepare ?? topic.prepare,
    limits: [...(asked ? about(asked.id) : []), ...about(null)],
  };
}

/** Whoever names another country is abroad. */
function derivePlace(situation: Situation): void {
  const { country, roaming } = situation;
  if (!country) return;
  if (country.value === "RU") contradiction("country-is-russia", {});
  if (!roaming) situation.roaming = { value: "abroad", from: "derived" };
  else if (roaming.value !== "abroad") contradiction("country-without-abroad", { country: country.value });
}

/** The service that the topic or the operator leaves no choice about. */
function deriveService(situation: Situation, topic: Topic, operator: PartySummary | undefined): void {
  const { service } = situation;
  if (topic.service && service && service.value !== topic.service) {
    contradiction("service-of-topic", { topic: topic.id, service: topic.service });
  }
  if (service) return;
  const only = operator?.services.length === 1 ? operator.services[0] : undefined;
  const value = topic.service ?? only;
  if (value) situation.service = { value, from: "derived" };
  // `own` is by definition a working SIM of the operator, so the service asked about is the mobile one.
  else if (situation.from?.value === "own" && topic.operatorNeeded) {
    situation.service = { value: "mobile", from: "derived" };
  }
}

/** An operator's id as the line it is, seen from the operator asked about. */
function settleLine(situation: Situation, directory: DirectoryIndex): Notice[] {
  const { from, operator } = situation;
  if (!from) return [];
  const line = operators(directory).find(({ id }) => id === from.value);
  const fixed = line && !line.services.includes("mobile");
  if (fixed) situation.from = { value: "landline", from: from.from };
  else if (from.value === operator?.value) situation.from = { value: "own", from: from.from };
  return fixed ? [{ code: "fixed-operator-is-landline", values: { operator: line.name } }] : [];
}

/** Readings of a line (routing/README.md): a fixed service has no SIM of its own, and a landline abroad is a foreign phone. */
export function settledLine<T extends string>(line: T, place: string | undefined, isFixed: boolean) {
  const settled = line === "own" && isFixed ? "landline" : line;
  return settled === "landline" && place === "abroad" ? "foreign" : settled;
}

function settleOwnLine(situation: Situation, operator: PartySummary | undefined): Notice[] {
  const { from, service, roaming } = situation;
  if (!from) return [];
  const isFixed = service?.value === "fixed" || operator?.services.includes("mobile") === false;
  const value = settledLine(from.value, roaming?.value, isFixed);
  situation.from = { ...from, value };
  return [
    ...(from.value === "own" && isFixed ? [{ code: "own-line-is-fixed" as const, values: {} }] : []),
    ...(value !== from.value && value === "foreign"
      ? [{ code: "landline-abroad-is-foreign" as const, values: {} }]
      : []),
  ];
}

/**
 * Parses given facts and makes them consistent.
 * @throws Problem unknown-*, contradictory-facts, usage (an empty value).
 */
export function understand(given: GivenFacts, directory: DirectoryOfParts) {
  const known = parseFacts(given, directory);
  const situation: Situation = { ...known, topic: known.topic ?? { value: DEFAULT_TOPIC, from: "default" } };
  const topic = narrowed(findTopic(situation.topic.value, directory), situation.topic, directory);
  const operator = situation.operator && findOperator(situation.operator.value, directory);
  derivePlace(situation);
  const notices = Object.values(given).flatMap((fact) => fact.notices ?? []);
  notices.push(...settleLine(situation, directory));
  deriveService(situation, topic, operator);
  notices.push(...settleOwnLine(situation, operator));
  const { service } = situation;
  if (topic.operatorNeeded && operator && service && !operator.services.includes(service.value)) {
    notices.push({ code: "service-not-offered", values: { operator: operator.name } });
  }
  return { situation, topic, notices };
}
