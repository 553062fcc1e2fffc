/** A contact card on a screen. */

import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { plainRecords } from "../clean.js";
import { noticeText } from "../notice.js";
import { faint, heading, indented, item, type Line, section, textOf } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import { type CardRow, type CardView, emergencyLines, rowsOf, titleOf, trustOf } from "./rows.js";

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
  return ["", ...ways.map((way) => indented(way, 0, 2)), "", ...emergencyLines(view)];
}

export function cardText(view: CardView, screen: Screen): string {
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
  const lines = [
    heading(titleOf(view)),
    ...(rows.length === 0 ? [words.say("card.empty")] : found),
    ...section(
      words.say("section.notices"),
      notices.map((notice) => item(noticeText(notice, words))),
    ),
    "",
    ...(left ? [words.say("card.doubtful", { count: String(doubtful.length) })] : []),
    faint(trustOf(view)),
  ];
  return textOf(lines, screen);
}

/** The columns of `--plain`, in their order: part of the contract, new ones only at the end. */
export const cardPlain = (view: CardView): string =>
  plainRecords(
    rowsOf(view).map((row) => [
      row.id,
      row.kind,
      row.value,
      row.dial,
      row.label,
      row.when,
      row.cost,
      row.hours,
      row.status,
      row.checkedOn,
      row.origin,
    ]),
  );
