/** Whose number or code it is: the one question of this room. */

import type { Assignment, NumberingPlan, RangeTable, Region } from "../directory/numbering-types.js";
import type { Directory } from "../directory/types.js";
import type { Text } from "../vocabulary/language.js";
import type { NumberFault, NumberKind, NumberVerdict } from "../vocabulary/numbers.js";
import type { ForeignIdentity } from "./foreign.js";
import { formatNumber } from "./format.js";
import { codeKeys, keyOf, phraseKey, rawKey } from "./key.js";
import { isAbkhazian, mobileInText } from "./mobile.js";
import { assignmentAt, FIRST_MOBILE } from "./ranges.js";
import { read } from "./reading.js";
import { type Fault, faulty, LONGEST, readSpelling, type SpelledNumber } from "./spelling.js";
import { plannedUses, type Use, usesOf, verdictOf } from "./uses.js";

/** What an answer says as long as nothing is known. All of its members: V8 is slow to add one to a copy, fast to change it. */
const NOTHING = {
  kind: "short" as NumberKind,
  /** As a person reads it. */
  display: "",
  e164: null as string | null,
  extension: null as string | null,
  /** Mobile numbers only: who the range was given to; null where nobody holds it. */
  assignment: null as Assignment | null,
  assigned: null as boolean | null,
  /** ISO 3166-1 alpha-2; null where several countries may have the number. */
  country: null as string | null,
  shared: null as ForeignIdentity["shared"],
  regions: [] as readonly Region[],
  /** What a service code such as +7 800, or a first digit, means for the caller. */
  service: null as Text | null,
  /** null for an ordinary number of which nothing is known: most numbers are somebody's own. */
  verdict: null as NumberVerdict | null,
  uses: [] as readonly Use[],
};

export type Answered = typeof NOTHING;

export type ForeignReader = (digits: string) => ForeignIdentity | null;

export interface Asker {
  table: RangeTable;
  plan: NumberingPlan;
  directory: Directory;
  /** What numbers of other countries are read with; null until somebody has loaded it. */
  foreign: ForeignReader | null;
}

/** Asked again once the asker has its `foreign`. */
export const NEEDS_FOREIGN = "needs-foreign";

export const isFault = (answer: Answered | Fault): answer is Fault => "form" in answer;

type Part = Partial<Answered> & Pick<Answered, "kind" | "display">;

/** Kinds that only an operator, a bank or a state body hands out: one nobody knows is not to be dialled. */
const HANDED_OUT: readonly NumberKind[] = ["short", "ussd", "toll-free", "premium"];

function withUses(part: Part, uses: readonly Use[]): Answered {
  const verdict = verdictOf(uses) ?? (HANDED_OUT.includes(part.kind) ? "unknown" : null);
  return { ...NOTHING, ...part, uses, verdict };
}

/** Of the first of these keys that the directory knows. */
function directoryUses(keys: readonly string[], { directory }: Asker): Use[] {
  const found = keys.map((key) => directory.values()[key]).find((uses) => uses !== undefined);
  return usesOf(found ?? [], directory);
}

/** What the range alone says of a mobile number, the same for all its numbers. */
export const mobileAnswer = (display: string, e164: string, assignment: Assignment | null): Answered => ({
  ...NOTHING,
  kind: "mobile",
  display,
  e164,
  assignment,
  assigned: assignment !== null,
  country: "RU",
  regions: assignment?.regions ?? [],
});

function mobile(offset: number, asker: Asker): Answered {
  const e164 = `+7${FIRST_MOBILE + offset}`;
  const answer = mobileAnswer(formatNumber(e164), e164, assignmentAt(asker.table, offset));
  return withUses(answer, directoryUses([e164], asker));
}

function russian(national: string, asker: Asker): Answered {
  if (national.startsWith("9")) return mobile(Number(national) - FIRST_MOBILE, asker);
  const { plan, table } = asker;
  const code = national.slice(0, 3);
  const e164 = `+7${national}`;
  const service = plan.services.find(({ codes }) => codes.includes(`+7${code}`));
  const areas = plan.areaCodes[code];
  const part: Part = {
    kind: service?.kind ?? (areas ? "landline" : "unallocated"),
    display: formatNumber(e164),
    e164,
    country: "RU",
    regions: table.regions.filter(({ id }) => areas?.includes(id)),
    service: service?.text ?? null,
  };
  return withUses(part, directoryUses([e164], asker));
}

/** Abkhazia's codes in the zone +7: any number of theirs is one, and no plan of another country is looked through. */
const ABKHAZIAN = /^7([89]40)(\d{3})(\d\d)(\d\d)$/;

/** @returns `otherwise` where no country has such a number. */
function foreign<T>(digits: string, otherwise: T, asker: Asker): Answered | T | typeof NEEDS_FOREIGN {
  const identity = ABKHAZIAN.test(digits)
    ? { e164: `+${digits}`, display: digits.replace(ABKHAZIAN, "+7 $1 $2 $3 $4"), country: null, shared: null }
    : asker.foreign?.(digits);
  if (identity === undefined) return NEEDS_FOREIGN;
  return identity ? foreignAnswer(identity, asker) : otherwise;
}

