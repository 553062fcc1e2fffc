/** From a few words, as somebody on the phone types them, to the channel or topic they are about. */
import MiniSearch from "minisearch";
import type { Channel, Directory, NeverOffered, Topic } from "../directory/types.js";
import { keyOfText } from "../numbering/key.js";
import { route } from "../routing/route.js";
import type { RoutedChannel } from "../routing/routing.js";
import { DEFAULT_TOPIC, type GivenFacts } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { judge } from "../understanding/verdict.js";
import type { Moment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { Text } from "../vocabulary/language.js";
import { FACTS } from "../vocabulary/situation.js";
import { readerOf } from "./ask.js";
import type { Desk } from "./desk.js";
import { type Beside, besideReader } from "./find-beside.js";
import { foldWord, isEmptyWord, stem, wordsIn } from "./find-terms.js";
import { operatorIn } from "./operator-in.js";

/** Facts that narrow what is found. */
export const FIND_FACTS = FACTS.filter((fact) => !["topic", "country", "number"].includes(fact));

export interface Listed {
  id: string;
  title: Text;
}

export type Hit =
  | { type: "channel"; channel: Channel; routed: RoutedChannel | null }
  | { type: "topic"; topic: Topic }
  | { type: "checklist"; checklist: Listed }
  | { type: "withdrawn"; party: string; value: NeverOffered };

export interface Found {
  operator: string | null;
  topic: string | null;
  /** The answer first. */
  hits: readonly Hit[];
}

interface Question {
  directory: Directory;
  given: GivenFacts;
  moment: Moment;
  checklists: readonly Listed[];
  /** What the words say beside the matter, for the facts that say nothing of it themselves. */
  beside?: Beside;
  /** Topics the words may be about, the likeliest first, to a reader of sentences: asked where they are not the directory's own. */
  topicsMeant?: (text: string) => readonly string[];
}

const MOST = { answers: 5, topics: 3, channels: 5, checklists: 2 } as const;
/** A hit much weaker than the best is noise. */
const WEAKEST = 0.45;

interface Entry {
  id: string;
  name: string;
  about: string;
}

/**
 * A label counts more than an explanation; forgives an ending, a cut word and a slip in a longer one.
 * @param enough whether a part of the words will do where nothing has all of them.
 */
function search(entries: readonly Entry[], words: readonly string[], enough: "some" | "all"): string[] {
  const index = new MiniSearch<Entry>({
    fields: ["name", "about"],
    tokenize: wordsIn,
    processTerm: (term) => (isEmptyWord(term) ? null : stem(foldWord(term))),
    searchOptions: {
      boost: { name: 3 },
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= 5 ? 0.25 : false),
    },
  });
  index.addAll(entries);
  const query = words.join(" ");
  const all = index.search(query, { combineWith: "AND" });
  const found = all.length > 0 || enough === "all" ? all : index.search(query, { combineWith: "OR" });
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= best * WEAKEST).map(({ id }) => String(id));
}

const both = ({ ru, en }: Text): string => (ru === en ? ru : `${ru} ${en}`);

const pick = <T>(ids: readonly string[], from: readonly T[], idOf: (one: T) => string, most: number): T[] =>
  ids.flatMap((id) => from.filter((one) => idOf(one) === id)).slice(0, most);

/** By the directory's own words; else by what the words mean; else by those of them that the directory has. */
function topicsFor(words: readonly string[], { directory: { topics }, topicsMeant }: Question): Topic[] {
  const entries = topics.map(({ id, label, explanation }) => ({
    id,
    name: `${both(label)} ${id}`,
    about: both(explanation),
  }));
  const own = search(entries, words, "all");
  const meant = () => [...(topicsMeant?.(words.join(" ")) ?? []), ...search(entries, words, "some")];
  return pick(own.length > 0 ? own : [...new Set(meant())], topics, ({ id }) => id, MOST.topics);
}

function channelsFor(
  words: readonly string[],
  operator: string | null,
  directory: Directory,
  enough: "some" | "all",
): Channel[] {
  const parties = directory.parties.filter(({ id }) => operator === null || id === operator);
  const channels = parties.flatMap(({ id }) => [...directory.party(id).channels]);
  const entries = channels.map(({ id, label, display }) => ({ id, name: both(label), about: both(display) }));
  return pick(search(entries, words, enough), channels, ({ id }) => id, MOST.channels);
}

