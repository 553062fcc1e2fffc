/** A contact card on a screen. */

import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { noticeText } from "../notice.js";
import { plainRecords } from "../plain.js";
import { join, type Screen, section } from "../text/screen.js";
import { type CardRow, type CardView, emergencyLines, rowsOf, titleOf, trustOf } from "./rows.js";

function rowLines(row: CardRow, { layout, palette }: Screen): string[] {
  const mark = row.mark ? ` (${row.mark})` : "";
  const about = [row.when, row.cost, row.hours].filter((part) => part !== "").join("; ");
  const heading = layout.paragraph(`${row.value}${mark} — ${row.label}`, 2, 2);
  const note = row.note ? layout.paragraph(row.note, 4) : [];
  return [
    ...heading.map((line) => (row.status !== "current" ? palette.doubt(line) : palette.answer(line))),
    ...(about ? layout.paragraph(about, 4).map((line) => palette.faint(line)) : []),
    ...note,
  ];
}

/** What fits a slip of paper: the value, what it is and what it costs, and help abroad. */
function travelLines(rows: readonly CardRow[], view: CardView, { layout }: Screen): string[] {
  const ways = rows.map(({ value, label, mark, cost }) =>
    [`${value} — ${label}`, mark, cost.split(/[,;:(]/)[0]?.trim()].filter(Boolean).join("; "),
  );
  return [
    ...ways.flatMap((way) => layout.paragraph(way, 0, 2)),
    "",
    ...emergencyLines(view).flatMap((line) => layout.paragraph(line)),
  ];
}

function sectionLines(rows: readonly CardRow[], screen: Screen): string[] {
  return CHANNEL_KINDS.flatMap((kind) => {
    const lines = rows.filter((row) => row.kind === kind).flatMap((row) => rowLines(row, screen));
    return section(screen, screen.words.say(`kind.${kind}`), lines);
  });
}

export function cardText(view: CardView, screen: Screen): string {
  const { words, layout, palette } = screen;
  const { card } = view;
  const rows = rowsOf(view);
  const { doubtful, travel } = card;
  const kept =
    doubtful.length > 0 && !travel
      ? layout.paragraph(words.say("card.doubtful", { count: String(doubtful.length) }))
      : [];
  const notices = card.notices
    .filter(({ code }) => !code.startsWith("emergency-"))
    .flatMap((notice) => layout.paragraph(`- ${noticeText(notice, words)}`, 2, 2));
  const found = travel ? ["", ...travelLines(rows, view, screen)] : sectionLines(rows, screen);
  return join([
    ...layout.paragraph(titleOf(view)).map((line) => palette.heading(line)),
    ...(rows.length === 0 ? layout.paragraph(words.say("card.empty")) : found),
    ...section(screen, words.say("section.notices"), notices),
    "",
    ...kept,
    ...layout.paragraph(trustOf(view)).map((line) => palette.faint(line)),
  ]);
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
