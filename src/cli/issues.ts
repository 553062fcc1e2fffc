import type { Issue } from "../gate/issue.js";
import { clean } from "../render/clean.js";
import type { Words } from "../render/words.js";

/** More issues than this are counted, not printed: nobody reads the thousandth line. */
const SHOWN = 50;

export function issueText({ file, path, message, why, rule }: Issue, words: Words): string {
  const place = { file, path: path ? ` ${path}` : "", message: words.text(message) };
  const reason = words.say("check.why", { why: words.text(why) });
  return `${clean(words.say("check.issue", place))}\n    ${rule}; ${reason}\n`;
}

export function showIssues(issues: readonly Issue[], write: (text: string) => void, words: Words): void {
  for (const issue of issues.slice(0, SHOWN)) write(issueText(issue, words));
  write(`${words.say("check.count", { count: String(issues.length) })}\n`);
}

export const issuesJson = (issues: readonly Issue[], words: Words) =>
  issues.map(({ file, path, message, why, rule }) => ({
    file: clean(file),
    path: clean(path),
    rule,
    text: clean(words.text(message)),
    why: words.text(why),
  }));
