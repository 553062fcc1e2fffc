import type { Claim } from "../../claims/compose.js";
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter, ClaimSummary } from "../../directory/types.js";
import type { Routing } from "../../routing/route.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import { Problem } from "../../values/problem.js";
import { clean } from "../clean.js";
import { groundJson } from "../ground/json.js";
import { pick, said, type Words } from "../words.js";
import { type Blocks, blocksOf } from "./letter.js";

/** Every ground a line of the answer names, once. */
function groundsJson({ letter, demands, before, send, dates, next, limits }: Claim, grounds: Grounds, words: Words) {
  const { paragraphs, law, closing, attachments } = letter;
  const lines = [paragraphs, law, demands, closing, attachments, before, send, dates, next, limits].flat();
  const ids = [...new Set(lines.flatMap((line) => line.grounds))].sort();
  return groundsOf(ids, grounds).map((ground) => groundJson(ground, words));
}

export interface Shown {
  /** Whether what is about the person is in it. */
  personal: boolean;
  files: { letter: string | null; calendar: string | null };
}

/** @param takers channels of the operator that take a letter. @param claim composed of what may be shown: without what is about the person, unless asked for. */
export function claimJson(
  claim: Claim,
  takers: Routing["channels"],
  grounds: Grounds,
  { personal, files }: Shown,
  words: Words,
) {
  const { id, title, addressee, letter, missing, demands, before, send, dates, next, limits } = claim;
  const { law, attachments } = letter;
  return {
    claim: id,
    title: words.text(title),
    /** Whether names, addresses and numbers are in it; otherwise [the name of the field] is. */
    personal,
    addressee: {
      type: addressee.type,
      name: addressee.name?.ru ?? null,
      address: addressee.address?.ru ?? null,
      find: words.text(addressee.find),
    },
    letter: { language: "ru" as const, ...letterJson(blocksOf(letter, "ru")) },
    /** What the letter says, in the language of the answer. */
    gloss: words.language === "ru" ? null : letterJson(blocksOf(letter, words.language)),
    missing: missing.map((field) => ({ field: field.id, ...said(pick(field, "label", "hint"), words) })),
    ...said({ law, demands, attachments, before }, words),
    send: {
      channels: takers.map(({ channel, verdict }) => ({
        ...said(pick(channel, "origin", "id", "kind", "label", "display", "uri"), words),
        verdict,
        ...pick(channel, "grade", "status"),
      })),
      lines: said(send, words),
    },
    dates: dates.map((date) => said(pick(date, ...DATE), words)),
    ...said({ next, limits }, words),
    grounds: groundsJson(claim, grounds, words),
    files,
  };
}

const DATE = ["id", "kind", "date", "daysLeft", "needs", "dayOff", "calendarKnown", "text", "grounds"] as const;

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
    if (typeof value !== "string" && typeof value !== "number")
      throw new Problem("bad-field", "field-not-text", { field: field.id });
    given.set(field.id, typedText(String(value)));
  }
  return given;
}
