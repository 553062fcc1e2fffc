import type { Issue } from "../../gate/issue.js";
import { clean } from "../clean.js";
import type { Words } from "../words.js";

/** More issues than this are counted, not printed: nobody reads the thousandth line. */
const SHOWN = 50;

function linesOf({ file, line, path, message, instead }: Issue, words: Words): string[] {
  // As editors and terminals link it: file, line, and the place in the record.
  const place = `${file}${line === null ? "" : `:${line}`}${path === "" ? "" : ` ${path}`}`;
  const found = words.say("check.issue", { place, message: words.text(message) });
  return [found, ...(instead ? [`    ${words.say("check.instead", { text: words.text(instead) })}`] : [])];
}

/** Each issue with what to write instead, then the reason of each rule once. */
export function issuesText(issues: readonly Issue[], words: Words): string {
  const shown = issues.slice(0, SHOWN);
  const reasons = new Map(shown.map(({ rule, why }) => [rule, words.text(why)]));
  const lines = [
    ...shown.flatMap((issue) => linesOf(issue, words)),
    words.say("check.count", { count: String(issues.length) }),
    words.say("check.why"),
    ...[...reasons].map(([rule, why]) => `    ${rule}: ${why}`),
  ];
  return lines.map((line) => `${clean(line)}\n`).join("");
}

export const issuesJson = (issues: readonly Issue[], words: Words) =>
  issues.map(({ file, line, path, message, instead, why, rule }) => ({
    file: clean(file),
    /** Of the file; null where there is no line to show. */
    line,
    path: clean(path),
    rule,
    text: clean(words.text(message)),
    /** What to write there, as JSON or in words; null where nobody can tell. */
    instead: instead ? clean(words.text(instead)) : null,
    why: words.text(why),
  }));
