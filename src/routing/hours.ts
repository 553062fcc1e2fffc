import type { Hours } from "../directory/types.js";
import type { Moment } from "../values/moment.js";

interface WallClock {
  day: string;
  minutes: number;
}

/** Weekday and minutes since midnight on the wall clock of a time zone. */
function readClock(epoch: number, timeZone: string): WallClock {
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

/** A batch asks for thousands of channels at one moment, and reading a zone's clock is dear. */
const known = new WeakMap<Moment, Map<string, WallClock>>();

function wallClock(moment: Moment, epoch: number, timeZone: string): WallClock {
  const clocks = known.get(moment) ?? new Map<string, WallClock>();
  known.set(moment, clocks);
  const clock = clocks.get(timeZone) ?? readClock(epoch, timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether the line answers at that moment; null where the sources or a bare date leave it open. */
export function isOpen(hours: Hours, moment: Moment): boolean | null {
  if (moment.epoch === null || hours.schedule === null) return null;
  if (hours.schedule === "always") return true;
  const now = wallClock(moment, moment.epoch, hours.timeZone);
  return hours.schedule.some(
    ({ days, from, to }) =>
      days.some((day) => day === now.day) && minutesOf(from) <= now.minutes && now.minutes < minutesOf(to),
  );
}
