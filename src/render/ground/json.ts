import type { Ground } from "../../directory/types.js";
import { sourceJson } from "../channel/json.js";
import type { Words } from "../words.js";

/** A statement with how far it can be trusted and why. */
export const groundJson = ({ id, text, doubt, grade, status, checkedOn, sources }: Ground, words: Words) => ({
  id,
  text: words.text(text),
  doubt: doubt && words.text(doubt),
  grade,
  status,
  checkedOn,
  sources: sources.map(sourceJson),
});
