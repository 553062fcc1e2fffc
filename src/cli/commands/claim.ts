import { claimNamed, type OperatorGiven, operatorOf } from "../../answers/claim.js";
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter } from "../../directory/claim-types.js";
import { fieldsIn, noClaimKind, typedText } from "../../render/claim/json.js";
import { clean } from "../../render/clean.js";
import { noticesJson } from "../../render/route/json.js";
import type { Screen } from "../../render/text/screen.js";
import type { Notice } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { CLAIM_FORMATS } from "../../vocabulary/claims.js";
import { EXIT } from "../../vocabulary/codes.js";
import {
  type Composed,
  checkTargets,
  composeStated,
  formatOf,
  letterAs,
  resultJson,
  type Targets,
  writeTargets,
} from "../claim.js";
import type { Context } from "../context.js";
import { beginningOf } from "../files/input.js";
import { STDOUT } from "../files/output-file.js";
import { knownFacts, savedNotice } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command, type Given } from "../line/spec.js";
import { Interrupted, openPrompter } from "../prompts/prompter.js";
import { type Answer, noticeLines, show } from "../runner.js";

const FLAGS = {
  ...factFlags(["operator"]),
  "--field": { value: "name=value", many: true },
  "--fields": { value: "file", offers: "files" },
  "--skip-demand": { value: "ids" },
  "--format": { value: "form", text: "claim-format", offers: CLAIM_FORMATS },
  "--output": { letter: "O", value: "file", offers: "files" },
  "--force": {},
  "--ics": { value: "file", offers: "files" },
  "--show-personal": {},
} as const;
type Flags = Given<typeof FLAGS>;

/** No letter comes near this. */
const LONGEST_INPUT = 1024 * 1024;

/** Fields as a file of JSON has them. @throws Problem bad-field. */
function recordIn(text: string): Record<string, unknown> {
  if (text.length > LONGEST_INPUT) throw new Problem("bad-field", "fields-too-long", {});
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Problem("bad-field", "fields-not-json", {});
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Problem("bad-field", "fields-not-object", {});
  return value as Record<string, unknown>;
}

/** `name=value` as often as needed, over a file of fields. @throws Problem bad-field, usage. */
async function givenFields(flags: Flags, template: ClaimLetter): Promise<Map<string, string>> {
  const fields = flags["--fields"];
  const given =
    fields === undefined
      ? new Map<string, string>()
      : fieldsIn(recordIn(await beginningOf(fields, LONGEST_INPUT)), template);
  const typed = new Set<string>();
  for (const pair of flags["--field"] ?? []) {
    const split = pair.indexOf("=");
    if (split < 1) throw new Problem("bad-field", "field-without-value", {});
    const field = fieldNamed(template, pair.slice(0, split));
    if (typed.has(field.id)) throw new Problem("usage", "repeated-flag", { flag: `field ${field.id}` });
    typed.add(field.id);
    given.set(field.id, typedText(pair.slice(split + 1)));
  }
  return given;
}

