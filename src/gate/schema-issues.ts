/** A file against its schema: every fault in our own words, with what to write instead, and what is left to go on with. */

import type * as z from "zod";
import { ownMessage } from "../schemas/shared.js";
import type { Text } from "../vocabulary/language.js";
import { formOf, keysOf, meant, shapeAt, standIn, wordsOf } from "./shape.js";
import { asJson, fault, nearest, say } from "./words.js";

type Shape = z.core.$ZodTypes;
type ZodIssue = z.core.$ZodIssue;

/** channels[3].sources[0].url */
const jsonPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

/** Where a value is of one of several forms, what is wrong with it in the form that it almost has. */
function flat(issue: ZodIssue): ZodIssue[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  if (issue.code !== "invalid_union") return [issue];
  const almost = issue.errors.find((faults) => faults.length > 0 && faults.every(({ path }) => path.length > 0));
  return almost ? almost.flatMap((one) => flat({ ...one, path: [...issue.path, ...one.path] })) : [issue];
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], json);

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function messageOf(issue: ZodIssue, value: unknown, shape: Shape | undefined): Text {
  if (issue.code === "unrecognized_keys") return say("no-such-key");
  if (value === undefined) return say("lacking");
  const own = ownMessage(issue.message);
  if (own) return own;
  if (issue.code === "too_small") {
    const isText = issue.origin === "string" || issue.origin === "array";
    return isText ? say("empty") : say("too-small", { limit: issue.minimum });
  }
  if (issue.code === "too_big") return say("too-big", { limit: issue.maximum });
  const known = shape !== undefined && wordsOf(shape).length > 0;
  return say(known ? "no-such-word" : "wrong-form", { value: shown(value) });
}

function insteadOf(issue: ZodIssue, value: unknown, shape: Shape | undefined, besides: readonly string[]) {
  if (issue.code === "unrecognized_keys") {
    const key = nearest(issue.keys[0] ?? "", besides);
    return key === undefined ? fault("no-such-key").instead : asJson(key);
  }
  if (!shape || issue.code === "too_big") return undefined;
  const intended = meant(shape, value);
  return intended === undefined || intended === value ? formOf(shape) : asJson(intended);
}

function faultOf(issue: ZodIssue, shape: Shape, json: unknown) {
  const { path } = issue;
  const holder = shapeAt(shape, path.slice(0, -1), json);
  const besides = keysOf(holder).filter((key) => valueAt(json, [...path.slice(0, -1), key]) === undefined);
  const value = valueAt(json, path);
  const here = shapeAt(shape, path, json);
  return {
    path: jsonPath(path),
    message: messageOf(issue, value, here),
    instead: insteadOf(issue, value, here, besides),
  };
}

/** Nobody mends more at once; a file or folder made to break the gate could have millions. */
export const MOST_ISSUES = 1_000;

/** A list longer than any of ours: its records are not worth a look. */
const isTooLong = (issue: ZodIssue): boolean => issue.code === "too_big" && issue.origin === "array";

/**
 * @returns faults, and the content as the schema reads it: where there are faults, with something in the place of what has the wrong type,
 * and undefined where they are without end.
 */
export function admit(shape: z.ZodType, json: unknown) {
  const { data, error } = shape.safeParse(json);
  if (!error) return { faults: [], content: data };
  const faults = error.issues
    .slice(0, MOST_ISSUES)
    .flatMap(flat)
    .map((issue) => faultOf(issue, shape as unknown as Shape, json));
  // Of several complaints about one value the first says enough.
  const first = faults.filter(({ path }, index) => faults.findIndex((one) => one.path === path) === index);
  const endless = error.issues.length >= MOST_ISSUES || error.issues.some(isTooLong);
  return { faults: first, content: endless ? undefined : standIn(shape as unknown as Shape, json) };
}
