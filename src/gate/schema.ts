/**
 * The shape of the authored files in data/, and the single definition behind the editors' JSON Schema
 * files. What one record cannot see (ties, unknown references) is in rules/.
 */
import * as z from "zod";
import { CHANNEL_KINDS, COST_CLASSES, LOGINS, NUMBER_TYPES, RULE_ROLES, SCOPES } from "../vocabulary/channels.js";
import { TIERS } from "../vocabulary/evidence.js";
import type { Language } from "../vocabulary/language.js";
import { WITHDRAWN_STATUSES } from "../vocabulary/numbers.js";
import { LINES, MENUS, NAMED_LINES, OWN_LINE, PLACES, SERVICES, SUBSCRIBERS } from "../vocabulary/situation.js";

/** Both languages in one message; the gate takes them apart. */
const SEPARATOR = " | ";
export const message = (ru: string, en: string): string => ru + SEPARATOR + en;

/** Our own messages by language; those of zod itself come in the language they were asked for. */
export function messageIn(text: string, language: Language): string {
  const [ru = text, en = ru] = text.split(SEPARATOR);
  return language === "ru" ? ru : en;
}

/** What may be written instead of a whole record or list, where authors need not write it out: `spelled-out.ts` does. */
const shortForms = new WeakMap<z.core.$ZodType, z.ZodType>();
export const shortFormOf = (whole: z.core.$ZodType): z.ZodType | undefined => shortForms.get(whole);

export function orShort<T extends z.ZodType>(form: z.ZodType, whole: T): T {
  shortForms.set(whole, form);
  return whole;
}

/** Text for people: trimmed, no control characters, nothing invisible that hides or reorders letters. */
const CLEAN = /^(?!\s)(?!.*\s$)(?:[\u200c\u200d]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])+$/u;
const clean = z
  .string()
  .min(1)
  .max(600)
  .regex(
    CLEAN,
    message(
      "управляющие или невидимые знаки либо пробелы по краям",
      "has control or invisible characters, or spaces at its ends",
    ),
  );
export const text = z.strictObject({ ru: clean, en: clean }).describe("The same text in Russian and in English.");

const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    message("нужны строчные слова через дефис", "is not lower-case words joined by hyphens"),
  )
  .max(60);
export const channelId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z]+\.[a-z0-9-]+$/, message("нужно <кто>.<вид>.<слово>", "is not <party>.<kind>.<slug>"))
  .max(120);
const NOT_A_DATE = message("нужна дата ГГГГ, ГГГГ-ММ или ГГГГ-ММ-ДД", "is not YYYY, YYYY-MM or YYYY-MM-DD");
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, NOT_A_DATE)
  .refine((date) => date.length < 10 || z.iso.date().safeParse(date).success, NOT_A_DATE);
