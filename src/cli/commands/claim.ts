/** A claim letter from what was stated, its forms and its files. */
import { resolve } from "node:path";
import { type AnsweredClaim, claimAnswer, claimNamed, operatorOf } from "../../answers/claim.js";
import type { Claim } from "../../claims/compose.js";
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter } from "../../directory/claim-types.js";
import { claimJson, fieldsIn, noClaimKind, typedText } from "../../render/claim/json.js";
import { blocksOf, letterMarkdown, letterText } from "../../render/claim/letter.js";
import { clean } from "../../render/clean.js";
import { noticesJson } from "../../render/route/json.js";
import { layoutOf } from "../../render/text/layout.js";
import type { Screen } from "../../render/text/screen.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { CLAIM_FORMATS, type ClaimFormat } from "../../vocabulary/claims.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { beginningOf } from "../files/input.js";
import { checkTarget, formOf, STDOUT, writeOutput } from "../files/output-file.js";
import { knownFacts, savedNotice } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command, type Given } from "../line/spec.js";
import { Interrupted, openTalk } from "../prompts/prompter.js";
import { noticeLines, show, whichOf } from "../runner.js";

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

/** What stands on a line of A4 at ten signs an inch. */
const PAPER_COLUMNS = 78;

/** No letter comes near this. */
const LONGEST_INPUT = 1024 * 1024;

