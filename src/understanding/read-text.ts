/** A sentence as a person writes it, read into facts and the topics it may be about. Nothing is looked up, nothing decided. */
import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Language } from "../vocabulary/language.js";
import type { Dictionaries, SituationList } from "./dictionaries.js";
import { wordFeature } from "./features.js";
import { asMeant, featuresOf, namedIn, type Parsed, parse, type Tools, toolsOf } from "./parsed.js";
import type { Span } from "./phrase.js";
import { RUSSIA } from "./places.js";
import { corrected, type Frequency, heard, inCyrillic, type Known, slips } from "./repair.js";
import { type Asked, askedIn, BRIEF, besidesIn, factsOf, SHORT_REQUEST, type Stated, whoseIn } from "./stated.js";
import { tokens } from "./text.js";
import { frequencyOf, type ScoredTopic, scoreTopics, type TopicModel } from "./topic-model.js";
import { isUrgent } from "./verdict.js";

export interface Reading {
  facts: Stated;
  /** Another operator asked about in the same breath: "T2 и Ростелеком". */
  besides: string | null;
  /** Numbers the text asks about themselves: who called, whose they are. */
  whose: readonly string[];
  /** A paper or money asked for, where it is no way to somebody. */
  asks: Asked | null;
  /** The money is said to have left the account of the phone. */
  phoneAccount: boolean;
  /** Nobody took the phone, whichever line was called. */
  unanswered: boolean;
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
  /** A telephone with buttons, or the internet gone and nothing said of a home: of a phone rather than of a line at home. */
  mobile: boolean;
  /** In a few words an operator is named, or money taken, or fraudsters: whatever else it may be about, it is not refused. */
  ours: boolean;
}

/** From here on somebody counts as being in danger, and nothing else is asked. */
const DANGER_FROM = 0.5;
/** A word alone that cries for nothing is no more than a maybe, though people in danger have written it: "плохо", "язык". */
const WORD_ALONE = 0.2;
/** What only sounds like danger ("напала тоска") is less than one. */
const CALM = 0.1;

/** Danger in plain words is one, whatever is told of a phone beside it; so is a number of help alone: with more it may be a model or a sum. */
function dangerIn(likely: number, { tokens: words }: Parsed, matter: readonly string[], { lists }: Tools): number {
  const calm = lists("calm").find(words);
  const isCalm = (cry: Span) => calm.some(({ start, end }) => start < cry.end && cry.start < end);
  const inEarnest = (list: SituationList) =>
    lists(list)
      .find(words)
      .some((one) => !isCalm(one));
  const isCry = inEarnest("cries");
  if (inEarnest("dangers") || (isCry && /^\d+$/.test(words.join(" ")))) return 1;
  const isVague = matter.length <= 1 || matter.every((word) => lists("vague").some([word]));
  const least = calm.length > 0 ? CALM : WORD_ALONE;
  return isCry || (calm.length === 0 && !isVague) ? likely : Math.min(likely, least);
}

const FEW = 8;

const isOurs = ({ tokens: words, operators, said }: Parsed): boolean =>
  words.length <= FEW && (operators.length > 0 || said("charged") || said("ours"));

const isUnknown = (known: Known, { tokens: words }: Parsed, { concepts }: Tools): boolean =>
  !concepts.some(words) && !words.some(known);

const isMobile = ({ said }: Parsed, matter: readonly string[], { lists }: Tools): boolean =>
  said("buttonPhone") || (lists("internet").some(matter) && matter.every((word) => lists("internetGone").some([word])));

const matterOf = ({ tokens: words, operators, places }: Parsed, { lists }: Tools): string[] => {
  const abroad = places.filter(({ country }) => country !== RUSSIA);
  const named = [...operators, ...abroad, ...lists("corporate").find(words), ...lists("personal").find(words)];
  return words.filter((_, at) => !named.some(({ start, end }) => start <= at && at < end));
};

/**
 * English where half of the words are no Russian ones in Latin letters ("sim", "balans"), or a question's own words stand beside such a one.
 * A seller's name is in neither language.
 */
function languageIn(matter: readonly string[], { normalised }: Parsed, tools: Tools, known: Known): Language | null {
  if (matter.some((word) => /[а-я]/.test(word))) return "ru";
  const names = tools.merchants.find(matter);
  const words = matter.filter(
    (word, at) => /[a-z]/.test(word) && known(word) && !names.some(({ start, end }) => start <= at && at < end),
  );
  const english = words.filter((word) => !known(inCyrillic(word))).length;
  const [asks, self, plain] = (["asking", "self", "english"] as const).map((list) => tools.lists(list).some(words));
  const enough = words.length > 1 && (plain || (english > 0 && (asks || self || english * 2 >= words.length)));
  return enough && !/[а-я]/.test(normalised) ? "en" : null;
}

