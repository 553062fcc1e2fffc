import type { AnsweredRefund } from "../../answers/refund.js";
import { type GivenPurchase, kindOf, parseFact } from "../../charges/purchase.js";
import type { Decision } from "../../charges/refund.js";
import type { Term } from "../../charges/terms.js";
import type { RefundRules } from "../../directory/types.js";
import type { Moment } from "../../values/moment.js";
import { PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import { commandOf, groundsJson } from "../charge/json.js";
import type { Query } from "../envelope/json.js";
import { pick, said, type Words } from "../words.js";

/** A fact as its question; the words stand in one place for help, the interview and JSON. */
export const questionText = (fact: PurchaseFact, words: Words): string => words.say(`purchase.${fact}`);

/** @param dayKnown the day has been given, and is not enough. */
export function askedText(fact: PurchaseFact, dayKnown: boolean, words: Words): string {
  const question = questionText(fact, words);
  return dayKnown ? words.say("need.with-time", { question }) : question;
}

/** In which words a value is chosen. */
export const choiceKey = (fact: PurchaseFact, value: string): string =>
  kindOf(fact).kind === "yes-no" ? `choice.${value}` : `choice.${fact}.${value}`;

/** The values a fact may have, where they are a closed list. */
export function valuesOf(fact: PurchaseFact): readonly string[] {
  const form = kindOf(fact);
  if (form.kind === "choice") return form.values;
  return form.kind === "yes-no" ? ["yes", "no"] : [];
}

function termJson({ ground, deadline, startFact, ...term }: Term, words: Words) {
  const { amount, unit, from, direction, when, extend } = deadline;
  const record = { ground: ground.id, text: ground.text, amount, unit, event: from, direction, when, extend };
  /** The fact that would give the date. */
  const needs = term.due === null ? startFact : null;
  return { ...said(record, words), ...term, needs };
}

/** A choice by its id; a date, a number and a sum as they were given. */
function meant(fact: PurchaseFact, given: string, now: Moment): string {
  const read = parseFact(fact, given, now);
  if (typeof read === "boolean") return read ? "yes" : "no";
  return typeof read === "string" ? read : given.trim();
}

/** The facts of the answer as the query states them: those stated, and what the merchant's rules take for granted. */
export const purchaseFacts = (given: GivenPurchase, { assume }: RefundRules, now: Moment): Query["facts"] =>
  Object.fromEntries(
    PURCHASE_FACTS.flatMap((fact) => {
      const value = given[fact] ?? assume[fact];
      if (value === undefined) return [];
      return [[fact, { value: meant(fact, value, now), from: given[fact] === undefined ? "derived" : "flag" }]];
    }),
  );

export function refundJson(answer: AnsweredRefund, words: Words) {
  const { merchant, verdict, terms, routes, checklists, grounds } = answer;
  const name = words.text(merchant.name);
  const decided = ({ outcome, rule, ground, also }: Decision) => {
    const [named = null] = groundsJson([ground], grounds, words);
    const text = words.say(`outcome.${outcome}`, { merchant: name });
    return { outcome, text, rule, ground: named, also: groundsJson(also, grounds, words) };
  };
  return {
    merchant: merchant.id,
    name,
    complete: verdict.decision !== null,
    ...pick(verdict, "needs"),
    questions: verdict.needs.map((fact) => ({
      fact,
      text: askedText(fact, answer.timeNeeded.includes(fact), words),
      values: valuesOf(fact),
    })),
    outcome: verdict.decision?.outcome ?? null,
    decision: verdict.decision && decided(verdict.decision),
    /** After a suspicion: what the merchant's other rules say. */
    otherwise: verdict.otherwise && decided(verdict.otherwise),
    /** Readings that facts not known leave open. */
    possible: verdict.possible.map(decided),
    notEstablished: merchant.notEstablished && words.text(merchant.notEstablished),
    notes: groundsJson(verdict.notes, grounds, words),
    steps: groundsJson(verdict.steps, grounds, words),
    dates: terms.map((term) => termJson(term, words)),
    request: groundsJson(merchant.request, grounds, words),
    payout: groundsJson(answer.paid ? merchant.payout : [], grounds, words),
    /** Ways that a merchant's refusal does not close. */
    routes: routes.flatMap(({ id, route, ground, gives }) => {
      const text = gives && words.say(`outcome.${gives}`, { merchant: name });
      return groundsJson([ground], grounds, words).map((known) => ({ id, route, outcome: gives, text, ground: known }));
    }),
    checklists: checklists.map((id) => ({ id, command: commandOf.checklist(id, answer) })),
  };
}
