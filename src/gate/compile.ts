/** Authored records to the shape the engine reads: forms of a value, grade, status, conflicts. Nothing is checked here. */

import type { Channel, ChecklistStep, Party, PartySummary, PartyType, Source } from "../directory/types.js";
import { formatNumber } from "../numbering/format.js";
import type { AuthoredStep } from "../schemas/checklists.js";
import type { AuthoredChannel, AuthoredOperator, AuthoredSource } from "../schemas/parties.js";
import { BUILT_IN, type Grade, type Status, UNCITED } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";

/** What compiling needs of a party, whichever file it stands in. */
export type AuthoredParty = Pick<
  AuthoredOperator,
  "id" | "name" | "channels" | "rules" | "conflicts" | "neverOffered"
> &
  Partial<AuthoredOperator>;

/** A source that speaks of abroad counts as recent for two years before its channel was checked. */
const RECENT_YEARS = 2;

const same = (value: string): Text => ({ ru: value, en: value });

const cite = ({ publisher, url, tier, date }: AuthoredSource): Source => ({ publisher, url, tier, date });

type Forms = Pick<Channel, "display" | "dial" | "e164" | "uri">;

/** A # begins something else in a link (RFC 3966, section 5.1.5). */
const inUri = (code: string): string => code.replaceAll("#", "%23");

/** @param postDial undefined in a record that no schema has filled in yet, where a text names its value. */
function phoneForms(kind: "voice" | "sms", value: string, postDial: string | null | undefined): Forms {
  const scheme = kind === "voice" ? "tel" : "sms";
  if (!value.startsWith("+"))
    return { display: same(value), dial: value, e164: null, uri: `${scheme}:${inUri(value)}` };
  const dial = /^\+780[04]/.test(value) ? `8${value.slice(2)}` : value;
  const shown = formatNumber(value);
  if (!postDial) return { display: same(shown), dial, e164: value, uri: `${scheme}:${value}` };
  const display = { ru: `${shown}, доб. ${postDial}`, en: `${shown} ext. ${postDial}` };
  return { display, dial, e164: value, uri: `${scheme}:${value};ext=${postDial}` };
}

function ussdForms(value: string): Forms {
  const fixed = !value.includes("{number}");
  const display = { ru: value.replace("{number}", "номер"), en: value.replace("{number}", "number") };
  // No link: iPhones do not dial * or # from one.
  return { display, dial: fixed ? value : null, e164: null, uri: null };
}

function formsOf(channel: AuthoredChannel): Forms {
  const { kind, value } = channel;
  if (value === null) return { display: channel.display ?? channel.label, dial: null, e164: null, uri: null };
  if (kind === "voice" || kind === "sms") return phoneForms(kind, value, channel.postDial);
  if (kind === "ussd") return ussdForms(value);
  const display = channel.display ?? same(value);
  const uri = value.startsWith("https://") ? value : kind === "email" ? `mailto:${value}` : null;
  return { display, dial: null, e164: null, uri };
}

/** As a text shows it. */
export const displayOf = (channel: AuthoredChannel): Text => formsOf(channel).display;

function namedAbroad(channel: AuthoredChannel): Channel["namedAbroad"] {
  const sources = channel.sources.filter((source) => source.abroad);
  if (sources.length === 0) return null;
  const since = `${Number(channel.checkedOn.slice(0, 4)) - RECENT_YEARS}${channel.checkedOn.slice(4)}`;
  return sources.some((source) => source.date !== null && source.date >= since.slice(0, source.date.length))
    ? "current"
    : "older";
}

/**
 * The grade that the witnesses of a value earn together (data/README.md, "Sources and grades"). Only those that
 * give this very value count; one publisher is one witness, each uncited entry is one more. Witnesses that cannot be named
 * never reach beyond `reported` among themselves.
 */
export function gradeOf(sources: readonly Pick<AuthoredSource, "publisher" | "tier" | "supports">[]): Grade {
  const witnesses = sources.filter((source) => source.supports === "value");
  const named = witnesses.filter((source) => source.publisher !== UNCITED);
  if (named.some((source) => source.tier === "official" || source.tier === "regulator")) return "official";
  const publishers = new Set(named.map((source) => source.publisher)).size;
  const uncited = witnesses.length - named.length;
  return publishers > 0 && publishers + uncited >= 2 ? "corroborated" : "reported";
}

/** A value that a conflict names and does not choose is disputed, whatever its grade. */
export function statusOf(grade: Grade, passedOver: boolean): Status {
  if (passedOver) return "disputed";
  return grade === "reported" ? "unconfirmed" : "current";
}

type Conflict = AuthoredParty["conflicts"][number];

function compileChannel(authored: AuthoredChannel, party: AuthoredParty): Channel {
  const { value: _value, display: _display, sources, ...channel } = authored;
  const isCandidate = ({ candidates }: Conflict) => candidates.some((one) => one.channel === channel.id);
  const isChosen = ({ chosen }: Conflict) => chosen.includes(channel.id);
  const conflicts = party.conflicts.filter(
    (one) => isCandidate(one) || isChosen(one) || one.about.includes(channel.id),
  );
  const passedOver = conflicts.some((one) => isCandidate(one) && !isChosen(one));
  const grade = gradeOf(sources);
  return {
    ...channel,
    ...formsOf(authored),
    party: party.id,
    namedAbroad: namedAbroad(authored),
    grade,
    status: statusOf(grade, passedOver),
    origin: BUILT_IN,
    sources: sources.map(cite),
    conflicts: conflicts.map(({ id }) => id),
  };
}

/** A record with what its sources are worth together. */
export const graded = <T extends { sources: AuthoredSource[] }>(record: T) => ({
  ...record,
  grade: gradeOf(record.sources),
  sources: record.sources.map(cite),
});

/** A record and what its sources make of it. @param disputed whether others contradict them. */
export function witnessed<T extends { sources: AuthoredSource[] }>(record: T, disputed = false) {
  const { grade, ...rest } = graded(record);
  return { ...rest, grade, status: statusOf(grade, disputed) };
}

/** What a step rests on, for everybody or for one operator's customers. */
export const groundOf = (ground: AuthoredStep["grounds"][number]): ChecklistStep["grounds"][number] =>
  typeof ground === "string" ? { id: ground, operator: null } : ground;

/** As if all of it were the directory's own: what is of an overlay, whoever lays it over says. */
export function compileParty(party: AuthoredParty, type: PartyType): Party {
  return {
    id: party.id,
    type,
    name: party.name,
    channels: party.channels.map((channel) => compileChannel(channel, party)),
    rules: party.rules.map(graded),
    conflicts: party.conflicts.map(({ about: _about, ...conflict }) => conflict),
    neverOffered: party.neverOffered.map((entry) => ({
      ...entry,
      values: entry.values.map((value) => (typeof value === "string" ? same(value) : value)),
      sources: entry.sources.map(cite),
    })),
    legalEntity: party.legalEntity ? graded(party.legalEntity) : null,
  };
}

/** @param seller as PartySummary says. */
export function summarise(party: AuthoredParty, type: PartyType, seller: boolean): PartySummary {
  return {
    id: party.id,
    type,
    name: party.name,
    aliases: party.aliases ?? [],
    services: party.services ?? [],
    topics: [...new Set(party.channels.flatMap((channel) => channel.topics))].sort(),
    seller,
    mobileNumbers: party.mobileNumbers ?? null,
    origin: BUILT_IN,
  };
}
