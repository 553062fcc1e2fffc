/** What a text says of the person besides operator and place: contract, line in the hand, service, what cannot be used. */
import type { ChannelKind } from "../vocabulary/channels.js";
import type { Service, Subscriber } from "../vocabulary/situation.js";
import type { Dictionaries, Situations } from "./dictionaries.js";
import { type Negation, notDenied } from "./negation.js";
import type { OperatorMention } from "./operators.js";
import { type Phrases, phrases } from "./phrase.js";

const LISTS = [
  "corporate",
  "notCorporate",
  "personal",
  "fixed",
  "mobile",
  "withoutVoice",
  "landline",
  "otherOperator",
  "foreignLine",
  "internetOnly",
  "calling",
] as const satisfies readonly (keyof Situations)[];
type List = (typeof LISTS)[number];

export type CircumstanceReader = Record<List, Phrases<true>>;

export const circumstanceReader = ({ situations }: Dictionaries): CircumstanceReader =>
  Object.fromEntries(LISTS.map((list) => [list, phrases(situations[list])])) as CircumstanceReader;

/** Both kinds in one text: a contract that is to change hands, and nothing to be sure of. */
export function subscriberIn(
  tokens: readonly string[],
  reader: CircumstanceReader,
  denial: Negation,
): Subscriber | null {
  const said = (list: List): boolean => notDenied(reader[list].find(tokens), tokens, denial).length > 0;
  const corporate = said("corporate") && !reader.notCorporate.some(tokens);
  const personal = said("personal");
  if (corporate === personal) return null;
  return corporate ? "corporate" : "personal";
}

export function serviceIn(tokens: readonly string[], reader: CircumstanceReader): Service | null {
  const fixed = reader.fixed.some(tokens);
  return fixed && !reader.mobile.some(tokens) ? "fixed" : null;
}

export const withoutIn = (tokens: readonly string[], reader: CircumstanceReader): ChannelKind | null =>
  reader.withoutVoice.some(tokens) ? "voice" : null;

const WITH = ["с", "со", "from"];
const DEVICE = /^(сим|номер|телефон|трубк|мобильн|sim|phone|number)/;

/** "С маминой йоты", "с симки билайна", "с номера мтс": the line, not the operator asked about. */
function isHeld(tokens: readonly string[], { start }: OperatorMention): boolean {
  const near = tokens.slice(Math.max(0, start - 3), start).reverse();
  const at = near.findIndex((token) => WITH.includes(token));
  return at === 0 || at === 1 || (at === 2 && near.slice(0, 2).some((token) => DEVICE.test(token)));
}

/** The operator whose SIM the call is made with, where another one is called. */
export function heldLine(
  tokens: readonly string[],
  mentions: readonly OperatorMention[],
  reader: CircumstanceReader,
): OperatorMention | null {
  if (!reader.calling.some(tokens)) return null;
  return mentions.find((mention) => isHeld(tokens, mention)) ?? null;
}

/** Lines said in words; an operator's own name as the line is `heldLine`'s business. */
export function lineIn(tokens: readonly string[], reader: CircumstanceReader, otherOperator: string): string | null {
  if (reader.landline.some(tokens)) return "landline";
  if (reader.foreignLine.some(tokens)) return "foreign";
  if (reader.otherOperator.some(tokens)) return otherOperator;
  return reader.internetOnly.some(tokens) ? "internet" : null;
}