const day = z.iso.date();
/** As it is written, since it is shown as it is written: none of what a terminal, a page or a reader would take for something else. */
const PLAIN_ADDRESS = /^https?:\/\/[^\s@"<>\\^`{|}\p{C}]+$/u;
const httpUrl = z
  .url({ protocol: /^https?$/, hostname: z.regexes.hostname })
  .regex(PLAIN_ADDRESS)
  .max(500);

export const source = orShort(
  z.literal("uncited"),
  z
    .strictObject({
      publisher: clean.describe('Who says it; "uncited" for a witness that cannot be named.'),
      url: httpUrl.nullable(),
      tier: z.enum(TIERS),
      date: partialDate.nullable().describe("When the source was published, as far as it says."),
      supports: z
        .enum(["value", "service", "ownership"])
        .default("value")
        .describe(
          "value: this very value; service: that such a service exists; ownership: who holds the number range.",
        ),
      abroad: z.literal(true).optional().describe("The source says that this very value works abroad."),
    })
    .describe("One witness. Only `value` witnesses count towards the grade."),
);

export const cost = z.strictObject({
  when: z
    .strictObject({
      from: z.array(z.enum(LINES)).min(1).optional(),
      roaming: z.array(z.enum(PLACES)).min(1).optional(),
    })
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
  $schema: z.string().optional(),
  costs: z.record(slug, costList).describe("What channels name by `cost`."),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, message("нужно время ЧЧ:ММ", "is not HH:MM"));
export const hours = z.strictObject({
  text,
  schedule: z
    .union([
      z.literal("always"),
      z.array(
        z.strictObject({
          days: z.array(z.enum(["mo", "tu", "we", "th", "fr", "sa", "su"])).min(1),
          from: clock,
          to: clock,
        }),
      ),
    ])
    .nullable()
    .describe("null where the sources do not settle it."),
  timeZone: z
    .string()
    .refine(isTimeZone, message("такого часового пояса нет", "is not a time zone"))
    .default("Europe/Moscow"),
});

export const channel = z.strictObject({
  id: channelId,
  kind: z.enum(CHANNEL_KINDS),
  numberType: z
    .enum(NUMBER_TYPES)
    .optional()
    .describe("For voice and SMS with a value; e164 without one for a full number that the caller has in print."),
  value: clean
    .nullable()
    .describe(
      "E.164 for full numbers, the digits of a short code, the USSD code with {number} where a phone number goes in, an https link, an address. null where there is no fixed value: then `display` says what to use.",
    ),
  display: text.optional().describe("Only where the value cannot be shown as it is."),
  label: text,
  subscriber: z
    .enum(["personal", "corporate", "any", "unknown"])
    .describe("Whom it serves. unknown: proven for personal, unproven for corporate."),
  service: z.enum([...SERVICES, "any"]).default("any"),
  from: z.union([z.literal("any"), z.array(z.enum(LINES)).min(1)]).describe("The lines its sources name."),
  roaming: z.union([z.literal("any"), z.array(z.enum(PLACES)).min(1)]).describe("The places its sources name."),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional()
    .describe("Emergency numbers abroad only."),
  topics: z.array(slug).describe("Topics it is declared for."),
  general: z.boolean().default(false).describe("Also serves any other topic."),
  scope: z
    .union([z.enum(SCOPES), z.record(slug, z.enum(SCOPES))])
    .default("whole")
    .describe("How much of its topics it serves, for all of them or topic by topic: a part or one region never leads."),
  first: z.boolean().default(false).describe("For an overlay: pinned before all others that are as proven."),
  cost: orShort(slug, costList.describe("What it costs, or a name of costs.json.")),
  hours: hours.nullable().default(null),
  message: clean.nullable().default(null).describe("What to write in the SMS, where the wording is fixed."),
  steps: z.array(text).default([]),
  login: z
    .enum(LOGINS)
    .optional()
    .describe(
      "sms-code: the login code comes by SMS to the own number; unknown: there is a login, no source says how.",
    ),
  note: text.optional().describe("One line of honest doubt or advice about this channel."),
  preference: z.int().min(0).max(999).default(100).describe("Lower first, after everything else is equal."),
  checkedOn: day.describe("When its sources were read."),
  sources: z.array(source).min(1),
});

const forWhom = z
  .strictObject({
    roaming: z.array(z.enum(PLACES)).min(1).optional(),
    from: z.array(z.enum(LINES)).min(1).optional(),
    subscriber: z.enum(SUBSCRIBERS).optional(),
    kind: z.enum(CHANNEL_KINDS).optional().describe("Only where a channel of this kind is offered."),
  })
  .default({})
  .describe("For whom it is said; what is left out holds for all.");

export const rule = z.strictObject({
  id: slug,
  role: z.enum(RULE_ROLES),
  topics: z.union([z.literal("all"), z.array(slug).min(1)]),
  when: forWhom,
  text,
  checkedOn: day,
  sources: z.array(source).min(1),
});

export const conflict = z.strictObject({
  id: slug,
  question: text,
  candidates: z
    .array(z.strictObject({ text, channel: channelId.optional() }))
    .min(2)
    .describe("Plain text: never something to dial. `channel` where it is a channel of this file."),
  chosen: z.array(channelId).describe("Candidates' channels not chosen become disputed."),
  about: z.array(channelId).default([]).describe("Further channels that name this conflict."),
  resolution: text,
  why: text,
  checkedOn: day,
});

export const neverOffered = z.strictObject({
  id: slug,
  status: z.enum(WITHDRAWN_STATUSES),
  values: z
    .array(z.union([clean, text]))
    .min(1)
    .describe(
      "As people find them on the web, in both languages where words are part of it. Plain text, never dialled.",
    ),
  claim: text.describe("What it is said to be."),
  why: text,
  topics: z
    .array(slug)
    .default([])
    .describe("What it may be named for, as nobody confirms it, to who has no other way."),
  instead: channelId.nullable(),
  sources: z.array(source).min(1),
});

/** What `understanding/phrase.ts` reads: a text is made lower case and ё becomes е before it is held against them. */
const patterns = z
  .array(
    z
      .string()
      .regex(/^[^A-ZА-ЯЁё\p{C}]+$/u, message("образцы — строчными, ё как е", "patterns are lower case, ё as е"))
      .max(60),
  )
  .max(200)
  .default([]);
export const names = patterns.describe(
  "Beside the name and aliases, which are known as they stand: `word`, `begin*`, `one|other`, words in a row.",
);

/** No operator comes near this; the gate walks every situation of every channel. */
const MOST_CHANNELS = 500;
const MOST_TOPICS = 100;

export const partyFields = {
  $schema: z.string().optional(),
  id: slug,
  name: text,
  channels: z.array(channel).max(MOST_CHANNELS),
  rules: z.array(rule).default([]),
  conflicts: z.array(conflict).default([]),
  neverOffered: z.array(neverOffered).default([]),
};

export const operator = z.strictObject({
  ...partyFields,
  aliases: z.array(clean).describe("Names people use, any case: known to every command, in a sentence too."),
  sentences: z
    .strictObject({
      names,
      loose: patterns.describe("May mean something else: for a sentence that names no operator otherwise."),
      misspelt: patterns.describe("Spellings from which one letter may be wrong."),
      except: patterns.describe("Aliases that mean something else in a sentence."),
    })
    .prefault({})
    .describe("How `ask` finds the operator in a sentence."),
  services: z.array(z.enum(SERVICES)).min(1),
  mobileNumbers: z
    .int()
    .positive()
    .optional()
    .describe("Mobile numbers that the state's register gives it: how large it is beside others."),
  network: z.strictObject({
    type: z.enum(["mno", "mvno", "fixed", "unknown"]),
    host: slug.nullable().describe("Whose network a virtual operator uses."),
    sources: z.array(source),
  }),
  legalEntity: z
    .strictObject({
      name: text,
      inn: z
        .string()
        .regex(/^\d{10}$/)
        .nullable(),
      ogrn: z
        .string()
        .regex(/^\d{13}$/)
        .nullable(),
      claimAddress: text.nullable(),
      checkedOn: day,
      sources: z.array(source).min(1),
    })
    .nullable(),
});

export const body = z.strictObject({ ...partyFields, purpose: text });
export const escalation = z.strictObject({ $schema: z.string().optional(), bodies: z.array(body).min(1) });
export const emergency = z.strictObject(partyFields);

const usualValues = z
  .strictObject({
    service: z.enum(SERVICES).optional(),
    subscriber: z.enum(SUBSCRIBERS).optional(),
    roaming: z.enum(PLACES).optional(),
    from: z.enum(NAMED_LINES).optional(),
  })
  .describe("Facts by the values they are usually taken for.");
export const usual = z.strictObject({
  $schema: z.string().optional(),
  facts: usualValues.required(),
  service: z.partialRecord(z.enum(SERVICES), usualValues).describe("What else is usual for a service."),
  ownLine: z.partialRecord(z.enum(OWN_LINE), usualValues).describe("And for a topic whose own line is so."),
});

const topicText = z.strictObject({
  text,
  sources: z.array(source).optional(),
  unless: z.enum(RULE_ROLES).optional().describe("Left out where the operator's own rule of this role says it."),
  when: forWhom,
});
const order = z
  .array(z.enum(CHANNEL_KINDS), message("нужен список или имя из orders", "is neither a list nor a name of `orders`"))
  .min(1)
  .refine((kinds) => new Set(kinds).size === kinds.length, message("каждый вид один раз", "should name a kind once"));
export const topic = z.strictObject({
  id: slug,
  label: text,
  explanation: text,
  reply: text.optional().describe("How a reply to a customer begins; without it the label says what it is about."),
  operatorNeeded: z.boolean(),
  asks: z.boolean().default(true).describe("false where minutes count: nothing that is left out is asked."),
  service: z.enum(SERVICES).nullable().describe("The service this topic is always about."),
  kinds: orShort(slug, order.describe("The most suitable first, those left out last; or a name of `orders`.")),
  ownLine: z.enum(OWN_LINE),
  menu: z.enum(MENUS).default("other").describe("Where it stands in the terminal's first menu."),
  prepare: z.array(slug),
  limits: z.array(slug),
  usual: usualValues.default({}).describe("The usual case of this topic, where it has its own."),
});
export const topics = z.strictObject({
  $schema: z.string().optional(),
  orders: z.record(slug, order).default({}).describe("Orders of kinds that topics share."),
  topics: z.array(topic).min(1).max(MOST_TOPICS),
  prepare: z.record(slug, topicText),
  limits: z.record(slug, topicText),
});

export const retired = z.strictObject({
  $schema: z.string().optional(),
  ids: z.array(z.strictObject({ id: z.string(), instead: z.string().nullable(), since: day, why: text })),
});

/** An overlay may hold whole new operators, or additions to a known one. */
export const operatorPatch = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  channels: z.array(channel).max(MOST_CHANNELS).default([]),
  rules: z.array(rule).default([]),
  conflicts: z.array(conflict).default([]),
  neverOffered: z.array(neverOffered).default([]),
  retire: z.array(channelId).default([]),
});

export type AuthoredSource = z.infer<typeof source>;
export type AuthoredChannel = z.infer<typeof channel>;
export type AuthoredRule = z.infer<typeof rule>;
export type AuthoredConflict = z.infer<typeof conflict>;
export type AuthoredNeverOffered = z.infer<typeof neverOffered>;
export type AuthoredOperator = z.infer<typeof operator>;
export type AuthoredOperatorPatch = z.infer<typeof operatorPatch>;
export type AuthoredLegalEntity = NonNullable<AuthoredOperator["legalEntity"]>;
export type AuthoredUsual = z.infer<typeof usual>;
export type AuthoredCosts = z.infer<typeof costs>["costs"];
export type AuthoredTopics = z.infer<typeof topics>;
export type AuthoredRetired = z.infer<typeof retired>;
