/** A claim letter question by question, then what to do with it. Nothing typed here is kept. */
import {
  type AnsweredClaim,
  type ClaimQuestion,
  claimAnswer,
  claimNamed,
  companyOf,
  type OperatorGiven,
  operatorOf,
} from "../../answers/claim.js";
import { applies, relevantFields, type Values, valuesOf } from "../../claims/values.js";
import type { ClaimField, ClaimLetter } from "../../directory/claim-types.js";
import { typedText } from "../../render/claim/json.js";
import { clean } from "../../render/clean.js";
import { problemText } from "../../render/envelope/json.js";
import { noticeText } from "../../render/notice.js";
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import type { ClaimFormat } from "../../vocabulary/claims.js";
import { writeTargets } from "../commands/claim.js";
import { savedNotice } from "../known-facts.js";
import type { Talk } from "../prompts/prompter.js";
import { quote } from "./command-line.js";
import { type Action, beginning, menuUnder, printOver, roomOver, sayCommand, screenOver, stay } from "./menu.js";
import { askOperator, BACK, type Back, faultIn, interview, mayWrite, pick, UNKNOWN } from "./questions.js";

/** One moment of the interview. */
interface Step {
  operator: OperatorGiven | null;
  given: ReadonlyMap<string, string>;
  /** Fields asked or passed over, in order. */
  asked: readonly string[];
}

interface Asking extends Talk {
  template: ClaimLetter;
}

async function pickKind(talk: Talk): Promise<string | null> {
  const { context, words } = talk;
  const choices = context.open.claims().map(({ id, title, about }) => ({
    value: id,
    name: words.text(title),
    keywords: [id, title.ru, title.en, about.ru, about.en].join(" "),
  }));
  return pick({ message: words.say("ask.claim"), why: words.say("why.claim"), choices }, talk);
}

type Answer = string | Back;

async function pickOperator(talk: Talk): Promise<OperatorGiven | Back> {
  const { words, directory } = talk;
  const question = { message: words.say("ask.operator"), why: words.say("why.operator") };
  const facts = await askOperator(question, talk);
  if (facts === BACK || facts === UNKNOWN || !facts.operator) return BACK;
  return operatorOf(facts.operator.value, facts.operator.from, directory);
}

async function askChoice(field: ClaimField, values: Values, talk: Talk): Promise<Answer> {
  const { words } = talk;
  // What is taken when nothing is said stands first.
  const usual = values.get(field.id)?.choice;
  const order = [...field.choices].sort((a, b) => Number(b.value === usual) - Number(a.value === usual));
  const choices = order.map(({ value, label }) => ({ value, name: words.text(label) }));
  return (await pick({ message: words.text(field.label), why: words.text(field.hint), choices }, talk)) ?? BACK;
}

/** What is known at a step: presets of the operator included. */
function valuesAt({ given, operator }: Step, { template, directory, context }: Asking): Values {
  return valuesOf(template, given, context.moment(), companyOf(operator, directory));
}

async function askText(field: ClaimField, preset: string | null, step: Step, asking: Asking): Promise<Answer> {
  const { words, prompter } = asking;
  // An answer may be wrong by itself, or beside those before it.
  const answered = (text: string): Step => ({ ...step, given: new Map([...step.given, [field.id, typedText(text)]]) });
  const hint = `${words.text(field.hint)} ${words.say(field.required ? "claim.may-be-blank" : "claim.optional")}`;
  const reply = await prompter.write({
    message: words.text(field.label),
    hint,
    preset,
    back: true,
    check: (text) => faultIn(() => valuesAt(answered(text), asking), words),
  });
  return reply.kind === "back" ? BACK : typedText(reply.text);
}

/** A letter to an operator starts from which; one that may go to a seller, once it is clear that it does not. */
const needsOperator = ({ recipients }: ClaimLetter, values: Values): boolean =>
  recipients.find((one) => applies(one, values))?.type === "operator";

/** The next field this situation has a use for. */
const nextField = (template: ClaimLetter, { given, asked }: Step, values: Values): ClaimField | undefined =>
  relevantFields(template, values).find(
    (one) => (one.asked || (one.required && !values.has(one.id))) && !asked.includes(one.id) && !given.has(one.id),
  );

async function askField(field: ClaimField, values: Values, step: Step, asking: Asking): Promise<Answer> {
  if (field.kind === "choice") return askChoice(field, values, asking);
  const preset = values.get(field.id);
  return askText(field, preset ? asking.words.text(preset.text) : null, step, asking);
}

