/** A plain sentence to the facts and the topic it is about, and so to the same answer as facts by themselves. */
import type { Directory } from "../directory/types.js";
import type { Routing } from "../routing/routing.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import { sellersOf } from "../situation/names.js";
import { type Heard, heard } from "../understanding/heard.js";
import { Phrases, phraseTable } from "../understanding/phrase.js";
import { type Reading, textReader } from "../understanding/read-text.js";
import { normalise, tokens } from "../understanding/text.js";
import { decodeModel, type ScoredTopic } from "../understanding/topic-model.js";
import { Problem } from "../values/problem.js";
import type { Desk } from "./desk.js";
import { withNumber } from "./number-fact.js";
import { inUsualCase, routeAnswer } from "./route.js";

type ReadText = (text: string) => Reading;

const readers = new WeakMap<Directory, ReadText>();

/** Reads sentences; the parties they may name are the directory's, those of an overlay too. */
export function readerOf({ directory, open }: Desk): ReadText {
  const reader =
    readers.get(directory) ?? textReader(decodeModel(open.topicModel()), { ...open.wordLists(), ...directory.names() });
  readers.set(directory, reader);
  return reader;
}

/** What is asked, where it is not the way to somebody: the room that knows answers it. */
export type Room =
  | { kind: "whose"; numbers: readonly string[] }
  | { kind: "charge"; descriptor: string }
  | { kind: "refund"; merchant: string }
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

function roomOf(
  { whose, asks, facts: { merchant }, sellerAlone }: Reading,
  { verdict, given }: Heard,
  { directory, open }: Desk,
): Room | null {
  if (whose.length > 0) return { kind: "whose", numbers: whose };
  const topic =
    (verdict.kind === "several" ? verdict.candidates[0]?.topic : verdict.kind === "topic" ? verdict.topic : null) ?? "";
  if (asks === "letter") {
    const letter = open.claims().find(({ asked }) => asked.includes(topic));
    return { kind: "claim", id: letter?.id ?? null, operator: given.operator?.value };
  }
  const checklist = asks === "steps" && directory.checklists.find(({ topics }) => topics.includes(topic));
  if (checklist) {
    // The topic is each step's own.
    const { topic: _topic, ...person } = given;
    return { kind: "checklist", id: checklist.id, given: person };
  }
  if (!merchant) return null;
  if (asks === "refund") return { kind: "refund", merchant };
  const ofCharges = topic === "" || CHARGES.includes(topic);
  if (!sellerAlone && (!ofCharges || sellersOf(topic, directory).includes(merchant))) return null;
  return { kind: "charge", descriptor: directory.party(merchant).name.en };
}

const parts = new WeakMap<Directory, Phrases<{ topic: string; part: string; settles: boolean }>>();

/** A part of the topic that the sentence asks about, or one whose words leave no doubt which topic it is. */
function withPart(text: string, found: Heard, directory: Directory): Heard {
  const { verdict, given } = found;
  if (given.topic && (given.topic.from !== "text" || given.topic.value === EMERGENCY_TOPIC)) return found;
  const known =
    parts.get(directory) ??
    new Phrases(
      phraseTable(
        directory.topics.flatMap(({ id, parts: own }) =>
          own.flatMap(({ id: part, said, settles }) => said.map((one) => [one, { topic: id, part, settles }] as const)),
        ),
      ),
    );
  parts.set(directory, known);
  const serviceOf = (topic: string) => directory.topics.find(({ id }) => id === topic)?.service;
  const asked = known
    .find(tokens(normalise(text)))
    .map(({ value }) => value)
    .filter(({ topic }) => !given.service || [given.service.value, null].includes(serviceOf(topic) ?? null));
  const likely = verdict.kind === "several" ? verdict.candidates.map(({ topic }) => topic) : [given.topic?.value];
  const one = asked.find(({ topic }) => likely.includes(topic)) ?? asked.find(({ settles }) => settles);
  if (!one) return found;
  const { topic, part } = one;
  const same = verdict.kind === "topic" && verdict.topic === topic;
  return {
    ...found,
    given: { ...given, topic: { value: topic, from: "text", part, said: text } },
    verdict: same ? verdict : { kind: "topic", topic, confidence: 1 },
  };
}

