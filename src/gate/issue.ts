import type { Text } from "../vocabulary/language.js";

/** What is wrong with a record of the directory or an overlay. */
export interface Issue {
  file: string;
  /** JSON path inside the file, such as `channels[3].value`. */
  path: string;
  message: Text;
  rule: string;
  /** Why the rule exists. */
  why: Text;
}
