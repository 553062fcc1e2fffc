/** A line of a batch that asks whose a number is: `{"whose":"8 926 111-05-00"}`. */
import type { Fault } from "../../numbering/spelling.js";
import type { Answered, Asker } from "../../numbering/whose.js";
import { type EnvelopeParts, type Query, success } from "../../render/envelope/json.js";
import { answerJson, registerJson, whoseNotices } from "../../render/whose/json.js";
import { numberProblem } from "../../render/whose/plain.js";
import { Problem } from "../../values/problem.js";
import type { Context } from "../context.js";
import { ask, openAsker } from "../whose.js";

const FIELDS = ["ref", "whose"];

const isFault = (answer: Answered | Fault): answer is Fault => "form" in answer;

/** @returns a function from a line to its envelope; the register is opened with the first. */
export function createWhoseAnswerer(context: Context, parts: EnvelopeParts) {
  const { words } = context;
  let asker: Promise<Asker> | null = null;
  return async (object: Readonly<Record<string, unknown>>, line: string, ref: Query["ref"]): Promise<unknown> => {
    const strange = Object.keys(object).find((field) => !FIELDS.includes(field));
    if (strange !== undefined)
      throw new Problem("bad-line", "line-unknown-field", { line, field: strange }, { allowed: FIELDS });
    const given = object.whose;
    if (typeof given !== "string") throw new Problem("bad-line", "line-bad-field", { line, field: "whose" });
    asker ??= openAsker(context);
    const opened = await asker;
    const answer = await ask(given, opened);
    if (isFault(answer)) throw numberProblem(answer);
    const result = {
      numbers: [answerJson(given, answer, words)],
      register: registerJson(opened.table.register, words),
    };
    const notices = whoseNotices([answer], opened.plan, words);
    return success("whose", result, { ...parts, query: { ref, asOf: context.moment().text }, notices });
  };
}
