/** The norms that letters, checklists and refund answers rest on, with every place: what a lawyer reads through. */
import type { Checklist, ClaimLetter, RefundRule } from "../directory/types.js";
import type { Desk } from "./desk.js";

/** A place that rests on a norm: a line of a letter, a step of a checklist, a rule of a seller or a way beside it. */
export interface Use {
  kind: "claim" | "checklist" | "refund";
  id: string;
  part: string;
}

/** Areas of grounds that speak of law; the others tell of shops and operators. */
const LEGAL: readonly string[] = ["law", "bank", "letter"];

type Named = readonly [grounds: readonly string[], use: Use];

function inLetter(claim: ClaimLetter): Named[] {
  const { id, paragraphs, law, demands, closing, attachments, before, send, next, limits } = claim;
  const lines = [paragraphs, law, demands, closing, attachments, before, send, next, limits].flat();
  const dates = claim.dates.map(({ id, ground, afterwards }) => {
    return { id, grounds: [ground, ...afterwards.flatMap((next) => next.grounds)] };
  });
  return [...lines, ...dates].map((line) => [line.grounds, { kind: "claim", id, part: line.id }]);
}

const inChecklist = ({ id, steps }: Checklist): Named[] =>
  steps.map(({ id: part, grounds }) => [grounds.map((one) => one.id), { kind: "checklist", id, part }]);

const inRules = (id: string, rules: readonly Pick<RefundRule, "id" | "ground" | "also">[]): Named[] =>
  rules.map(({ id: part, ground, also }) => [[ground, ...also], { kind: "refund", id, part }]);

export function normsOf({ directory, open }: Pick<Desk, "directory" | "open">) {
  const named: Named[] = [
    ...open.claims().flatMap(({ id }) => inLetter(open.claim(id))),
    ...directory.checklists.flatMap(({ id }) => inChecklist(open.checklist(id))),
    ...open.merchants().flatMap(({ id }) => inRules(id, open.refundRules(id).rules)),
    ...open.refundRoutes().flatMap((route) => inRules(route.route, [route])),
  ];
  const grounds = [...open.grounds().values()];
  return LEGAL.flatMap((area) => grounds.filter((ground) => ground.area === area)).map((ground) => ({
    ground,
    usedIn: named.flatMap(([ids, use]) => (ids.includes(ground.id) ? [use] : [])),
  }));
}

export type Norm = ReturnType<typeof normsOf>[number];
