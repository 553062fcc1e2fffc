/**
 * A text and the flags beside it, made into one set of facts: the flag wins, and what it overrules is said. Of lists both count: what
 * somebody has tried in vain, or cannot use, is so wherever they say it.
 */
import type { DirectoryIndex } from "../directory/types.js";
import { FACT_TABLE } from "../situation/fact-table.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice } from "../situation/facts.js";
import { findMerchant, findOperator, sellersOf } from "../situation/names.js";
import { Problem } from "../values/problem.js";
import { EMERGENCY_FACTS, type Fact, SERVICES, type Service } from "../vocabulary/situation.js";
import type { Reading } from "./read-text.js";
import type { ScoredTopic } from "./topic-model.js";
import { judge, type Verdict } from "./verdict.js";

export interface Heard {
  /** Without a topic when the verdict names none. */
  given: GivenFacts;
  verdict: Verdict;
  notices: Notice[];
}

function operatorId(given: string, directory: DirectoryIndex): string {
  try {
    return findOperator(given, directory).id;
  } catch (error) {
    // A line that is no operator's, or an unknown one: the answer itself will say so.
    if (error instanceof Problem) return given.trim().toLowerCase();
    throw error;
  }
}

function same(fact: Fact, flag: string, text: string, directory: DirectoryIndex): boolean {
  // A notice would repeat both numbers, and which is theirs the flag has said.
  if (fact === "number") return true;
  if (fact === "operator" || fact === "from") return operatorId(flag, directory) === text;
  if (fact === "merchant") return findMerchant(flag, directory) === text;
  return flag.trim().toLowerCase() === text.toLowerCase();
}

function serviceFlag(flags: GivenFacts): Service | null {
  const given = flags.service?.value.trim().toLowerCase();
  return SERVICES.find((service) => service === given) ?? null;
}

function contradiction(fact: Fact, text: string, flag: string): Notice {
  return { code: "text-contradicts", values: { fact, text, flag } };
}

/** The text's facts that stand beside the flags, and notices of those that do not. */
function beside(
  flags: GivenFacts,
  said: Reading["facts"],
  directory: DirectoryIndex,
): Pick<Heard, "given" | "notices"> {
  const given: GivenFacts = {};
  const notices: Notice[] = [];
  for (const [name, value] of Object.entries(said)) {
    const fact = name as Fact;
    const flag = flags[fact];
    if (!flag) given[fact] = { value, from: "text" };
    else if (FACT_TABLE[fact].list) given[fact] = { ...flag, value: [flag.value, value].join(",") };
    else if (!same(fact, flag.value, value, directory)) notices.push(contradiction(fact, value, flag.value));
  }
  return { given, notices };
}

/** Facts of the text that make no sense beside the others any more. */
function consistent(given: GivenFacts, topic: string | null, directory: DirectoryIndex): GivenFacts {
  const { service, country, merchant, ...rest } = given;
  const settled = directory.topics.find(({ id }) => id === topic)?.service;
  const sold = topic !== null && sellersOf(topic, directory).length > 0;
  const abroad = given.roaming?.value.trim().toLowerCase() === "abroad";
  return {
    ...rest,
    ...(service && (service.from !== "text" || !settled) && { service }),
    ...(merchant && (merchant.from !== "text" || sold) && { merchant }),
    ...(country && (country.from !== "text" || abroad) && { country }),
  };
}

const only = (facts: GivenFacts, kept: readonly Fact[]): GivenFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([fact, entry]) => entry.from !== "text" || kept.includes(fact as Fact)),
  );

/** What sounds like the home's is then the likeliest of the phone's, and stands beside it. */
function ofPhones(reading: Reading, { topics }: DirectoryIndex): Reading {
  const isHome = ({ topic }: ScoredTopic) => topics.some(({ id, service }) => id === topic && service === "fixed");
  const [first, ...rest] = reading.topics.filter((one) => !isHome(one));
  const home = reading.topics.filter(isHome);
  if (!first) return reading;
  const confidence = home.reduce((sum, one) => sum + one.confidence, first.confidence);
  const others = [...home, ...rest].sort((a, b) => b.confidence - a.confidence);
  return { ...reading, topics: [{ ...first, confidence }, ...others] };
}

/** @param flags facts stated beside the text; a topic among them settles the topic. */
export function heard(reading: Reading, flags: GivenFacts, directory: DirectoryIndex): Heard {
  const nameOf = (id: string) => directory.parties.find((one) => one.id === id)?.name ?? id;
  const { given, notices } = beside(flags, reading.facts, directory);
  const services = directory.parties.find(({ id }) => id === given.operator?.value)?.services ?? SERVICES;
  const isPhones = reading.mobile && services.includes("mobile");
  const judged = judge(isPhones ? ofPhones(reading, directory) : reading, directory.topics, serviceFlag(flags));
  if (flags.topic && judged.kind === "topic" && judged.topic !== flags.topic.value.trim().toLowerCase()) {
    notices.push(contradiction("topic", judged.topic, flags.topic.value));
  }
  const { besides, facts: said } = reading;
  if (besides !== null && said.operator !== undefined && given.operator)
    notices.push({ code: "other-operator-named", values: { operator: nameOf(said.operator), other: nameOf(besides) } });
  const verdict: Verdict = flags.topic ? { kind: "topic", topic: flags.topic.value, confidence: 1 } : judged;
  const topic = verdict.kind === "topic" ? verdict.topic : null;
  const together: GivenFacts = {
    ...flags,
    ...given,
    ...(topic !== null && !flags.topic && { topic: { value: topic, from: "text" } }),
  };
  const facts = consistent(together, topic, directory);
  return { given: topic === EMERGENCY_TOPIC ? only(facts, [...EMERGENCY_FACTS, "topic"]) : facts, verdict, notices };
}
