/** What a line of a batch may ask, by the field that asks it; facts alone and a `text` ask where to turn. */
import { CARD_FACTS } from "../../answers/contacts.js";
import { FIND_FACTS } from "../../answers/find.js";
import * as library from "../../library/questions.js";
import { shownText } from "../../render/envelope/json.js";
import { FACT_TABLE } from "../../situation/fact-table.js";
import { Problem } from "../../values/problem.js";
import { type Account, PURCHASE_FACTS } from "../../vocabulary/charges.js";
import { EMERGENCY_FACTS, FACTS, type Fact } from "../../vocabulary/situation.js";

export type Members = Readonly<Record<string, unknown>>;

const badField = (field: string): Problem => new Problem("bad-line", "line-bad-field", { field });

/** @throws Problem bad-line where it is there and no text. */
function optionalText(line: Members, field: string): string | undefined {
  const value = line[field] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw badField(field);
}

function textOf(line: Members, field: string): string {
  const text = optionalText(line, field);
  if (text === undefined || text.trim() === "") throw badField(field);
  return text;
}

function switched(line: Members, field: string): boolean {
  const value = line[field] ?? false;
  if (typeof value === "boolean") return value;
  throw new Problem("bad-line", "line-bad-switch", { field });
}

function factText(fact: Fact, value: unknown): string {
  if (typeof value === "string") return value;
  const list = "list" in FACT_TABLE[fact] && Array.isArray(value) && value.every((one) => typeof one === "string");
  if (list) return value.join(",");
  throw badField(fact);
}

/** The library takes a list or its text for the facts that are one. */
const factsIn = (line: Members, facts: readonly Fact[]): NonNullable<library.WithFacts["facts"]> =>
  Object.fromEntries(
    facts.flatMap((fact) => ((line[fact] ?? null) === null ? [] : [[fact, factText(fact, line[fact])]])),
  );

export interface Asked extends library.Answer<unknown> {
  /** What was asked in words, as it may be shown. */
  text?: string | null;
  /** Where it is not that of the question. */
  kind?: string;
  /** Of the topic, where a text says it. */
  confidence?: number | null;
}

interface Question {
  kind: string;
  /** Facts of a situation that may stand beside the field that asks. */
  facts?: readonly Fact[];
  /** What else may, `ref` and `asOf` apart. */
  beside?: readonly string[];
  /** @param how with the facts. @throws Problem bad-line, and as the library. */
  ask(line: Members, directory: library.Dozvon, how: library.WithFacts): Asked | Promise<Asked>;
}

type Asking = Omit<Question, "kind"> & { kind?: string };

/** A ready message to the customer beside the answer, where the line wants one. */
function withReply(line: Members, asked: Asked, directory: library.Dozvon, how: library.WithFacts): Asked {
  const { topic, number: _number, tried: _masked, ...known } = asked.facts;
  if (!switched(line, "reply") || !topic) return asked;
  const stated = Object.entries(known).filter(([, { from }]) => from !== "derived" && from !== "default");
  const facts = Object.fromEntries(stated.map(([fact, { value }]) => [fact, value]));
  // What was tried may be masked in the answer, and no channel is.
  const { rejected } = asked.result as library.RouteResult;
  const tried = rejected.filter(({ reason }) => reason === "already-tried").map(({ id }) => id);
  if (tried.length > 0) facts.tried = tried;
  const { result } = library.reply(directory, String(topic.value), { ...how, facts });
  return { ...asked, result: { ...(asked.result as object), reply: result } };
}

const ROUTE: Question = {
  kind: "route",
  facts: FACTS,
  beside: ["reply"],
  ask: (line, directory, how) => withReply(line, library.route(directory, how.facts ?? {}, how), directory, how),
};

