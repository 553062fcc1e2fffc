import type { Claim, Line } from "../../claims/compose.js";
import type { FollowingDate } from "../../claims/dates.js";
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter, ClaimSummary } from "../../directory/claim-types.js";
import type { Routing } from "../../routing/routing.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import { Problem } from "../../values/problem.js";
import { clean } from "../clean.js";
import { groundJson } from "../ground/json.js";
import type { Words } from "../words.js";
import { type Blocks, blocksOf } from "./letter.js";

/** Channels of the operator that take a letter. */
export type Takers = Routing["channels"];

const lineJson = ({ id, text, grounds }: Line, words: Words) => ({ id, text: words.text(text), grounds });

function dateJson(one: FollowingDate, words: Words) {
  const { id, kind, date, daysLeft, needs, dayOff, calendarKnown, grounds } = one;
  return { id, kind, date, daysLeft, needs, dayOff, calendarKnown, text: words.text(one.text), grounds };
}

/** Every ground a line of the answer names, once. */
function groundsJson(claim: Claim, grounds: Grounds, words: Words) {
  const lines = [
    ...claim.letter.paragraphs,
    ...claim.letter.law,
    ...claim.demands,
    ...claim.letter.closing,
    ...claim.letter.attachments,
    ...claim.before,
    ...claim.send,
    ...claim.dates,
    ...claim.next,
    ...claim.limits,
  ];
  const ids = [...new Set(lines.flatMap((line) => line.grounds))].sort();
  return groundsOf(ids, grounds).map((ground) => groundJson(ground, words));
}

export interface Shown {
  /** Whether what is about the person is in it. */
  personal: boolean;
  files: { letter: string | null; calendar: string | null };
}

/** @param claim composed of what may be shown: without what is about the person, unless asked for. */
export function claimJson(claim: Claim, takers: Takers, grounds: Grounds, { personal, files }: Shown, words: Words) {
  const { addressee, letter } = claim;
  return {
    claim: claim.id,
    title: words.text(claim.title),
    personal,
    addressee: {
      type: addressee.type,
      name: addressee.name?.ru ?? null,
      address: addressee.address?.ru ?? null,
      find: words.text(addressee.find),
    },
    letter: { language: "ru", ...letterJson(blocksOf(letter, "ru")) },
    gloss: words.language === "ru" ? null : letterJson(blocksOf(letter, words.language)),
    missing: claim.missing.map(({ id, label, hint }) => ({
      field: id,
      label: words.text(label),
      hint: words.text(hint),
    })),
    law: letter.law.map((line) => lineJson(line, words)),
    demands: claim.demands.map((demand) => ({
      ...lineJson(demand, words),
      optional: demand.optional,
      included: demand.included,
    })),
    attachments: letter.attachments.map((line) => lineJson(line, words)),
    before: claim.before.map((line) => lineJson(line, words)),
    send: {
      channels: takers.map(({ channel, verdict }) => ({
        origin: channel.origin,
        id: channel.id,
        kind: channel.kind,
        label: words.text(channel.label),
        display: words.text(channel.display),
        uri: channel.uri,
        verdict,
        grade: channel.grade,
        status: channel.status,
      })),
      lines: claim.send.map((line) => lineJson(line, words)),
    },
    dates: claim.dates.map((one) => dateJson(one, words)),
    next: claim.next.map((line) => lineJson(line, words)),
    limits: claim.limits.map((line) => lineJson(line, words)),
    grounds: groundsJson(claim, grounds, words),
    files,
  };
}

const letterJson = ({ language: _language, law, ...rest }: Blocks) => ({
  ...rest,
  paragraphs: [...rest.paragraphs, ...law],
});

/** Without a kind there is nothing to write: the list says what there is. */
export function noClaimKind(claims: readonly ClaimSummary[], words: Words): Problem {
  const kinds = claims.map(({ id, title }) => `${id}: ${words.text(title)}`).join("; ");
  const parts = { missing: ["kind"], allowed: claims.map(({ id }) => id) };
  return new Problem("missing-facts", "no-claim-kind", { kinds }, parts);
}

/** One line without control characters, whatever was pasted. */
export const typedText = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

/** `{"name": "…", "amount": 1299.5}`; null leaves a blank. @throws Problem bad-field. */
export function fieldsIn(record: Readonly<Record<string, unknown>>, template: ClaimLetter): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const field = fieldNamed(template, name);
    if (value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Problem("bad-field", "field-not-text", { field: field.id });
    }
    given.set(field.id, typedText(String(value)));
  }
  return given;
}
