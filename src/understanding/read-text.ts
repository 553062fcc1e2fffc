/** A sentence as a person writes it, read into facts and the topics it may be about. Nothing is looked up, nothing decided. */
import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Language } from "../vocabulary/language.js";
import { type Fact, OTHER_OPERATOR } from "../vocabulary/situation.js";
import { lineIn, serviceIn, subscriberIn, withoutIn } from "./circumstances.js";
import type { Dictionaries } from "./dictionaries.js";
import { type Features, features, MARKS, numberClass, wordFeature } from "./features.js";
import { type Lists, listsOf, notDenied, type Said, saidIn } from "./negation.js";
import { codesIn, type NumberInText, numbersIn } from "./numbers.js";
import {
  looseMentions,
  type OperatorMention,
  type OperatorReader,
  operatorAsked,
  operatorByCode,
  operatorMentions,
  operatorReader,
} from "./operators.js";
import { type Clauses, LOST, partsOf } from "./owners.js";
import { Phrases, replaced, type Span } from "./phrase.js";
import { type PlaceMention, Places, RUSSIA, type Whereabouts, whereabouts } from "./places.js";
import { corrected, type Frequency, heard, inCyrillic, type Known, repaired, slips } from "./repair.js";
import { clauses, normalise, tokens } from "./text.js";
import { frequencyOf, type ScoredTopic, scoreTopics, type TopicModel } from "./topic-model.js";
import { isUrgent } from "./verdict.js";

/** What a text may state; values as a flag would take them. */
export type TextFact = Exclude<Fact, "topic">;

const ASKED = { letter: "letterAsked", steps: "stepsAsked", refund: "refundAsked" } as const;
export type Asked = keyof typeof ASKED;
const ASKED_FOR = Object.keys(ASKED) as Asked[];

export interface Reading {
  facts: Partial<Record<TextFact, string>>;
  /** Another operator asked about in the same breath: "T2 и Ростелеком". */
  besides: string | null;
  /** Numbers the text asks about themselves: who called, whose they are. */
  whose: readonly string[];
  /** A paper or money asked for, where it is no way to somebody. */
  asks: Asked | null;
  /** The money is said to have left the account of the phone. */
  phoneAccount: boolean;
  /** Somebody may be in danger: nothing else matters. */
  emergency: boolean;
  /** How likely somebody is in danger. */
  danger: number;
  /** All topics, the likeliest first. */
  topics: readonly ScoredTopic[];
  /** How likely it is about something else altogether. */
  outside: number;
  /** No word of the text is one that people use about phones and charges. */
  unknown: boolean;
  /** A seller's name and nothing else. */
  sellerAlone: boolean;
  /** The words that name no operator, no other country and no kind of contract: what is asked of them. */
  matter: readonly string[];
  /** The language it is wholly written in; null where nothing but names is. */
  language: Language | null;
  /** In a few words an operator is named, or money taken, or fraudsters: whatever else it may be about, it is not refused. */
  ours: boolean;
}

/** The words of a text and what stands where in them. */
interface Parsed extends Clauses {
  normalised: string;
  numbers: readonly NumberInText[];
  said: Said;
  /** Words of what is denied, by their places: no part of the question. */
  denied: ReadonlySet<number>;
  operators: readonly OperatorMention[];
  places: readonly PlaceMention[];
}

interface Tools {
  operators: OperatorReader;
  places: Places;
  lists: Lists;
  merchants: Phrases<string>;
  concepts: Phrases<string>;
  emergencyNumbers: readonly string[];
}

const toolsOf = (dictionaries: Dictionaries): Tools => ({
  operators: operatorReader(dictionaries),
  places: new Places(dictionaries.places),
  lists: listsOf(dictionaries),
  merchants: new Phrases(dictionaries.merchants),
  concepts: new Phrases(dictionaries.concepts),
  emergencyNumbers: dictionaries.situations.emergencyNumbers,
});

/** The person's own number is a fact, and says nothing of the topic; any other is one thing, however it is written. */
function withoutNumbers(normalised: string, numbers: readonly NumberInText[]): string {
  let rest = normalised;
  for (const { own, start, end } of [...numbers].reverse()) {
    rest = `${rest.slice(0, start)} ${own ? "" : ANY_NUMBER} ${rest.slice(end)}`;
  }
  return rest;
}

