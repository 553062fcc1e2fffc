/** From a line to the answer about it, for the command, the interview and a batch alike. */
import { answerCharge, type ChargeAnswer, type NumberOwner } from "../charges/charge.js";
import { isShortNumber } from "../charges/descriptor.js";
import { loadCharges } from "../directory/load-charges.js";
import { loadGrounds } from "../directory/load-grounds.js";
import { loadPlan } from "../directory/load-numbering.js";
import type { Directory, MerchantCharge, PartyType } from "../directory/types.js";
import { keyOf } from "../numbering/key.js";
import { readSpelling } from "../numbering/spelling.js";
import { chargeJson, type Grounds, type KnownAs } from "../render/charge/json.js";
import type { Query } from "../render/envelope/json.js";
import type { Words } from "../render/words.js";
import { findOperator, suggest } from "../situation/names.js";
import { Problem } from "../values/problem.js";
import { ACCOUNTS, type Account } from "../vocabulary/charges.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import { FOLDERS } from "./package.js";

export interface ChargeBook {
  merchants: readonly MerchantCharge[];
  grounds: Grounds;
}

export const openChargeBook = (): ChargeBook => ({
  merchants: loadCharges(FOLDERS.compiled),
  grounds: loadGrounds(FOLDERS.compiled),
});

/** @throws Problem for another word. */
export function accountNamed(given: string | undefined): Account | null {
  if (given === undefined) return null;
  const account = ACCOUNTS.find((one) => one === given.trim().toLowerCase());
  if (account) return account;
  const parts = { allowed: ACCOUNTS, hints: suggest(given, ACCOUNTS) };
  throw new Problem("unknown-value", "unknown-value", { fact: "account", given }, parts);
}

/** Whether it is an operator's own name: then the money left the account of the phone. */
export function isOperatorName(given: string, directory: Directory): boolean {
  try {
    return findOperator(given, directory).id !== "";
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

interface KnownNumber {
  knownAs: readonly KnownAs[];
  numberOf: NumberOwner | null;
}

const OWNERS: Readonly<Record<PartyType, NumberOwner>> = {
  operator: "operator",
  emergency: "emergency",
  body: "other",
  merchant: "other",
};

/** An operator that has the number too may have charged for it; help is free whoever else has it. */
const ownerOf = (owners: readonly NumberOwner[]): NumberOwner | null =>
  (["emergency", "operator", "bank", "other"] as const).find((one) => owners.includes(one)) ?? null;

/** Who is reached at this very short number: channels of the directory, and those the plan names besides. */
function knownNumber(given: string, directory: Directory, { text }: Words): KnownNumber {
  if (!isShortNumber(given)) return { knownAs: [], numberOf: null };
  const digits = given.replace(/\D/g, "");
  const uses = directory.values()[keyOf(readSpelling(digits), digits)] ?? [];
  const listed = uses
    .filter(({ role, exact }) => role === "channel" && exact)
    .flatMap(({ party, id }) => {
      const { name, type, channels } = directory.party(party);
      const channel = channels.find((one) => one.id === id);
      return channel ? [{ owner: OWNERS[type], id, party: text(name), label: text(channel.label) }] : [];
    });
  const planned = loadPlan(FOLDERS.numbering)
    .shortNumbers.filter(({ value }) => value === digits)
    .map(({ value, bank, owner, claim }) => ({
      owner: bank ? ("bank" as const) : ("other" as const),
      id: `short-number.${value}`,
      party: text(owner),
      label: text(claim),
    }));
  const known = [...listed, ...planned];
  return {
    knownAs: known.map(({ owner: _owner, ...rest }) => rest),
    numberOf: ownerOf(known.map(({ owner }) => owner)),
  };
}

export interface Answered {
  answer: ChargeAnswer;
  knownAs: readonly KnownAs[];
}

/** @param given null where only the account is known. */
export function answered(
  given: string | null,
  account: Account | null,
  book: ChargeBook,
  directory: Directory,
  context: Context,
): Answered {
  const { date } = context.moment();
  const ofOperator = given !== null && isOperatorName(given, directory);
  const { knownAs, numberOf } = knownNumber(given ?? "", directory, context.words);
  return { answer: answerCharge({ given, account, ofOperator, numberOf }, book.merchants, date), knownAs };
}

/** A line that nobody recognises is not understood; the general way is said all the same. */
export const chargeExit = ({ descriptor, candidates, free }: ChargeAnswer): number =>
  descriptor !== null && candidates.length === 0 && !free ? EXIT.needsFacts : EXIT.answered;

export const chargeResult = ({ answer, knownAs }: Answered, { grounds }: ChargeBook, { words }: Context) =>
  chargeJson(answer, knownAs, grounds, words);

export const chargeQuery = ({ answer }: Answered, context: Context): Partial<Query> => ({
  facts: answer.account === null ? {} : { account: { value: answer.account, from: "flag" } },
  text: answer.descriptor,
  asOf: context.moment().text,
});

export async function showCharge(found: Answered, book: ChargeBook, context: Context, brief = false): Promise<void> {
  if (context.json) {
    context.succeed("charge", chargeResult(found, book, context), { query: chargeQuery(found, context) });
    return;
  }
  const { chargeText } = await import("../render/charge/text.js");
  const { screenOf } = await import("./terminal/screen.js");
  context.io.out(chargeText({ ...found, grounds: book.grounds, screen: screenOf(context), brief }));
}
