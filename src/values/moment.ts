import type { Text } from "../vocabulary/language.js";
import { keyboard } from "./keyboard.js";
import { once } from "./once.js";
import { Problem } from "./problem.js";

/** The only clock an answer uses: days are days of Moscow, in whichever zone a time was written. */
export interface Moment {
  /** As the answer states it: a bare date, or a date and time of Moscow with its offset. */
  text: string;
  /** YYYY-MM-DD of that text. */
  date: string;
  /** Milliseconds since 1970 UTC; null for a bare date, which has no time of day. */
  epoch: number | null;
}

/** The furthest any zone is from UTC. */
const FURTHEST_OFFSET_MINUTES = 14 * 60;

/** Moscow has kept UTC+3 all year since 2014-10-26. */
const MOSCOW_OFFSET_MINUTES = 180;

const YEAR = "(?<year>\\d{4})(?: ?г(?:\\.|од|ода)?)?";
/** 2026-11-22; 22.11.2026, 22/11/2026 г.; 22 ноября 2026 года, 22 Nov 2026; November 22, 2026. */
const DAYS = [
  "(?<year>\\d{4})(?<sign>[-./])(?<month>\\d\\d?)\\k<sign>(?<day>\\d\\d?)",
  `(?<day>\\d\\d?)(?<sign>[-./])(?<month>\\d\\d?)\\k<sign>${YEAR}`,
  `(?<day>\\d\\d?) (?<name>\\p{L}{3,})\\.?,? ${YEAR}`,
  "(?<name>\\p{L}{3,})\\.? (?<day>\\d\\d?),? (?<year>\\d{4})",
];
const TIME =
  "(?:t|,? (?:в )?)(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d{1,9})?)? ?(?<zone>z|[+-]\\d\\d:?\\d\\d)?";
/** Made when a date is first read: the letters of Unicode take their time, and most look-ups are about now. */
const shapes = once(() => DAYS.map((day) => new RegExp(`^${day}(?:${TIME})?$`, "u")));

const MONTHS = [
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "january february march april may june july august september october november december",
].map((names) => names.split(" "));

/** A month by its name, cut after three letters or later; 0 for another word. */
const monthNamed = (name: string): number =>
  1 + Math.max(...MONTHS.map((names) => names.findIndex((one) => one.startsWith(name))));

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined) return MOSCOW_OFFSET_MINUTES;
  if (zone === "z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
}

/** Now, on a Moscow clock. */
export function momentOf(epoch: number): Moment {
  const local = new Date(epoch + MOSCOW_OFFSET_MINUTES * 60_000).toISOString();
  return { text: `${local.slice(0, 19)}+03:00`, date: local.slice(0, 10), epoch };
}

/** Nobody asks about a day before that: the year lacks a digit. */
const EARLIEST_YEAR = 1900;

/**
 * A day as people write it, a time after it or not; without a zone it is Moscow time. The same instant is the same moment in every zone.
 * @throws Problem `impossible-date` for another shape and for dates that do not exist.
 */
export function parseMoment(given: string): Moment {
  const text = keyboard(given).toLowerCase();
  const parts = shapes()
    .map((shape) => shape.exec(text))
    .find((found) => found !== null)?.groups;
  const fail = () => new Problem("impossible-date", "impossible-date", { given });
  if (!parts) throw fail();
  const { name, hour, zone } = parts;
  const number = (part: string): number => Number(parts[part] ?? 0);
  const month = name === undefined ? number("month") : monthNamed(name);
  const utc = new Date(Date.UTC(number("year"), month - 1, number("day")));
  // A day or a month that does not exist rolls over into another month.
  const exists = number("year") >= EARLIEST_YEAR && utc.getUTCMonth() === month - 1;
  const offset = offsetMinutes(zone);
  const zoned = Math.abs(offset) <= FURTHEST_OFFSET_MINUTES && !/[6-9]\d$/.test(zone ?? "");
  const [minute, second] = [number("minute"), number("second")];
  if (!exists || number("hour") > 23 || minute > 59 || second > 59 || !zoned) throw fail();
  const date = utc.toISOString().slice(0, 10);
  if (hour === undefined) return { text: date, date, epoch: null };
  const moment = momentOf(utc.getTime() + (Number(hour) * 60 + minute - offset) * 60_000 + second * 1000);
  // The last hours of the year 9999 may be of another year in Moscow.
  if (moment.date.startsWith("+")) throw fail();
  return moment;
}

/** Whether it has not come yet: by the moment where both are known to it, else by the day. */
export const isAhead = (moment: Moment, now: Moment): boolean =>
  moment.epoch !== null && now.epoch !== null ? moment.epoch > now.epoch : moment.date > now.date;

/** A day or a moment that has come. @throws Problem impossible-date. */
export function parsePast(given: string, now: Moment): Moment {
  const moment = parseMoment(given);
  if (isAhead(moment, now)) throw new Problem("impossible-date", "date-to-come", { given });
  return moment;
}

/** 2026-11-22 or 2026-11 as people write it in each language. */
export const dayText = (day: string): Text => ({ ru: day.split("-").reverse().join("."), en: day });
