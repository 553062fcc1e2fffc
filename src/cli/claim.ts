/** What the command and the interview share: a letter from what was stated, its forms, its files. */
import { resolve } from "node:path";
import { type Addressees, type Claim, checkSkipped, compose } from "../claims/compose.js";
import type { Basis } from "../claims/dates.js";
import { valuesOf, withoutPersonal } from "../claims/values.js";
import type { ClaimLetter } from "../directory/claim-types.js";
import { loadClaim, loadClaimList } from "../directory/load-claims.js";
import { loadCalendar, loadGrounds } from "../directory/load-grounds.js";
import type { Directory } from "../directory/types.js";
import { claimJson } from "../render/claim/json.js";
import { blocksOf } from "../render/claim/letter-blocks.js";
import { route } from "../routing/route.js";
import type { Routing } from "../routing/routing.js";
import { findOperator } from "../situation/names.js";
import { oneOf } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { CLAIM_FORMATS, type ClaimFormat } from "../vocabulary/claims.js";
import type { FactOrigin } from "../vocabulary/situation.js";
import type { Context } from "./context.js";
import { checkTarget, writeOutput } from "./files/output-file.js";
import { FOLDERS } from "./package.js";

/** Paper is narrower than most terminals. */
const PAPER_COLUMNS = 76;

export interface OperatorGiven {
  id: string;
  from: FactOrigin;
}

/** Everything a letter is made of, personal values in memory only. */
export interface Stated {
  template: ClaimLetter;
  operator: OperatorGiven | null;
  given: ReadonlyMap<string, string>;
  skipped: readonly string[];
}

export interface Composed {
  stated: Stated;
  claim: Claim;
  /** The same with the names of fields in place of what is about the person. */
  impersonal: Claim;
  takers: Routing["channels"];
  basis: Basis;
}

/** @throws Problem unknown-claim with the nearest. */
export function openClaim(id: string): ClaimLetter {
  const allowed = loadClaimList(FOLDERS.compiled).map((one) => one.id);
  const unknown = { code: "unknown-claim", values: { given: id.slice(0, 60) } } as const;
  return loadClaim(FOLDERS.compiled, oneOf(id, allowed, unknown));
}

/** @throws Problem unknown-operator. */
export const operatorOf = (given: string, from: FactOrigin, directory: Directory): OperatorGiven => ({
  id: findOperator(given, directory).id,
  from,
});

const asksOperator = ({ recipients, fields }: ClaimLetter): boolean =>
  recipients.some((one) => one.type === "operator") || fields.some((field) => field.preset === "operator-name");

/** The letter is a consumer's, so the channels are those for a personal contract. */
function takersOf({ template, operator }: Stated, claim: Claim, directory: Directory, context: Context) {
  if (!operator || template.topic === null || claim.addressee.type !== "operator") return [];
  const { topic } = template;
  const facts = {
    operator: { value: operator.id, from: operator.from },
    topic: { value: topic, from: "derived" as const },
    subscriber: { value: "personal", from: "derived" as const },
  };
  const seen = new Set<string>();
  return route(directory, facts, context.moment()).channels.filter(({ channel }) => {
    const declared = channel.topics.includes(topic) && template.kinds.includes(channel.kind);
    const fresh = declared && !seen.has(channel.id);
    seen.add(channel.id);
    return fresh;
  });
}

function addresseesOf({ template, operator }: Stated, directory: Directory): Addressees {
  const party = operator && asksOperator(template) ? directory.party(operator.id) : null;
  const bodies = directory.parties.filter((one) => one.type === "body").map((one) => one.id);
  return {
    operator: party?.legalEntity ?? null,
    body(id) {
      if (!bodies.includes(id)) return null;
      const { name, channels } = directory.party(id);
      return { name, address: channels.find((channel) => channel.kind === "post")?.display ?? null };
    },
  };
}

/** @throws Problem bad-field. */
export async function composeStated(stated: Stated, context: Context): Promise<Composed> {
  const { template, given, skipped } = stated;
  checkSkipped(template, skipped);
  const directory = await context.directory();
  const today = context.moment().date;
  const basis = { grounds: loadGrounds(FOLDERS.compiled), calendar: loadCalendar(FOLDERS.compiled), today };
  const addressees = addresseesOf(stated, directory);
  const values = valuesOf(template, given, today, addressees.operator);
  const claim = compose(template, values, skipped, addressees, basis);
  const impersonal = compose(template, withoutPersonal(template, values), skipped, addressees, basis);
  return { stated, claim, impersonal, takers: takersOf(stated, claim, directory, context), basis };
}

const ENDINGS: Readonly<Record<string, ClaimFormat>> = {
  txt: "text",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
  docx: "docx",
};

/**
 * The form that the name of a file promises; a name without an ending is plain text.
 * @throws Problem usage for an ending of another kind of file: text under the name of a PDF opens nowhere.
 */
export function formatOf(path: string): ClaimFormat {
  const ending = /[^./\\]\.([^./\\]*)$/.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return "text";
  const format = ENDINGS[ending];
  if (format) return format;
  const known = Object.keys(ENDINGS).map((one) => `.${one}`);
  throw new Problem("usage", "output-form", { file: path, known: known.join(", ") }, { allowed: known });
}

/** @throws Problem unknown-value. */
export const asFormat = (given: string): ClaimFormat => oneOf(given, CLAIM_FORMATS, "format");

/** The letter itself, in Russian. Each form is opened only when it is asked for. */
export async function letterAs(format: ClaimFormat, { letter }: Claim): Promise<string | Uint8Array> {
  const blocks = blocksOf(letter, "ru");
  switch (format) {
    case "md":
      return (await import("../render/claim/letter-markdown.js")).letterMarkdown(blocks);
    case "html":
      return (await import("../render/claim/letter-html.js")).letterHtml(blocks);
    case "docx":
      return (await import("../render/claim/letter-docx.js")).letterDocx(blocks);
    case "text": {
      const { letterText } = await import("../render/claim/letter-plain.js");
      const { layoutOf } = await import("../render/text/layout.js");
      return letterText(blocks, layoutOf(PAPER_COLUMNS));
    }
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
