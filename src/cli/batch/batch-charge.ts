/** A line of a batch that asks who charged: `{"charge":"XSOLLA *GAME","account":"card"}`. */
import type { Directory } from "../../directory/types.js";
import { type EnvelopeParts, type Query, success } from "../../render/envelope/json.js";
import { Problem } from "../../values/problem.js";
import {
  accountNamed,
  answered,
  type ChargeBook,
  chargeQuery,
  chargeResult,
  openChargeBook,
} from "../charge-answer.js";
import type { Context } from "../context.js";

const FIELDS = ["ref", "charge", "account"];

function stringField(object: Readonly<Record<string, unknown>>, field: string, line: string): string | undefined {
  const value = object[field] ?? undefined;
  if (value !== undefined && typeof value !== "string")
    throw new Problem("bad-line", "line-bad-field", { line, field });
  return value;
}

/** @returns a function from a line to its envelope; what it reads is opened with the first. */
export function createChargeAnswerer(directory: Directory, context: Context, parts: EnvelopeParts) {
  let book: ChargeBook | null = null;
  return (object: Readonly<Record<string, unknown>>, line: string, ref: Query["ref"]): unknown => {
    const strange = Object.keys(object).find((field) => !FIELDS.includes(field));
    if (strange !== undefined)
      throw new Problem("bad-line", "line-unknown-field", { line, field: strange }, { allowed: FIELDS });
    const given = stringField(object, "charge", line);
    const account = accountNamed(stringField(object, "account", line));
    if (given === undefined || given.trim() === "")
      throw new Problem("bad-line", "line-bad-field", { line, field: "charge" });
    book ??= openChargeBook();
    const found = answered(given, account, book, directory, context);
    const query = { ...chargeQuery(found, context), ref };
    return success("charge", chargeResult(found, book, context), { ...parts, query });
  };
}
