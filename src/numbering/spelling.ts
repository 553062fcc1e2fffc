/** What somebody typed or copied, as the digits and signs it stands for; what cannot be a number says why, and what was probably meant. */
import { keyboard, letters, retyped } from "../values/keyboard.js";
import { Problem } from "../values/problem.js";
import type { NumberFault } from "../vocabulary/numbers.js";

export interface SpelledNumber {
  form: "number";
  digits: string;
  plus: boolean;
  extension: string | null;
  /** The word to send, of an SMS command such as `СТОП на 5051`. */
  message: string | null;
}

/** Digits, * and #; `{number}` or `{code}` where the page it comes from had a word for the reader's own. */
type SpelledCode = { form: "code"; code: string };

export interface Fault {
  form: "fault";
  fault: NumberFault;
  /** What was probably meant, as text. */
  meant: readonly string[];
}

export type Spelling = SpelledNumber | SpelledCode | Fault;

/** No number, with every separator and an extension, comes near this. */
export const LONGEST = 200;

export const faulty = (fault: NumberFault, ...meant: string[]): Fault => ({ form: "fault", fault, meant });

/** A number that is none, as a problem; it names no digits, so that it may go into a log. */
export const numberProblem = ({ fault, meant }: Fault): Problem =>
  new Problem("bad-number", `number-${fault}`, {}, { hints: meant });

const EXTENSION = /(?<=\d)[\s,;)]*(?:доб(?:ав(?:очный)?)?|внутр?|ext(?:ension)?|x)\.?[\s=:№#]*(\d{1,8})$/iu;
const PAUSED = /(?<=\d)\s*[,;pw]+(\d{1,8})$/i;
const COMMAND = /^(.{1,40}?)\s+(?:на|to)\s+(?:номер\s+|number\s+)?([+*#\d].*)$/iu;
/** Words that pages put where the reader's own number or a code goes. */
const OWN = /<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]|номер|number|код|code|\bn\b|x{2,}/giu;
const OWN_NUMBER = /номер|number|x{5}/iu;

/** Letters that stand where a digit belongs: typed by a slip, read from a picture, or put there to deceive. */
const LOOKS_LIKE = letters("oоli|збs", "00111365");

function codeIn(text: string): SpelledCode | Fault {
  const code = text.replace(OWN, (word) => (OWN_NUMBER.test(word) ? "{number}" : "{code}")).replace(/[\s()-]/g, "");
  if (!/^(?:[*#+\d]|\{number\}|\{code\})+$/.test(code)) return faulty("letters");
  if (!/\d/.test(code)) return faulty("bad-code");
  return code.length > 60 ? faulty("too-long") : { form: "code", code };
}

function numberIn(text: string, message: string | null): SpelledNumber | Fault {
  const extension = EXTENSION.exec(text) ?? PAUSED.exec(text);
  const rest = extension ? text.slice(0, extension.index) : text;
  if (/[^\d\s+().\-/~]/.test(rest)) return lettered(rest);
  const digits = rest.replace(/\D/g, "");
  if (digits === "") return faulty("letters");
  const plus = /^\s*\(?\s*\+/.test(rest);
  if (rest.lastIndexOf("+") > rest.search(/\d/)) {
    const second = /\+(?:[\s().-]*\d){10,15}$/.exec(rest);
    return faulty("not-valid", ...(second ?? []));
  }
  return { form: "number", digits, plus, extension: extension?.[1] ?? null, message };
}

function lettered(text: string): Fault {
  const repaired = retyped(text.toLowerCase(), LOOKS_LIKE);
  const readable = /\d/.test(text) && !/[^\d\s+().\-/~]/.test(repaired);
  if (readable) return faulty("letters", repaired);
  const inside = /\+?\d[\d\s()-]{8,}\d/.exec(text);
  return inside ? faulty("letters", inside[0]) : faulty("letters");
}

/** What stands before a number in tables, on cards and in links. */
const LABEL =
  /^(?:(?:тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|факс|т|tel(?:ephone)?|phone|mob(?:ile)?|cell|fax|sms|callto)[\s.:№/-]+)+(?=[+(\d*#])/iu;

const WHOLE = /^[+(\d](?:[\s().-]*\d){9,14}[\s().-]*$|^[*#][\d*#]+#$/;
const SHORT = /^\d{3,6}$/;

/** The numbers of one field, as tables and cards have them: `8 800 550-05-00; 0500`. Digits right after a comma or semicolon are an extension. */
export function numbersIn(text: string): readonly string[] {
  const parts = text.split(/[;,](?=\s)|[;,](?=\s*[+(]?\d(?:[\s().-]*\d){9})|\/|\|/).map((part) => part.trim());
  const whole = parts.map((part) => WHOLE.test(part.replace(LABEL, "")));
  const numbers = parts.every((part, index) => whole[index] || SHORT.test(part));
  return parts.length > 1 && numbers && (whole[0] || !whole.includes(true)) ? parts : [text];
}

/** @param text a line, an argument, a value of the directory: anything. */
export function readSpelling(text: string): Spelling {
  if (text.length > LONGEST) return faulty("too-long");
  const line = keyboard(text).replace(LABEL, "");
  if (line === "") return faulty("empty");
  if (/[\p{Cc}\ufffd]/u.test(line)) return faulty("binary");
  const command = COMMAND.exec(line);
  const rest = command?.[2] ?? line;
  const message = command?.[1]?.replace(/^(?:sms|смс)(?:\s+|$)/iu, "").replace(/^["«“]|["»”]$/gu, "") || null;
  if (/[*#]/.test(rest) && !EXTENSION.test(rest)) return codeIn(rest);
  return numberIn(rest, message);
}
