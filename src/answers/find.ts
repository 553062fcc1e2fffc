/** From a few words, as somebody on the phone types them, to the channel, seller or topic they are about. */
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as russian } from "@orama/stemmers/russian";
import MiniSearch from "minisearch";
import type { Channel, ChecklistSummary, NeverOffered, PartySummary, Topic } from "../directory/types.js";
import { keyOfText } from "../numbering/key.js";
import { type Answered, isFault, whose } from "../numbering/whose.js";
import { type RoutedChannel, route } from "../routing/route.js";
import { DEFAULT_TOPIC, type GivenFacts } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { heard } from "../understanding/heard.js";
import type { Reading } from "../understanding/read-text.js";
import { inCyrillic } from "../understanding/repair.js";
import { normalise, tokens } from "../understanding/text.js";
import type { Verdict } from "../understanding/verdict.js";
import { onceEach } from "../values/once.js";
import { Problem } from "../values/problem.js";
import { LANGUAGES, type Text } from "../vocabulary/language.js";
import { FACTS } from "../vocabulary/situation.js";
import { partsSaid, readerOf } from "./ask.js";
import type { Desk } from "./desk.js";
import { askerOf } from "./whose.js";

/** Facts that narrow what is found. */
export const FIND_FACTS = FACTS.filter((fact) => !["topic", "country", "number"].includes(fact));

export type Hit =
  | { type: "channel"; channel: Channel; routed: RoutedChannel | null }
  | { type: "merchant"; merchant: PartySummary }
  | { type: "topic"; topic: Topic }
  | { type: "checklist"; checklist: ChecklistSummary }
  | { type: "number"; answered: Answered }
  | { type: "withdrawn"; party: string; value: NeverOffered };

const MOST = { channels: 6, topics: 3, checklists: 2 } as const;
/** As likely as not about something else. */
const STRANGE = 0.5;
const FEW_WORDS = 3;
/** A hit much weaker than the best is noise. */
const WEAKEST = 0.45;

/** A title that has less of the words shares one of them by chance. */
const LEAST_SHARE = 0.4;

/** Words that every question has. */
const SMALL =
  "и в во на с со к ко по у о об от до за из не как где что мне мой моя мои нужно надо можно ли а the a an to of for on in at my how where what is i do";
const EMPTY = new Set(SMALL.split(" "));
const wordsIn = (text: string): string[] => tokens(normalise(text));

/** One spelling in either alphabet, without an ending. Labels share most of their words, and a stem takes longer than all else. */
const stemOf = onceEach((word) => russian(inCyrillic(english(word))));
const termOf = (word: string): string | null => (EMPTY.has(word) ? null : stemOf(word));

const termsIn = (text: string): string[] => wordsIn(text).flatMap((word) => termOf(word) ?? []);

const both = ({ ru, en }: Text): string => (ru === en ? ru : `${ru} ${en}`);

interface Weighed<T> {
  one: T;
  /** How much of its label, in one language, the words name: all of "Личный кабинет МТС", little of a page that mentions it. */
  share: number;
}

/**
 * A label counts more than an explanation; forgives an ending, a cut word and a slip in a longer one.
 * @param enough whether a part of the words will do.
 * @param silent terms of a label that say nothing: the name of the operator asked about.
 */
function search<T>(
  all: readonly T[],
  textsOf: (one: T) => { label: Text; about: string },
  words: readonly string[],
  enough: "some" | "all",
  silent: readonly string[] = [],
): Weighed<T>[] {
  const entries = all.map((one, id) => ({ one, id, ...textsOf(one) }));
  const index = new MiniSearch<{ id: number; name: string; about: string }>({
    fields: ["name", "about"],
    tokenize: wordsIn,
    processTerm: termOf,
    searchOptions: {
      boost: { name: 3 },
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= 5 ? 0.25 : false),
    },
  });
  index.addAll(entries.map(({ id, label, about }) => ({ id, name: both(label), about })));
  const results = index.search(words.join(" "), { combineWith: enough === "all" ? "AND" : "OR" });
  const best = results[0]?.score ?? 0;
  return results.flatMap(({ id, score, match }) => {
    const entry = entries[id];
    if (!entry || score < best * WEAKEST) return [];
    const shares = LANGUAGES.map((language) => {
      const told = termsIn(entry.label[language]).filter((term) => !silent.includes(term));
      return told.filter((term) => match[term]?.includes("name")).length / Math.max(told.length, 1);
    });
    return [{ one: entry.one, share: Math.max(...shares) }];
  });
}

interface Question extends Pick<Desk, "directory" | "moment"> {
  operator: string | null;
  given: GivenFacts;
  words: readonly string[];
  /** What they may be about, to a reader of sentences; null where that is nothing of ours. */
  meant: readonly string[] | null;
}

