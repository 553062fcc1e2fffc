import { emergencyAnswer } from "../../answers/route.js";
import {
  type AnsweredNumbers,
  type AskedNumber,
  askerOf,
  askNumber,
  numberNotices,
  whoseAnswer,
} from "../../answers/whose.js";
import { numberProblem, numbersIn } from "../../numbering/spelling.js";
import { type Asker, isFault } from "../../numbering/whose.js";
import { failure, problemText, success } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import type { Screen } from "../../render/text/screen.js";
import { whoseJson } from "../../render/whose/json.js";
import { answerText, shownInput } from "../../render/whose/plain.js";
import type { Moment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { LineWriter } from "../batch/whose-lines.js";
import { type Context, jsonLine } from "../context.js";
import { command } from "../line/spec.js";
import { VERSION } from "../package.js";
import { type Answer, lineWriter } from "../runner.js";

const queryOf = (context: Context) => ({ asOf: context.moment().text });

async function textOf({ asked, register, plan }: AnsweredNumbers, moment: Moment, wide: Screen): Promise<string> {
  const { cautionText, whoseText, registerText } = await import("../../render/whose/text.js");
  const screen = { ...wide, register, plan, moment };
  const { words } = screen;
  const texts = asked.map(({ input, answer }) => {
    if (!isFault(answer)) return whoseText(answer, screen);
    const problem = numberProblem(answer);
    const hints = problem.hints.length > 0 ? words.say("error.hints", { values: problem.hints.join(", ") }) : "";
    const text = `${shownInput(input) || '""'} — ${problemText(problem, words).detail} ${hints}`;
    return `${screen.layout.paragraph(text).join("\n")}\n`;
  });
  const found = asked.flatMap(({ answer }) => (isFault(answer) ? [] : [answer]));
  const mobile = found.some(({ kind }) => kind === "mobile");
  return texts.join("\n") + cautionText(found, screen) + (mobile ? registerText(screen) : "");
}

const answerOf = (answer: AnsweredNumbers, context: Context): Answer => ({
  kind: "whose",
  query: queryOf(context),
  notices: noticesJson(answer.notices, context.words),
  result: () => whoseJson(answer, context.words),
  text: (screen) => textOf(answer, context.moment(), screen),
  code: answer.asked.some((one) => isFault(one.answer)) ? EXIT.badLines : EXIT.answered,
});

export const answerNumbers = async (numbers: readonly string[], context: Context): Promise<Answer> =>
  answerOf(await whoseAnswer(numbers, await context.desk()), context);

/** One number as a person asks at a prompt; a number that is none is answered too. */
export async function answerTyped(input: string, context: Context): Promise<Answer> {
  const asker = askerOf(await context.desk());
  const asked: AskedNumber[] = [];
  for (const one of numbersIn(input)) asked.push({ input: one, answer: await askNumber(one, asker) });
  return answerOf({ asked, register: asker.table.register, plan: asker.plan, notices: [] }, context);
}

function textWriter({ words }: Context): LineWriter {
  return {
    // The answer to a further number of the line stands in further columns: a line answers a line.
    answer: (asked) =>
      `${asked.map(({ answer }) => `${shownInput(answer.e164 ?? answer.display)}\t${answerText(answer, words)}`).join("\t")}\n`,
    fault(input, fault) {
      const problem = numberProblem(fault);
      const { title, detail } = problemText(problem, words);
      const hints =
        problem.hints.length > 0 ? ` ${words.say("error.hints", { values: problem.hints.join(", ") })}` : "";
      return `${shownInput(input)}\t${title}: ${detail}${hints}\n`;
    },
  };
}

async function jsonWriter({ table: { register }, plan }: Asker, context: Context): Promise<LineWriter> {
  const { words } = context;
  const parts = { words, version: VERSION, directory: await context.directory(), query: queryOf(context) };
  const line = await lineWriter(context);
  return {
    answer(asked) {
      const notices = noticesJson(numberNotices(asked, plan), words);
      return line(success("whose", whoseJson({ asked, register }, words), { ...parts, notices }));
    },
    fault: (_input, fault) => jsonLine(failure("whose", numberProblem(fault), parts)),
  };
}

async function answerLines(context: Context): Promise<number> {
  const { NumberLines } = await import("../batch/whose-lines.js");
  const asker = askerOf(await context.desk());
  const writer = context.json ? await jsonWriter(asker, context) : textWriter(context);
  const lines = new NumberLines(asker, writer, context.io.out);
  for await (const part of process.stdin) {
    await lines.feed(part as Buffer);
    await context.io.drained();
    if (context.io.closed()) break;
  }
  await lines.end();
  return lines.bad ? EXIT.badLines : EXIT.answered;
}

export const whoseCommand = command({
  operands: { "<numbers...>": {} },
  async urgent({ numbers }, bare) {
    const { routing } = emergencyAnswer({}, await bare.desk());
    return numbers.every((number) => routing.channels.some(({ channel }) => channel.dial === number.trim()));
  },
  async run({ numbers }, context) {
    if (!numbers.includes("-")) return answerNumbers(numbers, context);
    if (numbers.length > 1) throw new Problem("usage", "whose-stdin-alone");
    return answerLines(context);
  },
});
