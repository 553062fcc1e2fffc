/** What a text says of the person besides operator and place: contract, line in the hand, service, what cannot be used. */
import type { Service, Subscriber } from "../vocabulary/situation.js";
import type { Lists, Said } from "./negation.js";
import type { OperatorMention } from "./operators.js";

/** Both kinds in one text: a contract that is to change hands, and nothing to be sure of. "Not corporate" is personal. */
export function subscriberIn(tokens: readonly string[], lists: Lists, said: Said): Subscriber | null {
  const corporate = said("corporate") && !lists("notCorporate").some(tokens);
  const denied = lists("corporate").some(tokens) && !said("corporate");
  const personal = said("personal") || denied;
  if (corporate === personal) return null;
  return corporate ? "corporate" : "personal";
}

export const serviceIn = (said: Said): Service | null => (said("fixed") && !said("mobile") ? "fixed" : null);

/** Kinds that cannot be used, as a flag would take them. */
export function withoutIn(said: Said): string | null {
  const kinds = [...(said("withoutVoice") ? ["voice"] : []), ...(said("buttonPhone") ? ["web", "app", "chat"] : [])];
  return kinds.length > 0 ? kinds.join(",") : null;
}

const WITH = ["с", "со", "from"];
const DEVICE = /^(сим|номер|телефон|трубк|мобильн|sim|phone|number)/;

/** "С маминой йоты", "с симки билайна", "с номера мтс": the line, not the operator asked about. */
function isHeld(tokens: readonly string[], { start }: OperatorMention): boolean {
  const near = tokens.slice(Math.max(0, start - 4), start).reverse();
  const at = near.findIndex((token) => WITH.includes(token));
  return at === 0 || at === 1 || (at >= 2 && near.slice(0, at).some((token) => DEVICE.test(token)));
}

/** The operator whose SIM the call is made with, where another one is called. */
export const callingLine = (
  tokens: readonly string[],
  mentions: readonly OperatorMention[],
  lists: Lists,
): OperatorMention | undefined =>
  lists("calling").some(tokens) ? mentions.find((mention) => isHeld(tokens, mention)) : undefined;

/** Lines said in words; an operator's own name as the line is `partsOf`'s business. */
export function lineIn(said: Said, otherOperator: string): string | null {
  if (said("landline")) return "landline";
  if (said("foreignLine")) return "foreign";
  if (said("otherOperator")) return otherOperator;
  return said("internetOnly") ? "internet" : null;
}
