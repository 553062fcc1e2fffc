import type { AnsweredCharge } from "../../answers/charge.js";
import type { ChargeCandidate } from "../../charges/charge.js";
import type { Ground, MerchantCharge } from "../../directory/types.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import { sourceJson } from "../channel/json.js";
import type { Query } from "../envelope/json.js";
import type { Words } from "../words.js";

export function groundJson(ground: Ground, words: Words) {
  return {
    id: ground.id,
    text: words.text(ground.text),
    grade: ground.grade,
    status: ground.status,
    doubt: ground.doubt && words.text(ground.doubt),
    checkedOn: ground.checkedOn,
    sources: ground.sources.map(sourceJson),
  };
}

export const groundsJson = (ids: readonly string[], grounds: Grounds, words: Words) =>
  groundsOf(ids, grounds).map((ground) => groundJson(ground, words));

export const commandOf = {
  refund: (merchant: string) => `dozvon refund ${merchant}`,
  checklist: (id: string) => `dozvon checklist start ${id}`,
};

function merchantJson(merchant: MerchantCharge, grounds: Grounds, words: Words) {
  const { descriptorsNotEstablished, id } = merchant;
  return {
    merchant: id,
    name: words.text(merchant.name),
    purpose: words.text(merchant.purpose),
    accounts: merchant.accounts,
    descriptors: merchant.descriptors.map(({ text }) => text),
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
  const ground = likely.ground === null ? undefined : grounds.get(likely.ground);
  return {
    verdict: likely.verdict,
    since: likely.from,
    text: words.say(`charge.${likely.verdict}`),
    why: likely.text ? words.text(likely.text) : null,
    check: likely.check.map(words.text),
    ground: ground ? groundJson(ground, words) : null,
  };
}

/** What was stated, as the query says it. */
export const chargeFacts = ({ answer: { account } }: AnsweredCharge): Query["facts"] =>
  account === null ? {} : { account: { value: account, from: "flag" } };

export function chargeJson({ answer, knownAs, grounds }: AnsweredCharge, words: Words) {
  return {
    descriptor: answer.descriptor,
    account: answer.account,
    recognised: answer.paths.length === 0 && answer.candidates.length > 0,
    candidates: answer.candidates.map((one) => ({
      ...merchantJson(one.merchant, grounds, words),
      match: one.match,
      confidence: one.confidence,
      matched: one.matched,
      remainder: one.remainder,
      otherAccount: one.otherAccount,
      recognisedBy: groundsJson(
        [one.ground, one.means].flatMap((id) => id ?? []),
        grounds,
        words,
      ),
      likely: likelyJson(one, grounds, words),
      checklist: checklistJson(one.checklist),
    })),
    paths: answer.paths.map((path) => ({
      ...merchantJson(path, grounds, words),
      account: path.generalFor,
      checklist: checklistJson(path.checklist),
    })),
    free: answer.free,
    knownAs: knownAs.map(({ id, party, label }) => ({ id, party: words.text(party), label: words.text(label) })),
    needs: answer.needs,
  };
}
