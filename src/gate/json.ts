/** JSON as people write it by hand: read, or the first slip named with its line and what to write instead. */
import { type ParseError, parse, printParseErrorCode, visit } from "jsonc-parser";
import { lineAt } from "./lines.js";
import { type Fault, fault, isSaying, say } from "./words.js";

export interface ReadFault extends Fault {
  /** Counted from 1. */
  line?: number;
}

/** What is the same in a file with this slip as in one without it. */
const HARMLESS = ["CommaExpected", "InvalidCommentToken"];

/** The parser stumbles over what comes after such a comma. */
const isTrailingComma = (text: string, offset: number): boolean =>
  /[}\]]/.test(text.charAt(offset)) && text.slice(0, offset).trimEnd().endsWith(",");

/** What the parser's error means to whoever wrote the file, and what to write instead. */
function slip(text: string, { error, offset }: ParseError): Fault {
  const known = `json.${printParseErrorCode(error).toLowerCase()}`;
  if (isSaying(known)) return fault(known);
  if (isTrailingComma(text, offset)) return fault("json.trailing-comma");
  const odd = text.charAt(offset);
  if (odd === "") return fault("json.empty");
  return fault("json.odd", { odd }, /[«»“”„'‘’`]/.test(odd) ? say("json.quotes") : undefined);
}

/** A key that JavaScript would take for the object's own ancestry, or one that `JSON.parse` would drop in silence. */
function badKey(text: string): ReadFault | null {
  const open: Set<string>[] = [];
  const found: ReadFault[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name, _offset, _length, line) => {
      const seen = open.at(-1);
      if (seen?.has(name)) found.push({ ...fault("json.twice", { name }), line: line + 1 });
      if (name === "__proto__") found.push({ ...fault("json.proto"), line: line + 1 });
      seen?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
  return found[0] ?? null;
}

/** A file written by hand is shorter; to look for the slip in a longer one would take seconds. */
const LONGEST_MENDED = 500_000;

/** What is wrong with text that is no JSON, and what can be read in it where that is only a slip of punctuation. */
function mend(text: string): { json: unknown; fault: ReadFault } {
  if (text.length > LONGEST_MENDED) return { json: undefined, fault: fault("json.too-long") };
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  const harmless = errors.every(
    ({ error, offset }) => HARMLESS.includes(printParseErrorCode(error)) || isTrailingComma(text, offset),
  );
  return {
    json: harmless ? json : undefined,
    fault: first ? { ...slip(text, first), line: lineAt(text, first.offset) } : fault("json.empty"),
  };
}

/** @returns `json` undefined where nothing can be made of the text. */
export function parseJson(text: string): { json: unknown; fault: ReadFault | null } {
  try {
    const read = strict(text) ?? mend(text);
    const bad = read.json === undefined ? null : badKey(text);
    return bad ? { json: undefined, fault: bad } : read;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { json: undefined, fault: fault("json.too-deep") };
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
