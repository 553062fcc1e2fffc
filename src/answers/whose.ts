/** Whose numbers or codes these are. */
import type { NumberingPlan } from "../directory/numbering-types.js";
import { type Fault, numberProblem, numbersIn } from "../numbering/spelling.js";
import { type Answered, type Asker, isFault, NEEDS_FOREIGN, whose } from "../numbering/whose.js";
import type { Notice } from "../situation/facts.js";
import type { Desk, Openers } from "./desk.js";

export interface AskedNumber {
  input: string;
  answer: Answered | Fault;
}

const askers = new WeakMap<Openers, Asker>();

/** What numbers are looked up in: one for all questions at a desk. */
export function askerOf({ directory, open }: Omit<Desk, "moment">): Asker {
  const asker = askers.get(open) ?? { directory, table: open.ranges(), plan: open.plan(), foreign: null };
  askers.set(open, asker);
  return asker;
}

/** Numbers of other countries take a library that no Russian number pays for. */
export async function learnForeign(asker: Asker): Promise<void> {
  asker.foreign ??= (await import("../numbering/foreign.js")).readForeign;
}

export async function askNumber(input: string, asker: Asker): Promise<Answered | Fault> {
  const answer = whose(input, asker);
  if (answer !== NEEDS_FOREIGN) return answer;
  await learnForeign(asker);
  return askNumber(input, asker);
}

/** `dozvon whose 8 926 111-05-00`, forgotten quotes and all, is one number: its parts alone are none, and together they are one. */
const GROUPS = /^(?:\+?[78] ?)?\(?\d{3}\)? ?\d{3}[ -]?\d{2}[ -]?\d{2}$/;

const DIGITS = /^[\d\s()+-]+$/;

/** Parts that only together are a value of the directory, a wrong spelling seen on the web among them: `dozvon whose 8800 550050`. */
async function wholeNumbers(fields: readonly string[], asker: Asker): Promise<readonly string[]> {
  const inputs = fields.flatMap(numbersIn);
  const joined = inputs.join(" ");
  if (!DIGITS.test(joined)) return inputs;
  if (GROUPS.test(joined)) return [joined];
  const known = async (text: string) => {
    const answer = await askNumber(text, asker);
    return !isFault(answer) && answer.uses.length > 0;
  };
  if (!(await known(joined))) return inputs;
  for (const one of inputs) if (await known(one)) return inputs;
  return [joined];
}

/** What may stand on the screen of somebody who is called: a full number or a short one, no code. */
export const mayCall = ({ kind, e164 }: Answered): boolean => e164 !== null || kind === "short";

/** What holds for whole classes of numbers, once an answer. */
export function numberNotices(asked: readonly AskedNumber[], { portability, callerId }: NumberingPlan): Notice[] {
  const some = (fits: (answer: Answered) => boolean) => asked.some(({ answer }) => !isFault(answer) && fits(answer));
  const moved = { text: portability.text, url: portability.url };
  return [
    ...(some(({ assigned }) => assigned === true) ? [{ code: "number-portability" as const, values: moved }] : []),
    ...(some(({ assigned }) => assigned === false) ? [{ code: "number-range-free" as const, values: {} }] : []),
    ...(some(mayCall) ? [{ code: "number-caller-id" as const, values: { text: callerId.text } }] : []),
  ];
}

const answered = (asked: readonly AskedNumber[], { plan, table }: Asker) => ({
  asked,
  register: table.register,
  plan,
  notices: numberNotices(asked, plan),
});

export type AnsweredNumbers = ReturnType<typeof answered>;

/**
 * @param inputs any spellings, or the parts of one number.
 * @param typed whether a person at a prompt wrote them, who is answered whatever it is.
 * @throws Problem bad-number where the only one is no number; among others such a one is answered too.
 */
export async function whoseAnswer(
  inputs: readonly string[],
  desk: Omit<Desk, "moment">,
  typed = false,
): Promise<AnsweredNumbers> {
  const asker = askerOf(desk);
  const asked: AskedNumber[] = [];
  for (const input of await wholeNumbers(inputs, asker)) asked.push({ input, answer: await askNumber(input, asker) });
  const [only] = asked;
  if (only && asked.length === 1 && isFault(only.answer) && !typed) throw numberProblem(only.answer);
  return answered(asked, asker);
}

/** The same at once, by an asker that has learnt foreign numbers, and of numbers that are none too. */
export function whoseAtOnce(inputs: readonly string[], desk: Omit<Desk, "moment">): AnsweredNumbers {
  const asker = askerOf(desk);
  const asked = inputs.flatMap(numbersIn).map((input) => {
    const answer = whose(input, asker);
    if (answer === NEEDS_FOREIGN) throw new Error("learnForeign comes first");
    return { input, answer };
  });
  return answered(asked, asker);
}