/** The topics the words are of by the directory's own words; else by what they mean; else by those that the directory has. */
function topicsOf({ directory: { topics }, words, meant }: Question): Weighed<Topic>[] {
  const found = (enough: "some" | "all") =>
    search(topics, ({ id, label, explanation }) => ({ label, about: `${both(explanation)} ${id}` }), words, enough);
  const own = found("all");
  if (own.length > 0 || meant === null) return own.slice(0, MOST.topics);
  const first = meant.flatMap((id) => topics.filter((one) => one.id === id).map((one) => ({ one, share: 0 })));
  return [...first, ...found("some").filter(({ one }) => !meant.includes(one.id))].slice(0, MOST.topics);
}

/** Channels that have all of the words, best named first. Without an operator they are everybody's. */
function channelsOf({ directory, operator, words }: Question, merchant: string | undefined): Weighed<Channel>[] {
  const parties = directory.parties.filter(({ id, type }) =>
    operator === null ? type !== "emergency" : id === operator || id === merchant,
  );
  const asked = parties.filter(({ id }) => id === operator);
  const names = asked.flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]).flatMap(termsIn);
  const channels = parties.flatMap(({ id }) => directory.party(id).channels);
  const textsOf = ({ label, display }: Channel) => ({ label, about: both(display) });
  return search(channels, textsOf, words, "all", names).sort((a, b) => b.share - a.share);
}

function checklistsOf({ directory: { checklists }, words }: Question): ChecklistSummary[] {
  const textsOf = ({ id, title }: ChecklistSummary) => ({ label: title, about: id.replaceAll("-", " ") });
  return search(checklists, textsOf, words, "some")
    .filter(({ share }) => share >= LEAST_SHARE)
    .slice(0, MOST.checklists)
    .map(({ one }) => one);
}

const isForCompanies = ({ conditions }: RoutedChannel): boolean =>
  conditions.length > 0 &&
  conditions.every(({ subscriber }) => subscriber?.length === 1 && subscriber[0] === "corporate");

/** What the route gives for that operator and topic: the first of them is its answer. */
function answers(topic: string, { directory, given, moment, words }: Question): RoutedChannel[] {
  const part = partsSaid(words.join(" "), directory).find((one) => one.topic === topic);
  const facts: GivenFacts = {
    ...given,
    topic: part ? { value: topic, from: "text", part: part.part } : { value: topic, from: "derived" },
  };
  const { channels, primary, usual } = route(directory, facts, moment);
  const first = primary ?? usual?.primary ?? usual?.nearest;
  // Of two kinds of contract the personal one is the likelier, where nobody said which.
  const place = (one: RoutedChannel) => (one.channel.id === first ? 0 : isForCompanies(one) ? 2 : 1);
  return [...channels].sort((a, b) => place(a) - place(b));
}

/** What is typed of a number that goes on. */
const digitsOf = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^7(?=\d{10}$)/, "8");

/** Digits as short as this are a short number: inside a longer one they stand by chance. */
const SHORT = { least: 3, most: 6 } as const;

function begunBy(wanted: string, value: string): boolean {
  if (wanted.length < SHORT.least) return false;
  return wanted.length <= SHORT.most ? value.startsWith(wanted) : value.includes(wanted);
}

/** A number or code by itself: whose it is here, whether it is one of those that are wrong, and who else is known to use it. */
function numberHits(text: string, question: Question, desk: Desk): Hit[] {
  const { directory, operator } = question;
  const wanted = digitsOf(text);
  const parties = directory.parties.filter(({ id }) => operator === null || id === operator);
  const key = keyOfText(text);
  const same = (value: string | null) => value !== null && keyOfText(value) === key;
  const all = parties.flatMap(({ id }) => [...directory.party(id).channels]);
  const found = all.filter(({ dial, e164 }) => same(dial) || same(e164));
  const begun = all.filter(({ dial }) => dial !== null && begunBy(wanted, digitsOf(dial)));
  const wrong = parties.flatMap(({ id }) => {
    const refuted = directory.party(id).neverOffered.filter(({ values }) => values.some(({ ru }) => same(ru)));
    return refuted.map((value): Hit => ({ type: "withdrawn", party: id, value }));
  });
  const channels = (found.length > 0 ? found : begun).map((channel) => routed(channel, null));
  const known = found.length + wrong.length > 0 ? null : whose(text, askerOf(desk));
  const others = known !== null && typeof known === "object" && !isFault(known) && known.uses.length > 0;
  // 03 is one number of several, and not the one to call.
  const disputed = found.find(({ status }) => status === "disputed");
  const topic = directory.topics.find(({ id, operatorNeeded }) => !operatorNeeded && disputed?.topics.includes(id));
  const before = topic ? answers(topic.id, { ...question, operator: null }) : [];
  return [
    ...(others ? [{ type: "number", answered: known } as const] : []),
    ...before.map((one) => routed(one.channel, one)),
    ...channels,
    ...wrong,
  ];
}

const routed = (channel: Channel, one: RoutedChannel | null): Hit => ({ type: "channel", channel, routed: one });

