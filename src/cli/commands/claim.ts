/** A claim letter from what was stated, its forms and its files. */
import { resolve } from "node:path";
import { type AnsweredClaim, claimAnswer, claimNamed, operatorOf } from "../../answers/claim.js";
import type { Claim } from "../../claims/compose.js";
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter } from "../../directory/types.js";
import { claimJson, fieldsIn, noClaimKind, typedText } from "../../render/claim/json.js";
import { blocksOf, letterMarkdown, letterText } from "../../render/claim/letter.js";
import { clean } from "../../render/clean.js";
import { layoutOf } from "../../render/text/layout.js";
import { Problem } from "../../values/problem.js";
import { CLAIM_FORMATS, type ClaimFormat } from "../../vocabulary/claims.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { beginningOf, recordIn } from "../files/input.js";
import { checkTarget, formOf, STDOUT, writeOutput } from "../files/output-file.js";
import { knownFacts, savedNotice } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command, type Given } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
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

/** `name=value` as often as needed, over a file of fields. @throws Problem bad-field, usage. */
async function givenFields(flags: Flags, template: ClaimLetter): Promise<Map<string, string>> {
  const file = flags["--fields"];
  const text = file === undefined ? "{}" : await beginningOf(file, LONGEST_INPUT);
  if (text.length > LONGEST_INPUT) throw new Problem("bad-field", "fields-too-long");
  const record = recordIn(text.replace(/^\ufeff/, ""), "bad-field", ["fields-not-json", "fields-not-object"]);
  const given = fieldsIn(record, template);
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

/** @throws Problem usage for forms and files that cannot go together, before anything is written. */
function targetsOf(flags: Flags, { json }: Context) {
  const { "--output": output, "--ics": calendar = null, "--format": named, "--force": force = false } = flags;
  const letter = output === undefined || output === STDOUT ? null : output;
  if (json && named !== undefined) throw new Problem("usage", "json-and-format");
  const format = formOf(output, CLAIM_FORMATS, named) ?? "text";
  if (format === "docx" && letter === null) throw new Problem("usage", "form-needs-file", { form: "docx" });
  if (letter !== null && calendar !== null && resolve(letter) === resolve(calendar))
    throw new Problem("usage", "output-same", { file: letter });
  for (const path of [letter, calendar]) if (path !== null) checkTarget(path, force);
  return { letter, calendar, format, force };
}

type Targets = ReturnType<typeof targetsOf>;

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

async function fromFlags(kind: string, flags: Flags, context: Context): Promise<number> {
  const { words, json, strict, io } = context;
  const template = claimNamed(kind, context);
  const targets = targetsOf(flags, context);
  const given = await givenFields(flags, template);
  const { operator: named } = await knownFacts(factsOf(flags), context);
  const operator = named ? operatorOf(named.value, named.from, await context.directory()) : null;
  const skipped = (flags["--skip-demand"] ?? "").split(",").map((id) => id.trim());
  const question = { template, operator, given, skipped: skipped.filter((id) => id !== "") };
  const answer = claimAnswer(question, await context.desk());
  await writeTargets(answer, targets, context);
  const { claim, impersonal, takers, basis } = answer;
  const { letter, calendar, format } = targets;
  const bare = (flags["--format"] !== undefined || flags["--output"] === STDOUT) && letter === null;
  const facts = operator ? { operator: { value: operator.id, from: operator.from } } : {};
  const personal = flags["--show-personal"] ?? false;
  const shown = { personal, files: { letter, calendar } };
  // Where the operator was taken from unasked, and what is left blank.
  const notices = [...(await savedNotice(facts, context)), ...answer.notices];
  // Blanks are on the screen; what was taken from the settings is said beside it.
  const beside = notices.filter((one) => one.code !== "fields-missing");
  const code = await show(
    {
      kind: "claim",
      query: { facts },
      notices,
      result: () => claimJson(personal ? claim : impersonal, takers, basis.grounds, shown, words),
      aside: () => noticeLines(beside, words),
      /** The whole picture; just the letter where its form was named and no file. */
      async text(screen) {
        if (bare) return String(await letterAs(format, claim));
        const { aroundText, claimText } = await import("../../render/claim/text.js");
        return (letter === null ? claimText : aroundText)(claim, takers, basis.grounds, screen);
      },
      code: strict && claim.missing.length > 0 ? EXIT.needsFacts : EXIT.answered,
    },
    context,
  );
  for (const file of [letter, calendar])
    if (file !== null && !bare && !json) io.err(`${clean(words.say("action.save.done", { file }))}\n`);
  return code;
}

/** Said on the command line, one of these leaves nothing to ask. */
const SCRIPTED = ["--field", "--fields", "--output", "--ics", "--format"] as const;

/** A letter; without a kind there is nothing to write, and what there is is said. @throws Problem missing-facts for a program. */
export async function answerClaim(kind: string | null, flags: Flags, context: Context): Promise<number> {
  const { words, open, json } = context;
  if (context.canAsk && SCRIPTED.every((flag) => flags[flag] === undefined)) {
    const { converseOnClaim } = await import("../talk/claim.js");
    const { operator } = await knownFacts(factsOf(flags), context);
    return (await converseOnClaim(kind, operator ?? null, await openTalk(context))) ?? EXIT.answered;
  }
  if (kind !== null) return fromFlags(kind, flags, context);
  if (json) throw noClaimKind(open.claims(), words);
  const entries = open.claims().map(({ id, title }) => [words.text(title), `dozvon claim ${id}`] as const);
  return whichOf(words.say("ask.claim"), entries, EXIT.needsFacts, context);
}

export const claimCommand = command({
  operands: { "[kind]": { text: "claim-kind", offers: "claims" } },
  flags: FLAGS,
  run: ({ kind = null, flags }, context) => answerClaim(kind, flags, context),
});
