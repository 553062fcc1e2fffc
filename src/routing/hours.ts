import type { Hours } from "../directory/types.js";
import type { Moment } from "../values/moment.js";
import { onceEach } from "../values/once.js";

const PARTS = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
/** A batch asks for thousands of channels, and making one is dear. */
const formatOf = onceEach((timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone, ...PARTS }));

/** Weekday and minutes since midnight on the wall clock of a time zone. */
function wallClock(epoch: number, timeZone: string) {
  const parts = formatOf(timeZone).formatToParts(epoch);
  const { weekday = "", hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { day: weekday.slice(0, 2).toLowerCase(), minutes: Number(hour) * 60 + Number(minute) };
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
