/** What a look-up found, as rows for a screen, for records and for JSON. */

import type { Found, Hit } from "../../answers/find.js";
import { valueAndLabel } from "../channel/text.js";
import { markOf } from "../contacts/rows.js";
import { conditionsText, operatorName } from "../route/conditions.js";
import { ALL_ROWS, entry, fitted, indented, titled } from "../text/blocks.js";
import type { Screen, Wording } from "../text/screen.js";
import { answerText } from "../whose/plain.js";
import { pick } from "../words.js";

export interface FoundView extends Wording {
  found: Found;
}

/** What a row is without a channel: null for whose it is, where it answers, and how far to trust it. */
const NONE = { party: null, kind: null, dial: null, uri: null, when: null, status: null, origin: null, mark: "" };

function rowOf(hit: Hit, view: FoundView) {
  const { found, words } = view;
  const { type } = hit;
  switch (type) {
    case "channel": {
      const { channel, routed } = hit;
      const when = routed ? conditionsText(routed.conditions, found.operator, view) : "";
      const unsure = routed?.verdict === "unproven" ? words.say("card.may-fail", { when }) : when;
      return {
        type,
        ...pick(channel, "id", "party", "kind"),
        /** To use; for a topic, a checklist or a seller the command that answers it. */
        value: words.text(channel.display),
        ...pick(channel, "dial", "uri"),
        title: words.text(channel.label),
        when: unsure.replace(/: $/, "") || null,
        ...pick(channel, "status", "origin"),
        mark: markOf(channel, words),
      };
    }
    case "topic": {
      const operator = found.operator ? ` -o ${found.operator}` : "";
      const { id, label, explanation } = hit.topic;
      const title = `${words.text(label)}. ${words.text(explanation)}`;
      return { ...NONE, type, id, value: `dozvon route${operator} -t ${id}`, title };
    }
    case "merchant": {
      const { id, name } = hit.merchant;
      const called = /\W/.test(name.en) ? JSON.stringify(name.en) : name.en;
      const title = words.say("find.merchant", { name: words.text(name) });
      return { ...NONE, type, id, party: id, value: `dozvon charge ${called}`, title };
    }
    case "number": {
      const { display } = hit.answered;
      return { ...NONE, type, id: display, value: display, title: answerText(hit.answered, words) };
    }
    case "checklist": {
      const { id, title } = hit.checklist;
      return { ...NONE, type, id, value: `dozvon checklist show ${id}`, title: words.text(title) };
    }
    case "withdrawn": {
      const { party, value } = hit;
      const { id, values, claim, why, status } = value;
      const title = `${words.text(claim)}: ${words.say(`withdrawn.${status}`)}. ${words.text(why)}`;
      // Never anything to dial.
      return { ...NONE, type, id, party, value: values.map(words.text).join(", "), title, status };
    }
  }
}

type FoundRow = ReturnType<typeof rowOf>;

export const foundRows = (view: FoundView): FoundRow[] => view.found.hits.map((hit) => rowOf(hit, view));

export const foundJson = (view: FoundView) => ({
  ...pick(view.found, "operator", "topic"),
  /** The answer first. */
  hits: foundRows(view).map(({ mark: _mark, ...row }) => row),
  ...pick(view.found, "more"),
});

/** Whose it is and where it answers stand where they are not plain: in the answer, and in what is asked for in full. */
function lineOf(row: FoundRow, { directory, words }: FoundView, whole: boolean): string {
  const { value, title, party, when } = row;
  const name = party === null || row.type === "merchant" ? "" : operatorName(party, directory, words);
  const whose = name === "" || title.includes(name) ? "" : ` (${name})`;
  const mark = row.mark ? ` (${row.mark})` : "";
  return `${valueAndLabel(value, title, mark)}${whose}${when && whole ? ` [${when}]` : ""}`;
}

/** The answer on the first line, then the rest by what it is; nothing that is wrong stands first without a word of warning. */
export function foundText(view: FoundView, screen: Screen, rows: number): string {
  const { words, found } = view;
  const all = foundRows(view);
  const first = all.find(({ type }) => type !== "withdrawn");
  const block = (rank: number, key: string, types: readonly Hit["type"][]) => {
    const listed = all.filter((row) => row !== first && types.includes(row.type));
    const lines = listed.map((row) => entry(lineOf(row, view, rows === ALL_ROWS)));
    return titled(rank, words.say(key), lines);
  };
  const more = found.more > 0 ? [indented(words.say("find.more", { count: String(found.more) }))] : [];
  const blocks = [
    { rank: 0, lines: first ? [indented(lineOf(first, view, true), 0, 2, "answer")] : [] },
    block(1, "find.channels", ["channel"]),
    { rank: 3, lines: more, joined: true },
    block(2, "find.topics", ["merchant", "topic", "checklist"]),
    block(0, "section.withdrawn", ["withdrawn"]),
  ];
  return fitted(blocks, rows, screen);
}