const skippedBy = (flags: Flags): string[] =>
  (flags["--skip-demand"] ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");

/** @throws Problem usage for forms and files that cannot go together. */
function targetsOf(flags: Flags, { json }: Context): Targets {
  const letter = flags["--output"] === undefined || flags["--output"] === STDOUT ? null : flags["--output"];
  if (json && flags["--format"] !== undefined) throw new Problem("usage", "json-and-format", {});
  const format = formatOf(flags["--format"], letter);
  if (format === "docx" && letter === null) throw new Problem("usage", "form-needs-file", { form: "docx" });
  const targets = { letter, calendar: flags["--ics"] ?? null, format, force: flags["--force"] ?? false };
  checkTargets(targets);
  return targets;
}

/** What was said with the answer: where the operator was taken from unasked, and what is left blank. */
async function noticesOf({ stated: { operator }, notices }: Composed, context: Context): Promise<Notice[]> {
  const facts = operator ? { operator: { value: operator.id, from: operator.from } } : {};
  return [...(await savedNotice(facts, context)), ...notices];
}

/** The whole picture; just the letter where its form was named and no file. */
async function textOf({ claim, takers, basis }: Composed, { letter, format }: Targets, bare: boolean, screen: Screen) {
  if (bare) return String(await letterAs(format, claim));
  const { aroundText, claimText } = await import("../../render/claim/text.js");
  return (letter === null ? claimText : aroundText)(claim, takers, basis.grounds, screen);
}

async function answerOf(
  composed: Composed,
  flags: Flags,
  targets: Targets,
  bare: boolean,
  context: Context,
): Promise<Answer> {
  const { operator } = composed.stated;
  const notices = noticesJson(await noticesOf(composed, context), context.words);
  return {
    kind: "claim",
    query: {
      facts: operator ? { operator: { value: operator.id, from: operator.from } } : {},
      asOf: context.moment().text,
    },
    notices,
    result: () => resultJson(composed, flags["--show-personal"] ?? false, targets, context),
    // Blanks are on the screen; what was taken from the settings is said beside it.
    aside: () => noticeLines(notices.filter(({ code }) => code !== "fields-missing")),
    text: (screen) => textOf(composed, targets, bare, screen),
    code: context.strict && composed.claim.missing.length > 0 ? EXIT.needsFacts : EXIT.answered,
  };
}

async function operatorFrom(flags: Flags, context: Context): Promise<OperatorGiven | null> {
  const { operator } = await knownFacts(factsOf(flags), context);
  return operator ? operatorOf(operator.value, operator.from, await context.directory()) : null;
}

async function fromFlags(kind: string, flags: Flags, context: Context): Promise<number> {
  const template = claimNamed(kind, context);
  const targets = targetsOf(flags, context);
  const given = await givenFields(flags, template);
  const operator = await operatorFrom(flags, context);
  const composed = await composeStated({ template, operator, given, skipped: skippedBy(flags) }, context);
  await writeTargets(composed, targets, context);
  const bare = (flags["--format"] !== undefined || flags["--output"] === STDOUT) && targets.letter === null;
  const code = await show(await answerOf(composed, flags, targets, bare, context), context);
  for (const file of [targets.letter, targets.calendar])
    if (file !== null && !bare && !context.json)
      context.io.err(`${clean(context.words.say("action.save.done", { file }))}\n`);
  return code;
}

/** Whether everything was said on the command line, so that nothing should be asked. */
const isScripted = (flags: Flags): boolean =>
  [flags["--field"], flags["--fields"], flags["--output"], flags["--ics"], flags["--format"]].some(
    (one) => one !== undefined,
  );

async function askFor(kind: string | undefined, facts: Flags, context: Context): Promise<number> {
  const { converseOnClaim } = await import("../talk/claim.js");
  const known = await knownFacts(factsOf(facts), context);
  try {
    return (await converseOnClaim(kind ?? null, known.operator ?? null, context, await openPrompter(context))) ?? 0;
  } catch (error) {
    // What was typed is gone with the process, and the person should know it.
    if (error instanceof Interrupted) context.io.err(`\n${context.words.say("claim.interrupted")}\n`);
    throw error;
  }
}

/** The letter a sentence asks for; without a kind there is nothing to write, and what there is is said. */
export function answerClaim(kind: string | null, operator: string | undefined, context: Context): Promise<number> {
  const flags = operator === undefined ? {} : { "--operator": operator };
  if (context.canAsk) return askFor(kind ?? undefined, flags, context);
  if (kind === null) throw noClaimKind(context.open.claims(), context.words);
  return fromFlags(kind, flags, context);
}

export const claimCommand = command({
  operands: { "[kind]": { text: "claim-kind", offers: "claims" } },
  flags: FLAGS,
  run({ kind, flags }, context) {
    if (context.canAsk && !isScripted(flags)) return askFor(kind, flags, context);
    if (kind === undefined) throw noClaimKind(context.open.claims(), context.words);
    return fromFlags(kind, flags, context);
  },
});
