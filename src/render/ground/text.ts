/** What sources say, as lines: the statement, how far it can be trusted, and any doubt. */
import type { Ground } from "../../directory/types.js";
import { sentence } from "../channel/text.js";
import type { Screen } from "../text/screen.js";
import type { Words } from "../words.js";

const trust = ({ grade, status }: Ground, words: Words): string =>
  words.say("ground.trust", { grade: words.say(`grade.${grade}`), status: words.say(`status.${status}`) });

function doubtText(ground: Ground, words: Words): string {
  const disputed = ground.status === "disputed" ? [words.say("ground.disputed")] : [];
  return [...disputed, ...(ground.doubt ? [words.text(ground.doubt)] : [])].join(" ");
}

const doubtLines = (ground: Ground, { words, layout, palette }: Screen, indent: number): string[] => {
  const text = doubtText(ground, words);
  return text === "" ? [] : layout.paragraph(text, indent).map((line) => palette.doubt(line));
};

/** One of a list. @param lead what stands before the statement. */
export function groundLines(ground: Ground, screen: Screen, lead = ""): string[] {
  const { words, layout } = screen;
  const text = lead + words.text(ground.text);
  const shown = ground.status === "current" ? text : `${sentence(text)} ${trust(ground, words)}`;
  return [...layout.paragraph(`- ${shown}`, 2, 2), ...doubtLines(ground, screen, 4)];
}

/** The deciding statement: it also says on what it rests. */
export function rulingLines(ground: Ground, screen: Screen): string[] {
  const { words, layout, palette } = screen;
  const names = ground.sources.map(({ publisher, url }) => (url === null ? words.say("source.uncited") : publisher));
  const rests = `${trust(ground, words)} ${[...new Set(names)].join(", ")}`;
  return [
    ...layout.paragraph(words.text(ground.text)),
    ...doubtLines(ground, screen, 0),
    ...layout.paragraph(rests).map((line) => palette.faint(line)),
  ];
}
