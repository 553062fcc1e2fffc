/** A day as people write it: 22.11.2026, 2026-11-22. */

const RUSSIAN = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?: ?г(?:\.|ода)?)?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const EARLIEST_YEAR = 1990;

/** @returns YYYY-MM-DD, or null where it is no day that exists. */
export function parseDay(given: string): string | null {
  const text = given.normalize("NFKC").trim().toLowerCase();
  const russian = RUSSIAN.exec(text);
  const [year, month, day] = (russian ? [russian[3], russian[2], russian[1]] : (ISO.exec(text)?.slice(1) ?? [])).map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined || year < EARLIEST_YEAR) return null;
  const utc = new Date(Date.UTC(year, month - 1, day));
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  return exists ? utc.toISOString().slice(0, 10) : null;
}

export const dayInRussian = (date: string): string => date.split("-").reverse().join(".");
