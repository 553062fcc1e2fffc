/**
 * Questions one after another, Esc or `<` taking the last answer back; and the facts of a situation: asked where they have no usual case and
 * change the answer, as the engine finds.
 */
import { existsSync } from "node:fs";
import { inUsualCase } from "../../answers/route.js";
import type { DirectoryIndex } from "../../directory/types.js";
import { clean } from "../../render/clean.js";
import { problemText } from "../../render/envelope/json.js";
import { noticeText, type Words } from "../../render/words.js";
import { linesFrom } from "../../routing/completions.js";
import { type RoutedChannel, type Routing, route } from "../../routing/route.js";
import { linesFor } from "../../situation/fact-table.js";
import type { GivenFacts } from "../../situation/facts.js";
import { findOperator, sellersOf } from "../../situation/names.js";
import { Problem } from "../../values/problem.js";
import type { Text } from "../../vocabulary/language.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import { OTHER_MERCHANT, OTHER_OPERATOR, PLACES, SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import type { Choice, Question, Talk } from "../prompts/prompter.js";

/** What is wrong with an answer, in words; null for a good one. */
export function faultIn(take: () => unknown, words: Words): string | null {
  try {
    take();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return clean(problemText(error, words).detail);
  }
}

export const BACK = Symbol("back");
export type Back = typeof BACK;

/**
 * @param ask puts one question. It returns what is known with its answer, BACK to take the answer before it back, null where nothing is
 * left to ask.
 * @returns what is known at the end; null when the person went back from the first question.
 * @throws Interrupted
 */
export async function interview<Known>(
  start: Known,
  ask: (known: Known) => Promise<Known | Back | null>,
): Promise<Known | null> {
  const steps = [start];
  for (;;) {
    const known = steps.at(-1);
    if (known === undefined) return null;
    const next = await ask(known);
    if (next === null) return known;
    if (next === BACK) steps.pop();
    else steps.push(next);
  }
}

/** What is picked by its name; where one types, its id and other words find it too. */
export const choiceOf = (id: string, name: Text, others: readonly string[], words: Words): Choice => ({
  value: id,
  name: words.text(name),
  keywords: [id, ...others].join("\n"),
});

/** Choices that state no value of the fact asked about. */
export const UNKNOWN = "unknown";
const CANNOT_TALK = "cannot-talk";

const VALUES = { roaming: PLACES, subscriber: SUBSCRIBERS, service: SERVICES };

/** The largest first: most people find theirs without looking. */
function operatorChoices({ parties }: DirectoryIndex, words: Words): Choice[] {
  return parties
    .filter((party) => party.type === "operator")
    .sort((a, b) => (b.mobileNumbers ?? 0) - (a.mobileNumbers ?? 0))
    .map(({ id, name, aliases }) => choiceOf(id, name, aliases, words));
}

function choicesOf(fact: OpenFact, { situation, topic }: Routing, directory: DirectoryIndex, words: Words): Choice[] {
  switch (fact) {
    case "operator":
      return operatorChoices(directory, words);
    case "from": {
      const operator = situation.operator?.value ?? null;
      return linesFor(topic).map((line) => {
        // Which other operator it is makes no difference; one that stands for any is enough.
        const others = line === "other-operator" ? linesFrom(line, operator, directory) : [line];
        const value = others.includes(OTHER_OPERATOR) ? OTHER_OPERATOR : (others[0] ?? line);
        return { value, name: words.say(`choice.from.${line}`) };
      });
    }
    case "merchant": {
      const sellers = directory.parties.filter(({ id }) => sellersOf(topic.id, directory).includes(id));
      const named = sellers.map(({ id, name }) => ({ value: id, name: words.text(name) }));
      return [...named, { value: OTHER_MERCHANT, name: words.say("choice.merchant.other") }];
    }
    default:
      return VALUES[fact].map((value) => ({ value, name: words.say(`choice.${fact}.${value}`) }));
  }
}

type OperatorQuestion = Pick<Question, "message" | "why"> & { choices?: readonly Choice[] };

/** Longer than any short number: the digits of a phone number. */
const IS_NUMBER = /(?:\d[\s()+-]*){6}/;

/** What operator a name means, or whose a number is. @returns null where the text names none: why is said. */
async function operatorSaid(text: string, { words, prompter, context }: Talk): Promise<GivenFacts | null> {
  try {
    const desk = await context.desk();
    if (!IS_NUMBER.test(text)) return { operator: { value: findOperator(text, desk.directory).id, from: "answer" } };
    const { withNumber } = await import("../../answers/number-fact.js");
    const { operator, number } = withNumber({ number: { value: text, from: "answer" } }, desk, false);
    for (const notice of [...(operator?.notices ?? []), ...(number?.notices ?? [])])
      prompter.say(noticeText(notice, words));
    // Said here, and not once more under the answer.
    return operator ? { operator: { value: operator.value, from: operator.from } } : null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    prompter.say(clean(problemText(error, words).detail));
    return null;
  }
}