export function foreignAnswer(identity: ForeignIdentity, asker: Asker): Answered {
  const { e164 } = identity;
  const service = asker.plan.services.find(({ codes }) => codes.some((code) => e164.startsWith(code)));
  const named = service ? { service: service.text, country: null } : {};
  return withUses({ kind: "foreign", ...identity, ...named }, directoryUses([e164], asker));
}

/** Something the directory holds as a phrase or as broken digits; null where it does not. */
function asWritten(text: string, kind: NumberKind, key: string, asker: Asker): Answered | null {
  const uses = directoryUses([key], asker);
  return uses.length === 0 ? null : withUses({ kind, display: text.trim() }, uses);
}

/** The numbering plan keeps numbers that begin with 1 for emergency, reference and local special services. */
const SPECIAL = /^1\d{2,4}$/;

function short(digits: string, asker: Asker): Answered {
  const { plan } = asker;
  const uses = [...plannedUses(digits, plan), ...directoryUses([digits], asker)];
  const service = uses.length === 0 && SPECIAL.test(digits) ? plan.specialServices.text : null;
  return withUses({ kind: "short", display: digits, service }, uses);
}

const WELL_FORMED = /^[*#]{1,2}[\d*{}a-z]+#$/;

/** The signs a code has lost on its way, put back where that makes a code the directory offers. */
function repaired(code: string, asker: Asker): string[] {
  const digits = code.replace(/^[*#]+|[*#]+$/g, "");
  const candidates = [`*${digits}#`, `#${digits}#`].filter((one) => one !== code);
  return candidates.filter((one) => verdictOf(directoryUses([one], asker)) === "known");
}

function ussd(code: string, asker: Asker): Answered | Fault {
  const uses = [...plannedUses(code, asker.plan), ...directoryUses(codeKeys(code), asker)];
  if (uses.length === 0 && !WELL_FORMED.test(code)) return faulty("bad-code", ...repaired(code, asker));
  return withUses({ kind: "ussd", display: code.replaceAll(/[{}]/g, "") }, uses);
}

/** Numbers of the directory that these digits are, but for one digit lost. */
function withOneMore(digits: string, asker: Asker): string[] {
  const lost = (full: string) =>
    full.length === digits.length + 1 && [...full].some((_, at) => full.slice(0, at) + full.slice(at + 1) === digits);
  return Object.keys(asker.directory.values())
    .filter((key) => key.startsWith("+7") && verdictOf(directoryUses([key], asker)) === "known")
    .filter((key) => lost(`8${key.slice(2)}`) || lost(key.slice(1)) || lost(key.slice(2)))
    .map(formatNumber);
}

/** What was meant, as far as it is a number or code at all. */
function readable(meant: readonly string[]): string[] {
  return meant.flatMap((text) => {
    const spelling = readSpelling(text);
    if (spelling.form === "fault") return [];
    const key = keyOf(spelling, text);
    return key === rawKey(text) ? [] : [formatNumber(key)];
  });
}

const LOST_DIGIT: readonly NumberFault[] = ["missing-digit", "too-short"];

function explained({ fault, meant }: Fault, text: string, asker: Asker): Fault {
  const digits = text.replace(/\D/g, "");
  const lost = LOST_DIGIT.includes(fault) && digits.length > 7 ? withOneMore(digits, asker) : [];
  return { form: "fault", fault, meant: [...new Set([...readable(meant), ...lost])].slice(0, 3) };
}

function spelled(number: SpelledNumber, text: string, asker: Asker): Answered | Fault | typeof NEEDS_FOREIGN {
  const known =
    (number.message !== null ? asWritten(text, "instruction", phraseKey(text), asker) : null) ??
    (number.digits.length === 10 && !number.plus ? asWritten(text, "malformed", rawKey(number.digits), asker) : null);
  if (known) return known;
  const reading = read(number);
  if (reading.form === "foreign") return foreign(reading.digits, reading.otherwise, asker);
  if (reading.form === "fault") return asWritten(text, "malformed", rawKey(text), asker) ?? reading;
  const { extension } = number;
  if (reading.form === "short") return { ...short(reading.digits, asker), extension };
  const answer = { ...russian(reading.national, asker), extension };
  // Belgium's +32 written without the plus has ten digits, as Russian numbers have.
  return answer.kind === "unallocated" && !number.plus ? foreign(number.digits, answer, asker) : answer;
}

function answer(text: string, asker: Asker): Answered | Fault | typeof NEEDS_FOREIGN {
  const spelling = readSpelling(text);
  if (spelling.form === "code") return ussd(spelling.code, asker);
  if (spelling.form === "number") return spelled(spelling, text, asker);
  const known = asWritten(text, "instruction", phraseKey(text), asker);
  return known ?? asWritten(text, "malformed", rawKey(text), asker) ?? spelling;
}

/** @param text one number or code in any spelling. */
export function whose(text: string, asker: Asker): Answered | Fault | typeof NEEDS_FOREIGN {
  if (text.length > LONGEST) return faulty("too-long");
  const offset = mobileInText(text);
  if (offset >= 0 && !isAbkhazian(offset)) return mobile(offset, asker);
  const answered = answer(text, asker);
  return answered !== NEEDS_FOREIGN && isFault(answered) ? explained(answered, text, asker) : answered;
}
