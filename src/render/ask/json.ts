import type { Undecided } from "../../answers/ask.js";
import { LONGEST } from "../../understanding/text.js";
import { maskNumbers } from "../../values/mask.js";
import type { Moment } from "../../values/moment.js";
import { clean } from "../clean.js";
import { factsJson, type Query } from "../envelope/json.js";

/** The text as it may be shown again: no more than was read, no phone number, no control characters. */
export const shownText = (text: string): string => maskNumbers(clean(text.slice(0, LONGEST)));

export const undecidedQuery = ({ situation }: Undecided, text: string, moment: Moment): Partial<Query> => ({
  facts: factsJson(situation),
  text: shownText(text),
  asOf: moment.text,
});
