/** A line of a batch that asks who charged: `{"charge":"XSOLLA *GAME","account":"card"}`. */
import { accountNamed, chargeAnswer } from "../../answers/charge.js";
import type { Desk } from "../../answers/desk.js";
import { chargeJson } from "../../render/charge/json.js";
import { type EnvelopeParts, type Query, success } from "../../render/envelope/json.js";
import { Problem } from "../../values/problem.js";
import type { Context } from "../context.js";
import { chargeQuery } from "../show-charge.js";

const FIELDS = ["ref", "charge", "account"];

function stringField(object: Readonly<Record<string, unknown>>, field: string, line: string): string | undefined {
  const value = object[field] ?? undefined;
  if (value !== undefined && typeof value !== "string")
    throw new Problem("bad-line", "line-bad-field", { line, field });
  return value;
}

/** @returns a function from a line to its envelope. */
export function createChargeAnswerer(desk: Desk, context: Context, parts: EnvelopeParts) {
  return (object: Readonly<Record<string, unknown>>, line: string, ref: Query["ref"]): unknown => {
    const strange = Object.keys(object).find((field) => !FIELDS.includes(field));
    if (strange !== undefined)
      throw new Problem("bad-line", "line-unknown-field", { line, field: strange }, { allowed: FIELDS });
    const given = stringField(object, "charge", line);
    const account = accountNamed(stringField(object, "account", line));
    if (given === undefined || given.trim() === "")
      throw new Problem("bad-line", "line-bad-field", { line, field: "charge" });
    const found = chargeAnswer({ descriptor: given, account }, desk);
    const query = { ...chargeQuery(found, context), ref };
    return success("charge", chargeJson(found, context.words), { ...parts, query });
  };
}
