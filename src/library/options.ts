/** What a program gives, checked: types are not there at run time, and a slip should say what to give instead. */
import type { GivenPurchase } from "../charges/purchase.js";
import type { GivenFacts } from "../situation/facts.js";
import { suggest } from "../values/choice.js";
import { type Moment, parseMoment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import { PURCHASE_FACTS, type PurchaseFact } from "../vocabulary/charges.js";
import { LANGUAGES, type Language } from "../vocabulary/language.js";
import { FACTS, type Fact } from "../vocabulary/situation.js";

/** Facts of a situation as on the command line: ids, or names people use; `without` is a list of kinds, `tried` of numbers, codes or channels' ids. */
export type Facts = Partial<Record<Exclude<Fact, "without" | "tried">, string>> &
  Partial<Record<"without" | "tried", readonly string[]>>;

/** Facts of a purchase as on the command line of `dozvon refund`. */
export type PurchaseFacts = Partial<Record<PurchaseFact, string>>;

/** @throws TypeError for another language. */
export function languageOf(lang: unknown = "ru"): Language {
  const language = LANGUAGES.find((one) => one === lang);
  if (language) return language;
  throw new TypeError(`lang: give ${LANGUAGES.map((one) => `"${one}"`).join(" or ")}, not ${JSON.stringify(lang)}`);
}

/** @throws TypeError for what is no text. */
export function textOf(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${name}: give a string, not ${value === null ? "null" : typeof value}`);
}

/** @throws TypeError; Problem impossible-date. */
export const momentOf = (asOf: unknown): Moment => parseMoment(textOf(asOf, "asOf"));

function named<Name extends string>(given: object, names: readonly Name[]): (readonly [Name, unknown])[] {
  return Object.entries(given ?? {}).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const known = names.find((one) => one === name);
    if (known) return [[known, value] as const];
    const parts = { allowed: names, hints: suggest(name, names) };
    throw new Problem("usage", "unknown-fact", { given: name }, parts);
  });
}

/** @throws TypeError; Problem usage for a fact that is none. */
export function factsOf(given: object = {}, names: readonly Fact[] = FACTS): GivenFacts {
  const facts: GivenFacts = {};
  for (const [fact, value] of named(given, names)) {
    const text = (fact === "without" || fact === "tried") && Array.isArray(value) ? value.join(",") : value;
    facts[fact] = { value: textOf(text, fact), from: "flag" };
  }
  return facts;
}

/** @throws TypeError; Problem usage for a fact that is none. */
export function purchaseFactsOf(given: object = {}): GivenPurchase {
  const facts: GivenPurchase = {};
  for (const [fact, value] of named(given, PURCHASE_FACTS)) facts[fact] = textOf(value, fact);
  return facts;
}
