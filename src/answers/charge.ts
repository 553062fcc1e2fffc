/** Who charged: the line of a statement or the account, with whoever has the number that the line is. */
import { answerCharge, type NumberOwner } from "../charges/charge.js";
import { isShortNumber } from "../charges/descriptor.js";
import { keyOfText } from "../numbering/key.js";
import { usesOf } from "../numbering/uses.js";
import { operatorNamed } from "../situation/names.js";
import { oneOf } from "../values/choice.js";
import { ACCOUNTS, type Account } from "../vocabulary/charges.js";
import type { Desk } from "./desk.js";

export interface ChargeQuestion {
  /** The line as given; null where only the account is known. */
  descriptor: string | null;
  account: Account | null;
}

/** @throws Problem for another word. */
export const accountNamed = (given: string | undefined): Account | null =>
  given === undefined ? null : oneOf(given, ACCOUNTS, "account");

/** Whether it is an operator's own name: then the money left the account of the phone. */
export const isOperatorName = (given: string, { directory }: Desk): boolean =>
  operatorNamed(given, directory) !== undefined;

/**
 * Who is reached at this very short number: channels of the directory, and those the plan names besides. A support line is no seller of
 * subscriptions.
 */
function ownersOf(given: string, { directory, open }: Desk) {
  if (!isShortNumber(given)) return [];
  const digits = given.replace(/\D/g, "");
  // A number of help in another country charges nobody here: 122 is the police in Egypt and an information service in Russia.
  const listed = usesOf(directory.values()[keyOfText(digits)] ?? [], directory).flatMap(
    ({ channel, exact, owner, claim: label, status, instead }) => {
      if (!channel || !exact || owner.party === null || channel.countries.length > 0) return [];
      const disputed = status === "disputed";
      const knownAs = {
        id: channel.id,
        party: owner.name,
        label,
        /** What is sent to it, where the wording is fixed. */
        message: disputed ? null : channel.message,
        /** Sources disagree whether it is of use: then nothing is to be sent, and these are said in its place. */
        instead: disputed ? instead : null,
      };
      const { type } = directory.party(owner.party);
      return [{ owner: type === "operator" || type === "emergency" ? type : ("other" as const), knownAs }];
    },
  );
  const planned = open
    .plan()
    .shortNumbers.filter(({ value }) => value === digits)
    .map(({ value, bank, owner, claim }) => ({
      owner: bank ? ("bank" as const) : ("other" as const),
      knownAs: { id: `short-number.${value}`, party: owner, label: claim, message: null, instead: null },
    }));
  return [...listed, ...planned];
}

/** An operator that has the number too may have charged for it; help is free whoever else has it. */
const firstOf = (owned: ReturnType<typeof ownersOf>): NumberOwner | null =>
  (["emergency", "operator", "bank", "other"] as const).find((one) => owned.some(({ owner }) => owner === one)) ?? null;

export function chargeAnswer({ descriptor, account }: ChargeQuestion, desk: Desk) {
  const owned = ownersOf(descriptor ?? "", desk);
  const ofOperator = descriptor !== null && isOperatorName(descriptor, desk);
  const charge = { given: descriptor, account, ofOperator, numberOf: firstOf(owned) };
  const answer = answerCharge(charge, desk.open.merchants(), desk.moment.date);
  return {
    answer,
    knownAs: owned.map((one) => one.knownAs),
    grounds: desk.open.grounds(),
    /** A line that nobody recognises is not understood; the general way is said all the same. */
    understood: answer.descriptor === null || answer.candidates.length > 0 || answer.free,
  };
}

export type AnsweredCharge = ReturnType<typeof chargeAnswer>;
