import { Problem } from "./problem.js";

/** The only clock an answer uses. */
export interface Moment {
  /** As the answer states it: a bare date, or a date and time with its offset. */
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

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined) return MOSCOW_OFFSET_MINUTES;
  if (zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
}

const offsetText = (minutes: number): string => {
  const pad = (value: number) => String(value).padStart(2, "0");
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
};

/** Now, on a Moscow clock. */
export function momentOf(epoch: number): Moment {
  const local = new Date(epoch + MOSCOW_OFFSET_MINUTES * 60_000).toISOString();
  return { text: local.slice(0, 19) + offsetText(MOSCOW_OFFSET_MINUTES), date: local.slice(0, 10), epoch };
}

/**
 * A date, or a date and time (ISO 8601); without a zone it is Moscow time.
 * @throws Problem `impossible-date` for another shape and for dates that do not exist.
 */
export function parseMoment(given: string): Moment {
  const parts = SHAPE.exec(given.trim());
  const fail = () => new Problem("impossible-date", "impossible-date", { given });
  if (!parts) throw fail();
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  // A day or a month that does not exist rolls over into another month.
  const exists = utc.getUTCMonth() === month - 1;
  const offset = offsetMinutes(parts[7]);
  const zoned = Math.abs(offset) <= FURTHEST_OFFSET_MINUTES && !/[6-9]\d$/.test(parts[7] ?? "");
  if (!exists || hour > 23 || minute > 59 || second > 59 || !zoned) throw fail();
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  if (parts[4] === undefined) return { text: date, date, epoch: null };
  const time = [hour, minute, second].map((value) => String(value).padStart(2, "0")).join(":");
  const epoch = utc.getTime() + (hour * 60 + minute - offset) * 60_000 + second * 1000;
  return { text: `${date}T${time}${offsetText(offset)}`, date, epoch };
}
