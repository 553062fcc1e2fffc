/** The words of a text and what stands where in them; what a topic is recognised by in them is the same in learning and in reading. */
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import type { Dictionaries } from "./dictionaries.js";
import { type Features, features, MARKS, numberClass } from "./features.js";
import { type Lists, listsOf, notDenied, type Said, saidIn } from "./negation.js";
import { type NumberInText, numbersIn } from "./numbers.js";
import { type OperatorMention, type OperatorReader, operatorMentions, operatorReader } from "./operators.js";
import type { Clauses } from "./owners.js";
import { Phrases, replaced } from "./phrase.js";
import { type PlaceMention, Places, RUSSIA } from "./places.js";
import { type Frequency, type Known, repaired } from "./repair.js";
import { clauses, normalise, tokens } from "./text.js";

export interface Parsed extends Clauses {
  normalised: string;
  numbers: readonly NumberInText[];
  said: Said;
  /** Words of what is denied, by their places: no part of the question. */
  denied: ReadonlySet<number>;
  operators: readonly OperatorMention[];
  places: readonly PlaceMention[];
}

export interface Tools {
  operators: OperatorReader;
  places: Places;
  lists: Lists;
  merchants: Phrases<string>;
  concepts: Phrases<string>;
}

export const toolsOf = (dictionaries: Dictionaries): Tools => ({
  operators: operatorReader(dictionaries),
  places: new Places(dictionaries.places),
  lists: listsOf(dictionaries),
  merchants: new Phrases(dictionaries.merchants),
  concepts: new Phrases(dictionaries.concepts),
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
export function namedIn(normalised: string, { places, operators }: Tools): Known {
  const words = tokens(normalised);
  const placed = places.find(words).flatMap(({ start, end }) => words.slice(start, end));
  return (word) => placed.includes(word) || operators.names.some([word]);
}

export function asMeant(text: string, frequency: Frequency, tools: Tools): string {
  const normalised = normalise(text);
  return repaired(normalised, frequency, namedIn(normalised, tools));
}

export function parse(normalised: string, tools: Tools): Parsed {
  const asked = tools.lists("operatorUnknown").some(tokens(normalised));
  const numbers = numbersIn(normalised, asked && !tools.lists("whoseNumber").some(tokens(normalised)));
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
      abroadIfForeign(mention, words, clauses(rest), places, tools),
    ),
    places,
  };
}

const IS = ["am", "im", "m", "are", "re"];

/** "Казахстанский билайн" and "билайн Казахстана" are another company; "билайн, Казахстан" is where the person is. */
function abroadIfForeign(
  mention: OperatorMention,
  words: readonly string[],
  clause: readonly number[],
  places: readonly PlaceMention[],
  { lists }: Tools,
): OperatorMention {
  const { start, end } = mention;
  // "I'm British, MTS": whoever writes comes from there, and no company.
  const said = clause[start - 1] === clause[start] && !IS.includes(words[start - 2] ?? "");
  if (start > 0 && said && lists("nationality").some(words.slice(start - 1, start))) {
    return { ...mention, operator: OTHER_OPERATOR, start: start - 1 };
  }
  const its = places.some((one) => one.start === end && one.country !== RUSSIA && one.cases[0] === "of");
  return its ? { ...mention, operator: OTHER_OPERATOR } : mention;
}

/** The words with what varies without changing the topic replaced: operators, places, numbers. */
function marked({ tokens: words, operators, places, denied }: Parsed, { lists }: Tools): string[] {
  const spans = [
    ...operators.map(({ start, end }) => ({ start, end, mark: MARKS.operator })),
    ...places.map(({ start, end, country }) => ({
      start,
      end,
      mark: country === RUSSIA ? MARKS.russia : MARKS.abroad,
    })),
  ];
  const isNumber = (word: string) => /^\d+$/.test(word) && !lists("cries").some([word]);
  return replaced(words, spans, (word, at) => (denied.has(at) ? [] : [isNumber(word) ? numberClass(word) : word]));
}

export const featuresOf = (parsed: Parsed, tools: Tools): Features[] =>
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
