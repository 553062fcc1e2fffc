import type { AnsweredNumbers } from "../../answers/whose.js";
import type { Assignment } from "../../directory/numbering-types.js";
import { type Fault, numberProblem } from "../../numbering/spelling.js";
import type { Use } from "../../numbering/uses.js";
import { type Answered, isFault } from "../../numbering/whose.js";
import { problemJson } from "../envelope/json.js";
import { pick, said, type Words } from "../words.js";
import { answerText, shownInput } from "./plain.js";

function holderJson({ holder }: Assignment, words: Words) {
  const { inn, name, brand, confidence, operator, note } = holder;
  return said({ inn, name, brand, brandConfidence: confidence, operator, note }, words);
}

function useJson(use: Use, words: Words) {
  const { owner, channel, instead } = use;
  const record = {
    ...pick(owner, "party"),
    operator: owner.operator ? owner.party : null,
    name: owner.name,
    ...pick(use, "claim", "status", "grade", "exact", "kind"),
    channel: channel?.id ?? null,
    numberType: channel?.numberType ?? null,
    why: use.why,
    // Something to use in its place, by id: what may be dialled is for `route` to say.
    instead: instead.map((one) => pick(one, "id", "display")),
    ...pick(use, "conflicts", "checkedOn", "origin", "sources"),
  };
  return said(record, words);
}

/** A number, or what is none among others that are. */
function numberJson(input: string, found: Answered | Fault, words: Words) {
  const answer = isFault(found) ? null : found;
  const told = isFault(found) ? problemJson(numberProblem(found), words) : null;
  return {
    input: shownInput(input),
    /** null for what is no number; `problem` says why. */
    kind: answer?.kind ?? null,
    display: answer && shownInput(answer.display),
    e164: answer?.e164 ?? null,
    extension: answer?.extension ?? null,
    country: answer?.country ?? null,
    /** Mobile numbers: whether the register assigns their range to anyone. */
    assigned: answer?.assigned ?? null,
    /** Whom the range is assigned to; a number may have moved to another operator. */
    holder: answer?.assignment ? holderJson(answer.assignment, words) : null,
    regions: (answer?.regions ?? []).map((region) => said(pick(region, "id", "name", "timeZones"), words)),
    /** null for an ordinary number of which nothing more is known. */
    verdict: answer?.verdict ?? null,
    text: answer ? answerText(answer, words) : (told?.detail ?? ""),
    uses: (answer?.uses ?? []).map((use) => useJson(use, words)),
    problem: told,
  };
}

export const whoseJson = ({ asked, register }: Pick<AnsweredNumbers, "asked" | "register">, words: Words) => ({
  numbers: asked.map(({ input, answer }) => numberJson(input, answer, words)),
  register: said(pick(register, "asOf", "publisher", "url", "notice"), words),
});
