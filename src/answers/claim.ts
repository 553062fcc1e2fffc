/** A claim letter: what it says of what was stated, whom it goes to, and what follows from sending it. */
import { type Addressees, type Claim, checkSkipped, compose } from "../claims/compose.js";
import type { Basis } from "../claims/dates.js";
import { valuesOf, withoutPersonal } from "../claims/values.js";
import type { ClaimLetter } from "../directory/claim-types.js";
import type { Directory } from "../directory/types.js";
import { route } from "../routing/route.js";
import type { RoutedChannel } from "../routing/routing.js";
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

export interface AnsweredClaim {
  claim: Claim;
  /** The same with the names of fields in place of what is about the person. */
  impersonal: Claim;
  /** Channels of the operator that take a letter. */
  takers: readonly RoutedChannel[];
  basis: Basis;
  /** What is left blank. */
  notices: readonly Notice[];
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

const asksOperator = ({ recipients, fields }: ClaimLetter): boolean =>
  recipients.some((one) => one.type === "operator") || fields.some((field) => field.preset === "operator-name");

/** The letter is a consumer's, so the channels are those for a personal contract. */
function takersOf({ template, operator }: ClaimQuestion, claim: Claim, { directory, moment }: Desk): RoutedChannel[] {
  if (!operator || template.topic === null || claim.addressee.type !== "operator") return [];
  const { topic } = template;
  const facts = {
    operator: { value: operator.id, from: operator.from },
    topic: { value: topic, from: "derived" as const },
    subscriber: { value: "personal", from: "derived" as const },
  };
  const seen = new Set<string>();
  return route(directory, facts, moment).channels.filter(({ channel }) => {
    const declared = channel.topics.includes(topic) && template.kinds.includes(channel.kind);
    const fresh = declared && !seen.has(channel.id);
    seen.add(channel.id);
    return fresh;
  });
}

function addresseesOf({ template, operator }: ClaimQuestion, { directory }: Desk): Addressees {
  const party = operator && asksOperator(template) ? directory.party(operator.id) : null;
  const bodies = directory.parties.filter((one) => one.type === "body").map((one) => one.id);
  return {
    operator: party?.legalEntity ?? null,
    body(id) {
      if (!bodies.includes(id)) return null;
      const { name, channels } = directory.party(id);
      return { name, address: channels.find((channel) => channel.kind === "post")?.display ?? null };
    },
  };
}

function blanksOf({ missing }: Claim): Notice[] {
  const fields = missing.map((field) => field.id).join(", ");
  return missing.length > 0 ? [{ code: "fields-missing", values: { fields } }] : [];
}

/** @throws Problem bad-field; unknown-demand for one to leave out that the letter has not. */
export function claimAnswer(question: ClaimQuestion, desk: Desk): AnsweredClaim {
  const { template, given, skipped } = question;
  const { open, moment } = desk;
  checkSkipped(template, skipped);
  const basis = { grounds: open.grounds(), calendar: open.calendar(), today: moment.date };
  const addressees = addresseesOf(question, desk);
  const values = valuesOf(template, given, moment.date, addressees.operator);
  const claim = compose(template, values, skipped, addressees, basis);
  const impersonal = compose(template, withoutPersonal(template, values), skipped, addressees, basis);
  return { claim, impersonal, takers: takersOf(question, claim, desk), basis, notices: blanksOf(claim) };
}
