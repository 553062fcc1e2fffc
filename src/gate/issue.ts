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
