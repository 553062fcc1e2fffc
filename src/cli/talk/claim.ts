/** A claim letter question by question, then what to do with it. Nothing typed here is kept. */
import type { AnsweredClaim, ClaimQuestion, OperatorGiven } from "../../answers/claim.js";
import { claimAnswer, claimNamed, companyOf, operatorOf } from "../../answers/claim.js";
import { applies, choicesOf, relevantFields, type Values, valuesOf } from "../../claims/values.js";
import type { ClaimField, ClaimLetter } from "../../directory/types.js";
import { typedText } from "../../render/claim/json.js";
import { clean } from "../../render/clean.js";
import { noticeText } from "../../render/words.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { ClaimFormat } from "../../vocabulary/claims.js";
import { EXIT } from "../../vocabulary/codes.js";
import { writeTargets } from "../commands/claim.js";
import { endingsOf } from "../files/output-file.js";
import { savedNotice } from "../known-facts.js";
import { Interrupted, type Talk } from "../prompts/prompter.js";
import { quote } from "./command-line.js";
import { type Action, beginning, menuUnder, printOver, roomOver, sayCommand, screenOver, stay } from "./menu.js";
import { askOperator, BACK, type Back, choiceOf, faultIn, interview, pick, saveAs, UNKNOWN } from "./questions.js";

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

/** What is known at a step: presets of the operator included. */
function valuesAt({ given, operator }: Step, { template, directory, context }: Asking): Values {
  return valuesOf(template, given, context.moment(), companyOf(operator, directory));
}

async function askField(field: ClaimField, values: Values, step: Step, asking: Asking): Promise<string | Back> {
  const { words, prompter } = asking;
  const known = values.get(field.id);
  const message = words.text(field.label);
  if (field.kind === "choice") {
    // What is taken when nothing is said stands first.
    const order = choicesOf(field, values).sort(
      (a, b) => Number(b.value === known?.choice) - Number(a.value === known?.choice),
    );
    const choices = order.map(({ value, label }) => ({ value, name: words.text(label) }));
    return (await pick({ message, why: words.text(field.hint), choices }, asking)) ?? BACK;
  }
  // An answer may be wrong by itself, or beside those before it.
  const answered = (text: string): Step => ({ ...step, given: new Map([...step.given, [field.id, typedText(text)]]) });
  const reply = await prompter.write({
    message,
    hint: `${words.text(field.hint)} ${words.say(field.required ? "claim.may-be-blank" : "claim.optional")}`,
    preset: known ? words.text(known.text) : null,
    back: true,
    check: (text) => faultIn(() => valuesAt(answered(text), asking), words),
  });
  return reply.kind === "back" ? BACK : typedText(reply.text);
}

/** One question. @returns null when there is none left. */
async function advance(step: Step, asking: Asking): Promise<Step | Back | null> {
  const { template, words, directory } = asking;
  const { operator, given, asked } = step;
  const values = valuesAt(step, asking);
  // A letter to an operator starts from which; one that may go to a seller, once it is clear that it does not.
  if (operator === null && template.recipients.find((one) => applies(one, values))?.type === "operator") {
    const question = { message: words.say("ask.operator"), why: words.say("why.operator") };
    const facts = await askOperator(question, asking);
    if (facts === BACK || facts === UNKNOWN || !facts.operator) return BACK;
    return { ...step, operator: operatorOf(facts.operator.value, facts.operator.from, directory) };
  }
  // The next field this situation has a use for.
  const field = relevantFields(template, values).find(
    (one) => (one.asked || (one.required && !values.has(one.id))) && !asked.includes(one.id) && !given.has(one.id),
  );
  if (!field) return null;
  const answer = await askField(field, values, step, asking);
  if (answer === BACK) return BACK;
  return {
    operator,
    given: answer === "" ? given : new Map([...given, [field.id, answer]]),
    asked: [...asked, field.id],
  };
}

/** The letter with what to do with it under it: saved under the name of its kind, in any form. */
async function afterwards(composed: AnsweredClaim, talk: Talk): Promise<void> {
  const { words, context } = talk;
  const { claim, takers, basis } = composed;
  const { claimText } = await import("../../render/claim/text.js");
  const named = (value: string, act: () => unknown): Action<null> => ({
    value,
    name: words.say(`claim.action.${value}`),
    act: stay(act),
  });
  const saving = (value: string, form: ClaimFormat | null): Action<null> => {
    const file = `${claim.id}.${form === null ? "ics" : endingsOf(form)[0]}`;
    const targets = { letter: form && file, calendar: form ? null : file, format: form ?? "text", force: true };
    return named(value, () => saveAs(file, () => writeTargets(composed, targets, context), talk));
  };
  const dated = claim.dates.some(({ date }) => date !== null);
  // Every day was asked about here.
  const letter = claimText({ ...claim, ifAny: [] }, takers, basis.grounds, screenOver(context));
  const actions: Action<null>[] = [
    ...(["docx", "html", "text", "md"] as const).map((form) => saving(form, form)),
    ...(dated ? [saving("calendar", null)] : []),
    named("whole", () => context.io.out(`\n${letter}`)),
    { ...named("exit", () => {}), act: async () => ({ leave: null }) },
  ];
  const question = { message: words.say("claim.next"), why: words.say("claim.why-save") };
  await menuUnder(question, printOver(beginning(letter, roomOver(context)), context), actions, talk);
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
  const choices = context.open
    .claims()
    .map(({ id, title, about }) => choiceOf(id, title, [title.ru, title.en, about.ru, about.en], words));
  const question = { message: words.say("ask.claim"), why: words.say("why.claim"), choices };
  try {
    for (;;) {
      const id = kind ?? (await pick(question, talk));
      if (id === null) return null;
      const template = claimNamed(id, context);
      prompter.say(words.say("claim.memory-only"));
      const begin: Step = { operator: known, given: new Map(), asked: [] };
      const last = await interview(begin, (step) => advance(step, { ...talk, template }));
      if (last) {
        const stated = { template, operator: last.operator, given: last.given, skipped: [] };
        await afterwards(claimAnswer(stated, await context.desk()), talk);
        sayCommand(clean(claimCommandLine(stated)), context);
        return EXIT.answered;
      }
      if (kind !== null) return null;
    }
  } catch (error) {
    // What was typed is gone with the process, and the person should know it.
    if (error instanceof Interrupted) prompter.say(["", words.say("claim.interrupted")].join("\n"));
    throw error;
  }
}
