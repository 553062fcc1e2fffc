/** Every rule over the directory as far as the schema could read it, and nothing said twice. */
import { onceEach } from "../values/once.js";
import type { AuthoredDirectory, AuthoredEntry } from "./authored.js";
import type { Finding, Issue } from "./issue.js";
import { lineReader } from "./lines.js";
import type { AuthoredFile } from "./read.js";
import { OWN_RULES, RECORD_RULES, WHOLE_RULES } from "./rules/index.js";
import { join } from "./rules/rule.js";
import { say } from "./words.js";

type Rules = Partial<typeof RECORD_RULES & typeof WHOLE_RULES & typeof OWN_RULES>;
type Rule = keyof Rules | "schema";

const isBelow = (path: string, above: string): boolean =>
  path.startsWith(above) && (above === "" || /^$|^[.[]/.test(path.slice(above.length)));

/** What other fields of a record are judged by. */
const DECIDES: ReadonlyMap<string, RegExp> = new Map([
  ["id", /(^|\.)id$/],
  ["kind", /(^|\.)(id|value)$/],
  ["numberType", /(^|\.)value$/],
]);

/** A record that others refer to, or its id. */
const REFERRED = /^id$|(^|\.)(channels|grounds|topics|steps|fields|bodies)\[\d+\](\.id)?$/;
const REFERRING: readonly Rule[] = ["known-references", "claims-are-whole"];

/** Whether a finding may come of what stands in for a value of the wrong shape. */
function follows(finding: Issue, fault: Issue): boolean {
  if (fault.rule !== "schema") return false;
  if (REFERRED.test(fault.path) && REFERRING.some((rule) => rule === finding.rule)) return true;
  if (finding.file !== fault.file) return false;
  if (isBelow(finding.path, fault.path) || isBelow(fault.path, finding.path)) return true;
  const [, record = "", key = ""] = /^(?:(.*)\.)?(\w+)$/.exec(fault.path) ?? [];
  return isBelow(finding.path, record) && (DECIDES.get(key)?.test(finding.path) ?? false);
}

/** Without these a channel cannot be walked, is taken for another, or is led to from nowhere. */
const UNSOUND: readonly Rule[] = ["schema", "cost-has-a-default", "unique-ids", "known-references"];

/** A channel nobody is led to, in the place of one that cannot be walked. */
function muted(entry: AuthoredEntry, unsound: readonly Finding[]): AuthoredEntry {
  const channels = entry.party.channels.map((channel, index) => {
    const path = join(entry.path, `channels[${index}]`);
    const broken = unsound.some((one) => one.file === entry.file && isBelow(one.path, path));
    return broken ? { ...channel, id: `${path} of ${entry.file}`, topics: [], general: false } : channel;
  });
  return { ...entry, party: { ...entry.party, channels } };
}

type Run = (rules: Rules, over: AuthoredDirectory) => Issue[];

/** The whole is walked without what is unsound, so that the rest of its faults come out in the same round. */
function walkRules(directory: AuthoredDirectory, unsound: readonly Finding[], run: Run): Issue[] {
  const inChannel = /^(bodies\[\d+\]\.)?channels\[\d+\]/;
  const elsewhere = unsound.filter(({ path }) => !inChannel.test(path)).map(({ file }) => file);
  if (elsewhere.includes("topics.json")) return [];
  const walked = { ...directory, parties: directory.parties.map((entry) => muted(entry, unsound)) };
  const { "every-topic-is-answered": _answered, ...ofChannels } = WHOLE_RULES;
  return run(unsound.length === 0 ? WHOLE_RULES : ofChannels, walked).filter(
    (finding) =>
      !elsewhere.includes(finding.file) &&
      !unsound.some((one) => one.file === finding.file && isBelow(one.path, finding.path)),
  );
}

/** @param faults what the schema found. @param own whether the directory is nobody's overlay. @param files whose lines the issues name. */
export function checkRules(
  directory: AuthoredDirectory,
  files: readonly AuthoredFile[],
  { today, faults, own }: { today: string; faults: readonly Issue[]; own: boolean },
): Issue[] {
  const readerOf = onceEach((name) => {
    const text = files.find(({ file }) => file === name)?.text ?? "";
    return text === "" ? () => null : lineReader(text);
  });
  const lineOf = ({ file, path }: Finding) => readerOf(file)(path);
  const run: Run = (rules, over) =>
    (Object.keys(rules) as (keyof Rules)[]).flatMap((rule) => {
      const found = rules[rule]?.(over, { today }) ?? [];
      return found.map((one) => ({ ...one, line: lineOf(one), rule, why: say(`why.${rule}`) }));
    });
  const found = run({ ...RECORD_RULES, ...(own && OWN_RULES) }, directory);
  const broken = found.filter((finding) => !faults.some((fault) => follows(finding, fault)));
  const unsound = [...faults, ...broken].filter(({ rule }) => UNSOUND.some((one) => one === rule));
  // An operator that no file before the gate says anything of passed it when the directory was built, where its topics are the same.
  const isNew = ({ type, file }: AuthoredEntry): boolean =>
    type !== "operator" || files.some((one) => one.role === "topics" || one.file === file);
  return [...broken, ...walkRules({ ...directory, parties: directory.parties.filter(isNew) }, unsound, run)];
}
