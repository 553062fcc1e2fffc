/** Where the person is: at home, travelling in Russia, or abroad and in which country. */

import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Place } from "../vocabulary/situation.js";
import type { PlaceEntry, PlaceTable } from "./dictionaries.js";
import { type Case, casesOf } from "./inflection.js";
import type { Lists, Said } from "./negation.js";
import type { Clauses } from "./owners.js";
import { grouped, type Span } from "./phrase.js";

/** Stands in the dictionary for places in the country itself. */
export const RUSSIA = "RU";

export interface PlaceMention extends Span {
  cases: readonly Case[];
  /** ISO code, RU for a place in Russia, null for a region. */
  country: string | null;
}

/** Part a mention plays: the person is there, goes there, comes or speaks from there, heads a note with it, or merely names it. */
type Part = "in" | "to" | "from" | "arrived" | "headed" | "named";

const ENGLISH_IN = ["in", "at", "on", "inside"];
const IN = ["в", "во", "на", "v", "внутри", ...ENGLISH_IN];
/** A word or two may stand between what leads to a place and its name: "в солнечной Турции". */
const NEAR = 3;
const ROAMING = "roaming";
const PREPOSITIONS = ["в", "из", "in", "from", "на"];
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
export const placeTable = (entries: readonly PlaceEntry[]): PlaceTable =>
  grouped(entries, ([stem]) => [stem.slice(0, KEY)]);

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

/** A text in words and clauses, with what it says and the operators it names. */
export interface Clues extends Clauses {
  said: Said;
  operators: readonly Span[];
}

function prepositionOf(tokens: readonly string[], start: number): { word: string; between: number } | null {
  const near = tokens.slice(Math.max(0, start + 1 - NEAR), start).reverse();
  const between = near.findIndex((token) => IN.includes(token) || FROM.includes(token) || TO.includes(token));
  return between < 0 ? null : { word: near[between] ?? "", between };
}

/** "Звонить в США" and "лечу в Чили" go there; names without cases cannot say it themselves. */
function isGoal({ tokens, said }: Clues, { start, cases }: PlaceMention): boolean {
  if (!cases.includes("to")) return false;
  return !cases.includes("in") || said("plans") || tokens.slice(Math.max(0, start - 4), start).some(isCallWord);
}

const isCallWord = (token: string): boolean => /^(по|до|на)?(зво[нк]|бир|бра)|^(call|sms|смс)/.test(token);

/** "Турция, мегафон, нет интернета", "мтс, нет сети, Египет": the name begins or ends what is said, as in a note. */
function isHeading({ start, end, cases, country }: PlaceMention, { tokens, clauses, operators }: Clues): boolean {
  if (country === RUSSIA || !cases.includes("name")) return false;
  const alone = clauses[start - 1] !== clauses[start] && clauses[end] !== clauses[start];
  const beside = operators.some((one) => one.end === start || one.start === end);
  return start === 0 || end === tokens.length || alone || beside;
}

function partOf(mention: PlaceMention, clues: Clues): Part {
  const preposition = prepositionOf(clues.tokens, mention.start);
  if (preposition === null) return isHeading(mention, clues) ? "headed" : "named";
  const { word, between } = preposition;
  if (FROM.includes(word)) return mention.cases.includes("of") ? "from" : "named";
  if (clues.said("arrival") && mention.cases.includes("to")) return "arrived";
  if (TO.includes(word) || (!ENGLISH_IN.includes(word) && isGoal(clues, mention))) return "to";
  // "В аэропорту Дубая": the place stands in the genitive after another one in it.
  return mention.cases.includes("in") || (between > 0 && mention.cases.includes("of")) ? "in" : "named";
}

type Placed = PlaceMention & { part: Part };

const isForeign = ({ country }: PlaceMention): boolean => country !== RUSSIA;
const isReached = ({ part }: Placed): boolean => part === "in" || part === "arrived";
const there = ({ country }: PlaceMention): Whereabouts => ({ roaming: "abroad", ...(country !== null && { country }) });

