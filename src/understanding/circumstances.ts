/** What a text says of the person besides operator and place: contract, line in the hand, service, what cannot be used. */
import { OTHER_OPERATOR, type Service, type Subscriber } from "../vocabulary/situation.js";
import type { Lists, Said } from "./negation.js";
import { DEVICE } from "./owners.js";

/** Both kinds in one text: a contract that is to change hands, and nothing to be sure of. "Not corporate" is personal. */
export function subscriberIn(tokens: readonly string[], lists: Lists, said: Said): Subscriber | null {
  const corporate = said("corporate") && !lists("notCorporate").some(tokens);
  const denied = lists("corporate").some(tokens) && !said("corporate");
  const personal = said("personal") || denied;
  if (corporate === personal) return null;
  return corporate ? "corporate" : "personal";
}

export const serviceIn = (said: Said): Service | null => (said("fixed") && !said("mobile") ? "fixed" : null);

const UNUSABLE = {
  withoutVoice: ["voice"],
  buttonPhone: ["web", "app", "chat"],
  withoutApp: ["app"],
  // Where an operator has no other chat, its app is where it is.
  withoutChat: ["chat", "app"],
} as const;

/** Kinds that cannot be used, as a flag would take them. */
export function withoutIn(said: Said): string | null {
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
export function lineIn({ tokens, said }: { tokens: readonly string[]; said: Said }, lists: Lists): string | null {
  if (said("landline")) return "landline";
  if (said("foreignLine") || (said("inHand") && isForeign(tokens, lists))) return "foreign";
  if (said("otherOperator")) return OTHER_OPERATOR;
  return said("internetOnly") ? "internet" : null;
}
