/**
 * The shape of data/operators, escalation.json, emergency.json and costs.json: who can be reached and how. What one record cannot see (ties,
 * unknown references) is for the gate's rules.
 */
import * as z from "zod";
import { CHANNEL_KINDS, COST_CLASSES, LOGINS, NUMBER_TYPES, RULE_ROLES, SCOPES } from "../vocabulary/channels.js";
import { WITHDRAWN_STATUSES } from "../vocabulary/numbers.js";
import { LINES, PLACES, SERVICES } from "../vocabulary/situation.js";
import {
  channelId,
  clean,
  day,
  forWhom,
  head,
  like,
  message,
  orNone,
  orNull,
  orShort,
  patterns,
  slug,
  some,
  source,
  text,
} from "./shared.js";

const lines = () => some(z.enum(LINES));
const places = () => some(z.enum(PLACES));

export const cost = z.strictObject({
  when: z
    .strictObject({ from: lines().optional(), roaming: places().optional() })
    .optional()
    .describe("Where this cost applies; the first entry that fits is used, so the last should have no `when`."),
  class: z.enum(COST_CLASSES),
  text,
  onCredit: z.literal(true).optional().describe("Charged later: it works without money on the balance."),
});

const costList = z
  .array(cost, message("нужен список или имя из costs.json", "is neither a list nor a name of costs.json"))
  .min(1);
