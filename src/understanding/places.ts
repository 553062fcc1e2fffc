/** Where the person is: at home, travelling in Russia, or abroad and in which country. */
import type { Place } from "../vocabulary/situation.js";
import type { PlaceEntry, PlaceTable } from "./dictionaries.js";
import { type Case, casesOf } from "./inflection.js";
import type { Lists, Said } from "./negation.js";
import type { Phrases } from "./phrase.js";

/** Stands in the dictionary for places in the country itself. */
export const RUSSIA = "RU";

export interface PlaceMention {
  start: number;
  end: number;
  cases: readonly Case[];
  /** ISO code, RU for a place in Russia, null for a region. */
  country: string | null;
}

/** Part a mention plays: the person is there, goes there, comes or speaks from there, heads a note with it, or merely names it. */
type Part = "in" | "to" | "from" | "arrived" | "headed" | "named";

const IN = ["в", "во", "на", "in", "at", "on", "v", "внутри", "inside"];
const FROM = ["из", "с", "со", "from", "iz"];
const TO = ["to", "into", "до", "к"];

const KEY = 2;

/** @param before words of the name before the one that is declined. */
function precedes(before: string, tokens: readonly string[], end: number): number {
  if (before === "") return end;
  const words = before.split(" ");
  const start = end - words.length;
  const fits = words.every((word, index) => {
    const token = tokens[start + index];
    return token !== undefined && (word.endsWith("*") ? token.startsWith(word.slice(0, -1)) : token === word);
  });
  return fits ? start : -1;
}

