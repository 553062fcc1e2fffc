import { LONGEST } from "../../understanding/text.js";
import { maskNumbers } from "../../values/mask.js";
import { clean } from "../clean.js";

/** A sentence as it may be shown again: no more than was read, no phone number, no control characters. */
export const shownText = (text: string): string => maskNumbers(clean(text.slice(0, LONGEST)));
