/** What sources say, as lines: the statement, how far it can be trusted, and any doubt. */
import type { Conflict, Ground, Source } from "../../directory/types.js";
import { UNCITED } from "../../gate/grade.js";
import { sentence } from "../channel/text.js";
import { dateText, type Screen } from "../text/screen.js";
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

/** For those who check: how sure each is and when it was read, and the caveat where there is one. */
export function sureLines(grounds: readonly Ground[], { words, layout, palette }: Screen): string[] {
  return grounds.flatMap(({ text, doubt, grade, status, checkedOn }) => {
    const marks = [words.say(`grade.${grade}`), ...(status === "current" ? [] : [words.say(`status.${status}`)])];
    const lines = layout.paragraph(
      `- ${words.text(text)} (${[...marks, dateText(checkedOn, words)].join(", ")})`,
      2,
      2,
    );
    const caveat = doubt && words.say("checklist.doubt", { doubt: words.text(doubt) });
    return [...lines, ...(caveat ? layout.paragraph(caveat, 4).map((line) => palette.doubt(line)) : [])];
  });
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

/** Who says so, when and how near the matter, with the address to check. */
export function sourceText({ publisher, url, tier, date }: Source, words: Words): string {
  if (publisher === UNCITED) return words.say("source.uncited");
  const dated = date ? `, ${dateText(date, words)}` : "";
  return `${publisher}${dated} (${words.say(`tier.${tier}`)})${url ? ` ${url}` : ""}`;
}

/** What disagreeing sources name, which of it was chosen, and why. @param except the channel it is said of. */
export function settledLines(conflict: Conflict, { words, layout }: Screen, except: string | null = null): string[] {
  const others = conflict.candidates.filter(({ channel }) => channel === null || channel !== except);
  const values = others.map(({ text }) => words.text(text)).join(words.say("list.separator"));
  const texts = [
    words.say("conflict.candidates", { values }),
    sentence(words.text(conflict.resolution)),
    words.say("conflict.why", { why: sentence(words.text(conflict.why)) }),
  ];
  return texts.flatMap((text) => layout.paragraph(text, 4));
}
