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

const DAY_MINUTES = 24 * 60;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether the line answers at that moment; null where the sources or a bare date leave it open. */
export function isOpen(hours: Hours, moment: Moment): boolean | null {
  if (moment.epoch === null || hours.schedule === null) return null;
  if (hours.schedule === "always") return true;
  const { schedule, timeZone } = hours;
  /** In the hours that began so many days ago: a line of the night closes on the next day. */
  const since = (ago: number, epoch: number): boolean => {
    const { day, minutes } = wallClock(epoch - ago * DAY_MINUTES * 60_000, timeZone);
    const now = minutes + ago * DAY_MINUTES;
    return schedule.some(({ days, from, to }) => {
      const end = minutesOf(to) + (to > from ? 0 : DAY_MINUTES);
      return days.some((one) => one === day) && minutesOf(from) <= now && now < end;
    });
  };
  return since(0, moment.epoch) || since(1, moment.epoch);
}
