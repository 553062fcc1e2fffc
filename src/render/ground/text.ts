/** What sources say, as lines: the statement, how far it can be trusted, and any doubt. */
import type { Conflict, Ground, Source } from "../../directory/types.js";
import { UNCITED } from "../../vocabulary/evidence.js";
import { sentence } from "../channel/text.js";
import { faint, indented, item, type Line } from "../text/blocks.js";
import { dateText } from "../text/screen.js";
import type { Words } from "../words.js";

const trust = ({ grade, status }: Ground, words: Words): string =>
  words.say("ground.trust", { grade: words.say(`grade.${grade}`), status: words.say(`status.${status}`) });

function doubtLines({ status, doubt }: Ground, words: Words, indent: number): Line[] {
  const disputed = status === "disputed" ? [words.say("ground.disputed")] : [];
  const text = [...disputed, ...(doubt ? [words.text(doubt)] : [])].join(" ");
  return text === "" ? [] : [indented(text, indent, 0, "doubt")];
}

/** One of a list. @param lead what stands before the statement. */
export function groundLines(ground: Ground, words: Words, lead = ""): Line[] {
  const text = lead + words.text(ground.text);
  const shown = ground.status === "current" ? text : `${sentence(text)} ${trust(ground, words)}`;
  return [item(shown), ...doubtLines(ground, words, 4)];
}

/** For those who check: how sure each is and when it was read, and the caveat where there is one. */
export function sureLines(grounds: readonly Ground[], words: Words): Line[] {
  return grounds.flatMap(({ text, doubt, grade, status, checkedOn }) => {
    const marks = [words.say(`grade.${grade}`), ...(status === "current" ? [] : [words.say(`status.${status}`)])];
    const line = item(`${words.text(text)} (${[...marks, dateText(checkedOn, words)].join(", ")})`);
    return doubt ? [line, indented(words.say("checklist.doubt", { doubt: words.text(doubt) }), 4, 0, "doubt")] : [line];
  });
}

/** The deciding statement: it also says on what it rests. */
export function rulingLines(ground: Ground, words: Words): Line[] {
  // Beside "official" stand those who make it so.
  const told = ground.sources.filter(
    ({ tier }) => ground.grade !== "official" || tier === "official" || tier === "regulator",
  );
  const names = told.map(({ publisher, url }) => (url === null ? words.say("source.uncited") : publisher));
  const rests = `${trust(ground, words)} ${[...new Set(names)].join(", ")}`;
  return [words.text(ground.text), ...doubtLines(ground, words, 0), faint(rests)];
}

/** Who says so, when and how near the matter, with the address to check. */
export function sourceText({ publisher, url, tier, date }: Source, words: Words): string {
  if (publisher === UNCITED) return words.say("source.uncited");
  const dated = date ? `, ${dateText(date, words)}` : "";
  return `${publisher}${dated} (${words.say(`tier.${tier}`)})${url ? ` ${url}` : ""}`;
}

/** What disagreeing sources name, which of it was chosen, and why. @param except the channel it is said of. */
export function settledLines(conflict: Conflict, words: Words, except: string | null = null): Line[] {
  const others = conflict.candidates.filter(({ channel }) => channel === null || channel !== except);
  const values = others.map(({ text }) => words.text(text)).join(words.say("list.separator"));
  return [
    words.say("conflict.candidates", { values }),
    sentence(words.text(conflict.resolution)),
    words.say("conflict.why", { why: sentence(words.text(conflict.why)) }),
  ].map((text) => indented(text, 4));
}
