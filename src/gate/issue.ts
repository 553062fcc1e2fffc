/** What is wrong with a record of the directory or an overlay. */
import type { Text } from "../vocabulary/language.js";

export interface Fault {
  message: Text;
  /** What to write there, as JSON or in words. */
  instead?: Text | undefined;
}

export interface Finding extends Fault {
  file: string;
  /** JSON path inside the file, such as `channels[3].value`. */
  path: string;
}

export interface Issue extends Finding {
  /** Counted from 1; null where there is no line to show, as for a file that is missing. */
  line: number | null;
  rule: string;
  /** Why the rule exists. */
  why: Text;
}

/** What is the same in every language. */
export const inBoth = (text: string): Text => ({ ru: text, en: text });

export const asJson = (value: unknown): Text => inBoth(JSON.stringify(value));

/** One of several words. */
export const formOfWords = (words: readonly (string | boolean)[]): Text =>
  inBoth(words.map((word) => JSON.stringify(word)).join(", "));

/** The issues of each file from its first line on. */
export const inLines = (issues: readonly Issue[]): Issue[] => {
  const files = [...new Set(issues.map(({ file }) => file))];
  const place = ({ file }: Issue) => files.indexOf(file);
  return [...issues].sort((a, b) => place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0));
};