export const costs = z.strictObject({
  ...head,
  costs: z.record(slug, costList).describe("What channels name by `cost`."),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const clock = like(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, message("нужно время ЧЧ:ММ", "is not HH:MM"));
const days = some(z.enum(["mo", "tu", "we", "th", "fr", "sa", "su"]));
const schedule = z.union([z.literal("always"), z.array(z.strictObject({ days, from: clock, to: clock }))]);
const timeZone = z.string().refine(isTimeZone, message("такого часового пояса нет", "is not a time zone"));
export const hours = z.strictObject({
  text,
  schedule: schedule.nullable().describe("null where the sources do not settle it."),
  timeZone: timeZone.default("Europe/Moscow"),
});

export const channel = z.strictObject({
  id: channelId,
  kind: z.enum(CHANNEL_KINDS),
  numberType: orNull(z.enum(NUMBER_TYPES)).describe(
    "For voice and SMS with a value; e164 without one for a full number that the caller has in print.",
  ),
  value: clean
    .nullable()
    .describe(
      "E.164 for full numbers, the digits of a short code, the USSD code with {number} where a phone number goes in, an https link, an address. null where there is no fixed value: then `display` says what to use.",
    ),
  postDial: orNull(like(/^\d{1,15}$/, message("нужны только цифры", "is not digits only"))).describe(
    "An extension: what to key in once a full number has answered.",
  ),
  display: orNull(text).describe("Only where the value cannot be shown as it is."),
  label: text,
  subscriber: z
    .enum(["personal", "corporate", "any", "unknown"])
    .describe("Whom it serves. unknown: proven for personal, unproven for corporate."),
  service: z.enum([...SERVICES, "any"]).default("any"),
  from: z.union([z.literal("any"), lines()]).describe("The lines its sources name."),
  roaming: z.union([z.literal("any"), places()]).describe("The places its sources name."),
  countries: orNone(like(/^[A-Z]{2}$/)).describe("Emergency numbers abroad only."),
  topics: z.array(slug).describe("Topics it is declared for."),
  general: z.boolean().default(false).describe("Also serves any other topic."),
  scope: z
    .union([z.enum(SCOPES), z.record(slug, z.enum(SCOPES))])
    .default("whole")
    .describe("How much of its topics it serves, for all of them or topic by topic: a part or one region never leads."),
  part: orNull(slug).describe("The part of one of its topics that it is for: who asks about that has it first."),
  first: z.boolean().default(false).describe("For an overlay: pinned before all others that are as proven."),
  cost: orShort(slug, costList.describe("What it costs, or a name of costs.json.")),
  hours: orNull(hours),
  message: orNull(clean).describe("What to write in the SMS, where the wording is fixed."),
  steps: orNone(text),
  login: orNull(z.enum(LOGINS)).describe(
    "sms-code: the login code comes by SMS to the own number; unknown: there is a login, no source says how.",
  ),
  note: orNull(text).describe("One line of honest doubt or advice about this channel."),
  preference: z.int().min(0).max(999).default(100).describe("Lower first, after everything else is equal."),
  checkedOn: day.describe("When its sources were read."),
  sources: some(source),
});

export const rule = z.strictObject({
  id: slug,
  role: z.enum(RULE_ROLES),
  topics: z.union([z.literal("all"), some(slug)]),
  part: orNull(slug).describe("Said only to who asks about this part of one of its topics."),
  when: forWhom,
  text,
  checkedOn: day,
  sources: some(source),
});

export const conflict = z.strictObject({
  id: slug,
  question: text,
  candidates: z
    .array(z.strictObject({ text, channel: orNull(channelId) }))
    .min(2)
    .describe("Plain text: never something to dial. `channel` where it is a channel of this file."),
  chosen: z.array(channelId).describe("Candidates' channels not chosen become disputed."),
  about: orNone(channelId).describe("Further channels that name this conflict."),
  resolution: text,
  why: text,
  checkedOn: day,
});

export const neverOffered = z.strictObject({
  id: slug,
  status: z.enum(WITHDRAWN_STATUSES),
  values: some(z.union([clean, text])).describe(
    "As people find them on the web, in both languages where words are part of it. Plain text, never dialled.",
  ),
  claim: text.describe("What it is said to be."),
  why: text,
  topics: orNone(slug).describe("What it may be named for, as nobody confirms it, to who has no other way."),
  instead: channelId.nullable(),
  sources: some(source),
});

const NAMES =
  "Beside the name and aliases, which are known as they stand: `word`, `begin*`, `one|other`, words in a row.";
export const names = patterns.default([]).describe(NAMES);

/** No operator comes near this; the gate walks every situation of every channel. */
const MOST_CHANNELS = 500;

export const partyFields = {
  ...head,
  id: slug,
  name: text,
  channels: z.array(channel).max(MOST_CHANNELS),
  rules: orNone(rule),
  conflicts: orNone(conflict),
  neverOffered: orNone(neverOffered),
};

export const operator = z.strictObject({
  ...partyFields,
  aliases: z.array(clean).describe("Names people use, any case: known to every command, in a sentence too."),
  sentences: z
    .strictObject({
      names,
      loose: patterns.default([]).describe("May mean something else: for a sentence that names no operator otherwise."),
      misspelt: patterns.default([]).describe("Spellings from which one letter may be wrong."),
      except: patterns.default([]).describe("Aliases that mean something else in a sentence."),
    })
    .prefault({})
    .describe("How `ask` finds the operator in a sentence."),
  services: some(z.enum(SERVICES)),
  mobileNumbers: orNull(z.int().positive()).describe(
    "Mobile numbers that the state's register gives it: how large it is beside others.",
  ),
  network: z.strictObject({
    type: z.enum(["mno", "mvno", "fixed", "unknown"]),
    host: slug.nullable().describe("Whose network a virtual operator uses."),
    sources: z.array(source),
  }),
  legalEntity: z
    .strictObject({
      name: text,
      inn: like(/^\d{10}$/).nullable(),
      ogrn: like(/^\d{13}$/).nullable(),
      claimAddress: text.nullable(),
      checkedOn: day,
      sources: some(source),
    })
    .nullable(),
});

export const body = z.strictObject({ ...partyFields, purpose: text });
export const escalation = z.strictObject({ ...head, bodies: some(body) });
export const emergency = z.strictObject(partyFields);
/** An overlay may hold whole new operators, or additions to a known one. */
const { name: _name, ...patched } = partyFields;
export const operatorPatch = z.strictObject({
  ...patched,
  channels: partyFields.channels.default([]),
  retire: orNone(channelId),
});

const withId = { id: true } as const;
/** The same as it is written: a record whose id is known says only what it changes. */
export const operatorPatchForm = operatorPatch.extend({
  channels: z.array(channel.partial().required(withId)).optional(),
  rules: z.array(rule.partial().required(withId)).optional(),
  conflicts: z.array(conflict.partial().required(withId)).optional(),
  neverOffered: z.array(neverOffered.partial().required(withId)).optional(),
});

export type AuthoredSource = z.infer<typeof source>;
export type AuthoredChannel = z.infer<typeof channel>;
export type AuthoredRule = z.infer<typeof rule>;
export type AuthoredConflict = z.infer<typeof conflict>;
export type AuthoredNeverOffered = z.infer<typeof neverOffered>;
export type AuthoredOperator = z.infer<typeof operator>;
export type AuthoredOperatorPatch = z.infer<typeof operatorPatch>;
export type AuthoredLegalEntity = NonNullable<AuthoredOperator["legalEntity"]>;
