import type { Fault } from "../../numbering/spelling.js";
import type { Answered, Asker } from "../../numbering/whose.js";
import { failure, problemText, success } from "../../render/envelope/json.js";
import { answerJson, faultJson, registerJson, whoseNotices } from "../../render/whose/json.js";
import { answerText, numberProblem, shownInput } from "../../render/whose/plain.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { LineWriter } from "../batch/whose-lines.js";
import { type Context, jsonLine } from "../context.js";
import { command } from "../line/spec.js";
import { VERSION } from "../package.js";
import { ask, learnForeign, openAsker } from "../whose.js";

interface Asked {
  input: string;
  answer: Answered | Fault;
}

const isFault = (answer: Answered | Fault): answer is Fault => "form" in answer;

/** `dozvon whose 8 926 111-05-00`, forgotten quotes and all, is one number: its parts alone are none, and together they are one. */
const GROUPS = /^(?:\+?[78] ?)?\(?\d{3}\)? ?\d{3}[ -]?\d{2}[ -]?\d{2}$/;

const DIGITS = /^[\d\s()+-]+$/;

/** Parts that only together are a value of the directory, a wrong spelling seen on the web among them: `dozvon whose 8800 550050`. */
async function wholeNumbers(inputs: readonly string[], asker: Asker): Promise<readonly string[]> {
  const joined = inputs.join(" ");
  if (inputs.length < 2 || !DIGITS.test(joined)) return inputs;
  if (GROUPS.test(joined)) return [joined];
  const known = async (text: string) => {
    const answer = await ask(text, asker);
    return !isFault(answer) && answer.uses.length > 0;
  };
  if (!(await known(joined))) return inputs;
  for (const one of inputs) if (await known(one)) return inputs;
  return [joined];
}

const queryOf = (context: Context) => ({ asOf: context.moment().text });

function resultJson(asked: readonly Asked[], { table }: Asker, { words }: Context) {
  const numbers = asked.map(({ input, answer }) =>
    isFault(answer) ? faultJson(input, numberProblem(answer), words) : answerJson(input, answer, words),
  );
  return { numbers, register: registerJson(table.register, words) };
}

const answersIn = (asked: readonly Asked[]): Answered[] =>
  asked.flatMap(({ answer }) => (isFault(answer) ? [] : [answer]));

async function showText(asked: readonly Asked[], asker: Asker, context: Context): Promise<void> {
  const { io, words } = context;
  const { whoseText, registerText } = await import("../../render/whose/text.js");
  const { screenOf } = await import("../terminal/screen.js");
  const screen = { ...screenOf(context), register: asker.table.register, plan: asker.plan };
  const texts = asked.map(({ input, answer }) => {
    if (!isFault(answer)) return whoseText(answer, screen);
    const problem = numberProblem(answer);
    const hints = problem.hints.length > 0 ? words.say("error.hints", { values: problem.hints.join(", ") }) : "";
    const text = `${shownInput(input) || '""'} — ${problemText(problem, words).detail} ${hints}`;
    return `${screen.layout.paragraph(text).join("\n")}\n`;
  });
  io.out(texts.join("\n"));
  if (answersIn(asked).some(({ kind }) => kind === "mobile")) io.out(registerText(screen));
}

/** One number as a person asks at a prompt; a number that is none is answered too. */
export async function showNumber(input: string, context: Context): Promise<number> {
  const asker = await openAsker(context);
  const answer = await ask(input, asker);
  await showText([{ input, answer }], asker, context);
  return isFault(answer) ? EXIT.badLines : EXIT.answered;
}

async function answerAll(given: readonly string[], context: Context): Promise<number> {
  const asker = await openAsker(context);
  const asked: Asked[] = [];
  for (const input of await wholeNumbers(given, asker)) asked.push({ input, answer: await ask(input, asker) });
  const [only] = asked;
  if (only && asked.length === 1 && isFault(only.answer)) throw numberProblem(only.answer);
  if (context.json) {
    const notices = whoseNotices(answersIn(asked), asker.plan, context.words);
    context.succeed("whose", resultJson(asked, asker, context), { query: queryOf(context), notices });
  } else {
    await showText(asked, asker, context);
  }
  return asked.some(({ answer }) => isFault(answer)) ? EXIT.badLines : EXIT.answered;
}

function textWriter({ words }: Context): LineWriter {
  return {
    answer: (_input, answer) => `${shownInput(answer.e164 ?? answer.display)}\t${answerText(answer, words)}\n`,
    fault(input, fault) {
      const problem = numberProblem(fault);
      const { title, detail } = problemText(problem, words);
      const hints =
        problem.hints.length > 0 ? ` ${words.say("error.hints", { values: problem.hints.join(", ") })}` : "";
      return `${shownInput(input)}\t${title}: ${detail}${hints}\n`;
    },
  };
}

async function jsonWriter(asker: Asker, context: Context): Promise<LineWriter> {
  const { words } = context;
  const parts = { words, version: VERSION, directory: await context.directory(), query: queryOf(context) };
  return {
    answer(input, answer) {
      const notices = whoseNotices([answer], asker.plan, words);
      return jsonLine(success("whose", resultJson([{ input, answer }], asker, context), { ...parts, notices }));
    },
    fault: (_input, fault) => jsonLine(failure("whose", numberProblem(fault), parts)),
  };
}

async function answerLines(context: Context): Promise<number> {
  const { NumberLines } = await import("../batch/whose-lines.js");
  const asker = await openAsker(context);
  const writer = context.json ? await jsonWriter(asker, context) : textWriter(context);
  const lines = new NumberLines(asker, writer, () => learnForeign(asker), context.io.out);
  for await (const part of process.stdin) {
    await lines.feed(part as Buffer);
    await context.io.drained();
    if (context.io.closed()) break;
  }
  await lines.end();
  return lines.bad ? EXIT.badLines : EXIT.answered;
}

async function run(given: readonly string[], context: Context): Promise<number> {
  if (!given.includes("-")) return answerAll(given, context);
  if (given.length > 1) throw new Problem("usage", "whose-stdin-alone");
  return answerLines(context);
}

export const whoseCommand = command({
  operands: { "<numbers...>": {} },
  run: ({ numbers }, context) => run(numbers, context),
});
