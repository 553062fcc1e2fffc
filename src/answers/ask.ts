/** A plain sentence to the facts and the topic it is about, and so to the same answer as facts by themselves. */
import type { GivenPurchase } from "../charges/purchase.js";
import type { Directory } from "../directory/types.js";
import type { Routing } from "../routing/route.js";
import { EMERGENCY_TOPIC, type GivenFacts, understand } from "../situation/facts.js";
import { sellersOf } from "../situation/names.js";
import { type Heard, heard } from "../understanding/heard.js";
import { Phrases, phraseTable } from "../understanding/phrase.js";
import { type Reading, textReader } from "../understanding/read-text.js";
import { normalise, tokens } from "../understanding/text.js";
import { decodeModel, type ScoredTopic } from "../understanding/topic-model.js";
import { isCountryCode } from "../values/country.js";
import { onceFor } from "../values/once.js";
import { Problem } from "../values/problem.js";
import { SERVICES } from "../vocabulary/situation.js";
import type { Desk } from "./desk.js";
import { inUsualCase, routeAnswer } from "./route.js";

type ReadText = (text: string) => Reading;

const readers = new WeakMap<Directory, ReadText>();

/** Reads sentences, one asked of twice in a row once; the parties they may name are the directory's, those of an overlay too. */
export function readerOf({ directory, open }: Desk): ReadText {
  const known = readers.get(directory);
  if (known) return known;
  const read = textReader(decodeModel(open.topicModel()), { ...open.wordLists(), ...directory.names() });
  let last: { text: string; reading: Reading } | null = null;
  const reader: ReadText = (text) => {
    if (last?.text !== text) last = { text, reading: read(text) };
    return last.reading;
  };
  readers.set(directory, reader);
  return reader;
}

/** A country named in any case and language that sentences are read in, as its code; what nobody knows is left as it is. */
export function withCountryCode(given: GivenFacts, desk: Desk): GivenFacts {
  const { country } = given;
  if (!country || isCountryCode(country.value)) return given;
  const read = (text: string) => readerOf(desk)(text).facts.country;
  // A name alone says nothing of where a person is: a cry for help counts every place named, and "in" the declined ones.
  const code = read(`помогите, в ${country.value}`) ?? read(`я в ${country.value}`);
  return code ? { ...given, country: { ...country, value: code } } : given;
}

/** What is asked, where it is not the way to somebody: the room that knows answers it. */
export type Room =
  | { kind: "whose"; numbers: readonly string[] }
  | { kind: "charge"; descriptor: string }
  | { kind: "refund"; merchant: string; given: GivenPurchase }
  | { kind: "checklist"; id: string; given: GivenFacts }
  /** Without an id where the matter does not say which letter. */
  | { kind: "claim"; id: string | null; operator: string | undefined };

/** Who it is and where it is cancelled is asked of these; of the others the way to the seller is. */
const CHARGES: readonly string[] = [
  "card-charge-other",
  "options",
  "unknown-charge",
  "unwanted-subscription",
  "refund-claim",
];

function roomOfSeller(reading: Reading, topic: string, directory: Directory): Room | null {
  const { asks, sellerAlone, phoneAccount } = reading;
  const { merchant } = reading.facts;
  if (!merchant) return null;
  if (asks === "refund")
    return { kind: "refund", merchant, given: phoneAccount ? { "paid-with": "phone-account" } : {} };
  const ofCharges = topic === "" || CHARGES.includes(topic);
  // What left the account of the phone its operator can tell.
  if (!sellerAlone && (phoneAccount || !ofCharges || sellersOf(topic, directory).includes(merchant))) return null;
  return { kind: "charge", descriptor: directory.party(merchant).name.en };
}

/** Whoever asks for a code is a fraudster, whosever number shows. */
const CODE_ASKED = "code-asked";