/** Fields as a file of JSON has them. @throws Problem bad-field. */
function recordIn(text: string): Record<string, unknown> {
  if (text.length > LONGEST_INPUT) throw new Problem("bad-field", "fields-too-long");
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Problem("bad-field", "fields-not-json");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Problem("bad-field", "fields-not-object");
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
    if (split < 1) throw new Problem("bad-field", "field-without-value");
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

/** The letter itself, in Russian. What draws HTML and Word is opened only when it is asked for. */
async function letterAs(format: ClaimFormat, { letter }: Claim): Promise<string | Uint8Array> {
  const blocks = blocksOf(letter, "ru");
  switch (format) {
    case "md":
      return letterMarkdown(blocks);
    case "html":
      return (await import("../../render/claim/letter-html.js")).letterHtml(blocks);
    case "docx":
      return (await import("../../render/claim/letter-docx.js")).letterDocx(blocks);
    case "text":
      return letterText(blocks, layoutOf(PAPER_COLUMNS));
  }
}

interface Targets {
  letter: string | null;
  calendar: string | null;
  format: ClaimFormat;
  force: boolean;
}

/** @throws Problem usage for forms and files that cannot go together, before anything is written. */
function targetsOf(flags: Flags, { json }: Context): Targets {
  const { "--output": output, "--ics": calendar = null, "--format": named, "--force": force = false } = flags;
  const letter = output === undefined || output === STDOUT ? null : output;
  if (json && named !== undefined) throw new Problem("usage", "json-and-format");
  const format =
    named === undefined
      ? (formOf(letter ?? undefined, CLAIM_FORMATS) ?? "text")
      : oneOf(named, CLAIM_FORMATS, "format");
  if (format === "docx" && letter === null) throw new Problem("usage", "form-needs-file", { form: "docx" });
  if (letter !== null && calendar !== null && resolve(letter) === resolve(calendar))
    throw new Problem("usage", "output-same", { file: letter });
  for (const path of [letter, calendar]) if (path !== null) checkTarget(path, force);
  return { letter, calendar, format, force };
}

/** @throws Problem usage. */
export async function writeTargets({ claim }: AnsweredClaim, targets: Targets, context: Context): Promise<void> {
  const { letter, calendar, format, force } = targets;
  const dated = claim.dates.some((one) => one.date !== null);
  if (calendar !== null && !dated) throw new Problem("usage", "ics-without-dates");
  if (letter !== null) writeOutput(letter, await letterAs(format, claim), force, "private");
  if (calendar === null) return;
  const { claimCalendar } = await import("../../render/claim/letter-calendar.js");
  writeOutput(calendar, claimCalendar(claim, context.moment(), context.words), force, "private");
}

/** The whole picture; just the letter where its form was named and no file. */
async function textOf(answer: AnsweredClaim, { letter, format }: Targets, bare: boolean, screen: Screen) {
  const { claim, takers, basis } = answer;
  if (bare) return String(await letterAs(format, claim));
  const { aroundText, claimText } = await import("../../render/claim/text.js");
  return (letter === null ? claimText : aroundText)(claim, takers, basis.grounds, screen);
}

async function fromFlags(kind: string, flags: Flags, context: Context): Promise<number> {
  const { words, json, strict, io } = context;
  const template = claimNamed(kind, context);
  const targets = targetsOf(flags, context);
  const given = await givenFields(flags, template);
  const { operator: named } = await knownFacts(factsOf(flags), context);
  const operator = named ? operatorOf(named.value, named.from, await context.directory()) : null;
  const answer = claimAnswer({ template, operator, given, skipped: skippedBy(flags) }, await context.desk());
  await writeTargets(answer, targets, context);
  const { claim, impersonal, takers, basis } = answer;
  const { letter, calendar } = targets;
  const bare = (flags["--format"] !== undefined || flags["--output"] === STDOUT) && letter === null;
  const facts = operator ? { operator: { value: operator.id, from: operator.from } } : {};
  const personal = flags["--show-personal"] ?? false;
  const shown = { personal, files: { letter, calendar } };
  // Where the operator was taken from unasked, and what is left blank.
  const notices = noticesJson([...(await savedNotice(facts, context)), ...answer.notices], words);
  const code = await show(
    {
      kind: "claim",
      query: { facts, asOf: context.moment().text },
      notices,
      result: () => claimJson(personal ? claim : impersonal, takers, basis.grounds, shown, words),
      // Blanks are on the screen; what was taken from the settings is said beside it.
      aside: () => noticeLines(notices.filter((one) => one.code !== "fields-missing")),
      text: (screen) => textOf(answer, targets, bare, screen),
      code: strict && claim.missing.length > 0 ? EXIT.needsFacts : EXIT.answered,
    },
    context,
  );
  for (const file of [letter, calendar])
    if (file !== null && !bare && !json) io.err(`${clean(words.say("action.save.done", { file }))}\n`);
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
    return (await converseOnClaim(kind ?? null, known.operator ?? null, await openTalk(context))) ?? 0;
  } catch (error) {
    // What was typed is gone with the process, and the person should know it.
    if (error instanceof Interrupted) context.io.err(`\n${context.words.say("claim.interrupted")}\n`);
    throw error;
  }
}

/** @throws Problem missing-facts for a program. */
async function whichLetter(context: Context): Promise<number> {
  const { words } = context;
  const claims = context.open.claims();
  if (context.json) throw noClaimKind(claims, words);
  const entries = claims.map(({ id, title }) => [words.text(title), `dozvon claim ${id}`] as const);
  return whichOf(words.say("ask.claim"), entries, EXIT.needsFacts, context);
}

/** The letter a sentence asks for; without a kind there is nothing to write, and what there is is said. */
export function answerClaim(kind: string | null, operator: string | undefined, context: Context): Promise<number> {
  const flags = operator === undefined ? {} : { "--operator": operator };
  if (context.canAsk) return askFor(kind ?? undefined, flags, context);
  if (kind === null) return whichLetter(context);
  return fromFlags(kind, flags, context);
}

export const claimCommand = command({
  operands: { "[kind]": { text: "claim-kind", offers: "claims" } },
  flags: FLAGS,
  run({ kind, flags }, context) {
    if (context.canAsk && !isScripted(flags)) return askFor(kind, flags, context);
    if (kind === undefined) return whichLetter(context);
    return fromFlags(kind, flags, context);
  },
});
