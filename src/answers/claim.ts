/** A claim letter: what it says of what was stated, whom it goes to, and what follows from sending it. */
import { type BodyNamed, type Claim, checkSkipped, compose } from "../claims/compose.js";
import { type Company, relevant, valuesOf, withoutPersonal } from "../claims/values.js";
import type { ClaimField, ClaimLetter, Directory } from "../directory/types.js";
import { type RoutedChannel, route } from "../routing/route.js";
import type { Notice } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { oneOf } from "../values/choice.js";
import type { FactOrigin } from "../vocabulary/situation.js";
import type { Desk } from "./desk.js";

export interface OperatorGiven {
  id: string;
  from: FactOrigin;
}

/** Everything a letter is made of, personal values in memory only. */
export interface ClaimQuestion {
  template: ClaimLetter;
  operator: OperatorGiven | null;
  /** Values of fields as typed, by the ids of the fields. */
  given: ReadonlyMap<string, string>;
  /** Ids of demands to leave out. */
  skipped: readonly string[];
}

/** @throws Problem unknown-claim with the nearest. */
export function claimNamed(id: string, { open }: Pick<Desk, "open">): ClaimLetter {
  const allowed = open.claims().map((one) => one.id);
  return open.claim(oneOf(id, allowed, { code: "unknown-claim", values: { given: id.slice(0, 60) } }));
}

/** @throws Problem unknown-operator. */
export const operatorOf = (given: string, from: FactOrigin, directory: Directory): OperatorGiven => ({
  id: findOperator(given, directory).id,
  from,
});

/** What a letter takes from the operator it is about. */
export const companyOf = (operator: OperatorGiven | null, { parties, party }: Directory): Company | null =>
  operator && {
    legalEntity: party(operator.id).legalEntity,
    services: parties.find(({ id }) => id === operator.id)?.services ?? [],
  };

/** The letter is a consumer's, so the channels are those for a personal contract. */
function takersOf({ template, operator }: ClaimQuestion, claim: Claim, { directory, moment }: Desk): RoutedChannel[] {
  if (!operator || template.topic === null || claim.addressee.type !== "operator") return [];
  const { topic } = template;
  const facts = {
    operator: { value: operator.id, from: operator.from },
    topic: { value: topic, from: "derived" as const },
    subscriber: { value: "personal", from: "derived" as const },
  };
  const { channels } = route(directory, facts, moment);
  return channels.filter(({ channel: { id, topics, kind } }, at) => {
    const first = channels.findIndex(({ channel }) => channel.id === id);
    return first === at && topics.includes(topic) && template.kinds.includes(kind);
  });
}

const noticeOf = (code: Notice["code"], fields: readonly ClaimField[]): Notice[] =>
  fields.length > 0 ? [{ code, values: { fields: fields.map(({ id }) => id).join(", ") } }] : [];

/** @throws Problem bad-field, also for a demand to leave out that the letter has not. */
export function claimAnswer(question: ClaimQuestion, desk: Desk) {
  const { template, given, skipped, operator } = question;
  const { open, moment, directory } = desk;
  checkSkipped(template, skipped);
  const basis = { grounds: open.grounds(), calendar: open.calendar(), today: moment.date };
  const values = valuesOf(template, given, moment, companyOf(operator, directory));
  const bodyNamed: BodyNamed = (id) => {
    const { name, channels } = directory.party(id);
    return { name, address: channels.find(({ kind }) => kind === "post")?.display ?? null };
  };
  const composed = (of: typeof values) => compose(template, of, skipped, bodyNamed, basis);
  const claim = composed(values);
  const used = relevant(template.fields, values);
  const unused = template.fields.filter(({ id }) => given.has(id) && values.has(id) && !used.has(id));
  return {
    claim,
    /** The same with the names of fields in place of what is about the person. */
    impersonal: composed(withoutPersonal(template, values)),
    /** Channels of the operator that take a letter. */
    takers: takersOf(question, claim, desk),
    basis,
    /** What is left blank, and what was stated and belongs to another situation. */
    notices: [...noticeOf("fields-missing", claim.missing), ...noticeOf("fields-unused", unused)],
  };
}

export type AnsweredClaim = ReturnType<typeof claimAnswer>;
