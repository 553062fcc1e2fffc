/** Whether a condition of a rule holds: yes, no, or not known. */
import type { Condition, Conditions } from "../directory/types.js";
import type { DerivedFact, PurchaseFact } from "../vocabulary/charges.js";
import type { Known, Range, Value } from "./purchase.js";

/** null: not known. */
export type Truth = boolean | null;

type Limits<T> = Readonly<Partial<Record<"lt" | "lte" | "gt" | "gte", T | undefined>>>;
type Exclusion = Extract<Condition, { isNot: unknown }>;
const isExclusion = (condition: Condition): condition is Exclusion =>
  typeof condition === "object" && "isNot" in condition;
const isLimits = (condition: Condition): condition is Limits<number> | Limits<string> =>
  typeof condition === "object" && !Array.isArray(condition) && !isExclusion(condition);

const among = (wanted: string | boolean | readonly string[], value: Value | undefined): boolean =>
  (Array.isArray(wanted) ? wanted : [wanted]).some((one) => one === value);

const every = (parts: readonly Truth[]): Truth => {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
};

function numberWithin({ min, max }: Range, { lt, lte, gt, gte }: Limits<number>): Truth {
  const upTo = (limit: number | undefined, last: boolean): Truth => {
    if (limit === undefined) return true;
    const below = (value: number) => (last ? value <= limit : value < limit);
    if (below(max)) return true;
    return below(min) ? null : false;
  };
  const from = (limit: number | undefined, first: boolean): Truth => {
    if (limit === undefined) return true;
    const above = (value: number) => (first ? value >= limit : value > limit);
    if (above(min)) return true;
    return above(max) ? null : false;
  };
  return every([upTo(lt, false), upTo(lte, true), from(gt, false), from(gte, true)]);
}

const dateWithin = (date: string, { lt, lte, gt, gte }: Limits<string>): boolean =>
  (lt === undefined || date < lt) &&
  (lte === undefined || date <= lte) &&
  (gt === undefined || date > gt) &&
  (gte === undefined || date >= gte);

function holdsFor(condition: Condition, value: Value | undefined): Truth {
  if (isExclusion(condition)) return !among(condition.isNot, value);
  if (value === undefined) return null;
  if (!isLimits(condition)) return among(condition, value);
  if (typeof value !== "object") return false;
  if ("date" in value) return dateWithin(value.date, condition as Limits<string>);
  return "min" in value ? numberWithin(value, condition as Limits<number>) : false;
}

export interface Judged {
  truth: Truth;
  /** The facts it is not known for. */
  unknown: readonly (PurchaseFact | DerivedFact)[];
}

/** All of the conditions together; one that fails is enough, whatever else is not known. */
export function judge(conditions: Conditions, known: Known): Judged {
  const parts = Object.entries(conditions).map(([name, condition]) => {
    const fact = name as PurchaseFact | DerivedFact;
    return { fact, truth: holdsFor(condition, known.get(fact)) };
  });
  const truth = every(parts.map((part) => part.truth));
  return { truth, unknown: truth === null ? parts.flatMap((part) => (part.truth === null ? [part.fact] : [])) : [] };
}
