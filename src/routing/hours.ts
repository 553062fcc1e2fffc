import type { Hours } from "../directory/types.js";
import type { Moment } from "../values/moment.js";

/** A batch asks for thousands of channels, and making one is dear. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Weekday and minutes since midnight on the wall clock of a time zone. */
function wallClock(epoch: number, timeZone: string) {
  const parts = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, ...parts });
  formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(epoch).map(({ type, value }) => [type, value]));
  return {
    day: (part.weekday ?? "").slice(0, 2).toLowerCase(),
    minutes: Number(part.hour) * 60 + Number(part.minute),
  };
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether the line answers at that moment; null where the sources or a bare date leave it open. */
export function isOpen(hours: Hours, moment: Moment): boolean | null {
  if (moment.epoch === null || hours.schedule === null) return null;
  if (hours.schedule === "always") return true;
  const now = wallClock(moment.epoch, hours.timeZone);
  return hours.schedule.some(
    ({ days, from, to }) =>
      days.some((day) => day === now.day) && minutesOf(from) <= now.minutes && now.minutes < minutesOf(to),
  );
}
