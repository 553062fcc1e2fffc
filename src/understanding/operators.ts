/** Which operator a text asks about, when it names one or several. */
import { distance } from "fastest-levenshtein";
import type { Dictionaries } from "./dictionaries.js";
import { stem } from "./features.js";
import { Phrases, replaced, type Span } from "./phrase.js";

export interface OperatorMention extends Span {
  operator: string;
}

export interface OperatorReader {
  names: Phrases<string>;
  loose: Phrases<string>;
  misspelt: readonly (readonly [spelling: string, operator: string])[];
  clues: Phrases<number>;
  codes: Readonly<Record<string, string>>;
}

export const operatorReader = ({ operators, operatorClues, codes }: Dictionaries): OperatorReader => ({
  names: new Phrases(operators.names),
  loose: new Phrases(operators.loose),
  misspelt: operators.misspelt,
  clues: new Phrases(operatorClues),
  codes,
});

/** Overlapping mentions give way to the longest. */
function longest(found: readonly OperatorMention[]): OperatorMention[] {
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: OperatorMention[] = [];
  for (const one of byLength) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Slips a name may have: one from five letters on, two in a long one, which no other word is near to. */
const slipsIn = ({ length }: string): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

function misspelt(tokens: readonly string[], { misspelt: spellings }: OperatorReader): OperatorMention[] {
  return tokens.flatMap((token, start) => {
    // In any case of the noun.
    const forms = [token, stem(token)].filter((form) => slipsIn(form) > 0);
    const near = spellings.find(([spelling]) =>
      forms.some(
        (form) =>
          Math.abs(form.length - spelling.length) < 3 &&
          distance(spelling, form) <= Math.min(slipsIn(form), slipsIn(spelling)),
      ),
    );
    return near ? [{ operator: near[1], start, end: start + 1 }] : [];
  });
}

/** Every place where an operator is named, whichever it is. */
export function operatorMentions(tokens: readonly string[], reader: OperatorReader): OperatorMention[] {
  const exact = longest(reader.names.find(tokens).map(({ value, start, end }) => ({ operator: value, start, end })));
  return exact.length > 0 ? exact : misspelt(tokens, reader);
}

/** Names that may mean something else, for a text that names no operator otherwise. */
export function looseMentions(tokens: readonly string[], reader: OperatorReader): OperatorMention[] {
  return longest(reader.loose.find(tokens).map(({ value, start, end }) => ({ operator: value, start, end })));
}

const THIS = "@";
const ANOTHER = "#";

/** Being named first counts in favour; most of all a name that opens the text, as one is addressed. */
const FIRST = 1;
const ADDRESSED = 2;

function weight(
  operator: string,
  tokens: readonly string[],
  mentions: readonly OperatorMention[],
  { clues }: OperatorReader,
): number {
  const [first] = mentions;
  const own = mentions.filter((mention) => mention.operator === operator);
  const words = replaced(
    tokens,
    mentions.map((mention) => ({ ...mention, mark: own.includes(mention) ? THIS : ANOTHER })),
  );
  const telling = clues.find(words).filter(({ start, end }) => words.slice(start, end).includes(THIS));
  const opens = first?.operator !== operator ? 0 : first.start === 0 ? ADDRESSED : FIRST;
  return telling.reduce((sum, { value }) => sum + value, opens);
}

/** The operator the text is about; null when it names none. */
export function operatorAsked(
  tokens: readonly string[],
  mentions: readonly OperatorMention[],
  reader: OperatorReader,
): string | null {
  const named = [...new Set(mentions.map(({ operator }) => operator))];
  if (named.length <= 1) return named[0] ?? null;
  const weighed = named.map((operator) => ({ operator, weight: weight(operator, tokens, mentions, reader) }));
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.operator ?? null;
}

const CODE = /[*#][\d*#]+|\b0\d{2,5}\b/g;

/** An operator by a short code that is its alone: people name the number they dial sooner than the operator. */
export function operatorByCode(normalised: string, { codes }: OperatorReader): string | null {
  const owners = new Set((normalised.match(CODE) ?? []).flatMap((code) => codes[code] ?? []));
  const [only, ...others] = owners;
  return others.length === 0 ? (only ?? null) : null;
}
