/** The shape of the authored files in data/numbering. */
import * as z from "zod";
import { BRAND_CONFIDENCES } from "../vocabulary/numbers.js";
import { day, head, like, slug, some, source, text } from "./shared.js";

const witnessed = { checkedOn: day, sources: some(source) };

const LEGAL_NAME = "Legal name; the register's spellings differ, so companies are told apart by INN.";
const CONFIDENCE = "corroborated: a second public source; by-name: its own name says so; unconfirmed: likely.";
const holder = z.strictObject({
  inn: like(/^\d{10}$/),
  name: z.string().min(1).describe(LEGAL_NAME),
  brand: text.nullable().describe("The name people know; null where none is known."),
  confidence: z.enum(BRAND_CONFIDENCES).nullable().describe(CONFIDENCE),
  note: text.nullable(),
});
export const holders = z.strictObject({ ...head, holders: some(holder) });

const region = z.strictObject({
  id: slug,
  name: text.describe("The Russian name is the register's own, without «Город»."),
  timeZones: z.array(like(/^\w+\/[\w-]+$/)).describe("IANA names; none where no source names one."),
});
export const regions = z.strictObject({
  ...head,
  timeZones: z.strictObject(witnessed).describe("Where the regions' time zones are from."),
  regions: some(region),
});

const remark = { text, ...witnessed };

const shortNumber = z.strictObject({
  value: like(/^\d{2,7}$/),
  bank: z.literal(true).optional().describe("Its owner is a bank: a charge named so is an operation there."),
  owner: text,
  claim: text,
  ...witnessed,
});

export const plan = z.strictObject({
  ...head,
  areaCodes: z.strictObject({ codes: z.record(like(/^[348]\d\d$/), some(slug)), ...witnessed }),
  services: z.array(
    z.strictObject({
      codes: some(like(/^\+\d{2,4}$/)).describe("How full numbers begin."),
      kind: z.enum(["toll-free", "premium", "personal", "foreign"]),
      ...remark,
    }),
  ),
  shortNumbers: z.array(shortNumber).describe("Short numbers of those who are no party of the directory."),
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
  asOf: like(/^\d{4}-(0[1-9]|1[0-2])$/),
  publisher: z.string().min(1),
  url: z.url(),
  notice: text,
  sha256: like(/^[0-9a-f]{64}$/),
  rows: z.int().positive(),
  numbers: z.int().positive(),
});

export type AuthoredHolders = z.infer<typeof holders>["holders"];
export type AuthoredRegions = z.infer<typeof regions>["regions"];
export type AuthoredPlan = z.infer<typeof plan>;
export type AuthoredRegister = z.infer<typeof register>;
