/** The files of data/: where those of each role stand, and the shape of what is in them. */
import type * as z from "zod";
import * as checklists from "../schemas/checklists.js";
import * as claims from "../schemas/claims.js";
import * as grounds from "../schemas/grounds.js";
import * as merchants from "../schemas/merchants.js";
import * as numbering from "../schemas/numbering.js";
import * as parties from "../schemas/parties.js";
import * as topics from "../schemas/topics.js";
import type { Range } from "./ranges.js";
import * as words from "./words-schema.js";

/** `*` is any name; a file of text by lines has no shape. */
export const FILES = {
  topics: { at: "topics.json", shape: topics.topics },
  usual: { at: "usual.json", shape: topics.usual },
  costs: { at: "costs.json", shape: parties.costs },
  emergency: { at: "emergency.json", shape: parties.emergency },
  escalation: { at: "escalation.json", shape: parties.escalation },
  retired: { at: "retired.json", shape: topics.retired },
  calendar: { at: "calendar.json", shape: grounds.calendar },
  "refund-routes": { at: "refund-routes.json", shape: merchants.refundRoutes },
  "claim-parts": { at: "claims-shared.json", shape: claims.claimParts },
  operator: { at: "operators/*.json", shape: parties.operator },
  merchant: { at: "merchants/*.json", shape: merchants.merchant },
  grounds: { at: "grounds/*.json", shape: grounds.grounds },
  claim: { at: "claims/*.json", shape: claims.claim },
  checklist: { at: "checklists/*.json", shape: checklists.checklist },
  messages: { at: "messages/*.json", shape: words.messages },
  "numbering-holders": { at: "numbering/holders.json", shape: numbering.holders },
  "numbering-regions": { at: "numbering/regions.json", shape: numbering.regions },
  "numbering-plan": { at: "numbering/plan.json", shape: numbering.plan },
  register: { at: "numbering/register.json", shape: numbering.register },
  ranges: { at: "numbering/ranges.txt", shape: null },
  concepts: { at: "understanding/concepts.json", shape: words.concepts },
  "operator-clues": { at: "understanding/operator-clues.json", shape: words.operatorClues },
  situations: { at: "understanding/situations.json", shape: words.situations },
  places: { at: "understanding/places.json", shape: words.places },
  examples: { at: "understanding/examples/*.txt", shape: null },
} as const;

/** A stray file is one that nothing reads. */
export type FileRole = keyof typeof FILES | "stray";

/** What texts by lines hold: ranges, and the topic that examples are of. */
interface Lines {
  ranges: readonly Range[];
  examples: string;
}

/** What is read in a file. */
export type ContentOf<Role extends keyof typeof FILES> = Role extends keyof Lines
  ? Lines[Role]
  : z.output<NonNullable<(typeof FILES)[Role]["shape"]>>;
