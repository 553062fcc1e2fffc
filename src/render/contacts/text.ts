/** A contact card on a screen. */

import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { plainRecords } from "../clean.js";
import type { Block, Line } from "../text/blocks.js";
import { ALL_ROWS, faint, fitted, heading, indented, item, moreLines, section, textOf } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import { noticeText } from "../words.js";
import { type CardRow, type CardView, emergencyLines, lostText, noCallText, rowsOf, titleOf, trustOf } from "./rows.js";

function rowLines({ value, label, mark, status, when, cost, hours, note }: CardRow): Line[] {
  const about = [when, cost, hours].filter((part) => part !== "").join("; ");
  return [
    indented(`${value}${mark ? ` (${mark})` : ""} — ${label}`, 2, 2, status === "current" ? "answer" : "doubt"),
    ...(about ? [indented(about, 4, 0, "faint")] : []),
    ...(note ? [indented(note, 4)] : []),
  ];
}

/** What fits a slip of paper: the value, what it is and what it costs, and help abroad. */
function travelLines(rows: readonly CardRow[], view: CardView): Line[] {
  const ways = rows.map(({ value, label, mark, cost }) =>
    [`${value} — ${label}`, mark, cost.split(/[,;:(]/)[0]?.trim()].filter(Boolean).join("; "),
  );
  const known = [...noCallText(view), ...ways.map((way) => indented(way, 0, 2)), ...lostText(view)];
  return ["", ...known, "", ...emergencyLines(view)];
}

/** Beside each of the other kinds as many numbers to ring: at home, from another phone, from abroad. */
const CALLS_FIRST = 3;

/** The first of each kind before the second of any, a line each: what the channels are, and not yet when they answer. */
function firstLines(rows: readonly CardRow[]): Block[] {
  const seen = new Map<string, number>();
  return rows.map(({ kind, kindName, value, mark, label, status }, at) => {
    const place = seen.get(kind) ?? 0;
    seen.set(kind, place + 1);
    const way = `${kind === "sms" && !value.startsWith("SMS") ? `${kindName} ` : ""}${value}${mark ? ` (${mark})` : ""} — ${label}`;
    const rank = 1 + (kind === "voice" ? Math.floor(place / CALLS_FIRST) : place);
    return { rank, joined: at > 0, lines: [indented(way, 0, 2, status === "current" ? "answer" : "doubt")] };
  });
}

/** @param most how many lines there are to fill; with `ALL_ROWS` each channel has all that is known of it. */
export function cardText(view: CardView, screen: Screen, most: number): string {
  const { words, card } = view;
  const { doubtful, travel } = card;
  const rows = rowsOf(view);
  const kinds = CHANNEL_KINDS.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return section(words.say(`kind.${kind}`), ofKind.flatMap(rowLines));
  });
  const found = travel ? travelLines(rows, view) : kinds;
  const notices = card.notices.filter(({ code }) => !code.startsWith("emergency-"));
  const left = doubtful.length > 0 && !travel;
  const foot = [
    ...(left ? [words.say("card.doubtful", { count: String(doubtful.length) })] : []),
    faint(trustOf(view)),
  ];
  const noticed = notices.map((notice) => item(noticeText(notice, words)));
  if (most !== ALL_ROWS && !travel && rows.length > 0) {
    const title = { rank: 0, lines: [heading(titleOf(view))] };
    const end = { rank: 0, lines: [...noticed, ...foot, ...moreLines(most, screen)] };
    return fitted([title, ...firstLines(rows), end], most, screen);
  }
  const lines = [
    heading(titleOf(view)),
    ...(rows.length === 0 ? [words.say("card.empty")] : found),
    ...section(words.say("section.notices"), noticed),
    "",
    ...foot,
  ];
  return textOf(lines, screen);
}

/** The columns of `--plain`, in their order: part of the contract, new ones only at the end. */
const PLAIN = "id kind value dial label when cost hours status checkedOn origin".split(" ") as (keyof CardRow)[];

export const cardPlain = (view: CardView): string =>
  plainRecords(rowsOf(view).map((row) => PLAIN.map((column) => row[column])));