/** Being somewhere is told by saying so, by trouble there or a call from there; plans, prices and journeys done tell the opposite. */
function isThere({ part, start, end }: Placed, roamingAsked: boolean, { said, tokens }: Clues): boolean {
  if (part === "to" || part === "named" || said("notThere")) return false;
  if (end - start === tokens.length) return true;
  if (part === "headed") return !said("plans") && !said("prices");
  if (part === "arrived" || said("presence")) return true;
  if (said("plans")) return false;
  // "Почём минута из Вьетнама домой" is asked there, "почём интернет во Вьетнаме" before going.
  return part === "from" || (!said("prices") && (said("trouble") || !roamingAsked));
}

function abroad(mentions: readonly Placed[], roamingAsked: boolean, clues: Clues): Whereabouts | null {
  const { said } = clues;
  const found = mentions.filter(isForeign).find((one) => isThere(one, roamingAsked, clues));
  if (found) return there(found);
  if (said("notThere")) return null;
  // Who has left the country is not travelling in it.
  if (said("leftRussia") && !said("plans")) return { roaming: "abroad" };
  const is = said("abroadNow") || (said("abroad") && (said("presence") || said("trouble") || said("calling")));
  return is && !said("prices") && !said("plans") ? { roaming: "abroad" } : null;
}

function inRussia(mentions: readonly Placed[], roamingAsked: boolean, { said }: Clues): Whereabouts | null {
  if (mentions.some(isForeign) || said("abroad")) return null;
  // "Я из Самары, сейчас в Казани": two places of the country, one left for the other.
  const moved = mentions.some(({ part }) => part === "from") && mentions.some(isReached) && !said("prices");
  const visits = (mentions.length > 0 && said("visiting")) || said("travellingInRussia") || moved;
  const asked = roamingAsked && (mentions.length > 0 || said("acrossRussia"));
  return (visits && !said("plans")) || asked ? { roaming: "russia" } : null;
}

/** Where help is needed: a foreign place named at all counts, for a Russian number must not be given there. */
function helpAbroad(mentions: readonly Placed[]): Whereabouts | null {
  // A word in some other case with nothing before it is an attribute or no place: "посольство Египта".
  const placed = mentions.filter(
    ({ part, cases }) => part !== "named" || cases.includes("name") || cases.includes("in"),
  );
  const foreign = placed.filter(isForeign);
  const found = foreign.find(({ part }) => part === "in") ?? foreign[0];
  // "Турист из Египта, скорую в Москве": help is needed where it is said to be.
  const atHome = placed.some((one) => !isForeign(one) && one.part === "in");
  if (!found) return null;
  return atHome && found.part !== "in" ? {} : there(found);
}

/** @param topic in a text about roaming a Russian place named is where it is about, in an emergency a foreign one. */
export function whereabouts(
  mentions: readonly PlaceMention[],
  topic: string | undefined,
  text: Clues,
  lists: Lists,
): Whereabouts {
  const { tokens, said } = text;
  const emergency = topic === EMERGENCY_TOPIC;
  // In an emergency a vein is no Vienna.
  const others = emergency ? lists("notPlaces").find(tokens) : [];
  const named = mentions.filter(({ start, end }) => !others.some((one) => one.start < end && start < one.end));
  // "Звонят из", "купил телефон в", "phone from" are said of the place they lead to.
  const isDone = ({ end }: Span): boolean =>
    !PREPOSITIONS.includes(tokens[end - 1] ?? "") ||
    named.length === 0 ||
    named.some(({ start }) => start >= end && start - end < NEAR);
  const done = lists("notThere").find(tokens).some(isDone);
  const clues: Clues = { ...text, said: (list) => (list === "notThere" ? done : said(list)) };
  const placed = named.map((one) => ({ ...one, part: partOf(one, clues) }));
  // "Турист из Германии в Москве", "у друга из Казахстана": where somebody comes from.
  const people = [...lists("others").find(tokens), ...lists("visiting").find(tokens)];
  const cameToRussia = placed.some((one) => !isForeign(one) && isReached(one));
  const isOrigin = (one: Placed): boolean =>
    one.part === "from" && ((isForeign(one) && cameToRussia) || people.some(({ end }) => end === one.start - 1));
  const stated = placed.filter((one) => !isOrigin(one));
  const roamingAsked = topic === ROAMING;
  const help = emergency ? helpAbroad(placed) : null;
  const away = help ?? abroad(stated, roamingAsked, clues) ?? inRussia(stated, roamingAsked, clues);
  if (away) return away;
  const home = said("homeNow") || (said("atHome") && said("trouble"));
  return home && !said("notAtHome") ? { roaming: "home" } : {};
}
