/** A claim letter from what was stated: who to, which paragraphs, law lines and demands, what is missing, what follows. */
import type { ClaimLetter, ClaimLine, ClaimRecipient } from "../directory/types.js";
import type { Basis } from "../terms/deadlines.js";
import { notListed } from "../values/choice.js";
import type { Language, Text } from "../vocabulary/language.js";
import { followingDates } from "./dates.js";
import { applies, relevant, type Values } from "./values.js";

/** Where something is to be written in by hand. */
export const BLANK = "________";
const BLANK_TEXT: Text = { ru: BLANK, en: BLANK };

export interface Line {
  id: string;
  text: Text;
  grounds: readonly string[];
}

/** A body by its id: the gate has seen to it that the directory knows whom a letter may choose. */
export type BodyNamed = (id: string) => { name: Text; address: Text | null };

type Fill = (text: Text) => Text;

const isQuoted = (text: string): boolean => /^(?:«[^«»]*»|"[^"]*"|“[^“”]*”|„[^„“”]*[“”])$/.test(text);

/** Words put where the letter has marks of its own: no quotes within quotes, no second full stop. */
function fitted(text: string, before: string, after: string): string {
  const quoted = /[«"“„]$/.test(before);
  const ended = /^[»"”“]?\./.test(after) && text.endsWith(".") ? text.slice(0, -1) : text;
  const bare = quoted && isQuoted(ended) ? ended.slice(1, -1) : ended;
  return before.endsWith("«") ? bare.replaceAll("«", "„").replaceAll("»", "“") : bare;
}

/** @param blank gathers the fields that were named and not filled in. */
function filler(values: Values, blank: Set<string>): Fill {
  const fill = (template: string, language: Language): string =>
    template.replace(/\{([a-z-]+)\}/g, (field, id: string, at: number) => {
      const value = values.get(id);
      // How a choice is said may name another field: on paper to {address}. What a person typed is never a template.
      if (value?.choice) return fill(value.text[language], language);
      if (!value) {
        blank.add(id);
        return BLANK;
      }
      return fitted(value.text[language], template.slice(0, at), template.slice(at + field.length));
    });
  return (text) => ({ ru: fill(text.ru, "ru"), en: fill(text.en, "en") });
}

/** `find`: where to find the address, when it is not known. */
function addresseeOf({ recipients }: ClaimLetter, values: Values, body: BodyNamed) {
  // The gate has seen to it that a letter goes to somebody.
  const recipient = (recipients.find((one) => applies(one, values)) ?? recipients.at(-1)) as ClaimRecipient;
  const { type, find } = recipient;
  const named = values.get(recipient.name);
  const found = type === "body" && named?.choice ? body(named.choice) : null;
  const name = found?.name ?? named?.text;
  const address = found ? found.address : values.get(recipient.address ?? "")?.text;
  return { type, find, name: name ?? null, address: address ?? null };
}

/** An address that is not needed leaves no blank: a form or a branch takes the letter as well. */
function addressedTo({ name, address }: ReturnType<typeof addresseeOf>, { recipients, fields }: ClaimLetter): Text[] {
  const needed = fields.some(({ id, required }) => required && recipients.some((one) => one.address === id));
  return [name ?? BLANK_TEXT, ...(address ? [address] : needed ? [BLANK_TEXT] : [])];
}

/** @throws Problem bad-field for a demand that is not there or cannot be left out. */
export function checkSkipped({ demands }: ClaimLetter, skipped: readonly string[]): void {
  const allowed = demands.filter((one) => one.optional).map(({ id }) => id);
  const wrong = skipped.find((id) => !allowed.includes(id));
  if (wrong === undefined) return;
  const kept = demands.some(({ id }) => id === wrong);
  throw notListed(wrong, allowed, { code: "bad-field", key: kept ? "demand-not-optional" : "unknown-demand" });
}

/**
 * @param stated checked values, presets included.
 * @param skipped ids of optional demands to leave out, checked before.
 */
export function compose(claim: ClaimLetter, stated: Values, skipped: readonly string[], body: BodyNamed, basis: Basis) {
  const values = relevant(claim.fields, stated);
  const blank = new Set<string>();
  const fill = filler(values, blank);
  const { dates, known } = followingDates(claim, values, basis);
  const lines = (all: readonly ClaimLine[]): Line[] =>
    all.filter((one) => applies(one, known)).map(({ id, text, grounds }) => ({ id, text: fill(text), grounds }));
  const addressee = addresseeOf(claim, values, body);
  const demands = claim.demands
    .filter((one) => applies(one, known))
    .map(({ id, text, grounds, optional }) => {
      return { id, text: fill(text), grounds, optional, included: !(optional && skipped.includes(id)) };
    });
  /** Filled in; in Russian it is the letter, in English what the letter says. */
  const letter = {
    labels: claim.labels,
    to: addressedTo(addressee, claim),
    from: lines(claim.sender).map((line) => line.text),
    heading: claim.heading,
    subject: fill(claim.subject),
    paragraphs: lines(claim.paragraphs),
    law: lines(claim.law),
    demand: claim.demand,
    demands: demands.filter((one) => one.included),
    closing: lines(claim.closing),
    attachments: lines(claim.attachments),
    date: values.get("date")?.text ?? BLANK_TEXT,
    // Who signs under a power of attorney signs with a name of their own.
    signed: (values.get("representative") ?? values.get("name"))?.text ?? BLANK_TEXT,
  };
  return {
    id: claim.id,
    title: claim.title,
    addressee,
    letter,
    /** Every demand there could be, left out or not. */
    demands,
    /** Fields to be filled in by hand; where the letter names one that may be left out, it is wanted all the same. */
    missing: claim.fields.filter(
      (field) => !values.has(field.id) && applies(field, values) && (field.required || blank.has(field.id)),
    ),
    /** Days nobody stated that may never have come; the law that is cited turns on them. */
    ifAny: claim.fields.filter(
      (field) =>
        field.kind === "date" && field.asked && !field.required && !values.has(field.id) && applies(field, values),
    ),
    before: lines(claim.before),
    send: lines(claim.send),
    dates,
    /** false: the terms run from the date of the letter, as nobody said when it was taken. */
    received: values.has("received-on"),
    next: lines(claim.next),
    limits: lines(claim.limits),
  };
}

export type Claim = ReturnType<typeof compose>;
export type Letter = Claim["letter"];
