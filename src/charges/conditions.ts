/** Whether a condition of a rule holds: yes, no, or not known. */
import type { Condition, Conditions } from "../directory/types.js";
import type { DerivedFact, PurchaseFact } from "../vocabulary/charges.js";
import type { Known, Value } from "./purchase.js";

/** null: not known. */
export type Truth = boolean | null;

type Limits<T> = Readonly<Partial<Record<keyof typeof HOLDS, T | undefined>>>;
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

const HOLDS = {
  lt: (value: number | string, limit: number | string) => value < limit,
  lte: (value: number | string, limit: number | string) => value <= limit,
  gt: (value: number | string, limit: number | string) => value > limit,
  gte: (value: number | string, limit: number | string) => value >= limit,
};

/** Not known where a limit holds at one end of a range and not at the other. */
function within<T extends number | string>(first: T, last: T, limits: Limits<T>): Truth {
  const signs = Object.keys(limits) as (keyof Limits<T>)[];
  return every(
    signs.map((sign) => {
      const [one, other] = [first, last].map((value) => HOLDS[sign](value, limits[sign] as T)) as [boolean, boolean];
      return one === other ? one : null;
    }),
  );
}

function holdsFor(condition: Condition, value: Value | undefined): Truth {
  if (isExclusion(condition)) return !among(condition.isNot, value);
  if (value === undefined) return null;
  if (!isLimits(condition)) return among(condition, value);
  if (typeof value !== "object") return false;
  if ("date" in value) return within(value.date, value.date, condition as Limits<string>);
  return "min" in value ? within(value.min, value.max, condition as Limits<number>) : false;
}

/** All of the conditions together; one that fails is enough, whatever else is not known. `unknown`: the facts it is not known for. */
export function judge(conditions: Conditions, known: Known) {
  const parts = Object.entries(conditions).map(([name, condition]) => {
    const fact = name as PurchaseFact | DerivedFact;
    return { fact, truth: holdsFor(condition, known.get(fact)) };
  });
  const truth = every(parts.map((part) => part.truth));
  return { truth, unknown: truth === null ? parts.flatMap((part) => (part.truth === null ? [part.fact] : [])) : [] };
}

export type Judged = ReturnType<typeof judge>;