/** One question. @returns null when there is none left. */
async function advance(step: Step, asking: Asking): Promise<Step | Back | null> {
  const { template } = asking;
  const values = valuesAt(step, asking);
  if (step.operator === null && needsOperator(template, values)) {
    const operator = await pickOperator(asking);
    return operator === BACK ? BACK : { ...step, operator };
  }
  const field = nextField(template, step, values);
  if (!field) return null;
  const answer = await askField(field, values, step, asking);
  if (answer === BACK) return BACK;
  const given = answer === "" ? step.given : new Map([...step.given, [field.id, answer]]);
  return { ...step, given, asked: [...step.asked, field.id] };
}

/** @returns null when the person went back past the first question. */
async function fillIn(start: OperatorGiven | null, asking: Asking): Promise<ClaimQuestion | null> {
  const begin: Step = { operator: start, given: new Map(), asked: [] };
  const last = await interview(begin, (step) => advance(step, asking));
  return last && { template: asking.template, operator: last.operator, given: last.given, skipped: [] };
}

const FORMATS: readonly { format: ClaimFormat; ending: string }[] = [
  { format: "docx", ending: "docx" },
  { format: "html", ending: "html" },
  { format: "text", ending: "txt" },
  { format: "md", ending: "md" },
];
const CALENDAR = "calendar";

/** Saves under the name of the kind of letter; a file that is there is replaced where the person says so. */
async function save(action: string, composed: AnsweredClaim, talk: Talk): Promise<void> {
  const { context, words } = talk;
  const { io } = context;
  const form = FORMATS.find(({ format }) => format === action);
  const file = `${composed.claim.id}.${form?.ending ?? "ics"}`;
  const letter = form ? file : null;
  const calendar = form ? null : file;
  if (!(await mayWrite(file, talk))) return;
  try {
    await writeTargets(composed, { letter, calendar, format: form?.format ?? "text", force: true }, context);
    io.err(`${words.say("action.save.done", { file })}\n`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    io.err(`${clean(problemText(error, words).detail)}\n`);
  }
}

/** The letter with what to do with it under it. */
async function afterwards(composed: AnsweredClaim, talk: Talk): Promise<void> {
  const { words, context } = talk;
  const { claim, takers, basis } = composed;
  const { claimText } = await import("../../render/claim/text.js");
  const screen = screenOver(context);
  const named = (value: string, act: () => unknown): Action<null> => ({
    value,
    name: words.say(`claim.action.${value}`),
    act: stay(act),
  });
  const calendar = claim.dates.some(({ date }) => date !== null) ? [CALENDAR] : [];
  const saved = [...FORMATS.map(({ format }) => format), ...calendar];
  // Every day was asked about here.
  const letter = claimText({ ...claim, ifAny: [] }, takers, basis.grounds, screen);
  const first = beginning(letter, roomOver(context));
  const actions: Action<null>[] = [
    ...saved.map((value) => named(value, () => save(value, composed, talk))),
    named("whole", () => context.io.out(`\n${letter}`)),
    { ...named("exit", () => {}), act: async () => ({ leave: null }) },
  ];
  const lines = printOver(first, context);
  const question = { message: words.say("claim.next"), why: words.say("claim.why-save") };
  await menuUnder(question, lines, actions, talk);
}

/** The letter again, without what is about the person: a command line stays in the shell's history. */
function claimCommandLine({ template, operator, given }: ClaimQuestion): string {
  const personal = template.fields.some((field) => field.personal && given.has(field.id));
  const fields = template.fields.flatMap(({ id, personal: own }) => {
    const value = given.get(id);
    return own || value === undefined ? [] : [`--field ${quote(`${id}=${value}`)}`];
  });
  return [
    `dozvon claim ${template.id}`,
    ...(operator && operator.from !== "saved" ? [`-o ${quote(operator.id)}`] : []),
    ...fields,
    ...(personal ? ["--fields personal.json"] : []),
  ].join(" ");
}

/**
 * @param kind what the person asked for; null to be asked.
 * @returns the exit code, null when the person went back from the first question.
 * @throws Interrupted, Problem
 */
export async function converseOnClaim(
  kind: string | null,
  operator: GivenFacts["operator"] | null,
  talk: Talk,
): Promise<number | null> {
  const { context, words, directory, prompter } = talk;
  const known = operator ? operatorOf(operator.value, operator.from, directory) : null;
  for (const notice of await savedNotice(operator ? { operator } : {}, context))
    prompter.say(noticeText(notice, words));
  for (;;) {
    const id = kind ?? (await pickKind(talk));
    if (id === null) return null;
    const template = claimNamed(id, context);
    prompter.say(words.say("claim.memory-only"));
    const stated = await fillIn(known, { ...talk, template });
    if (!stated && kind !== null) return null;
    if (!stated) continue;
    await afterwards(claimAnswer(stated, await context.desk()), talk);
    sayCommand(clean(claimCommandLine(stated)), context);
    return 0;
  }
}