/** A word after what leads to a place, no longer than any is, where neither roads ("на Варшавке") nor people ("в Ирину") stand. */
const LED_TO = /(?<=(?<![a-zа-я])(?:во?|из|in|at|from)\s+)[a-zа-я]{4,20}[a-zа-тф-я](?![a-zа-я])/g;

/** "Украли тел": of a phone, as people shorten it. */
const SHORT_PHONE =
  /(?<=(?:укра|уве|спер|стыр|стащ|потер|посе|отжал|вытащ)[а-я]*\s+(?:у\s+меня\s+|мой\s+)?)тел(?![а-я])/g;

/** @returns a reader of texts. */
export function textReader(model: TopicModel, dictionaries: Dictionaries): (text: string) => Reading {
  const tools = toolsOf(dictionaries);
  const frequency: Frequency = (word) => frequencyOf(model, wordFeature(word));
  const known: Known = (word) => frequency(word) > 0;
  const read = (normalised: string): Reading => {
    const parsed = parse(normalised, tools);
    const { topics, outside, danger } = scoreTopics(model, featuresOf(parsed, tools));
    const unknown = parsed.operators.length === 0 && isUnknown(known, parsed, tools);
    const matter = matterOf(parsed, tools);
    const inDanger = dangerIn(unknown ? 0 : danger * Math.sqrt(1 - outside), parsed, matter, tools);
    const emergency = inDanger >= DANGER_FROM;
    const facts = factsOf(parsed, emergency ? EMERGENCY_TOPIC : topics[0]?.topic, tools);
    return {
      facts,
      besides: besidesIn(parsed, facts, topics[0]?.topic),
      whose: emergency ? [] : whoseIn(parsed, tools),
      asks: emergency ? null : askedIn(parsed),
      phoneAccount: parsed.said("phoneAccount"),
      // Whoever cannot reach their mother has tried no line of ours.
      unanswered: parsed.said("unanswered") && !parsed.said("others") && !parsed.said("waiting"),
      emergency,
      danger: inDanger,
      topics,
      outside,
      unknown,
      sellerAlone: tools.merchants.find(parsed.tokens).some((one) => one.end - one.start === parsed.tokens.length),
      matter,
      language: languageIn(matter, parsed, tools, known),
      mobile: isMobile(parsed, matter, tools),
      ours: isOurs(parsed),
    };
  };
  const sureness = ({ topics, outside }: Reading): number => (topics[0]?.confidence ?? 0) * (1 - outside);
  const surer = (reading: Reading, other: Reading): Reading =>
    sureness(other) <= sureness(reading) ? reading : { ...other, matter: reading.matter };
  const spellings = (meant: string, isBrief: boolean): [byEar: string, nearby: string] => {
    if (!isBrief && (!/[а-я]/.test(meant) || tokens(meant).length > SHORT_REQUEST)) return [meant, meant];
    const words = tokens(meant);
    const isName = namedIn(meant, tools);
    const sold = tools.merchants.find(words).flatMap(({ start, end }) => words.slice(start, end));
    const isKnown: Known = (word) => known(word) || isName(word) || sold.includes(word);
    const byEar = corrected(meant, frequency, isKnown, heard);
    return [byEar, isBrief ? corrected(byEar, frequency, isKnown, slips) : byEar];
  };
  // How it begins is seldom mistaken: "в халате" is no Dalat.
  const near = (word: string): string[] => [
    ...heard(word),
    ...Array.from(slips(word.slice(2)), (rest) => word.slice(0, 2) + rest),
  ];
  // "Скорая в турцыи": a word that nobody here writes is the place it is a slip away from.
  const withPlaces = (meant: string): string => {
    const isName = namedIn(meant, tools);
    const isPlace = (word: string): boolean => tools.places.find([word]).length > 0;
    return meant.replace(LED_TO, (word) => (known(word) || isName(word) ? word : (near(word).find(isPlace) ?? word)));
  };
  // What is written by ear is read as it was meant, a few words without slips of the fingers too, and so taken where that leaves less doubt.
  return (text) => {
    const meant = withPlaces(asMeant(text, frequency, tools).replace(SHORT_PHONE, "телефон"));
    const reading = read(meant);
    const isBrief = reading.matter.length <= BRIEF && !reading.sellerAlone;
    const [byEar, nearby] = spellings(meant, isBrief);
    const again = byEar === meant ? reading : read(byEar);
    if (again !== reading && again.emergency) return again;
    const other = nearby === byEar ? again : read(nearby);
    // Of a word in two something is a slip away that people in danger write.
    if (isUrgent(other) || (isUrgent(reading) && !isBrief)) return reading;
    return reading.emergency ? { ...other, danger: reading.danger } : surer(reading, other);
  };
}
