import { emergencyAnswer } from "../../answers/route.js";
import { type AnsweredNumbers, askerOf, numberNotices, whoseAnswer } from "../../answers/whose.js";
import { type Fault, numberProblem } from "../../numbering/spelling.js";
import { isFault } from "../../numbering/whose.js";
import { failure, problemText, success } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import type { Screen } from "../../render/text/screen.js";
import { whoseJson } from "../../render/whose/json.js";
import { answerText, shownInput } from "../../render/whose/plain.js";
import type { Words } from "../../render/words.js";
import type { Moment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { LineWriter } from "../batch/whose-lines.js";
import { type Context, jsonLine } from "../context.js";
import { command } from "../line/spec.js";
import { VERSION } from "../package.js";
import { type Answer, lineWriter } from "../runner.js";

/** What is wrong with a number, and what was probably meant. */
function faultText(fault: Fault, words: Words) {
  const problem = numberProblem(fault);
  const hints = problem.hints.length > 0 ? ` ${words.say("error.hints", { values: problem.hints.join(", ") })}` : "";
  return { ...problemText(problem, words), hints };
}

async function textOf({ asked, register, plan }: AnsweredNumbers, moment: Moment, wide: Screen): Promise<string> {
  const { cautionText, whoseText, registerText } = await import("../../render/whose/text.js");
  const screen = { ...wide, register, plan, moment };
  const texts = asked.map(({ input, answer }) => {
    if (!isFault(answer)) return whoseText(answer, screen);
    const { detail, hints } = faultText(answer, screen.words);
    return `${screen.layout.paragraph(`${shownInput(input) || '""'} — ${detail}${hints}`).join("\n")}\n`;
  });
  const found = asked.flatMap(({ answer }) => (isFault(answer) ? [] : [answer]));
  const mobile = found.some(({ kind }) => kind === "mobile");
  return texts.join("\n") + cautionText(found, screen) + (mobile ? registerText(screen) : "");
}

/** @param typed at a prompt, where a number that is none is answered too. */
export async function answerNumbers(numbers: readonly string[], context: Context, typed = false): Promise<Answer> {
  const answer = await whoseAnswer(numbers, await context.desk(), typed);
  return {
    kind: "whose",
    query: {},
    notices: answer.notices,
    result: () => whoseJson(answer, context.words),
    text: (screen) => textOf(answer, context.moment(), screen),
    code: answer.asked.some((one) => isFault(one.answer)) ? EXIT.badLines : EXIT.answered,
  };
}

async function answerLines(context: Context): Promise<number> {
  const { NumberLines } = await import("../batch/whose-lines.js");
  const { words, io, moment } = context;
  const { directory, open } = await context.desk();
  const asker = askerOf({ directory, open });
  const parts = { words, version: VERSION, directory, query: { asOf: moment().text } };
  const line = await lineWriter(context);
  const textWriter: LineWriter = {
    // The answer to a further number of the line stands in further columns: a line answers a line.
    answer: (asked) =>
      `${asked.map(({ answer }) => `${shownInput(answer.e164 ?? answer.display)}\t${answerText(answer, words)}`).join("\t")}\n`,
    fault(input, fault) {
      const { title, detail, hints } = faultText(fault, words);
      return `${shownInput(input)}\t${title}: ${detail}${hints}\n`;
    },
  };
  const jsonWriter: LineWriter = {
    answer(asked) {
      const notices = noticesJson(numberNotices(asked, asker.plan), words);
      return line(success("whose", whoseJson({ asked, register: asker.table.register }, words), { ...parts, notices }));
    },
    fault: (_input, fault) => jsonLine(failure("whose", numberProblem(fault), parts)),
  };
  const lines = new NumberLines(asker, context.json ? jsonWriter : textWriter, io.out);
  for await (const part of process.stdin) {
    await lines.feed(part as Buffer);
    await io.drained();
    if (io.closed()) break;
  }
  // The last line may have no end of its own; an empty one more is no line.
  await lines.feed(Buffer.from("\n"));
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
