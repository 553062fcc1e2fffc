/** The sentences about a number that text and JSON share. */

import type { Holder, Region } from "../../directory/numbering-types.js";
import { holderName } from "../../numbering/holder.js";
import { type Use, verdictOf } from "../../numbering/uses.js";
import type { Answered } from "../../numbering/whose.js";
import type { NumberKind } from "../../vocabulary/numbers.js";
import { clean } from "../clean.js";
import type { Words } from "../words.js";

/** Longer input is cut where it is shown. */
const SHOWN_INPUT = 200;

/** An input as it may be shown again. */
export function shownInput(input: string): string {
  const text = clean(input.length > SHOWN_INPUT ? `${input.slice(0, SHOWN_INPUT)}…` : input);
  return text.trim();
}

/** Brand and legal name with how sure the brand is: `МегаФон (ПАО «МегаФон»)`. */
export function holderText(holder: Holder, words: Words): string {
  const { brand, confidence, name, note } = holder;
  const whole =
    brand && confidence ? words.say(`whose.holder.${confidence}`, { brand: words.text(brand), name }) : name;
  return note ? `${whole} — ${words.text(note)}` : whole;
}

export const regionText = (regions: readonly Region[], words: Words): string =>
  regions.map(({ name }) => words.text(name)).join(", ");

export const countryName = (code: string, { language }: Words): string =>
  new Intl.DisplayNames([language], { type: "region", style: "short" }).of(code) ?? code;

export const useText = ({ owner, claim }: Use, words: Words): string =>
  words.say("whose.use", { owner: words.text(owner.name), claim: words.text(claim) });

const HANDED_OUT_AS: Partial<Record<NumberKind, string>> = { short: "short", ussd: "code" };

/** Nothing is known of it: what that means depends on what it is. */
export const unknownText = ({ kind }: Answered, words: Words): string =>
  words.say(`whose.unknown.${HANDED_OUT_AS[kind] ?? "number"}`);

/** Whose numbers they are: of one country, or of all that share a plan, as `+1: США, Канада и другие`. */
export function countriesText({ country, shared }: Answered, words: Words): string {
  if (!shared) return country ? countryName(country, words) : "";
  const countries = shared.countries.map((code) => countryName(code, words)).join(words.say("list.comma"));
  return words.say(shared.more ? "whose.shared.more" : "whose.shared.all", { plan: shared.plan, countries });
}

function placeText(answer: Answered, words: Words): string {
  const { kind, regions, service } = answer;
  if (service) return words.text(service);
  if (kind === "landline") return words.say("whose.text.landline", { regions: regionText(regions, words) });
  if (kind === "foreign") {
    const named = countriesText(answer, words);
    return named ? words.say("whose.text.country", { country: named }) : words.say("whose.text.no-country");
  }
  return words.say(`whose.kind.${kind}`);
}

/** One line names at most so many who use one number. */
const SHOWN_OWNERS = 3;

/** The best use of each party that the verdict rests on: a code may be good in several networks, each with a meaning of its own. */
function decidingUses({ uses, verdict }: Answered): Use[] {
  const deciding = uses.filter((use) => verdictOf([use]) === verdict && use.exact === uses[0]?.exact);
  const owners = deciding.map(({ owner }) => owner.party ?? owner.name.en);
  return deciding.filter((_, index) => owners.indexOf(owners[index] ?? "") === index);
}

function knownText(answer: Answered, words: Words): string | null {
  const { verdict } = answer;
  const uses = decidingUses(answer);
  if (uses.length === 0 || verdict === null) return null;
  const rest = uses.length - SHOWN_OWNERS;
  const texts = uses.slice(0, SHOWN_OWNERS).map((use) => useText(use, words));
  const more = rest > 0 ? [words.say("whose.more", { count: String(rest) })] : [];
  return words.say(`whose.line.${verdict}`, { use: [...texts, ...more].join("; ") });
}

/** The answer in one line, without the number. */
export function answerText(answer: Answered, words: Words): string {
  const known = knownText(answer, words);
  if (answer.kind !== "mobile")
    return known ?? (answer.verdict === "unknown" ? unknownText(answer, words) : placeText(answer, words));
  const { assignment } = answer;
  const range = assignment
    ? words.say("whose.line.range", {
        holder: words.text(holderName(assignment.holder)),
        regions: regionText(assignment.regions, words),
      })
    : words.say("whose.line.free");
  return known ? `${range}; ${known}` : range;
}
