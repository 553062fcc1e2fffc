/** A line of a batch that asks whose a number is: `{"whose":"8 926 111-05-00"}`. */
import type { Desk } from "../../answers/desk.js";
import { whoseAnswer } from "../../answers/whose.js";
import { type EnvelopeParts, type Query, success } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import { whoseJson } from "../../render/whose/json.js";
import { Problem } from "../../values/problem.js";

const FIELDS = ["ref", "whose"];

/** @returns a function from a line to its envelope. */
export function createWhoseAnswerer(desk: Desk, parts: EnvelopeParts) {
  const { words } = parts;
  return async (object: Readonly<Record<string, unknown>>, line: string, ref: Query["ref"]): Promise<unknown> => {
    const strange = Object.keys(object).find((field) => !FIELDS.includes(field));
    if (strange !== undefined)
      throw new Problem("bad-line", "line-unknown-field", { line, field: strange }, { allowed: FIELDS });
    const given = object.whose;
    if (typeof given !== "string") throw new Problem("bad-line", "line-bad-field", { line, field: "whose" });
    const answer = await whoseAnswer([given], desk);
    const query = { ref, asOf: desk.moment.text };
    const notices = noticesJson(answer.notices, words);
    return success("whose", whoseJson(answer, words), { ...parts, query, notices });
  };
}
