/** What a person stated for the fields of a letter, each checked and in the form the letter says it. */
import type { ClaimCondition, ClaimField, ClaimLetter, LegalEntity, PartySummary } from "../directory/types.js";
import { formatNumber } from "../numbering/format.js";
import { read } from "../numbering/reading.js";
import { readSpelling } from "../numbering/spelling.js";
import { daysLeft } from "../terms/deadlines.js";
import { amountInEnglish, amountInRussian, parseAmount } from "../values/amount.js";
import { notListed, oneOf } from "../values/choice.js";
import { keyboard } from "../values/keyboard.js";
import { dayText, isAhead, type Moment, parseMoment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { Text } from "../vocabulary/language.js";

export interface Value {
  text: Text;
  /** For conditions: the choice taken, the day or the sum stated, in kopecks. */
  choice?: string;
  date?: string;
  sum?: number;
}

/** By field; a field that is not there is blank. */
export type Values = ReadonlyMap<string, Value>;

/** The operator a letter is about: what its fields are when nothing is said of them. */
export interface Company extends Pick<PartySummary, "services"> {
  legalEntity: LegalEntity | null;
}

/** A name, an address, the number of an order; beyond it something else was pasted. */
const LONGEST_TEXT = 300;
const LONGEST_STORY = 2_000;

const same = (value: string): Text => ({ ru: value, en: value });

/** What is about a person is not repeated, since a problem may be logged. */
function refuse(field: ClaimField, given: string, key: string, hints: readonly string[] = []): Problem {
  const shown = field.personal ? "…" : given.slice(0, 60);
  return new Problem("bad-field", key, { field: field.id, given: shown }, { hints: field.personal ? [] : hints });
}

function textValue(field: ClaimField, given: string): Value {
  const longest = field.kind === "long-text" ? LONGEST_STORY : LONGEST_TEXT;
  if (given.length > longest) throw refuse(field, given, "field-too-long");
  // Sentences of their own end as sentences do.
  return { text: same(field.kind === "long-text" && /[\p{L}\p{N})»"]$/u.test(given) ? `${given}.` : given) };
}

/** What is wrong with a value, of a field: a bad value of a letter is a `bad-field`, whatever kind it is. */
function readIn<T>(field: ClaimField, given: string, read: (given: string) => T): T {
  try {
    return read(given);
  } catch (error) {
    throw error instanceof Problem ? refuse(field, given, `field-${error.key}`, error.hints) : error;
  }
}

export const dated = (date: string): Value => ({ text: dayText(date), date });

function dateValue(field: ClaimField, given: string, now: Moment): Value {
  const moment = readIn(field, given, parseMoment);
  if (field.past && isAhead(moment, now)) throw refuse(field, given, "field-date-to-come");
  return dated(moment.date);
}

/** In roubles, as the statement has it. */
function amountValue(field: ClaimField, given: string): Value {
  const { hundredths, currency } = readIn(field, given, parseAmount);
  if (currency !== null && currency !== "RUB") throw refuse(field, given, "field-other-currency");
  return { text: { ru: amountInRussian(hundredths), en: amountInEnglish(hundredths) }, sum: hundredths };
}

/** A full number, Russian or foreign; a foreign one is written with its +. */
function phoneIn(given: string): string | null {
  const spelling = readSpelling(given);
  if (spelling.form !== "number" || spelling.message !== null) return null;
  const reading = read(spelling);
  const extension = spelling.extension ? `, доб. ${spelling.extension}` : "";
  if (reading.form === "russian") return formatNumber(`+7${reading.national}`) + extension;
  return reading.form === "foreign" && !reading.assumed ? `+${reading.digits}${extension}` : null;
}

const ADDRESS = /^(?=.{1,254}$)[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/u;

/** An e-mail address as it was written; null where it is none. */
export const parseEmail = (given: string): string | null => ADDRESS.exec(given.trim())?.[0] ?? null;

/** The last four digits of a card or account; null for anything else, the whole number above all. */
export const parseLastDigits = (given: string): string | null => /^\d{4}$/.exec(keyboard(given))?.[0] ?? null;

/** @param read null for what is none. @param key what is said of it then. */
const checked =
  (read: (given: string) => string | null, key: string) =>
  (field: ClaimField, given: string): Value => {
    const value = read(given);
    if (value === null) throw refuse(field, given, key);
    return { text: same(value) };
  };

/** A letter, a digit, a sign: what is left of an answer when all that a page cannot show is taken away. */
const VISIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

const taken = ({ letter, label, value: choice }: ClaimField["choices"][number]): Value => ({
  text: letter ?? label,
  choice,
});

function choiceValue(field: ClaimField, given: string, _now: Moment, stated: Values): Value {
  const wanted = given.trim().toLowerCase();
  const found = field.choices.find(({ value, label }) =>
    [value, label.ru.toLowerCase(), label.en.toLowerCase()].includes(wanted),
  );
  if (found && applies(found, stated)) return taken(found);
  const allowed = choicesOf(field, stated).map(({ value }) => value);
  const beside = found?.when.map((one) => `${one.field}=${stated.get(one.field)?.choice}`).join(", ") ?? "";
  const key = found ? "field-other-choice" : "field-not-choice";
  throw notListed(given, allowed, {
    code: "bad-field",
    key,
    values: { field: field.id, given: given.slice(0, 60), beside },
  });
}

type Reader = (field: ClaimField, given: string, now: Moment, stated: Values) => Value;
/** What is typed for a field of a kind, without control characters. @throws Problem bad-field. */
const READERS: Readonly<Record<ClaimField["kind"], Reader>> = {
  text: textValue,
  "long-text": textValue,
  date: dateValue,
  amount: amountValue,
  phone: checked(phoneIn, "field-not-phone"),
  email: checked(parseEmail, "field-not-email"),
  // Only the end of a card or account number: nobody should write down the whole.
  "last-digits": checked(parseLastDigits, "field-not-last-digits"),
  choice: choiceValue,
};

/** What a field is when nothing is said of it. */
function presetOf({ preset, choices }: ClaimField, now: Moment, company: Company | null): Value | null {
  const chosen = (value: string | null) => choices.filter((one) => one.value === value).map(taken)[0] ?? null;
  const entity = company?.legalEntity;
  switch (preset) {
    case "today":
      return dated(now.date);
    case "operator-name":
      return entity ? { text: entity.name } : null;
    case "operator-address":
      return entity?.claimAddress ? { text: entity.claimAddress } : null;
    // A company without mobile service has fixed lines alone; one that nobody named may have none, where that is a choice.
    case "operator-service":
      if (!company && choices.some(({ value }) => value === "none")) return null;
      return chosen(company && !company.services.includes("mobile") ? "fixed" : "mobile");
    default:
      return chosen(preset);
  }
}

/** @throws Problem bad-field with the nearest. */
export function fieldNamed({ id, fields }: ClaimLetter, name: string): ClaimField {
  const allowed = fields.map((field) => field.id);
  const unknown = { code: "bad-field", key: "unknown-field", values: { field: name.slice(0, 60), claim: id } } as const;
  const wanted = oneOf(name, allowed, unknown);
  return fields.find((field) => field.id === wanted) as ClaimField;
}

/** What happened cannot precede what it followed from; a day that nobody stated gives way. A part is less than the whole. @throws Problem bad-field. */
function putInOrder({ fields }: ClaimLetter, values: Map<string, Value>, given: ReadonlyMap<string, string>): void {
  const wrong = (key: string, field: string, earlier: string) => {
    const [said = "", than = ""] = [field, earlier].map((id) => values.get(id)?.date ?? given.get(id));
    return new Problem("bad-field", key, { field, given: said, earlier, than });
  };
  for (const field of fields) {
    const { id, notBefore, partOf } = field;
    const value = values.get(id);
    for (const earlier of notBefore) {
      const than = values.get(earlier)?.date;
      if (!value?.date || !than || value.date >= than) continue;
      if (given.has(earlier)) throw wrong("field-before", id, earlier);
      values.set(earlier, value);
    }
    const whole = partOf && applies(partOf, values) && applies(field, values) && values.get(partOf.field)?.sum;
    if (whole && value?.sum && value.sum >= whole) throw wrong("field-no-part", id, partOf.field);
  }
}

/** Everything stated, with presets where nothing was; a blank stays one. @throws Problem bad-field. */
export function valuesOf(
  claim: ClaimLetter,
  given: ReadonlyMap<string, string>,
  now: Moment,
  company: Company | null,
): Values {
  const values = new Map<string, Value>();
  for (const field of claim.fields) {
    const text = given.get(field.id)?.trim();
    const stated = text !== undefined && VISIBLE.test(text) ? READERS[field.kind](field, text, now, values) : null;
    // A choice has no blank where one is usual.
    const preset = text === undefined || field.kind === "choice" ? presetOf(field, now, company) : null;
    const value = stated ?? preset;
    if (value) values.set(field.id, value);
  }
  putInOrder(claim, values, given);
  return values;
}

/** The same values with what is about a person replaced by the name of its field. */
export function withoutPersonal({ fields }: ClaimLetter, values: Values): Values {
  const shown = new Map(values);
  for (const { id, personal, label } of fields) {
    const value = values.get(id);
    if (personal && value) shown.set(id, { ...value, text: { ru: `[${label.ru}]`, en: `[${label.en}]` } });
  }
  return shown;
}

/** How far a sum, in roubles, or a date, in days, is past a bound: one named, or so many days after that of another field; null while it is not known. */
function past(bound: number | string | { field: string; days: number }, { date, sum }: Value, values: Values) {
  if (typeof bound === "number") return sum === undefined ? null : sum / 100 - bound;
  const [start, days] = typeof bound === "string" ? [bound, 0] : [values.get(bound.field)?.date, bound.days];
  return date && start ? daysLeft(date, start) - days : null;
}

function holds(condition: ClaimCondition, values: Values): boolean {
  const value = values.get(condition.field);
  const { filled, from, before } = condition;
  if (filled !== undefined && filled !== (value !== undefined)) return false;
  if (!value) return filled === false;
  return (
    (condition.in === undefined || (value.choice !== undefined && condition.in.includes(value.choice))) &&
    (from === undefined || (past(from, value, values) ?? -1) >= 0) &&
    (before === undefined || (past(before, value, values) ?? 0) < 0)
  );
}

/** Whether a line, a field or a date belongs to this situation. */
export const applies = ({ when }: { when: readonly ClaimCondition[] }, values: Values): boolean =>
  when.every((condition) => holds(condition, values) !== condition.not);

/** A field that this situation has no use for does not count, whatever was stated for it. */
export function relevant(fields: readonly ClaimField[], values: Values): Values {
  const kept = new Map(values);
  // A field may depend on one before it that has just gone.
  for (const field of fields) if (!applies(field, kept)) kept.delete(field.id);
  return kept;
}

/** The choices that there are beside what was stated before. */
export const choicesOf = ({ choices }: ClaimField, stated: Values) => choices.filter((one) => applies(one, stated));

/** The fields this situation has a use for. */
export function relevantFields({ fields }: ClaimLetter, stated: Values): ClaimField[] {
  const values = relevant(fields, stated);
  return fields.filter((field) => applies(field, values));
}
