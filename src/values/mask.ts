/** The one mask for phone, card and account numbers: whatever is said again, logged or saved passes it. */
import { isSum } from "./amount.js";
import { once } from "./once.js";

/** A digit of any script, or one that is raised, circled or on a key. */
const DIGIT = "[\\p{Nd}\\p{No}]";

/**
 * What may stand between two digits of one number: spaces, brackets, dots, dashes, invisible and combining marks, nearly any sign. A comma,
 * a colon and the like join only without a space, since `0500, 112` are two numbers; after a sign of money or per cent begins another.
 */
const BETWEEN = "(?:[^\\p{L}\\p{N}\\p{Sc}%,;:]{0,12}|[,;:])";

/** A day is shown, one that does not exist included: who mistypes it has to see it. */
const DAY =
  "(?<!\\d)(?:(?:19|20|00)\\d\\d[-./]\\d\\d?[-./]\\d\\d?|\\d\\d?[-./]\\d\\d?[-./](?:19|20|00)\\d\\d)(?![-./]?\\d)";
const TIME = "(?<![\\d:])\\d\\d?:[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?(?![:\\d])";
const NUMBER = `${DIGIT}(?:${BETWEEN}${DIGIT}){6,}`;

/** Made when a text is first masked, as most look-ups mask none: so many classes of Unicode take their time. */
const numbers = once(() => new RegExp(`(?<day>${DAY}(?:[T ]${TIME})?)|(?<time>${TIME})|${NUMBER}`, "gu"));

/** Enough to see which country and range it is, not whose: at least seven digits are hidden. */
const SHOWN = 4;
const HIDDEN_AT_LEAST = 7;

function hidden(number: string): string {
  const digits = new RegExp(DIGIT, "gu");
  const total = number.match(digits)?.length ?? 0;
  const shown = Math.min(SHOWN, total - HIDDEN_AT_LEAST);
  let seen = 0;
  return number.replace(digits, (digit) => (seen++ < shown ? digit : "*"));
}

/** Hides numbers of seven digits and more, in any script and with anything between; days, times and sums of money stay. */
export const maskNumbers = (text: string): string =>
  text.replace(numbers(), (found, day, time, offset: number) => {
    if (day !== undefined || time !== undefined) return found;
    return isSum(found, text.slice(0, offset), text.slice(offset + found.length)) ? found : hidden(found);
  });
