import { createHash } from "node:crypto";
import ICAL from "ical.js";
import type { Claim } from "../../claims/compose.js";
import { type FollowingDate, isTheirs } from "../../claims/dates.js";
import type { Moment } from "../../values/moment.js";
import { sentence } from "../channel/text.js";
import { clean } from "../clean.js";
import type { Words } from "../words.js";

/** The library folds by this many octets and puts a space before what follows: 75 in all is what RFC 5545 allows. */
ICAL.foldLength = 74;

const PRODUCT = "-//dozvon//claim//RU";
/** In the morning of the day itself. */
const REMIND = "PT9H";

const UID_LENGTH = 16;

/** The letter tells itself from others of its kind: by its addressee, its date and what was filled in, none of which can be read back. */
const letterId = ({ letter }: Claim): string =>
  createHash("sha256").update(JSON.stringify(letter)).digest("hex").slice(0, UID_LENGTH);

/** Text of an event: iCalendar has no use for control characters beside its own escaping. */
function event(one: FollowingDate, date: string, claim: Claim, moment: Moment, words: Words): ICAL.Component {
  const found = new ICAL.Component("vevent");
  const day = ICAL.Time.fromDateString(date);
  const next = day.clone();
  next.adjust(1, 0, 0, 0);
  const stamp =
    moment.epoch === null
      ? ICAL.Time.fromDateTimeString(`${moment.date}T00:00:00Z`)
      : ICAL.Time.fromJSDate(new Date(moment.epoch), true);
  const text = sentence(words.text(one.text));
  const addressee = claim.addressee.name ? clean(words.text(claim.addressee.name)) : words.text(claim.title);
  // The same letter imported again, or taken on another day, moves its dates in a calendar instead of doubling them.
  found.addPropertyWithValue("uid", `${claim.id}.${one.id}.${letterId(claim)}@dozvon`);
  found.addPropertyWithValue("dtstamp", stamp);
  found.addPropertyWithValue("dtstart", day);
  found.addPropertyWithValue("dtend", next);
  found.addPropertyWithValue("summary", `${words.say(`claim.date.${one.kind}`)}: ${addressee}`);
  const note = one.dayOff && isTheirs(one) ? ` ${words.say("claim.day-off-note")}` : "";
  found.addPropertyWithValue("description", text + note);
  found.addPropertyWithValue("transp", "TRANSPARENT");
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("description", text);
  alarm.addPropertyWithValue("trigger", ICAL.Duration.fromString(REMIND));
  found.addSubcomponent(alarm);
  return found;
}

/** The dates that follow from the letter as whole-day events; nothing about the person is in them but whom they wrote to. */
export function claimCalendar(claim: Claim, moment: Moment, words: Words): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", PRODUCT);
  // Whole days have no zone of their own: the terms of Russian law are days of Moscow.
  calendar.addPropertyWithValue("x-wr-timezone", "Europe/Moscow");
  for (const one of claim.dates) {
    if (one.date !== null) calendar.addSubcomponent(event(one, one.date, claim, moment, words));
  }
  return `${calendar.toString()}\r\n`;
}
