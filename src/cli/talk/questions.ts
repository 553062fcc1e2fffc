/** Questions one after another, Esc or `<` taking the last answer back; and those of the facts, as data. */
import { existsSync } from "node:fs";
import type { DirectoryIndex } from "../../directory/types.js";
import { clean } from "../../render/clean.js";
import { problemText } from "../../render/envelope/json.js";
import { noticeText } from "../../render/notice.js";
import type { Words } from "../../render/words.js";
import { linesFrom } from "../../routing/completions.js";
import type { Routing } from "../../routing/routing.js";
import { linesFor } from "../../situation/fact-table.js";
import type { GivenFacts } from "../../situation/facts.js";
import { findOperator, sellersOf } from "../../situation/names.js";
import { Problem } from "../../values/problem.js";
import {
  type OpenFact,
  OTHER_MERCHANT,
  OTHER_OPERATOR,
  PLACES,
  SERVICES,
  SUBSCRIBERS,
} from "../../vocabulary/situation.js";
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

/** Choices that state no value of the fact asked about. */
export const UNKNOWN = "unknown";
export const CANNOT_TALK = "cannot-talk";

const VALUES = { roaming: PLACES, subscriber: SUBSCRIBERS, service: SERVICES };

/** The largest first: most people find theirs without looking. */
function operatorChoices({ parties }: DirectoryIndex, words: Words): Choice[] {
  return parties
    .filter((party) => party.type === "operator")
    .sort((a, b) => (b.mobileNumbers ?? 0) - (a.mobileNumbers ?? 0))
    .map((party) => ({
      value: party.id,
      name: words.text(party.name),
      keywords: [party.id, ...party.aliases].join(" "),
    }));
}

function merchantChoices(topic: string, directory: DirectoryIndex, words: Words): Choice[] {
  const sellers = directory.parties.filter(({ id }) => sellersOf(topic, directory).includes(id));
  return [
    ...sellers.map(({ id, name }) => ({ value: id, name: words.text(name) })),
    { value: OTHER_MERCHANT, name: words.say("choice.merchant.other") },
  ];
}

/** Which other operator it is makes no difference; one that stands for any is enough. */
function lineChoices({ situation, topic }: Routing, directory: DirectoryIndex, words: Words): Choice[] {
  const operator = situation.operator?.value ?? null;
  return linesFor(topic).map((line) => {
    const others = line === "other-operator" ? linesFrom(line, operator, directory) : [line];
    const value = others.includes(OTHER_OPERATOR) ? OTHER_OPERATOR : (others[0] ?? line);
    return { value, name: words.say(`choice.from.${line}`) };
  });
}

function choicesOf(fact: OpenFact, routing: Routing, directory: DirectoryIndex, words: Words): Choice[] {
  switch (fact) {
    case "operator":
      return operatorChoices(directory, words);
    case "from":
      return lineChoices(routing, directory, words);
    case "merchant":
      return merchantChoices(routing.topic.id, directory, words);
    default:
      return VALUES[fact].map((value) => ({ value, name: words.say(`choice.${fact}.${value}`) }));
  }
}

type OperatorQuestion = Pick<Question, "message" | "why"> & { choices?: readonly Choice[] };

/** Longer than any short number: the digits of a phone number. */
const IS_NUMBER = /(?:\d[\s()+-]*){6}/;

/** What operator a name means, or whose a number is. @throws Problem */
async function factsSaid(text: string, { context }: Talk): Promise<GivenFacts> {
  const desk = await context.desk();
  if (!IS_NUMBER.test(text)) return { operator: { value: findOperator(text, desk.directory).id, from: "answer" } };
  const { withNumber } = await import("../../answers/number-fact.js");
  return withNumber({ number: { value: text, from: "answer" } }, desk, false);
}

/** @returns null where the text names no operator: why is said. */
async function operatorSaid(text: string, talk: Talk): Promise<GivenFacts | null> {
  const { words, prompter } = talk;
  try {
    const { operator, number } = await factsSaid(text, talk);
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

/** Whether a file may be written: there is none, or the person has it replaced. */
export const mayWrite = async (file: string, talk: Talk): Promise<boolean> =>
  !existsSync(file) || askYesNo({ message: talk.words.say("ask.replace", { file }) }, talk);

export function questionOn(fact: OpenFact, routing: Routing, { directory, words }: Talk): Question {
  // It is an answer to what one calls with, and to nothing else.
  const canWrite = fact === "from" && routing.topic.kinds[0] === "voice" && !routing.situation.without;
  const isUsual = ({ value }: Choice) => Number(value === routing.usual?.facts[fact]);
  return {
    message: words.say(`ask.${fact}`),
    why: words.say(`why.${fact}`),
    choices: [
      // What is most often so stands first.
      ...choicesOf(fact, routing, directory, words).sort((a, b) => isUsual(b) - isUsual(a)),
      { value: UNKNOWN, name: words.say("choice.unknown") },
      ...(canWrite ? [{ value: CANNOT_TALK, name: words.say("choice.cannot-talk") }] : []),
    ],
    searchable: fact === "operator",
    back: true,
  };
}
