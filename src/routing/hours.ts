import type { Hours } from "../directory/types.js";
import type { Moment } from "../situation/moment.js";

/** Weekday and minutes since midnight on the wall clock of a time zone. */
function wallClock(epoch: number, timeZone: string): { day: string; minutes: number } {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
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
    ({ days, from, to }) => days.includes(now.day) && minutesOf(from) <= now.minutes && now.minutes < minutesOf(to),
  );
}
