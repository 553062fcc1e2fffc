/** Who stands behind a line of a statement, a message or a name. Sellers and their spellings are data; this compares. */
import { distance } from "fastest-levenshtein";
import type { Descriptor, MerchantCharge } from "../directory/types.js";
import { CONFIDENCES, type Confidence, MATCHES, type Match } from "../vocabulary/charges.js";
import { compact, isShortNumber, type Line, lineOf, remainder } from "./descriptor.js";

export interface Candidate {
  merchant: MerchantCharge;
  match: Match;
  confidence: Confidence;
  /** The spelling it was recognised by. */
  matched: string;
  ground: string | null;
  /** What this spelling alone says of the charge. */
  means: string | null;
  /** What follows the seller's name: as a rule the game, the app or the developer. */
  remainder: string | null;
}

type Found = Pick<Candidate, "match" | "confidence" | "remainder">;

/** What a candidate is beyond whose and by what, as long as nothing more is known of it. */
export const BARE = { ground: null, means: null, remainder: null } as const;

/** A shorter beginning could be the beginning of anything. */
const SHORTEST_CUT = 5;
const SHORTEST_CUT_SHARE = 0.6;
/** In shorter words one slip makes another word: VALVE and VALUE. */
const SHORTEST_WITH_SLIPS = 6;
const TWO_SLIPS_FROM = 9;
/** A shorter name inside a line is an ordinary word. */
const SHORTEST_NAME_WITHIN = 4;

/** COM4259522985 and COM are one word of a statement, where digits come glued on. */
const sameWord = (word: string | undefined, wanted: string | undefined): boolean =>
  word === wanted || (word !== undefined && wanted !== undefined && word.replace(/\d+$/, "") === wanted);

const startsAt = (line: Line, wanted: readonly string[], index: number): boolean =>
  wanted.every((word, offset) => {
    const last = offset === wanted.length - 1;
    return last ? sameWord(line.words[index + offset], word) : line.words[index + offset] === word;
  });

function begins(line: Line, wanted: readonly string[], starNeeded: boolean): Found | null {
  if (!startsAt(line, wanted, 0)) return null;
  const starred = line.starred[wanted.length - 1];
  const rest = line.words.slice(wanted.length);
  const whole = rest.length === 0 && line.words.at(-1) === wanted.at(-1);
  if (starNeeded && !starred) return whole ? null : { match: "prefix", confidence: "low", remainder: remainder(rest) };
  return { match: whole ? "exact" : "prefix", confidence: "high", remainder: remainder(rest) };
}

/** XSOLLAROBLOX: the name and the game without a space. */
function glued(line: Line, wanted: readonly string[]): Found | null {
  const [word = ""] = line.words;
  const name = wanted.join("");
  if (name.length < SHORTEST_WITH_SLIPS || !word.startsWith(name)) return null;
  const rest = [word.slice(name.length), ...line.words.slice(1)];
  return { match: "prefix", confidence: "medium", remainder: remainder(rest) };
}

function cut(line: Line, wanted: readonly string[]): Found | null {
  const whole = wanted.join("");
  const given = compact(line);
  const enough = given.length >= SHORTEST_CUT && given.length >= whole.length * SHORTEST_CUT_SHARE;
  if (enough && given.length < whole.length && whole.startsWith(given))
    return { match: "truncated", confidence: "medium", remainder: null };
  const tail = line.words.at(-1) ?? "";
  const cutTail = line.cut && tail.length >= SHORTEST_CUT - 1 && tail.length < whole.length;
  return cutTail && whole.startsWith(tail) ? { match: "truncated", confidence: "low", remainder: null } : null;
}

function within(line: Line, wanted: readonly string[], starNeeded: boolean): Found | null {
  const index = line.words.findIndex(
    (_, at) => startsAt(line, wanted, at) && (!starNeeded || line.starred[at + wanted.length - 1]),
  );
  if (index < 0) return null;
  const rest = line.words.slice(index + wanted.length);
  return { match: "within", confidence: "medium", remainder: remainder(rest) };
}

function near(line: Line, wanted: readonly string[], starNeeded: boolean): Found | null {
  const name = wanted.join("");
  const given = line.words.slice(0, wanted.length).join("");
  const allowed = name.length < TWO_SLIPS_FROM ? 1 : 2;
  if (name.length < SHORTEST_WITH_SLIPS || distance(name, given) > allowed) return null;
  if (starNeeded && !line.starred[wanted.length - 1]) return null;
  return { match: "near", confidence: "low", remainder: remainder(line.words.slice(wanted.length)) };
}

function byDescriptor(line: Line, { text, whole }: Descriptor): Found | null {
  const wanted = lineOf(text).words;
  const star = text.endsWith("*");
  const start = begins(line, wanted, star);
  if (whole) return start?.match === "exact" ? start : null;
  return (
    start ??
    (star ? null : (glued(line, wanted) ?? cut(line, wanted))) ??
    within(line, wanted, star) ??
    near(line, wanted, star)
  );
}

function byName(line: Line, name: string): Found | null {
  const wanted = lineOf(name).words;
  const joined = wanted.join("");
  if (joined === compact(line)) return { match: "name", confidence: "high", remainder: null };
  const inside = joined.length >= SHORTEST_NAME_WITHIN && line.words.some((_, index) => startsAt(line, wanted, index));
  // One word may stand for something else there: APPLE GARDEN CAFE.
  if (inside) return { match: "within", confidence: wanted.length > 1 ? "medium" : "low", remainder: null };
  return near(line, wanted, false);
}

const rank = ({ confidence, match }: Found): number =>
  CONFIDENCES.indexOf(confidence) * MATCHES.length + MATCHES.indexOf(match);

const SENDER = { means: null, match: "sender", confidence: "high", remainder: null } as const;

function candidatesOf(merchant: MerchantCharge, line: Line): Candidate[] {
  const names = [merchant.id, merchant.name.ru, merchant.name.en, ...merchant.aliases];
  const descriptors = merchant.descriptors.flatMap((descriptor) => {
    const found = byDescriptor(line, descriptor);
    const { text, ground, means } = descriptor;
    return found ? [{ merchant, matched: text, ground, means, ...found }] : [];
  });
  const named = names.flatMap((name) => {
    const found = byName(line, name);
    return found ? [{ ...BARE, merchant, matched: name, ...found }] : [];
  });
  const senders = merchant.senders
    .filter(({ text }) => compact(lineOf(text)) === compact(line))
    .map(({ text, ground }) => ({ merchant, matched: text, ground, ...SENDER }));
  return [...descriptors, ...named, ...senders];
}

/** The likeliest reading of each merchant first; of equal ones the longest spelling. */
const better = (a: Candidate, b: Candidate): number => rank(a) - rank(b) || b.matched.length - a.matched.length;

/**
 * Who the line may stand for, the likeliest first, each merchant once; empty where nobody is known by it. Never throws, and looks at the
 * beginning of a long text only.
 */
export function identify(given: string, merchants: readonly MerchantCharge[]): Candidate[] {
  if (isShortNumber(given)) {
    const matched = given.trim();
    return merchants
      .filter(({ shortNumbers }) => shortNumbers !== null)
      .map((merchant) => ({ ...BARE, merchant, match: "short-number", confidence: "medium", matched }));
  }
  const line = lineOf(given);
  if (line.words.length === 0) return [];
  const another = ({ not }: MerchantCharge) => not.some((text) => startsAt(line, lineOf(text).words, 0));
  return merchants
    .filter((merchant) => !another(merchant))
    .flatMap((merchant) => candidatesOf(merchant, line).sort(better).slice(0, 1))
    .sort(better);
}
