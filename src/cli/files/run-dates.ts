import { parseMoment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import type { Context } from "../context.js";

/** A day that has come by the time of the answer. @throws Problem impossible-date. */
export function pastDay(given: string, context: Context): string {
  const { date } = parseMoment(given);
  if (date > context.moment().date) throw new Problem("impossible-date", "date-to-come", { given });
  return date;
}