function roomOf(reading: Reading, { verdict, given }: Heard, { directory, open }: Desk): Room | null {
  const { whose, asks } = reading;
  if (whose.length > 0 && given.topic?.part !== CODE_ASKED) return { kind: "whose", numbers: whose };
  const topic = (verdict.kind === "several" ? verdict.candidates[0]?.topic : given.topic?.value) ?? "";
  if (asks === "letter") {
    const letter = open.claims().find(({ asked }) => asked.includes(topic));
    // Where to hand in a paper on a part of a topic that no letter is about is asked of the operator.
    if (letter || !given.topic?.part) return { kind: "claim", id: letter?.id ?? null, operator: given.operator?.value };
  }
  const checklist = asks === "steps" && directory.checklists.find(({ topics }) => topics.includes(topic));
  if (!checklist) return roomOfSeller(reading, topic, directory);
  // The topic is each step's own.
  const { topic: _topic, ...person } = given;
  return { kind: "checklist", id: checklist.id, given: person };
}

const phrasesOf = onceFor((directory: Directory) => {
  const said = Object.entries(directory.parts().topics).flatMap(([topic, parts]) =>
    parts.flatMap(({ id, said, saidAbroad }) => [
      ...said.map((one) => [one, `${topic} ${id}`] as const),
      ...saidAbroad.map((one) => [one, `${topic} ${id} abroad`] as const),
    ]),
  );
  return new Phrases(phraseTable(said));
});

/** @param named the id of a topic and that of its part, with a space between them, and "abroad" where it is said so only there. */
function partNamed(named: string, directory: Directory) {
  const [topic = "", part = "", abroad] = named.split(" ");
  const { asks, service = null } = directory.topics.find(({ id }) => id === topic) ?? {};
  const parts = directory.parts().topics[topic] ?? [];
  const at = parts.findIndex(({ id }) => id === part);
  const settles = parts[at]?.settles === true;
  // What stands first says more; where minutes count its words come before anybody's, and a service named before what happened.
  const before = settles && !asks ? -parts.length : abroad ? parts.length : 0;
  return { topic, part, service, settles, order: at + before, isAbroad: abroad !== undefined };
}

type Part = ReturnType<typeof partNamed>;

/** The parts of topics that a text asks about. @param abroad whether it is asked from there. */
export function partsSaid(text: string, directory: Directory, abroad = false): Part[] {
  const words = tokens(normalise(text));
  // "Не сказал код": what is denied is not asked about.
  const found = phrasesOf(directory)
    .find(words)
    .map(({ value, start }) => ({ ...partNamed(value, directory), start }))
    .filter(({ settles, start, isAbroad }) => (!settles || words[start - 1] !== "не") && (abroad || !isAbroad));
  return found.sort((a, b) => a.order - b.order);
}

/** In more words than these somebody in Russia tells what happened, and the number for all of it stands first. */
const SERVICE_ALONE = 3;

/** Whose number it is, the number itself tells. */
const WHICH_OPERATOR = "which-operator";

/** A part of the topic that the sentence asks about, or one whose words leave no doubt which topic it is. */
function withPart(text: string, found: Heard, directory: Directory): Heard {
  const { verdict, given } = found;
  const likely = verdict.kind === "several" ? verdict.candidates.map(({ topic }) => topic) : [given.topic?.value];
  // What is asked of a phone takes nothing from whoever may be in danger.
  const isEmergency = likely[0] === EMERGENCY_TOPIC;
  if (given.topic && given.topic.from !== "text") return found;
  const isAbroad = given.roaming?.value === "abroad";
  if (isEmergency && !isAbroad && tokens(normalise(text)).length > SERVICE_ALONE) return found;
  const { service: stated, ...rest } = given;
  const isOffered = ({ service }: Part) => !stated || service === null || service === stated.value;
  const isKnown = ({ part }: Part) => given.number !== undefined && part === WHICH_OPERATOR;
  const asked = partsSaid(text, directory, isAbroad).filter((part) => isOffered(part) && !isKnown(part));
  const fits = ({ topic }: Part) => likely.includes(topic);
  const open = asked.filter((part) => fits(part) || (part.settles && !isEmergency));
  const one = open.find((part) => part.order < 0 || (part.settles && fits(part))) ?? open[0];
  if (!one) return found;
  const { topic, part, service } = one;
  return {
    ...found,
    // Which service it is the topic says.
    given: { ...(service ? rest : given), topic: { value: topic, from: "text", part, said: text } },
    verdict: given.topic?.value === topic ? verdict : { kind: "topic", topic, confidence: 1 },
  };
}

