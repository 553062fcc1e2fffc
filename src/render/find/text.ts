/** What a look-up found, as rows for a screen, for records and for JSON. */

import type { Found, Hit } from "../../answers/find.js";
import type { DirectoryIndex } from "../../directory/types.js";
import { markOf } from "../contacts/rows.js";
import { conditionsText, operatorName } from "../route/conditions.js";
import { entry, indented, section, textOf } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import type { Words } from "../words.js";

export interface FoundRow {
  type: Hit["type"];
  id: string;
  /** Whose it is; null for a topic or a checklist. */
  party: string | null;
  kind: string | null;
  /** To use, or for a topic the command that answers it. */
  value: string;
  /** Null for a value that is wrong. */
  dial: string | null;
  uri: string | null;
  title: string;
  /** Where it answers, when the look-up came with an operator and a topic. */
  when: string | null;
  status: string | null;
  /** Where it comes from: the directory, or the company's own folder. */
  origin: string | null;
  /** What has to stand beside the value. */
  mark: string;
}

export interface FoundView {
  found: Found;
  directory: DirectoryIndex;
  words: Words;
}

const nothing = { party: null, kind: null, dial: null, uri: null, when: null, status: null, origin: null, mark: "" };

function rowOf(hit: Hit, view: FoundView): FoundRow {
  const { found, directory, words } = view;
  switch (hit.type) {
    case "channel": {
      const { channel, routed } = hit;
      const when = routed ? conditionsText(routed.conditions, found.operator, directory, words) : "";
      const unsure = routed?.verdict === "unproven" ? words.say("card.may-fail", { when }) : when;
      return {
        type: hit.type,
        id: channel.id,
        party: channel.party,
        kind: channel.kind,
        value: words.text(channel.display),
        dial: channel.dial,
        uri: channel.uri,
        title: words.text(channel.label),
        when: unsure.replace(/: $/, "") || null,
        status: channel.status,
        origin: channel.origin,
        mark: markOf(channel, words),
      };
    }
    case "topic": {
      const operator = found.operator ? ` -o ${found.operator}` : "";
      const { id, label, explanation } = hit.topic;
      const title = `${words.text(label)}. ${words.text(explanation)}`;
      return { ...nothing, type: hit.type, id, value: `dozvon route${operator} -t ${id}`, title };
    }
    case "checklist": {
      const { id, title } = hit.checklist;
      return { ...nothing, type: hit.type, id, value: `dozvon checklist show ${id}`, title: words.text(title) };
    }
    case "withdrawn": {
      const { id, values, claim, why, status } = hit.value;
      const title = `${words.text(claim)}: ${words.say(`withdrawn.${status}`)}. ${words.text(why)}`;
      return {
        ...nothing,
        type: hit.type,
        id,
        party: hit.party,
        value: values.map(words.text).join(", "),
        title,
        status,
      };
    }
  }
}

export const foundRows = (view: FoundView): FoundRow[] => view.found.hits.map((hit) => rowOf(hit, view));

function lineOf({ value, title, party, when, ...row }: FoundRow, { directory, words }: FoundView): string {
  const whose = party === null ? "" : ` (${operatorName(party, directory, words)})`;
  const mark = row.mark ? ` (${row.mark})` : "";
  return `${value}${mark} — ${title}${whose}${when ? ` [${when}]` : ""}`;
}

/** The answer on the first line, then the rest by what it is; nothing that is wrong stands first without a word of warning. */
export function foundText(view: FoundView, screen: Screen): string {
  const { words } = view;
  const rows = foundRows(view);
  const first = rows.find(({ type }) => type !== "withdrawn");
  const titled = (key: string, types: readonly Hit["type"][]) => {
    const listed = rows.filter((row) => row !== first && types.includes(row.type));
    return section(
      words.say(key),
      listed.map((row) => entry(lineOf(row, view))),
    );
  };
  const sections = [
    ...titled("find.channels", ["channel"]),
    ...titled("find.topics", ["topic", "checklist"]),
    ...titled("section.withdrawn", ["withdrawn"]),
  ];
  const answer = first && indented(lineOf(first, view), 0, 2, "answer");
  return textOf(answer ? [answer, ...sections] : sections.slice(1), screen);
}
