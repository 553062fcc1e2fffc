/** The facts of a purchase: from words to values, and what follows from them and the moment of the answer. */

import { daysLeft } from "../terms/deadlines.js";
import { type Amount, parseAmount } from "../values/amount.js";
import { oneOf, parseYesNo } from "../values/choice.js";
import { isAhead, type Moment, parseMoment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { DerivedFact, PurchaseFact } from "../vocabulary/charges.js";
import { PAID_WITH, PHONE_CHARGES, PRODUCTS, PURCHASE_EVENTS, PURCHASE_FACTS } from "../vocabulary/charges.js";
import type { DeadlineEvent } from "../vocabulary/terms.js";

/** Limits within which a number lies: what is known of hours that have passed where only the day is known. */
export interface Range {
  min: number;
  max: number;
}

const exactly = (value: number): Range => ({ min: value, max: value });

export type Value = string | boolean | Range | Moment | Amount;
export type Known = ReadonlyMap<PurchaseFact | DerivedFact, Value>;

/** A fact given as this is known to be unknown: it is not asked again. */
export const UNKNOWN_VALUE = "unknown";

export type FactKind =
  | { kind: "choice"; values: readonly string[] }
  | { kind: "yes-no" | "number" | "date" | "amount" };

const choice = (...values: readonly string[]): FactKind => ({ kind: "choice", values });

const NAMED: Partial<Record<PurchaseFact, FactKind>> = {
  state: choice("posted", "pending"),
  amount: { kind: "amount" },
  "paid-with": choice(...PAID_WITH),
  event: choice(...PURCHASE_EVENTS),
  product: choice(...PRODUCTS),
  charge: choice(...PHONE_CHARGES),
  publisher: choice("store", "other"),
  "minutes-between": { kind: "number" },
  "hours-played": { kind: "number" },
  "buyer-age": { kind: "number" },
};

export const kindOf = (fact: PurchaseFact): FactKind =>
  NAMED[fact] ?? { kind: fact.endsWith("-on") || fact === "paid-until" ? "date" : "yes-no" };

const LARGEST_NUMBER = 1_000_000;

function parseNumber(fact: string, given: string): Range {
  const text = given.trim().replace(",", ".");
  const value = Number(text);
  if (/^-\s*\d/.test(text)) throw new Problem("unknown-value", "negative-number", { fact, given });
  if (!/^\d{1,7}(?:\.\d+)?$/.test(text) || value > LARGEST_NUMBER)
    throw new Problem("unknown-value", "not-a-number", { fact, given });
  return exactly(value);
}

/** These may lie ahead: a release, or the end of a paid term. */
const MAY_LIE_AHEAD: readonly PurchaseFact[] = ["released-on", "paid-until"];

function parseDate(fact: PurchaseFact, given: string, now: Moment): Moment {
  const moment = parseMoment(given);
  if (MAY_LIE_AHEAD.includes(fact) || !isAhead(moment, now)) return moment;
  const shown = moment.date === now.date ? "text" : "date";
  throw new Problem("contradictory-facts", "date-ahead", { fact, given: moment[shown], now: now[shown] });
}

/** @throws Problem for a value the fact cannot have. */
export function parseFact(fact: PurchaseFact, given: string, now: Moment): Value | typeof UNKNOWN_VALUE {
  const form = kindOf(fact);
  if (given.trim().toLowerCase() === UNKNOWN_VALUE) return UNKNOWN_VALUE;
  switch (form.kind) {
    case "choice":
      return oneOf(given, form.values, fact);
    case "yes-no":
      return parseYesNo(given, fact);
    case "number":
      return parseNumber(fact, given);
    case "date":
      return parseDate(fact, given, now);
    case "amount":
      return parseAmount(given);
  }
}

export type GivenPurchase = Partial<Record<PurchaseFact, string>>;

const HOUR = 3_600_000;

/** When it may have been, in milliseconds; a bare date is a day of Moscow. */
function span(moment: Moment): Range {
  if (moment.epoch !== null) return exactly(moment.epoch);
  const start = Date.parse(`${moment.date}T00:00:00+03:00`);
  return { min: start, max: start + 24 * HOUR - 1 };
}

function hoursBetween(start: Moment, now: Moment): Range {
  const from = span(start);
  const to = span(now);
  return { min: Math.max(0, to.min - from.max) / HOUR, max: Math.max(0, to.max - from.min) / HOUR };
}

export const dateOf = (known: Known, fact: PurchaseFact): Moment | undefined => {
  const value = known.get(fact);
  return typeof value === "object" && "date" in value ? value : undefined;
};

function deriveTimes(known: Map<PurchaseFact | DerivedFact, Value>, now: Moment): void {
  const days = (moment: Moment): Range => exactly(daysLeft(now.date, moment.date));
  const paid = dateOf(known, "paid-on");
  const received = dateOf(known, "received-on");
  const released = dateOf(known, "released-on");
  if (paid) known.set("days-since-payment", days(paid)).set("hours-since-payment", hoursBetween(paid, now));
  if (received) known.set("days-since-receipt", days(received));
  if (released) known.set("days-since-release", days(released));
  if (received && !known.has("received")) known.set("received", true);
  if (released && !known.has("released")) known.set("released", released.date <= now.date);
}

/** What cannot precede what it follows from: nobody claims or approves a refund of what is not yet paid. */
const IN_ORDER: readonly (readonly [later: PurchaseFact, earlier: PurchaseFact])[] = [
  ["received-on", "paid-on"],
  ["claimed-on", "paid-on"],
  ["approved-on", "paid-on"],
  ["approved-on", "claimed-on"],
  ["demanded-on", "paid-on"],
  ["bank-notified-on", "paid-on"],
];

/** Two facts that cannot both be. */
function checkTogether(known: Known): void {
  const clash = (first: string, second: string) =>
    new Problem("contradictory-facts", "purchase-contradicts", { first, second });
  const received = dateOf(known, "received-on");
  if (known.get("event") === "not-received" && known.get("received") === true)
    throw clash("--event not-received", received ? "--received-on" : "--received yes");
  // Of what is taken every month, one may have claimed an earlier payment.
  const order = known.get("recurring") === true ? [] : IN_ORDER;
  for (const [later, earlier] of order) {
    const first = dateOf(known, earlier);
    const second = dateOf(known, later);
    if (first && second && second.date < first.date) throw clash(`--${later}`, `--${earlier}`);
  }
}

/** `declined`: facts the person does not know. @throws Problem for values that cannot be, alone or together. */
export function purchaseOf(given: GivenPurchase, assume: GivenPurchase, now: Moment) {
  const known = new Map<PurchaseFact | DerivedFact, Value>();
  const declined = new Set<PurchaseFact>();
  for (const fact of PURCHASE_FACTS) {
    const text = given[fact] ?? assume[fact];
    if (text === undefined) continue;
    const value = parseFact(fact, text, now);
    if (value === UNKNOWN_VALUE) declined.add(fact);
    else known.set(fact, value);
  }
  deriveTimes(known, now);
  checkTogether(known);
  if (known.get("event") === "not-received") known.set("received", false);
  const amount = known.get("amount");
  if (typeof amount === "object" && "currency" in amount) {
    if (amount.currency === "USD") known.set("amount-usd", exactly(amount.hundredths / 100));
    // No rate is known here: asking again would not make them dollars.
    else declined.add("amount");
  }
  // Nobody forgets a demand made in writing: without its date there was none.
  known.set("demand-made", known.has("demanded-on")).set("claim-sent", known.has("claimed-on"));
  return { known, declined };
}

export type Purchase = ReturnType<typeof purchaseOf>;

/** The facts a derived one comes from. */
export const SOURCES: Partial<Record<DerivedFact, PurchaseFact>> = {
  "amount-usd": "amount",
  "days-since-payment": "paid-on",
  "hours-since-payment": "paid-on",
  "days-since-receipt": "received-on",
  "days-since-release": "released-on",
};

const STARTS: Readonly<Record<DeadlineEvent, PurchaseFact | null>> = {
  hold: "paid-on",
  payment: "paid-on",
  transaction: "paid-on",
  "service-or-bill": "paid-on",
  receipt: "received-on",
  approval: "approved-on",
  registration: "claimed-on",
  "claim-received": "claimed-on",
  demand: "demanded-on",
  "bank-notification": "bank-notified-on",
  application: "applied-on",
  "end-of-paid-term": "paid-until",
  "tariff-change": null,
  lawsuit: null,
};

/** The fact that says when the event was, and the moment itself where it is known. */
export function startOf(event: DeadlineEvent, known: Known): { fact: PurchaseFact | null; moment: Moment | null } {
  const fact = STARTS[event];
  return { fact, moment: fact ? (dateOf(known, fact) ?? null) : null };
}