/** The usual answer to a topic that may be meant. @throws Problem when the facts contradict each other. */
export function wayTo(topic: string, given: GivenFacts, desk: Desk): Routing {
  const facts: GivenFacts = { ...given, topic: { value: topic, from: "text" } };
  return inUsualCase(routeAnswer(facts, desk), facts, desk);
}

/** Topics with one and the same way to the operator are no choice: the likeliest is answered. */
function withoutDeafChoice(found: Heard, desk: Desk): Heard {
  const { verdict, given } = found;
  if (verdict.kind !== "several" || !given.operator) return found;
  const [first, ...nearest] = verdict.candidates;
  const ways = new Set(verdict.candidates.map(({ topic }) => wayTo(topic, given, desk).main?.channel.id));
  if (!first || ways.size > 1 || ways.has(undefined)) return found;
  const topic = { value: first.topic, from: "text" } as const;
  return { ...found, given: { ...given, topic }, verdict: { kind: "topic", ...first, nearest } };
}

/** Where to hand in a paper on a part of a topic that no letter is about is asked of the operator. */
const withoutLetter = (reading: Reading, { given: { topic } }: Heard, { open }: Desk): Reading =>
  reading.asks === "letter" && topic?.part && !open.claims().some(({ asked }) => asked.includes(topic.value))
    ? { ...reading, asks: null }
    : reading;

export interface Understood extends Heard {
  text: string;
  /** Null where the facts and the topic are what is asked. */
  room: Room | null;
}

/**
 * @param stated facts given beside the text; a topic among them settles what is asked.
 * @throws Problem usage for an empty text, out-of-scope.
 */
export function hear(text: string, stated: GivenFacts, desk: Desk): Understood {
  if (text.trim() === "") throw new Problem("usage", "empty-text");
  const reading = readerOf(desk)(text);
  const found = withoutDeafChoice(withPart(text, heard(reading, stated, desk.directory), desk.directory), desk);
  const room = stated.topic ? null : roomOf(withoutLetter(reading, found, desk), found, desk);
  if (found.verdict.kind === "outside" && !room) throw new Problem("out-of-scope", "out-of-scope");
  return { ...found, text, room };
}

/**
 * The facts a sentence is answered with: what was said here over what was known before; a number then says the operator where
 * nothing else does.
 * @param known facts of the environment and saved ones.
 * @param show repeat a number in the answer as it is.
 */
export function completed({ given, verdict }: Heard, known: GivenFacts, desk: Desk, show = false): GivenFacts {
  if (verdict.kind === "topic" && verdict.topic === EMERGENCY_TOPIC) return given;
  const { country, roaming, ...rest } = known;
  // A place known for another journey says nothing once the text has said where the person is.
  const elsewhere = given.country || given.roaming?.from === "text";
  const place = elsewhere ? {} : { ...(country && { country }), ...(roaming && { roaming }) };
  return withNumber({ ...rest, ...place, ...given }, desk, show);
}

/** The answer that asks which of a few topics is meant. @throws Problem when the facts contradict each other. */
export function undecided({ given, notices }: Heard, candidates: readonly ScoredTopic[], { directory }: Desk) {
  const { situation, notices: found } = understand(given, directory);
  const { topic: _none, ...known } = situation;
  return { situation: known, candidates, notices: [...notices, ...found] };
}

export type AnsweredText =
  | { given: GivenFacts; notices: readonly Notice[]; nearest: readonly ScoredTopic[]; confidence: number | null }
  | { undecided: ReturnType<typeof undecided> }
  | { room: Room };

/** Facts to be routed, or what another room answers. @param stated facts given beside the text. @throws Problem as `hear`. */
export function askAnswer(text: string, stated: GivenFacts, desk: Desk, show = false): AnsweredText {
  const understood = hear(text, stated, desk);
  if (understood.room) return { room: understood.room };
  const given = completed(understood, {}, desk, show);
  const { verdict, notices } = understood;
  if (verdict.kind === "several") return { undecided: undecided({ ...understood, given }, verdict.candidates, desk) };
  const sure = verdict.kind === "topic" && !stated.topic ? verdict : null;
  const confidence = sure && Math.round(sure.confidence * 100) / 100;
  return { given, notices, nearest: sure?.nearest ?? [], confidence };
}