const ANY_NUMBER = "0000000";

function deniedWords(words: readonly string[], tools: Tools): Set<number> {
  const found = [...tools.merchants.find(words), ...DENIABLE.flatMap((list) => tools.lists(list).find(words))];
  const kept = new Set(notDenied(found, words, tools.lists));
  const denied = found.filter((one) => !kept.has(one));
  return new Set(denied.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}

const DENIABLE = ["deniable", "fixed", "landline", "withoutVoice"] as const;

/** Whether a word of the text names an operator or a place. */
function namedIn(normalised: string, { places, operators }: Tools): Known {
  const words = tokens(normalised);
  const placed = places.find(words).flatMap(({ start, end }) => words.slice(start, end));
  return (word) => placed.includes(word) || operators.names.some([word]);
}

function asMeant(text: string, frequency: Frequency, tools: Tools): string {
  const normalised = normalise(text);
  return repaired(normalised, frequency, namedIn(normalised, tools));
}

function parse(normalised: string, tools: Tools): Parsed {
  const numbers = numbersIn(normalised);
  const rest = withoutNumbers(normalised, numbers);
  const words = tokens(rest);
  const places = tools.places.find(words);
  return {
    normalised,
    numbers,
    tokens: words,
    clauses: clauses(rest),
    said: saidIn(words, tools.lists),
    denied: deniedWords(words, tools),
    operators: operatorMentions(words, tools.operators).map((mention) =>
      abroadIfForeign(mention, words, places, tools),
    ),
    places,
  };
}

/** "Казахстанский билайн" and "билайн Казахстана" are another company; "билайн, Казахстан" is where the person is. */
function abroadIfForeign(
  mention: OperatorMention,
  words: readonly string[],
  places: readonly PlaceMention[],
  { lists }: Tools,
): OperatorMention {
  const { start, end } = mention;
  if (start > 0 && lists("nationality").some(words.slice(start - 1, start))) {
    return { ...mention, operator: OTHER_OPERATOR, start: start - 1 };
  }
  const its = places.some((one) => one.start === end && one.country !== RUSSIA && one.cases[0] === "of");
  return its ? { ...mention, operator: OTHER_OPERATOR } : mention;
}

/** The words with what varies without changing the topic replaced: operators, places, numbers. */
function marked({ tokens: words, operators, places, denied }: Parsed, { emergencyNumbers }: Tools): string[] {
  const spans = [
    ...operators.map(({ start, end }) => ({ start, end, mark: MARKS.operator })),
    ...places.map(({ start, end, country }) => ({
      start,
      end,
      mark: country === RUSSIA ? MARKS.russia : MARKS.abroad,
    })),
  ];
  const isNumber = (word: string) => /^\d+$/.test(word) && !emergencyNumbers.includes(word);
  return replaced(words, spans, (word, at) => (denied.has(at) ? [] : [isNumber(word) ? numberClass(word) : word]));
}

const featuresOf = (parsed: Parsed, tools: Tools): Features[] =>
  features(
    parsed.tokens.filter((_, index) => !parsed.denied.has(index)),
    marked(parsed, tools),
    tools.concepts,
  );

/** For training: the same features the program will see. */
export function featureReader(dictionaries: Dictionaries): (text: string, frequency: Frequency) => Features[] {
  const tools = toolsOf(dictionaries);
  return (text, frequency) => featuresOf(parse(asMeant(text, frequency, tools), tools), tools);
}

function operatorFacts(
  parsed: Parsed,
  topic: string | undefined,
  { operators: reader, lists }: Tools,
): Reading["facts"] {
  const { normalised, numbers, tokens: words, operators } = parsed;
  const named = operators.length > 0 ? operators : looseMentions(words, reader);
  const mentions = notDenied(named, words, lists);
  const { asked, line } = partsOf(mentions, parsed, lists, topic);
  const operator = operatorAsked(words, asked, reader) ?? operatorByCode(normalised, reader);
  const number = numbers.find(({ own, digits }) => own && digits !== null)?.digits ?? null;
  const from = line !== null && operator !== line ? line : lineIn(parsed, lists);
  return {
    ...(operator !== null && { operator }),
    ...(from !== null && { from }),
    ...(number !== null && { number: `+7${number}` }),
  };
}

const AND = ["и", "and"];
const MOVING = "number-transfer";

/** The other operator that "and" joins to the one asked about; whoever changes operators names both, and asks one thing. */
function besidesIn(
  { tokens: words, operators }: Parsed,
  { operator, from }: Reading["facts"],
  topic = "",
): string | null {
  const asked = operators.find((one) => one.operator === operator);
  if (!asked || topic === MOVING) return null;
  const between = (one: Span) => words.slice(Math.min(one.end, asked.end), Math.max(one.start, asked.start));
  const others = operators.filter((one) => ![operator, from].includes(one.operator));
  return others.find((one) => between(one).some((word) => AND.includes(word)))?.operator ?? null;
}

/** "0500 не отвечает": what is named beside silence has been tried. A code in trouble itself ("*100# не работает") has too. */
function triedFact({ normalised, numbers, tokens: words }: Parsed, { lists, operators }: Tools): Reading["facts"] {
  if (!lists("silent").some(words)) return {};
  const codes = codesIn(normalised).filter((code) => operators.codes[code] !== undefined);
  const full = numbers.filter(({ own, digits }) => !own && digits !== null).map(({ digits }) => `+7${digits}`);
  const tried = [...codes, ...full];
  return tried.length > 0 ? { tried: tried.join(",") } : {};
}

/** A number by itself, or one beside a question about it; the person's own is no question. */
function whoseIn({ normalised, numbers, tokens: words }: Parsed, { lists }: Tools): string[] {
  // More than fifteen digits are a card's, which nobody is told again.
  const full = numbers.map(({ own, written }) => (own || /(?:\d\D*){16}/.test(written) ? "" : written)).filter(Boolean);
  if (full.length > 0) return words.length === full.length || lists("whoseNumber").some(words) ? full : [];
  const codes = codesIn(normalised);
  const about = words.length === 1 || (words.length <= BRIEF + codes.length && lists("whoseNumber").some(words));
  return codes.length > 0 && about ? codes : [];
}

/** The one seller a text names; of several nobody can say who took the money. */
function merchantFact({ tokens: words }: Parsed, { merchants, lists }: Tools): Reading["facts"] {
  const named = notDenied(merchants.find(words), words, lists).map(({ value }) => value);
  const [merchant, ...others] = new Set(named);
  return merchant !== undefined && others.length === 0 ? { merchant } : {};
}

/** Abroad a hotel's Wi-Fi is no phone: the own SIM is in the one that is on it. */
const isOnWifi = (topic: string | undefined, { roaming }: Whereabouts, { said }: Parsed): boolean =>
  topic !== LOST && roaming === "abroad" && said("hotelWifi");

function factsOf(parsed: Parsed, topic: string | undefined, tools: Tools): Reading["facts"] {
  const { tokens: words, places, said } = parsed;
  const subscriber = subscriberIn(words, tools.lists, said);
  const service = serviceIn(said);
  const without = withoutIn(said);
  const place = whereabouts(notDenied(places, words, tools.lists), topic, parsed, tools.lists);
  return {
    ...(isOnWifi(topic, place, parsed) && { from: "own" }),
    ...operatorFacts(parsed, topic, tools),
    ...triedFact(parsed, tools),
    ...merchantFact(parsed, tools),
    ...place,
    ...(subscriber && { subscriber }),
    ...(service && { service }),
    ...(without && { without }),
  };
}

/** In a longer text such words tell of what has been tried. */
const SHORT_REQUEST = 14;

const askedIn = ({ tokens: words, said }: Parsed): Asked | null =>
  words.length > SHORT_REQUEST ? null : (ASKED_FOR.find((asked) => said(ASKED[asked])) ?? null);

/** From here on somebody counts as being in danger, and nothing else is asked. */
const DANGER_FROM = 0.5;

/** A number of help alone: with anything more it may be a model or a sum, and the model tells. */
const isNumberOfHelp = ({ tokens: words }: Parsed, { emergencyNumbers: numbers }: Tools): boolean =>
  words.length === 1 && numbers.includes(words[0] ?? "");

/** In a longer text a slip of the fingers seldom matters. */
const BRIEF = 4;
const FEW = 8;

const isOurs = ({ tokens: words, operators, said }: Parsed): boolean =>
  words.length <= FEW && (operators.length > 0 || said("charged"));

const isUnknown = (known: Known, { tokens: words }: Parsed, { concepts }: Tools): boolean =>
  !concepts.some(words) && !words.some(known);

const matterOf = ({ tokens: words, operators, places }: Parsed, { lists }: Tools): string[] => {
  const abroad = places.filter(({ country }) => country !== RUSSIA);
  const named = [...operators, ...abroad, ...lists("corporate").find(words), ...lists("personal").find(words)];
  return words.filter((_, at) => !named.some(({ start, end }) => start <= at && at < end));
};

/**
 * English where most of the words are no Russian ones in Latin letters ("sim", "balans"), or a question's own words stand beside such a one.
 * A seller's name is in neither language.
 */
function languageIn(matter: readonly string[], { normalised }: Parsed, tools: Tools, known: Known): Language | null {
  if (matter.some((word) => /[а-я]/.test(word))) return "ru";
  const names = tools.merchants.find(matter);
  const words = matter.filter(
    (word, at) => /[a-z]/.test(word) && known(word) && !names.some(({ start, end }) => start <= at && at < end),
  );
  const english = words.filter((word) => !known(inCyrillic(word))).length;
  const asks = tools.lists("asking").some(words) || tools.lists("self").some(words);
  const enough = english > 0 && words.length > 1 && (asks || english * 2 > words.length);
  return enough && !/[а-я]/.test(normalised) ? "en" : null;
}

/** @returns a reader of texts. */
export function textReader(model: TopicModel, dictionaries: Dictionaries): (text: string) => Reading {
  const tools = toolsOf(dictionaries);
  const frequency: Frequency = (word) => frequencyOf(model, wordFeature(word));
  const known: Known = (word) => frequency(word) > 0;
  const read = (normalised: string): Reading => {
    const parsed = parse(normalised, tools);
    const { topics, outside, danger } = scoreTopics(model, featuresOf(parsed, tools));
    const unknown = parsed.operators.length === 0 && isUnknown(known, parsed, tools);
    const inDanger = isNumberOfHelp(parsed, tools) ? 1 : unknown ? 0 : danger * Math.sqrt(1 - outside);
    const emergency = inDanger >= DANGER_FROM;
    const facts = factsOf(parsed, emergency ? EMERGENCY_TOPIC : topics[0]?.topic, tools);
    const matter = matterOf(parsed, tools);
    return {
      facts,
      besides: besidesIn(parsed, facts, topics[0]?.topic),
      whose: emergency ? [] : whoseIn(parsed, tools),
      asks: emergency ? null : askedIn(parsed),
      phoneAccount: parsed.said("phoneAccount"),
      emergency,
      danger: inDanger,
      topics,
      outside,
      unknown,
      sellerAlone: tools.merchants.find(parsed.tokens).some((one) => one.end - one.start === parsed.tokens.length),
      matter,
      language: languageIn(matter, parsed, tools, known),
      ours: isOurs(parsed),
    };
  };
  const sureness = ({ topics, outside }: Reading): number => (topics[0]?.confidence ?? 0) * (1 - outside);
  const surer = (reading: Reading, other: Reading): Reading =>
    sureness(other) <= sureness(reading) ? reading : { ...other, matter: reading.matter };
  const spellings = (meant: string, isBrief: boolean): [byEar: string, nearby: string] => {
    if (!isBrief && (!/[а-я]/.test(meant) || tokens(meant).length > SHORT_REQUEST)) return [meant, meant];
    const isName = namedIn(meant, tools);
    const isKnown: Known = (word) => known(word) || isName(word);
    const byEar = corrected(meant, frequency, isKnown, heard);
    return [byEar, isBrief ? corrected(byEar, frequency, isKnown, slips) : byEar];
  };
  // What is written by ear is read as it was meant, a few words without slips of the fingers too, and so taken where that leaves less doubt.
  return (text) => {
    const meant = asMeant(text, frequency, tools);
    const reading = read(meant);
    const isBrief = reading.matter.length <= BRIEF && !reading.sellerAlone;
    const [byEar, nearby] = spellings(meant, isBrief);
    const again = byEar === meant ? reading : read(byEar);
    if (again.emergency) return again;
    const other = nearby === byEar ? again : read(nearby);
    // Of a word in two something is a slip away that people in danger write.
    if (isUrgent(other) || (isUrgent(reading) && !isBrief)) return reading;
    return reading.emergency ? { ...other, danger: reading.danger } : surer(reading, other);
  };
}
