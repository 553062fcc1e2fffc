/** The shape of the authored files in data/numbering. */
import * as z from "zod";
import { BRAND_CONFIDENCES } from "../vocabulary/numbers.js";
import { day, head, slug, source, text } from "./shared.js";

const witnessed = { checkedOn: day, sources: z.array(source).min(1) };

export const holders = z.strictObject({
  ...head,
  holders: z
    .array(
      z.strictObject({
        inn: z.string().regex(/^\d{10}$/),
        name: z
          .string()
          .min(1)
          .describe("Legal name; the register's spellings differ, so companies are told apart by INN."),
        brand: text.nullable().describe("The name people know; null where none is known."),
        confidence: z
          .enum(BRAND_CONFIDENCES)
          .nullable()
          .describe("corroborated: a second public source; by-name: its own name says so; unconfirmed: likely."),
        note: text.nullable(),
      }),
    )
    .min(1),
});

export const regions = z.strictObject({
  ...head,
  timeZones: z.strictObject(witnessed).describe("Where the regions' time zones are from."),
  regions: z
    .array(
      z.strictObject({
        id: slug,
        name: text.describe("The Russian name is the register's own, without «Город»."),
        timeZones: z.array(z.string().regex(/^\w+\/[\w-]+$/)).describe("IANA names; none where no source names one."),
      }),
    )
    .min(1),
});

const remark = { text, ...witnessed };

export const plan = z.strictObject({
  ...head,
  areaCodes: z.strictObject({ codes: z.record(z.string().regex(/^[348]\d\d$/), z.array(slug).min(1)), ...witnessed }),
  services: z.array(
    z.strictObject({
      codes: z
        .array(z.string().regex(/^\+\d{2,4}$/))
        .min(1)
        .describe("How full numbers begin."),
      kind: z.enum(["toll-free", "premium", "personal", "foreign"]),
      ...remark,
    }),
  ),
  shortNumbers: z
    .array(
      z.strictObject({
        value: z.string().regex(/^\d{2,7}$/),
        bank: z.literal(true).optional().describe("Its owner is a bank: a charge named so is an operation there."),
        owner: text,
        claim: text,
        ...witnessed,
      }),
    )
    .describe("Short numbers of those who are no party of the directory."),
  phoneCodes: z
    .array(z.strictObject({ pattern: z.string(), claim: text, ...remark }))
    .describe("Codes that every phone understands by itself; `pattern` is a regular expression over the whole code."),
  specialServices: z.strictObject(remark).describe("What short numbers that begin with 1 are for."),
  portability: z.strictObject({ url: z.url(), ...remark }),
  callerId: z.strictObject(remark),
});

/** Written by the regenerate command beside the ranges. */
export const register = z.strictObject({
  /** YYYY-MM, about when the register was extracted. */
  asOf: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  publisher: z.string().min(1),
  url: z.url(),
  notice: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().positive(),
  numbers: z.int().positive(),
});

export type AuthoredHolders = z.infer<typeof holders>["holders"];
export type AuthoredRegions = z.infer<typeof regions>["regions"];
export type AuthoredPlan = z.infer<typeof plan>;
export type AuthoredRegister = z.infer<typeof register>;
