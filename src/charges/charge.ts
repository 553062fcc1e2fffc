/** Who charged, and what follows: the answer of `dozvon charge`. */
import type { Likelihood, MerchantCharge } from "../directory/types.js";
import { ACCOUNTS, type Account, type Confidence } from "../vocabulary/charges.js";
import { isCardLine, shownLine } from "./descriptor.js";
import { BARE, type Candidate, identify } from "./identify.js";

/** A short number or a name in the billing detail is somebody to switch off, not yet a mystery. */
const checklistOf = ({ match, merchant }: Candidate): string =>
  match === "short-number" && merchant.shortNumbers !== null ? merchant.shortNumbers : merchant.checklist;

/** The newest that is in force. */
const likelihoodOn = (date: string, { likely }: MerchantCharge): Likelihood | null =>
  [...likely].sort((a, b) => (a.from < b.from ? 1 : -1)).find((one) => one.from <= date) ?? null;

const SURE: readonly Confidence[] = ["high", "medium"];

/** Where the money left from, by the line alone. */
const leftFrom = (account: Account, by: Pick<Candidate, "match" | "matched">, merchants: readonly MerchantCharge[]) =>
  merchants
    .filter(({ generalFor }) => generalFor === account)
    .map((merchant): Candidate => ({ ...BARE, merchant, confidence: "medium", ...by }));

export interface Charge {
  /** The line as given; null where only the account is known. */
  given: string | null;
  account: Account | null;
  /** Whether the line is the name of an operator. */
  ofOperator: boolean;
  /** Whose short number the line is; null where that is not known, or the line is none. */
  numberOf: NumberOwner | null;
}

/** Who has a short number, as far as it says where money leaves from. */
export type NumberOwner = "operator" | "bank" | "emergency" | "other";

const general = ({ merchant }: Candidate): boolean => merchant.generalFor !== null;

function candidatesFor(charge: Charge, merchants: readonly MerchantCharge[]): Candidate[] {
  const { given, account, ofOperator, numberOf } = charge;
  if (given === null || numberOf === "emergency" || numberOf === "other") return [];
  if (numberOf === "bank") return leftFrom("card", { match: "short-number", matched: given.trim() }, merchants);
  const found = identify(given, merchants);
  if (!ofOperator || !found.every(general)) return found;
  // An operator's own name: the money left the account of the phone, unless it is stated otherwise; some lend their name to a bank as well.
  const own = leftFrom(account ?? "mobile", { match: "name", matched: given }, merchants);
  return [...found, ...own.filter(({ merchant }) => !found.some((one) => one.merchant === merchant))];
}

/** @param date YYYY-MM-DD of the answer. */
export function answerCharge(charge: Charge, merchants: readonly MerchantCharge[], date: string) {
  const { given, account } = charge;
  const leftCard = account === null && given !== null && isCardLine(given);
  const free = charge.numberOf === "emergency";
  const candidates = candidatesFor(charge, merchants)
    .map((one) => ({
      ...one,
      /** null where nothing speaks against such a charge on the day of the answer. */
      likely: likelihoodOn(date, one.merchant),
      checklist: checklistOf(one),
      /** It is not known to be taken from the account stated. */
      otherAccount: account !== null && !one.merchant.accounts.includes(account),
    }))
    .sort((a, b) => (general(a) && general(b) ? Number(a.otherAccount) - Number(b.otherAccount) : 0));
  const eitherAccount = candidates.filter(general).length > 1;
  const recognised = candidates.some((one) => SURE.includes(one.confidence) && !one.otherAccount);
  const asked = account === null ? ACCOUNTS.filter((one) => !leftCard || one === "card") : [account];
  const paths = merchants.filter(({ generalFor }) => generalFor !== null && asked.includes(generalFor));
  return {
    /** As given, phone and card numbers hidden; null where none was given. */
    descriptor: given === null ? null : shownLine(given),
    account,
    candidates,
    /** The line is a number that costs nothing to call: there is no charge to return. */
    free,
    /** The ways for a charge nobody recognises; empty where somebody is. */
    paths: recognised || free ? [] : paths.filter((path) => !candidates.some(({ merchant }) => merchant === path)),
    needs: [
      ...(account === null && !leftCard && !free && (!recognised || eitherAccount) ? (["account"] as const) : []),
      ...(given === null ? (["descriptor"] as const) : []),
    ],
  };
}

export type ChargeCandidate = ReturnType<typeof answerCharge>["candidates"][number];
