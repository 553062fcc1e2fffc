/** What a text states: its facts, and what it asks for that is no way to somebody. */
import { type Fact, OTHER_OPERATOR, type Service, type Subscriber } from "../vocabulary/situation.js";
import { type Lists, notDenied, type Said } from "./negation.js";
import { codesIn } from "./numbers.js";
import { looseMentions, operatorAsked, operatorByCode } from "./operators.js";
import { DEVICE, LOST, partsOf } from "./owners.js";
import type { Parsed, Tools } from "./parsed.js";
import type { Span } from "./phrase.js";
import { type Whereabouts, whereabouts } from "./places.js";

/** What a text may state; values as a flag would take them. */
export type TextFact = Exclude<Fact, "topic">;

const ASKED = { letter: "letterAsked", steps: "stepsAsked", refund: "refundAsked" } as const;
export type Asked = keyof typeof ASKED;
const ASKED_FOR = Object.keys(ASKED) as Asked[];

export type Stated = Partial<Record<TextFact, string>>;

/** Both kinds in one text: a contract that is to change hands, and nothing to be sure of. "Not corporate" is personal. */
function subscriberIn(tokens: readonly string[], lists: Lists, said: Said): Subscriber | null {
  const corporate = said("corporate") && !lists("notCorporate").some(tokens);
  const denied = lists("corporate").some(tokens) && !said("corporate");
  const personal = said("personal") || denied;
  if (corporate === personal) return null;
  return corporate ? "corporate" : "personal";
}

const serviceIn = (said: Said): Service | null => (said("fixed") && !said("mobile") ? "fixed" : null);

const UNUSABLE = {
  withoutVoice: ["voice"],
  buttonPhone: ["web", "app", "chat"],
  withoutApp: ["app"],
  // Where an operator has no other chat, its app is where it is.
  withoutChat: ["chat", "app"],
} as const;

/** Kinds that cannot be used, as a flag would take them. */
function withoutIn(said: Said): string | null {
  const lists = Object.keys(UNUSABLE) as (keyof typeof UNUSABLE)[];
  const kinds = new Set(lists.filter(said).flatMap((list) => UNUSABLE[list]));
  return kinds.size > 0 ? [...kinds].join(",") : null;
}

/** "A Turkish friend lent me a phone", "в руках турецкая симка". */
function isForeign(tokens: readonly string[], lists: Lists): boolean {
  const people = lists("others").find(tokens);
  return lists("nationality")
    .find(tokens)
    .some(({ end }) => DEVICE.test(tokens[end] ?? "") || people.some(({ start }) => start === end));
}

/** Lines said in words; an operator's own name as the line is `partsOf`'s business. */
function lineIn({ tokens, said }: { tokens: readonly string[]; said: Said }, lists: Lists): string | null {
  if (said("landline")) return "landline";
  if (said("foreignLine") || (said("inHand") && isForeign(tokens, lists))) return "foreign";
  if (said("otherOperator")) return OTHER_OPERATOR;
  return said("internetOnly") ? "internet" : null;
}

function operatorFacts(parsed: Parsed, topic: string | undefined, { operators: reader, lists }: Tools): Stated {
  const { normalised, numbers, tokens: words, operators } = parsed;
  const named = operators.length > 0 ? operators : looseMentions(words, reader);
  const mentions = notDenied(named, words, lists);
  const { asked, line } = partsOf(mentions, parsed, lists, topic);
  const operator = operatorAsked(words, asked, reader) ?? operatorByCode(normalised, reader);
  const number = numbers.find(({ own, digits }) => own && digits !== null)?.digits ?? null;
  const from = line !== null && operator !== line ? line : lineIn(parsed, lists);
  return {
    ...(operator !== null && { operator }),
    ...(from !== null && { from }),
    ...(number !== null && { number: `+7${number}` }),
  };
}

const AND = ["и", "and"];
const MOVING = "number-transfer";

/** The other operator that "and" joins to the one asked about; whoever changes operators names both, and asks one thing. */
export function besidesIn({ tokens: words, operators }: Parsed, { operator, from }: Stated, topic = ""): string | null {
  const asked = operators.find((one) => one.operator === operator);
  if (!asked || topic === MOVING) return null;
  const between = (one: Span) => words.slice(Math.min(one.end, asked.end), Math.max(one.start, asked.start));
  const others = operators.filter((one) => ![operator, from].includes(one.operator));
  return others.find((one) => between(one).some((word) => AND.includes(word)))?.operator ?? null;
}

/** "0500 не отвечает": what is named beside silence has been tried. A code in trouble itself ("*100# не работает") has too. */
function triedFact({ normalised, numbers, tokens: words }: Parsed, { lists, operators }: Tools): Stated {
  if (!lists("silent").some(words)) return {};
  const codes = codesIn(normalised).filter((code) => operators.codes[code] !== undefined);
  const full = numbers.filter(({ own, digits }) => !own && digits !== null).map(({ digits }) => `+7${digits}`);
  const tried = [...codes, ...full];
  return tried.length > 0 ? { tried: tried.join(",") } : {};
}

/** In a longer text a slip of the fingers seldom matters, and a question is about something else. */
export const BRIEF = 4;

/** A number by itself, or one beside a question about it; the person's own is no question. */
export function whoseIn({ normalised, numbers, tokens: words }: Parsed, { lists }: Tools): string[] {
  // More than fifteen digits are a card's, which nobody is told again.
  const full = numbers.map(({ own, written }) => (own || /(?:\d\D*){16}/.test(written) ? "" : written)).filter(Boolean);
  if (full.length > 0) return words.length === full.length || lists("whoseNumber").some(words) ? full : [];
  const codes = codesIn(normalised);
  const about = words.length === 1 || (words.length <= BRIEF + codes.length && lists("whoseNumber").some(words));
  return codes.length > 0 && about ? codes : [];
}

/** The one seller a text names; of several nobody can say who took the money. */
function merchantFact({ tokens: words }: Parsed, { merchants, lists }: Tools): Stated {
  const named = notDenied(merchants.find(words), words, lists).map(({ value }) => value);
  const [merchant, ...others] = new Set(named);
  return merchant !== undefined && others.length === 0 ? { merchant } : {};
}

/** Abroad a hotel's Wi-Fi is no phone: the own SIM is in the one that is on it. */
const isOnWifi = (topic: string | undefined, { roaming }: Whereabouts, { said }: Parsed): boolean =>
  topic !== LOST && roaming === "abroad" && said("hotelWifi");

export function factsOf(parsed: Parsed, topic: string | undefined, tools: Tools): Stated {
  const { tokens: words, places, said } = parsed;
  const subscriber = subscriberIn(words, tools.lists, said);
  const service = serviceIn(said);
  const without = withoutIn(said);
  const place = whereabouts(notDenied(places, words, tools.lists), topic, parsed, tools.lists);
  return {
    ...(isOnWifi(topic, place, parsed) && { from: "own" }),
    ...operatorFacts(parsed, topic, tools),
    ...triedFact(parsed, tools),
    ...merchantFact(parsed, tools),
    ...place,
    ...(subscriber && { subscriber }),
    ...(service && { service }),
    ...(without && { without }),
  };
}

/** In a longer text such words tell of what has been tried. */
export const SHORT_REQUEST = 14;

export const askedIn = ({ tokens: words, said }: Parsed): Asked | null =>
  words.length > SHORT_REQUEST ? null : (ASKED_FOR.find((asked) => said(ASKED[asked])) ?? null);
