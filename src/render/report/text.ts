/** A ready issue text on one channel, in Markdown: what the directory says and rests on, and room for what a person saw. */

import type { Channel, DirectoryIndex, Source } from "../../directory/types.js";
import { UNCITED } from "../../vocabulary/evidence.js";
import { clean } from "../clean.js";
import { escaped } from "../contacts/markdown.js";
import type { Words } from "../words.js";

function sourceLine({ publisher, url, tier, date }: Source, words: Words): string {
  if (publisher === UNCITED) return `- ${words.say("source.uncited")}`;
  const dated = date ? `, ${date}` : "";
  const link = url ? ` <${clean(url)}>` : "";
  return `- ${escaped(clean(publisher))}${dated} (${words.say(`tier.${tier}`)})${link}`;
}

export function reportOn(channel: Channel, tool: string, directory: DirectoryIndex, words: Words) {
  const value = clean(words.text(channel.display));
  const field = (key: string, text: string) => `- ${words.say(`report.${key}`)}: ${text}`;
  const blank = (key: string) => `- ${words.say(`report.ask.${key}`)}:`;
  return {
    title: words.say("report.title", { id: channel.id, value }),
    /** Lines of Markdown. */
    body: [
      `### ${words.say("report.says")}`,
      "",
      field("id", `\`${channel.id}\``),
      field("value", `\`${value.replaceAll("`", "'")}\``),
      field("label", escaped(clean(words.text(channel.label)))),
      field("trust", `${words.say(`grade.${channel.grade}`)}, ${words.say(`status.${channel.status}`)}`),
      field("checked", channel.checkedOn),
      field("origin", words.say(`report.origin.${channel.origin}`)),
      ...(channel.conflicts.length > 0
        ? [field("conflicts", channel.conflicts.map((id) => `\`${id}\``).join(", "))]
        : []),
      field("version", `${tool}, ${words.say("report.directory", { version: directory.version })}`),
      "",
      `### ${words.say("report.sources")}`,
      "",
      ...channel.sources.map((source) => sourceLine(source, words)),
      "",
      `### ${words.say("report.seen")}`,
      "",
      `<!-- ${words.say("report.private")} -->`,
      ...["what", "line", "place", "when", "link"].map(blank),
    ],
  };
}
