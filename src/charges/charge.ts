/** Who charged, and what follows: the answer of `dozvon charge`. */
import type { Likelihood, MerchantCharge } from "../directory/types.js";
import { ACCOUNTS, type Account, type Confidence } from "../vocabulary.js";
import { maskNumbers } from "./descriptor.js";
import { type Candidate, identify } from "./identify.js";

export interface ChargeCandidate extends Candidate {
  /** null where nothing speaks against such a charge on the day of the answer. */
  likely: Likelihood | null;
  checklist: string;
  /** It is not known to be taken from the account stated. */
  otherAccount: boolean;
}

export interface ChargeAnswer {
  /** As given, phone and card numbers hidden; null where none was given. */
  descriptor: string | null;
  account: Account | null;
  candidates: readonly ChargeCandidate[];
  /** The ways for a charge nobody recognises; empty where somebody is. */
  paths: readonly MerchantCharge[];
  needs: readonly ("account" | "descriptor")[];
}

/** A short number or a name in the billing detail is somebody to switch off, not yet a mystery. */
const checklistOf = ({ match, merchant }: Candidate): string =>
  match === "short-number" && merchant.shortNumbers !== null ? merchant.shortNumbers : merchant.checklist;

/** The newest that is in force. */
const likelihoodOn = (date: string, { likely }: MerchantCharge): Likelihood | null =>
  [...likely].sort((a, b) => (a.from < b.from ? 1 : -1)).find((one) => one.from <= date) ?? null;

const SURE: readonly Confidence[] = ["high", "medium"];

/** An operator's own name in a line: the money left the account of the phone. */
const operatorsOwn = (given: string, merchants: readonly MerchantCharge[]): Candidate[] =>
  merchants
    .filter(({ generalFor }) => generalFor === "mobile")
    .map((merchant) => ({
      merchant,
      match: "name",
      confidence: "medium",
      matched: given,
      ground: null,
      means: null,
      remainder: null,
    }));

export interface Charge {
  /** The line as given; null where only the account is known. */
  given: string | null;
  account: Account | null;
  /** Whether the line is the name of an operator. */
  ofOperator: boolean;
}

/** @param date YYYY-MM-DD of the answer. */
export function answerCharge(
  { given, account, ofOperator }: Charge,
  merchants: readonly MerchantCharge[],
  date: string,
): ChargeAnswer {
  const found = given === null ? [] : identify(given, merchants);
  const named = given !== null && ofOperator && found.length === 0 ? operatorsOwn(given, merchants) : found;
  const candidates = named.map((one) => ({
    ...one,
    likely: likelihoodOn(date, one.merchant),
    checklist: checklistOf(one),
    otherAccount: account !== null && !one.merchant.accounts.includes(account),
  }));
  const recognised = candidates.some((one) => SURE.includes(one.confidence) && !one.otherAccount);
  const asked = account === null ? ACCOUNTS : [account];
  const paths = merchants.filter(({ generalFor }) => generalFor !== null && asked.includes(generalFor));
  return {
    descriptor: given === null ? null : maskNumbers(given.trim()),
    account,
    candidates,
    paths: recognised ? [] : paths.filter((path) => !candidates.some(({ merchant }) => merchant === path)),
    needs: [
      ...(account === null && !recognised ? (["account"] as const) : []),
      ...(given === null ? (["descriptor"] as const) : []),
    ],
  };
}