function checklistsFor(words: readonly string[], checklists: readonly Listed[]): Listed[] {
  if (checklists.length === 0) return [];
  const entries = checklists.map(({ id, title }) => ({ id, name: both(title), about: id.replaceAll("-", " ") }));
  return pick(search(entries, words, "some"), checklists, ({ id }) => id, MOST.checklists);
}

const isForCompanies = ({ conditions }: RoutedChannel): boolean =>
  conditions.length > 0 &&
  conditions.every(({ subscriber }) => subscriber?.length === 1 && subscriber[0] === "corporate");

/** What the route gives for that operator and topic: the first of them is the answer. */
function answers(topic: string, operator: string | null, { directory, given, moment }: Question): Hit[] {
  const facts: GivenFacts = {
    ...given,
    ...(operator !== null && { operator: given.operator ?? { value: operator, from: "derived" } }),
    topic: { value: topic, from: "derived" },
  };
  const { channels, primary } = route(directory, facts, moment);
  // Of two kinds of contract the personal one is the likelier, where nobody said which.
  const place = (one: RoutedChannel) => (one.channel.id === primary ? 0 : isForCompanies(one) ? 2 : 1);
  const ordered = [...channels].sort((a, b) => place(a) - place(b));
  const once = ordered.filter((one, at) => ordered.findIndex(({ channel }) => channel.id === one.channel.id) === at);
  return once.slice(0, MOST.answers).map((routed) => ({ type: "channel", channel: routed.channel, routed }));
}

/** What is typed of a number that goes on. */
const digitsOf = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^7(?=\d{10}$)/, "8");

/** Digits as short as this are a short number: inside a longer one they stand by chance. */
const SHORT = { least: 3, most: 6 } as const;

function begunBy(wanted: string, value: string): boolean {
  if (wanted.length < SHORT.least) return false;
  return wanted.length <= SHORT.most ? value.startsWith(wanted) : value.includes(wanted);
}

/** A number or code by itself: whose it is here, and whether it is one of those that are wrong. */
function numberHits(text: string, operator: string | null, question: Question): Hit[] {
  const { directory } = question;
  const wanted = digitsOf(text);
  const parties = directory.parties.filter(({ id }) => operator === null || id === operator);
  const key = keyOfText(text);
  const same = (value: string | null) => value !== null && keyOfText(value) === key;
  const found = parties.flatMap(({ id }) =>
    directory.party(id).channels.filter(({ dial, e164 }) => same(dial) || same(e164)),
  );
  const begun = parties.flatMap(({ id }) =>
    directory.party(id).channels.filter(({ dial }) => dial !== null && begunBy(wanted, digitsOf(dial))),
  );
  const wrong = parties.flatMap(({ id }) =>
    directory
      .neverOffered(id)
      .filter(({ values }) => values.some(({ ru }) => same(ru)))
      .map((value): Hit => ({ type: "withdrawn", party: id, value })),
  );
  const channels = (found.length > 0 ? found : begun.slice(0, MOST.channels)).map(
    (channel): Hit => ({ type: "channel", channel, routed: null }),
  );
  // 03 is one number of several, and not the one to call.
  const disputed = found.find(({ status }) => status === "disputed");
  const topic = directory.topics.find(({ id, operatorNeeded }) => !operatorNeeded && disputed?.topics.includes(id));
  return [...(topic ? answers(topic.id, null, question) : []), ...channels, ...wrong];
}

function wordHits(words: readonly string[], operator: string | null, question: Question): Found {
  const { directory, checklists } = question;
  const topics = topicsFor(words, question);
  const [topic] = topics;
  const settled = topic && (operator !== null || !topic.operatorNeeded);
  const first = settled ? answers(topic.id, operator, question) : [];
  const named = new Set(first.flatMap((hit) => (hit.type === "channel" ? [hit.channel.id] : [])));
  const more = channelsFor(words, operator, directory, topics.length === 0 ? "some" : "all").filter(
    ({ id }) => !named.has(id),
  );
  const hits: Hit[] = [
    ...first,
    ...topics.map((one): Hit => ({ type: "topic", topic: one })),
    ...checklistsFor(words, checklists).map((checklist): Hit => ({ type: "checklist", checklist })),
    ...more.map((channel): Hit => ({ type: "channel", channel, routed: null })),
  ];
  return { operator, topic: topic?.id ?? null, hits };
}