/** @returns the entries as Places looks them up. */
export function placeTable(entries: readonly PlaceEntry[]): PlaceTable {
  const byKey = new Map<string, PlaceEntry[]>();
  for (const entry of entries) {
    const key = entry[0].slice(0, KEY);
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return Object.fromEntries(byKey);
}

export class Places {
  constructor(private readonly table: PlaceTable) {}

  /** The longest mention at each place of the text. */
  find(tokens: readonly string[]): PlaceMention[] {
    const found: PlaceMention[] = [];
    tokens.forEach((token, index) => {
      const best = this.endingAt(token, index, tokens);
      if (!best) return;
      while ((found.at(-1)?.end ?? 0) > best.start) found.pop();
      found.push(best);
    });
    return found;
  }

  private endingAt(token: string, index: number, tokens: readonly string[]): PlaceMention | undefined {
    let best: PlaceMention | undefined;
    for (const [stem, paradigm, before, country] of this.table[token.slice(0, KEY)] ?? []) {
      const cases = casesOf(token, { stem, paradigm });
      const start = cases.length > 0 ? precedes(before, tokens, index) : -1;
      if (start >= 0 && (!best || start < best.start)) best = { start, end: index + 1, cases, country };
    }
    return best;
  }
}

export interface Whereabouts {
  roaming?: Place;
  country?: string;
}

interface Clues {
  tokens: readonly string[];
  has: Said;
}

/** A word or two may stand between the preposition and the name: "в солнечной Турции". */
function prepositionOf(tokens: readonly string[], start: number): { word: string; between: number } | null {
  const near = tokens.slice(Math.max(0, start - 2), start).reverse();
  const between = near.findIndex((token) => IN.includes(token) || FROM.includes(token) || TO.includes(token));
  return between < 0 ? null : { word: near[between] ?? "", between };
}

/** "Звонить в США" and "лечу в Чили" go there; names without cases cannot say it themselves. */
function isGoal({ tokens, has }: Clues, { start, cases }: PlaceMention): boolean {
  if (!cases.includes("to")) return false;
  return !cases.includes("in") || has("plans") || tokens.slice(Math.max(0, start - 4), start).some(isCallWord);
}

const isCallWord = (token: string): boolean => /^(по|до|на)?(зво[нк]|бир|бра)|^(call|sms|смс)/.test(token);

/** "Турция, мегафон, нет интернета", "мтс, нет сети, Египет": the name begins or ends what is said, as in a note. */
const isHeading = ({ start, end, cases, country }: PlaceMention, { tokens }: Clues): boolean =>
  country !== RUSSIA && cases.includes("name") && (start === 0 || end === tokens.length);

function partOf(mention: PlaceMention, clues: Clues): Part {
  const preposition = prepositionOf(clues.tokens, mention.start);
  if (preposition === null) return isHeading(mention, clues) ? "headed" : "named";
  const { word, between } = preposition;
  if (FROM.includes(word)) return mention.cases.includes("of") ? "from" : "named";
  if (TO.includes(word)) return "to";
  if (clues.has("arrival") && mention.cases.includes("to")) return "arrived";
  if (isGoal(clues, mention)) return "to";
  // "В аэропорту Дубая": the place stands in the genitive after another one in it.
  return mention.cases.includes("in") || (between > 0 && mention.cases.includes("of")) ? "in" : "named";
}

/** Being somewhere is told by saying so or by trouble there; plans, prices and journeys done tell the opposite. */
function isThere(mention: PlaceMention, clues: Clues): boolean {
  const part = partOf(mention, clues);
  if (clues.has("notThere") || part === "to" || part === "named") return false;
  const isAll = mention.end - mention.start === clues.tokens.length;
  if (part === "headed") return isAll || (clues.has("trouble") && !clues.has("plans") && !clues.has("prices"));
  if (part === "arrived" || clues.has("presence")) return true;
  if (clues.has("plans") || clues.has("prices")) return false;
  return part === "from" || clues.has("trouble");
}

function abroad(mentions: readonly PlaceMention[], clues: Clues): Whereabouts | null {
  const there = mentions.filter(({ country }) => country !== RUSSIA).find((one) => isThere(one, clues));
  if (there) return { roaming: "abroad", ...(there.country !== null && { country: there.country }) };
  if (clues.has("notThere")) return null;
  // Who has left the country is not travelling in it.
  if (clues.has("leftRussia")) return { roaming: "abroad" };
  if (clues.has("abroadNow") && !clues.has("plans") && !clues.has("prices")) return { roaming: "abroad" };
  const said = clues.has("abroad");
  const there_ = clues.has("presence") || clues.has("trouble") || clues.has("calling");
  return said && there_ && !clues.has("prices") && !clues.has("plans") ? { roaming: "abroad" } : null;
}

/** "Я из Самары, сейчас в Казани": two places of the country, one left for the other. */
function hasMoved(mentions: readonly PlaceMention[], clues: Clues): boolean {
  const parts = mentions.map((mention) => partOf(mention, clues));
  return parts.includes("from") && (parts.includes("in") || parts.includes("arrived"));
}

function inRussia(mentions: readonly PlaceMention[], roamingAsked: boolean, clues: Clues): Whereabouts | null {
  const russian = mentions.some(({ country }) => country === RUSSIA);
  const foreign = mentions.some(({ country }) => country !== RUSSIA);
  if (foreign || clues.has("abroad")) return null;
  if (clues.has("travellingInRussia") && !clues.has("plans")) return { roaming: "russia" };
  if (hasMoved(mentions, clues) && !clues.has("plans") && !clues.has("prices")) return { roaming: "russia" };
  if (clues.has("visitedInRussia") && (clues.has("presence") || clues.has("trouble"))) return { roaming: "russia" };
  return roamingAsked && (russian || clues.has("acrossRussia")) ? { roaming: "russia" } : null;
}

/** In an emergency a vein is no Vienna. */
function withoutOthers(
  mentions: readonly PlaceMention[],
  tokens: readonly string[],
  others: Phrases<true>,
): PlaceMention[] {
  const taken = others.find(tokens);
  return mentions.filter(({ start, end }) => !taken.some((one) => one.start < end && start < one.end));
}

/** Where help is needed: a foreign place named at all counts, for a Russian number must not be given there. */
function helpAbroad(mentions: readonly PlaceMention[], clues: Clues): Whereabouts | null {
  const placed = mentions
    .map((mention) => ({ ...mention, part: partOf(mention, clues) }))
    // A word in some other case with nothing before it is an attribute or no place: "посольство Египта".
    .filter(({ part, cases }) => part !== "named" || cases.includes("name") || cases.includes("in"));
  const foreign = placed.filter(({ country }) => country !== RUSSIA);
  const found = foreign.find(({ part }) => part === "in") ?? foreign[0];
  // "Турист из Египта, скорую в Москве": help is needed where it is said to be.
  const atHome = placed.some(({ part, country }) => country === RUSSIA && part === "in");
  if (!found) return null;
  if (atHome && found.part !== "in") return {};
  return { roaming: "abroad", ...(found.country !== null && { country: found.country }) };
}

/** What the text is about, as far as it changes what a place named in it says. */
export type AskedOfPlaces = "roaming" | "emergency" | "other";

/**
 * @param asked in a text about roaming a Russian place named is where it is about, in an emergency a foreign one.
 */
export function whereabouts(
  tokens: readonly string[],
  mentions: readonly PlaceMention[],
  asked: AskedOfPlaces,
  has: Said,
  lists: Lists,
): Whereabouts {
  const clues: Clues = { tokens, has };
  const emergency = asked === "emergency";
  const named = emergency ? withoutOthers(mentions, tokens, lists("notPlaces")) : mentions;
  const help = emergency ? helpAbroad(named, clues) : null;
  const away = help ?? abroad(named, clues) ?? inRussia(named, asked === "roaming", clues);
  if (away) return away;
  if (has("homeNow") && !has("notAtHome")) return { roaming: "home" };
  return has("atHome") && !has("notAtHome") && has("trouble") ? { roaming: "home" } : {};
}