/** The usual answer to a topic that may be meant. @throws Problem when the facts contradict each other. */
export function wayTo(topic: string, given: GivenFacts, desk: Desk): Routing {
  const facts: GivenFacts = { ...given, topic: { value: topic, from: "text" } };
  return inUsualCase(routeAnswer(facts, desk), facts, desk);
}

/** What the operator has no such service for is no choice. */
function offeredAlone(found: Heard, { topics, parties }: Directory): Heard {
  const { verdict } = found;
  const { operator } = found.given;
  if (verdict.kind !== "several" || !operator) return found;
  const services = parties.find(({ id }) => id === operator.value)?.services ?? SERVICES;
  const isOffered = ({ topic }: ScoredTopic) =>
    topics.some(({ id, service }) => id === topic && (service === null || services.includes(service)));
  const candidates = verdict.candidates.filter(isOffered);
  return candidates.length === 0 ? found : { ...found, verdict: { kind: "several", candidates } };
}

/** Topics with one and the same way to the operator are no choice: the likeliest is answered. */
function withoutDeafChoice(found: Heard, desk: Desk): Heard {
  const { verdict, given } = found;
  if (verdict.kind !== "several" || !given.operator) return found;
  const [first, ...nearest] = verdict.candidates;
  const ways = new Set(verdict.candidates.map(({ topic }) => wayTo(topic, given, desk).main?.channel.id));
  if (!first || ways.size > 1 || (ways.has(undefined) && nearest.length > 0)) return found;
  const topic = { value: first.topic, from: "text" } as const;
  return { ...found, given: { ...given, topic }, verdict: { kind: "topic", ...first, nearest } };
}

/** "Никто не берёт трубку": the line that would be the answer is what stayed silent, so the next best way is. */
function withSilent({ unanswered }: Reading, found: Heard, desk: Desk): Heard {
  const { verdict, given } = found;
  if (!unanswered || verdict.kind !== "topic" || !given.operator || given.tried) return found;
  const silent = wayTo(verdict.topic, given, desk).main?.channel;
  return silent?.dial ? { ...found, given: { ...given, tried: { value: silent.display.ru, from: "text" } } } : found;
}

/**
 * @param stated facts given beside the text; a topic among them settles what is asked.
 * @returns `room` null where the facts and the topic are what is asked.
 * @throws Problem usage for an empty text, out-of-scope.
 */
export function hear(text: string, stated: GivenFacts, desk: Desk) {
  if (text.trim() === "") throw new Problem("usage", "empty-text");
  const flags = withCountryCode(stated, desk);
  const reading = readerOf(desk)(text);
  const { directory } = desk;
  const said = offeredAlone(heard(reading, flags, directory), directory);
  const found = withSilent(reading, withoutDeafChoice(withPart(text, said, directory), desk), desk);
  const room = stated.topic ? null : roomOf(reading, found, desk);
  if (found.verdict.kind === "outside" && !room) throw new Problem("out-of-scope", "out-of-scope");
  return { ...found, text, room };
}

export type Understood = ReturnType<typeof hear>;

/** The answer that asks which of a few topics is meant. @throws Problem when the facts contradict each other. */
export function undecided({ given, notices }: Heard, candidates: readonly ScoredTopic[], { directory }: Desk) {
  const { situation, notices: found } = understand(given, directory);
  const { topic: _none, ...known } = situation;
  return { situation: known, candidates, notices: [...notices, ...found] };
}
