/** What the command and the interview share: a letter from what was stated, its forms, its files. */
import { resolve } from "node:path";
import { type AnsweredClaim, type ClaimQuestion, claimAnswer } from "../answers/claim.js";
import type { Claim } from "../claims/compose.js";
import { claimJson } from "../render/claim/json.js";
import { blocksOf, letterMarkdown, letterText } from "../render/claim/letter.js";
import { layoutOf } from "../render/text/layout.js";
import { oneOf } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { CLAIM_FORMATS, type ClaimFormat } from "../vocabulary/claims.js";
import type { Context } from "./context.js";
import { checkTarget, formOf, writeOutput } from "./files/output-file.js";

/** What stands on a line of A4 at ten signs an inch. */
const PAPER_COLUMNS = 78;

/** A letter and what it was made of. */
export interface Composed extends AnsweredClaim {
  stated: ClaimQuestion;
}

/** @throws Problem bad-field. */
export async function composeStated(stated: ClaimQuestion, context: Context): Promise<Composed> {
  return { ...claimAnswer(stated, await context.desk()), stated };
}

const ENDINGS = { txt: "text", md: "md", markdown: "md", html: "html", htm: "html", docx: "docx" } as const;

/** The form asked for, or that which the file's name promises. @throws Problem unknown-value, usage. */
export const formatOf = (named: string | undefined, file: string | null): ClaimFormat =>
  named === undefined ? (formOf(file ?? undefined, ENDINGS) ?? "text") : oneOf(named, CLAIM_FORMATS, "format");

/** The letter itself, in Russian. What draws HTML and Word is opened only when it is asked for. */
export async function letterAs(format: ClaimFormat, { letter }: Claim): Promise<string | Uint8Array> {
  const blocks = blocksOf(letter, "ru");
  switch (format) {
    case "md":
      return letterMarkdown(blocks);
    case "html":
      return (await import("../render/claim/letter-html.js")).letterHtml(blocks);
    case "docx":
      return (await import("../render/claim/letter-docx.js")).letterDocx(blocks);
    case "text":
      return letterText(blocks, layoutOf(PAPER_COLUMNS));
  }
}

export interface Targets {
  letter: string | null;
  calendar: string | null;
  format: ClaimFormat;
  force: boolean;
}

/** @throws Problem usage before anything is written. */
export function checkTargets({ letter, calendar, force }: Targets): void {
  if (letter !== null && calendar !== null && resolve(letter) === resolve(calendar))
    throw new Problem("usage", "output-same", { file: letter });
  for (const path of [letter, calendar]) if (path !== null) checkTarget(path, force);
}

/** @throws Problem usage. */
export async function writeTargets(composed: Composed, targets: Targets, context: Context): Promise<void> {
  const { letter, calendar, format, force } = targets;
  const dated = composed.claim.dates.some((one) => one.date !== null);
  if (calendar !== null && !dated) throw new Problem("usage", "ics-without-dates", {});
  if (letter !== null) writeOutput(letter, await letterAs(format, composed.claim), force, "private");
  if (calendar === null) return;
  const { claimCalendar } = await import("../render/claim/letter-calendar.js");
  writeOutput(calendar, claimCalendar(composed.claim, context.moment(), context.words), force, "private");
}

export function resultJson(composed: Composed, personal: boolean, targets: Targets, context: Context) {
  const { claim, impersonal, takers, basis } = composed;
  const files = { letter: targets.letter, calendar: targets.calendar };
  return claimJson(personal ? claim : impersonal, takers, basis.grounds, { personal, files }, context.words);
}
