import type { AnsweredNumbers } from "../../answers/whose.js";
import type { Assignment, Register } from "../../directory/numbering-types.js";
import type { Channel } from "../../directory/types.js";
import { numberProblem } from "../../numbering/spelling.js";
import type { Use } from "../../numbering/uses.js";
import { type Answered, isFault } from "../../numbering/whose.js";
import type { Problem } from "../../values/problem.js";
import { conflictJson, sourceJson } from "../channel/json.js";
import { problemText } from "../envelope/json.js";
import type { Words } from "../words.js";
import { answerText, shownInput } from "./plain.js";

function holderJson({ holder }: Assignment, words: Words) {
  const { inn, name, brand, confidence, operator, note } = holder;
  return {
    inn,
    name,
    brand: brand && words.text(brand),
    brandConfidence: confidence,
    operator,
    note: note && words.text(note),
  };
}

/** Something to use in its place, by id: what may be dialled is for `route` to say. */
const insteadJson = ({ id, display }: Channel, words: Words) => ({ id, display: words.text(display) });

function useJson(use: Use, words: Words) {
  const { owner, claim, status, grade, kind, channel, why, instead, conflicts, checkedOn, sources, exact } = use;
  return {
    party: owner.party,
    operator: owner.operator ? owner.party : null,
    name: words.text(owner.name),
    claim: words.text(claim),
    status,
    grade,
    exact,
    kind,
    channel: channel?.id ?? null,
    numberType: channel?.numberType ?? null,
    why: why && words.text(why),
    instead: instead.map((one) => insteadJson(one, words)),
    conflicts: conflicts.map((conflict) => conflictJson(conflict, words)),
    checkedOn,
    sources: sources.map(sourceJson),
  };
}

/** A number, or what is none among others that are. */
function numberJson(input: string, answer: Answered | null, problem: Problem | null, words: Words) {
  const said = problem && problemText(problem, words);
  return {
    input: shownInput(input),
    kind: answer?.kind ?? null,
    display: answer && shownInput(answer.display),
    e164: answer?.e164 ?? null,
    extension: answer?.extension ?? null,
    country: answer?.country ?? null,
    assigned: answer?.assigned ?? null,
    holder: answer?.assignment ? holderJson(answer.assignment, words) : null,
    regions: (answer?.regions ?? []).map(({ id, name, timeZones }) => ({ id, name: words.text(name), timeZones })),
    verdict: answer?.verdict ?? null,
    text: answer ? answerText(answer, words) : (said?.detail ?? ""),
    uses: (answer?.uses ?? []).map((use) => useJson(use, words)),
    problem: problem && { code: problem.code, ...said, ...listsOf(problem) },
  };
}

const listsOf = ({ missing, allowed, hints }: Problem) => ({ missing, allowed, hints });

const registerJson = ({ asOf, publisher, url, notice }: Register, words: Words) => ({
  asOf,
  publisher,
  url,
  notice: words.text(notice),
});

export const whoseJson = ({ asked, register }: Pick<AnsweredNumbers, "asked" | "register">, words: Words) => ({
  numbers: asked.map(({ input, answer }) =>
    isFault(answer) ? numberJson(input, null, numberProblem(answer), words) : numberJson(input, answer, null, words),
  ),
  register: registerJson(register, words),
});
