/** JSON as people write it by hand: read, or the first slip named with its line and what to write instead. */
import { type ParseError, parse, printParseErrorCode, visit } from "jsonc-parser";
import type { Text } from "../vocabulary/language.js";
import { linesOf } from "./lines.js";

export interface ReadFault {
  message: Text;
  instead?: Text | undefined;
  /** Counted from 1. */
  line?: number;
}

/** What is the same in a file with this slip as in one without it. */
const HARMLESS = ["CommaExpected", "InvalidCommentToken"];

const slipOf = (ru: string, en: string, insteadRu: string, insteadEn: string) => ({
  message: { ru, en },
  instead: { ru: insteadRu, en: insteadEn },
});

/** What the parser's errors mean to whoever wrote the file, and what to write instead. */
const SLIPS: Readonly<Record<string, ReturnType<typeof slipOf>>> = {
  CommaExpected: slipOf(
    "перед этим нет запятой",
    "lacks a comma before this",
    "запятую после предыдущего значения",
    "a comma after the value before",
  ),
  InvalidCommentToken: slipOf(
    "в JSON нет комментариев",
    "has a comment, and JSON has none",
    "файл без этой строки",
    "the file without this line",
  ),
  CloseBraceExpected: slipOf("запись не закрыта", "has a record that is not closed", "} в её конце", "} at its end"),
  CloseBracketExpected: slipOf("список не закрыт", "has a list that is not closed", "] в его конце", "] at its end"),
  ColonExpected: slipOf("после ключа нет двоеточия", "lacks a colon after a key", '"ключ": значение', '"key": value'),
  UnexpectedEndOfString: slipOf(
    "кавычка не закрыта на этой строке",
    "has a quote that is not closed on this line",
    "текст на одной строке, в кавычках",
    "the text on one line, in quotes",
  ),
  TrailingComma: slipOf(
    "лишняя запятая",
    "has a comma too many",
    "последнее значение без запятой",
    "the last value without a comma",
  ),
};

const QUOTES: Text = { ru: 'прямые двойные кавычки: "так"', en: 'straight double quotes: "so"' };

const EMPTY: Text = {
  ru: "не читается как JSON: файл пуст или обрывается",
  en: "is not readable JSON: it is empty or breaks off",
};

/** The parser stumbles over what comes after such a comma. */
const isTrailingComma = (text: string, offset: number): boolean =>
  /[}\]]/.test(text.charAt(offset)) && text.slice(0, offset).trimEnd().endsWith(",");

function slip(text: string, { error, offset }: ParseError): ReadFault {
  const line = linesOf(text)(offset);
  const known = SLIPS[printParseErrorCode(error)] ?? (isTrailingComma(text, offset) && SLIPS.TrailingComma);
  if (known) return { ...known, line };
  const odd = text.charAt(offset);
  if (odd === "") return { message: EMPTY, line };
  const message = { ru: `не читается как JSON: «${odd}»`, en: `is not readable JSON: "${odd}"` };
  return { message, instead: /[«»“”„'‘’`]/.test(odd) ? QUOTES : undefined, line };
}

/** A key that JavaScript would take for the object's own ancestry, or one that `JSON.parse` would drop in silence. */
function badKey(text: string): ReadFault | null {
  const open: Set<string>[] = [];
  const found: ReadFault[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectProperty: (name, _offset, _length, line) => {
      const seen = open.at(-1);
      const add = (ru: string, en: string) => found.push({ message: { ru, en }, line: line + 1 });
      if (seen?.has(name)) add(`ключ «${name}» стоит дважды`, `has the key "${name}" twice`);
      if (name === "__proto__") add("ключ __proto__ не допускается", "has the key __proto__, which is not allowed");
      seen?.add(name);
    },
    onObjectEnd: () => {
      open.pop();
    },
  });
  return found[0] ?? null;
}

const TOO_DEEP: Text = { ru: "слишком глубокая вложенность", en: "has records in records without end" };

/** A file written by hand is shorter; to look for the slip in a longer one would take seconds. */
const LONGEST_MENDED = 500_000;
const TOO_LONG: Text = { ru: "не читается как JSON", en: "is not readable JSON" };

/** What is wrong with text that is no JSON, and what can be read in it where that is only a slip of punctuation. */
function mend(text: string): { json: unknown; fault: ReadFault } {
  if (text.length > LONGEST_MENDED) return { json: undefined, fault: { message: TOO_LONG } };
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  const harmless = errors.every(
    ({ error, offset }) => HARMLESS.includes(printParseErrorCode(error)) || isTrailingComma(text, offset),
  );
  return { json: harmless ? json : undefined, fault: first ? slip(text, first) : { message: EMPTY } };
}

/** @returns `json` undefined where nothing can be made of the text. */
export function parseJson(text: string): { json: unknown; fault: ReadFault | null } {
  try {
    const read = strict(text) ?? mend(text);
    const bad = read.json === undefined ? null : badKey(text);
    return bad ? { json: undefined, fault: bad } : read;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { json: undefined, fault: { message: TOO_DEEP } };
  }
}

function strict(text: string): { json: unknown; fault: null } | null {
  try {
    return { json: JSON.parse(text), fault: null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