/** By the field that asks, which is the kind of its answer where no other is named. */
const QUESTIONS = {
  text: {
    ...ROUTE,
    kind: "ask",
    ask(line, directory, how) {
      const text = optionalText(line, "text") ?? "";
      const asked = library.ask(directory, text, how);
      if (asked.kind === "charge") return { ...asked, text: asked.result.descriptor };
      if (asked.kind !== "route") return asked;
      return { ...withReply(line, asked, directory, how), kind: "ask", text: shownText(text) };
    },
  },
  charge: {
    beside: ["account"],
    ask(line, directory, how) {
      const account = optionalText(line, "account") as Account | undefined;
      const asked = { descriptor: textOf(line, "charge"), ...(account !== undefined && { account }) };
      const answer = library.charge(directory, asked, how);
      return { ...answer, text: answer.result.descriptor };
    },
  },
  whose: { ask: (line, directory, how) => library.whose(directory, textOf(line, "whose"), how) },
  reply: {
    facts: FACTS.filter((fact) => fact !== "topic"),
    ask: (line, directory, how) => library.reply(directory, textOf(line, "reply"), how),
  },
  find: {
    facts: FIND_FACTS,
    ask(line, directory, how) {
      const text = textOf(line, "find");
      return { ...library.find(directory, text, how), text: shownText(text) };
    },
  },
  contacts: {
    facts: CARD_FACTS,
    beside: ["travel"],
    ask: (line, directory, how) =>
      library.contacts(directory, textOf(line, "contacts"), { ...how, travel: switched(line, "travel") }),
  },
  emergency: {
    facts: EMERGENCY_FACTS,
    ask(line, directory, how) {
      switched(line, "emergency");
      return library.emergency(directory, how);
    },
  },
  refund: {
    beside: PURCHASE_FACTS,
    ask(line, directory, how) {
      // A number may be written as one: hours, minutes, an age, a sum.
      const said = (fact: string) => (typeof line[fact] === "number" ? `${line[fact]}` : optionalText(line, fact));
      const facts = Object.fromEntries(PURCHASE_FACTS.map((fact) => [fact, said(fact)]));
      return library.refund(directory, textOf(line, "refund"), { ...how, facts });
    },
  },
  claim: {
    beside: ["operator", "fields"],
    ask(line, directory, { asOf, lang = "ru" }) {
      const operator = optionalText(line, "operator");
      const fields = line.fields ?? {};
      if (typeof fields !== "object" || Array.isArray(fields))
        throw new Problem("bad-line", "line-bad-fields", { field: "fields" });
      const given = { fields: fields as NonNullable<library.ClaimOptions["fields"]>, ...(operator && { operator }) };
      return library.claim(directory, textOf(line, "claim"), { asOf, lang, ...given });
    },
  },
} satisfies Readonly<Record<string, Asking>>;

export type AskingField = keyof typeof QUESTIONS;

/** What a line asks; where to turn asks whoever gives facts, with `"reply": true` beside them. */
export function questionOf(line: Members): Question {
  const [field, asked] =
    Object.entries<Asking>(QUESTIONS).find(
      ([one]) => (line[one] ?? null) !== null && !(one === "reply" && line.reply === true),
    ) ?? [];
  return field === undefined || !asked ? ROUTE : { kind: field, ...asked };
}

/** @throws Problem bad-line, and as the library. */
export const answerTo = (asked: Question, line: Members, directory: library.Dozvon, how: library.WithFacts) =>
  asked.ask(line, directory, { ...how, facts: factsIn(line, asked.facts ?? []) });

/** @throws Problem bad-line for a field that has no place beside what is asked. */
export function checkFields(line: Members, { kind, facts = [], beside = [] }: Question): void {
  const asking = kind === "route" ? Object.keys(QUESTIONS) : [kind === "ask" ? "text" : kind];
  const allowed = [...new Set(["ref", "asOf", ...asking, ...facts, ...beside])];
  const strange = Object.keys(line).find((field) => !allowed.includes(field));
  if (strange !== undefined) throw new Problem("bad-line", "line-unknown-field", { field: strange }, { allowed });
}
