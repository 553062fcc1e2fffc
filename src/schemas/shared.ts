/** What the shapes of several files are made of. */
import * as z from "zod";
import { CHANNEL_KINDS } from "../vocabulary/channels.js";
import { TIERS } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import { LINES, PLACES, SERVICES, SUBSCRIBERS } from "../vocabulary/situation.js";

/** Both languages in one message. */
const SEPARATOR = " | ";
export const message = (ru: string, en: string): string => ru + SEPARATOR + en;

/** The same taken apart; null for what zod itself says. */
export function ownMessage(text: string): Text | null {
  const [ru = "", en] = text.split(SEPARATOR);
  return en === undefined ? null : { ru, en };
}

/** What may be written instead of a whole record or list, where authors need not write it out: `spelled-out.ts` does. */
const shortForms = new WeakMap<z.core.$ZodType, z.ZodType>();
export const shortFormOf = (whole: z.core.$ZodType): z.ZodType | undefined => shortForms.get(whole);

export function orShort<T extends z.ZodType>(form: z.ZodType, whole: T): T {
  shortForms.set(whole, form);
  return whole;
}

/** How every file may begin: where an editor finds its schema. */
export const head = { $schema: z.string().optional() };

/** May be left out. */
export const orNull = <T extends z.ZodType>(shape: T) => shape.nullable().default(null);
export const orNone = <T extends z.ZodType>(shape: T) => z.array(shape).default([]);

/** At least one. */
export const some = <T extends z.ZodType>(shape: T) => z.array(shape).min(1);
/** @param wrong what is said of a text of another form. */
export const like = (form: RegExp, wrong?: string) => z.string().regex(form, wrong);

/** Text for people: trimmed, no control characters, nothing invisible that hides or reorders letters. */
const CLEAN = /^(?!\s)(?!.*\s$)(?:[\u200c\u200d]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])+$/u;
const UNCLEAN = message(
  "управляющие или невидимые знаки либо пробелы по краям",
  "has control or invisible characters, or spaces at its ends",
);
export const clean = z.string().min(1).max(600).regex(CLEAN, UNCLEAN);
export const text = z.strictObject({ ru: clean, en: clean }).describe("The same text in Russian and in English.");

const NOT_A_SLUG = message("нужны строчные слова через дефис", "is not lower-case words joined by hyphens");
export const slug = like(/^[a-z0-9]+(-[a-z0-9]+)*$/, NOT_A_SLUG).max(60);
const NOT_AN_ID = message("нужно <кто>.<вид>.<слово>", "is not <party>.<kind>.<slug>");
export const channelId = like(/^[a-z0-9-]+\.[a-z]+\.[a-z0-9-]+$/, NOT_AN_ID).max(120);
const NOT_A_DATE = message("нужна дата ГГГГ, ГГГГ-ММ или ГГГГ-ММ-ДД", "is not YYYY, YYYY-MM or YYYY-MM-DD");
const partialDate = like(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, NOT_A_DATE).refine(
  (date) => date.length < 10 || z.iso.date().safeParse(date).success,
  NOT_A_DATE,
);
export const day = z.iso.date();
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

export const forWhom = z
  .strictObject({
    roaming: some(z.enum(PLACES)).optional(),
    from: some(z.enum(LINES)).optional(),
    subscriber: z.enum(SUBSCRIBERS).optional(),
    service: z.enum(SERVICES).optional(),
    kind: z.enum(CHANNEL_KINDS).optional().describe("Only where a channel of this kind is offered."),
  })
  .default({})
  .describe("For whom it is said; what is left out holds for all.");

/** What `understanding/phrase.ts` reads: a text is made lower case and ё becomes е before it is held against them. */
const NOT_LOWER = message("образцы — строчными, ё как е", "patterns are lower case, ё as е");
export const pattern = like(/^[^A-ZА-ЯЁё\p{C}]+$/u, NOT_LOWER);
export const patterns = z.array(pattern.max(140)).max(200);