/**
 * Whose customer somebody is: a name from the list, any other name of an operator, or the phone number itself, which says it too.
 * @returns the facts said; UNKNOWN where the question offers not to know; BACK. @throws Interrupted
 */
export async function askOperator(question: OperatorQuestion, talk: Talk): Promise<GivenFacts | typeof UNKNOWN | Back> {
  const choices = question.choices ?? operatorChoices(talk.directory, talk.words);
  for (;;) {
    const reply = await talk.prompter.choose({ ...question, choices, searchable: true, free: true, back: true });
    if (reply.kind === "back") return BACK;
    if (reply.kind === "text") {
      const facts = await operatorSaid(reply.text, talk);
      if (facts) return facts;
    } else return reply.value === UNKNOWN ? UNKNOWN : { operator: { value: reply.value, from: "answer" } };
  }
}

/** A list with a way back, not searched where nothing else is said. @returns null when the person went back. @throws Interrupted */
export async function pick(
  question: Pick<Question, "message" | "choices"> & Partial<Question>,
  { prompter }: Talk,
): Promise<string | null> {
  const reply = await prompter.choose({ searchable: false, back: true, ...question });
  return reply.kind === "choice" ? reply.value : null;
}

/** @returns whether the answer was yes; going back is no. @throws Interrupted */
export async function askYesNo(question: Pick<Question, "message" | "why">, talk: Talk): Promise<boolean> {
  const choices = ["yes", "no"].map((value) => ({ value, name: talk.words.say(`choice.${value}`) }));
  return (await pick({ ...question, choices }, talk)) === "yes";
}

/** Saves under this name; a file that is there is replaced where the person says so. What is wrong is said. @throws Interrupted */
export async function saveAs(file: string, write: () => unknown, talk: Talk): Promise<void> {
  const { words, context } = talk;
  if (existsSync(file) && !(await askYesNo({ message: words.say("ask.replace", { file }) }, talk))) return;
  try {
    await write();
    context.io.err(`${words.say("action.save.done", { file })}\n`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    context.io.err(`${clean(problemText(error, words).detail)}\n`);
  }
}

/** What is known at one moment. */
export interface Step {
  given: GivenFacts;
  /** Facts the person cannot say. */
  unknown: readonly OpenFact[];
  /** What else a sentence may have been about. */
  nearest?: readonly string[];
}

/** What stands first on the screen. */
export const firstOf = ({ usual }: Settled): RoutedChannel | null => usual.otherPhone ?? usual.main;

/** Asks one fact. @param step what is known beside it. @throws Interrupted */
export async function askFact(fact: OpenFact, step: Step, routing: Routing, talk: Talk): Promise<Step | Back> {
  const { words, directory } = talk;
  // It is an answer to what one calls with, and to nothing else.
  const canWrite = fact === "from" && routing.topic.kinds[0] === "voice" && !routing.situation.without;
  const isUsual = ({ value }: Choice) => Number(value === routing.usual?.facts[fact]);
  const question = {
    message: words.say(`ask.${fact}`),
    why: words.say(`why.${fact}`),
    choices: [
      // What is most often so stands first.
      ...choicesOf(fact, routing, directory, words).sort((a, b) => isUsual(b) - isUsual(a)),
      { value: UNKNOWN, name: words.say("choice.unknown") },
      ...(canWrite ? [{ value: CANNOT_TALK, name: words.say("choice.cannot-talk") }] : []),
    ],
  };
  const said = fact === "operator" ? await askOperator(question, talk) : ((await pick(question, talk)) ?? BACK);
  if (said === BACK) return BACK;
  if (said === UNKNOWN) return { ...step, unknown: [...step.unknown, fact] };
  const written: GivenFacts = { without: { value: "voice", from: "answer" } };
  const stated = typeof said === "object" ? said : { [fact]: { value: said, from: "answer" as const } };
  return { ...step, given: { ...step.given, ...(said === CANNOT_TALK ? written : stated) } };
}

/** The answer to what is known, and that of its usual case. @throws Problem */
function routed({ nearest = [], ...step }: Step, { directory, context: { moment } }: Talk) {
  const routing = route(directory, step.given, moment());
  /** Of the usual case of what is left out: what the person is shown. */
  const usual = inUsualCase(routing, step.given, { directory, moment: moment() });
  return { ...step, nearest, routing, usual };
}

export type Settled = ReturnType<typeof routed>;

/**
 * Asks what has no usual case: whose customer the person is, or who took the money. The rest is taken as usual and said so.
 * @returns null when the person went back from the first question.
 * @throws Interrupted; Problem when the facts given to begin with are wrong.
 */
export async function settle(start: Step, talk: Talk): Promise<Settled | null> {
  const last = await interview(start, async (step) => {
    const { routing } = routed(step, talk);
    const hasUsual = (need: OpenFact) => routing.usual?.facts[need] !== undefined;
    const fact = routing.needs.find((need) => !step.unknown.includes(need) && !hasUsual(need));
    return fact === undefined ? null : askFact(fact, step, routing, talk);
  });
  return last && routed(last, talk);
}
