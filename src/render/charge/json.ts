import type { AnsweredCharge } from "../../answers/charge.js";
import type { ChargeCandidate } from "../../charges/charge.js";
import type { MerchantCharge } from "../../directory/types.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import type { Query } from "../envelope/json.js";
import { pick, said, type Words } from "../words.js";

/** Each as elsewhere, with the doubt after the status. */
export function groundsJson(ids: readonly (string | null)[], grounds: Grounds, words: Words) {
  const named = ids.filter((id) => id !== null);
  const members = ["id", "text", "grade", "status", "doubt", "checkedOn", "sources"] as const;
  return groundsOf(named, grounds).map((ground) => said(pick(ground, ...members), words));
}

export const commandOf = {
  refund: (merchant: string) => `dozvon refund ${merchant}`,
  /** Whose customer it is and the day of the charge go along, so that nobody is asked again. */
  checklist: (id: string, { operator, chargedOn }: { operator?: string | undefined; chargedOn?: string | null } = {}) =>
    `dozvon checklist start ${id}${operator ? ` -o ${operator}` : ""}${chargedOn ? ` --charged-on ${chargedOn}` : ""}`,
};

function merchantJson(merchant: MerchantCharge, grounds: Grounds, words: Words) {
  const { id, name, purpose, accounts, descriptors, descriptorsNotEstablished } = merchant;
  return {
    merchant: id,
    ...said({ name, purpose, accounts }, words),
    descriptors: descriptors.map(({ text }) => text),
    descriptorsNotEstablished: descriptorsNotEstablished && words.text(descriptorsNotEstablished),
    explains: groundsJson(merchant.explains, grounds, words),
    cancel: groundsJson(merchant.cancel, grounds, words),
    support: groundsJson(merchant.support, grounds, words),
    refund: { command: commandOf.refund(id), established: merchant.refundEstablished },
  };
}

const checklistJson = (id: string) => ({ id, command: commandOf.checklist(id) });

function likelyJson({ likely }: ChargeCandidate, grounds: Grounds, words: Words) {
  if (!likely) return null;
  const { verdict, from, text, check } = likely;
  const [ground = null] = groundsJson([likely.ground], grounds, words);
  return { verdict, since: from, text: words.say(`charge.${verdict}`), ...said({ why: text, check }, words), ground };
}

/** What was stated, as the query says it. */
export const chargeFacts = ({ answer: { account } }: AnsweredCharge): Query["facts"] =>
  account === null ? {} : { account: { value: account, from: "flag" } };

export function chargeJson({ answer, knownAs, grounds }: AnsweredCharge, words: Words) {
  return {
    ...pick(answer, "descriptor", "account"),
    recognised: answer.paths.length === 0 && answer.candidates.length > 0,
    /** The likeliest first. */
    candidates: answer.candidates.map((one) => ({
      ...merchantJson(one.merchant, grounds, words),
      ...pick(one, "match", "confidence", "matched", "remainder", "otherAccount"),
      recognisedBy: groundsJson([one.ground, one.means], grounds, words),
      /** Where such a charge is not to be expected on a Russian card or account; never that it is false. */
      likely: likelyJson(one, grounds, words),
      checklist: checklistJson(one.checklist),
    })),
    /** What to do about a charge nobody recognises. */
    paths: answer.paths.map((path) => ({
      ...merchantJson(path, grounds, words),
      account: path.generalFor,
      checklist: checklistJson(path.checklist),
    })),
    ...pick(answer, "free"),
    knownAs: knownAs.map((one) => said(pick(one, "id", "party", "label"), words)),
    needs: answer.needs,
  };
}