/** Each channel once, and no more of each type than fit a screen. */
function shown({ operator, given }: Question, topic: string | null, all: readonly Hit[]) {
  const idOf = (hit: Hit) => (hit.type === "channel" ? hit.channel.id : null);
  const once = all.filter((hit, at) => idOf(hit) === null || all.findIndex((one) => idOf(one) === idOf(hit)) === at);
  const channels = once.filter(({ type }) => type === "channel");
  const left = channels.slice(MOST.channels);
  return {
    operator,
    topic,
    facts: given,
    /** The answer first. */
    hits: once.filter((hit) => !left.includes(hit)),
    /** How many channels fit beside those shown. */
    more: left.length,
  };
}

export type Found = ReturnType<typeof shown>;

/** What is named stands first, then what the route answers with; a topic named as exactly, or the support line, is the route's to answer. */
function wordHits(question: Question, merchant: string | undefined): Found {
  const { directory, operator } = question;
  const topics = topicsOf(question);
  const [topic] = topics;
  const settled = topic && (operator !== null || !topic.one.operatorNeeded);
  const answered = settled ? answers(topic.one.id, question) : [];
  const seller = directory.parties.find(({ id }) => id === merchant);
  const typeOf = (id: string) => directory.parties.find((one) => one.id === id)?.type;
  const placeOf = ({ id }: Channel) => answered.findIndex(({ channel }) => channel.id === id) >>> 0;
  const share = topic?.share ?? 0;
  const leads = (one: Weighed<Channel>) =>
    (operator !== null || typeOf(one.one.party) !== "operator") &&
    (one.share > share || (one.share === share && (share === 0 || topic?.one.id !== DEFAULT_TOPIC)));
  const found = channelsOf(question, merchant);
  const first = found.filter(leads).sort((a, b) => b.share - a.share || placeOf(a.one) - placeOf(b.one));
  const asRouted = (channel: Channel) => routed(channel, answered.find((one) => one.channel.id === channel.id) ?? null);
  return shown(question, topic?.one.id ?? null, [
    ...first.map(({ one }) => asRouted(one)),
    ...(seller ? directory.party(seller.id).channels.map(asRouted) : []),
    ...(seller ? [{ type: "merchant", merchant: seller } as const] : []),
    ...answered.map((one) => routed(one.channel, one)),
    ...topics.map(({ one }): Hit => ({ type: "topic", topic: one })),
    ...checklistsOf(question).map((checklist): Hit => ({ type: "checklist", checklist })),
    ...found.map(({ one }) => asRouted(one)),
  ]);
}

/** An operator named with what is nothing of ours is asked for its support: it has no line of that name. */
function topicsMeant(verdict: Verdict, { facts, matter, outside }: Reading): readonly string[] | null {
  if (facts.operator && matter.length <= FEW_WORDS && outside > STRANGE) return [DEFAULT_TOPIC];
  if (verdict.kind === "outside") return null;
  if (verdict.kind === "topic") return [verdict.topic];
  // Emergency stands first among them however unlikely it is.
  return [...verdict.candidates].sort((a, b) => b.confidence - a.confidence).map(({ topic }) => topic);
}

/** More than this is a letter, not a few words. */
export const LONGEST_WORDS = 500;

/**
 * @param text a few words in Russian or English, or a number; an operator may be among them, and wins over one that only environment or settings know.
 * @param given further facts; a look-up starts from words, and whose number somebody has is for `whose` and `route`.
 * @throws Problem usage for an empty text; unknown-operator; contradictory-facts.
 */
export function findAnswer(text: string, { number: _own, ...given }: GivenFacts, desk: Desk): Found {
  const asked = text.slice(0, LONGEST_WORDS);
  if (asked.trim() === "") throw new Problem("usage", "empty-text");
  const { directory, moment } = desk;
  const stated = Object.fromEntries(Object.entries(given).filter(([, { from }]) => from === "flag"));
  const reading = readerOf(desk)(asked);
  const { given: said, verdict } = heard(reading, stated, directory);
  const { number: _said, topic: _topic, ...facts } = { ...given, ...said };
  const meant = topicsMeant(verdict, reading);
  const operator = facts.operator ? findOperator(facts.operator.value, directory).id : null;
  const words = reading.matter.filter((word) => !EMPTY.has(word));
  const question: Question = { directory, moment, operator, given: facts, words, meant };
  if (/[\d*#]/.test(asked) && !/\p{L}/u.test(asked)) return shown(question, null, numberHits(asked, question, desk));
  if (words.length > 0) return wordHits(question, reading.facts.merchant);
  if (operator === null) return shown(question, null, []);
  // Without a further word an operator is asked for its support; "МТС в Турции" is about a journey.
  const [topic = DEFAULT_TOPIC] = meant ?? [];
  const hits = answers(topic, question).map((one) => routed(one.channel, one));
  return shown(question, topic, hits);
}