/**
 * @param text a few words in Russian or English, or a number; an operator may be among them.
 * @param given further facts; an operator among them wins over one that only environment or settings know.
 * @throws Problem when a fact is unknown or facts contradict each other.
 */
export function lookUp(text: string, question: Question): Found {
  const { directory } = question;
  const given = withOperatorId(question.given, directory);
  const named = operatorIn(wordsIn(text), directory);
  const stated = given.operator && (given.operator.from === "flag" || !named.operator) ? given.operator.value : null;
  const operator = stated ?? named.operator?.id ?? null;
  const facts: Question = { ...question, given: withBeside(ownOperator(given, operator), question.beside) };
  const number = /[\d*#]/.test(text) && !/\p{L}/u.test(text);
  if (number) return { operator, topic: null, hits: numberHits(text, operator, facts) };
  const { places = [], cues = [] } = question.beside ?? {};
  const words = named.rest.filter((word) => !isEmptyWord(word) && !places.includes(word));
  // "За рубежом" and "юрлицо" say where from and for whom: they are looked for only where nothing else was said.
  const left = words.filter((word) => !cues.includes(word));
  const found = aboutWords(left, operator, facts);
  return found.hits.length > 0 || left.length === words.length ? found : aboutWords(words, operator, facts);
}

/** An operator without a further word is asked for its support. */
function aboutWords(words: readonly string[], operator: string | null, question: Question): Found {
  if (words.length > 0) return wordHits(words, operator, question);
  if (operator === null) return { operator, topic: null, hits: [] };
  return { operator, topic: DEFAULT_TOPIC, hits: answers(DEFAULT_TOPIC, operator, question) };
}

/** @throws Problem for an operator there is none of. */
function withOperatorId(given: GivenFacts, directory: Directory): GivenFacts {
  const { operator } = given;
  return operator ? { ...given, operator: { ...operator, value: findOperator(operator.value, directory).id } } : given;
}

/** An operator named in the words is meant, whatever the settings say. */
function ownOperator({ operator: known, ...rest }: GivenFacts, operator: string | null): GivenFacts {
  if (operator === null) return rest;
  return { ...rest, operator: known?.value === operator ? known : { value: operator, from: "derived" } };
}

/** A place or a company named in the words is meant, unless a flag says otherwise. */
function withBeside(given: GivenFacts, beside: Beside | undefined): GivenFacts {
  return {
    ...given,
    ...(beside?.abroad && given.roaming?.from !== "flag" && { roaming: { value: "abroad", from: "text" } as const }),
    ...(beside?.corporate &&
      given.subscriber?.from !== "flag" && { subscriber: { value: "corporate", from: "text" } as const }),
  };
}

/** More than this is a letter, not a few words. */
export const LONGEST_WORDS = 500;

/** What words mean that are not the directory's own: "сняли бабки" is an unknown charge. */
function topicsMeant(text: string, desk: Desk): string[] {
  const verdict = judge(readerOf(desk)(text), desk.directory.topics, null);
  if (verdict.kind === "topic") return [verdict.topic];
  if (verdict.kind !== "several") return [];
  // Emergency stands first among them however unlikely it is.
  return [...verdict.candidates].sort((a, b) => b.confidence - a.confidence).map(({ topic }) => topic);
}

/**
 * @param given as `lookUp` takes them; a look-up starts from words, and whose number somebody has is for `whose` and `route`.
 * @throws Problem usage for an empty text, and as `lookUp`.
 */
export function findAnswer(text: string, { number: _number, ...given }: GivenFacts, desk: Desk): Found {
  const asked = text.slice(0, LONGEST_WORDS);
  if (asked.trim() === "") throw new Problem("usage", "empty-text");
  const { directory, moment, open } = desk;
  return lookUp(asked, {
    directory,
    given,
    moment,
    checklists: directory.checklists,
    beside: besideReader(open.wordLists())(asked),
    topicsMeant: (words) => topicsMeant(words, desk),
  });
}
