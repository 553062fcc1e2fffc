/** The dictionaries that stand behind the facts of a text, in the shape the build leaves them. */
import type { Names } from "../directory/types.js";
import type { PhraseTable } from "./phrase.js";

/**
 * One word of a place's name that changes with the case, what stands before it, and whose it is: stem, paradigm, words before
 * (patterns), ISO 3166-1 code; null for a region of several countries or none, "RU" for a place in Russia.
 */
export type PlaceEntry = readonly [stem: string, paradigm: number, before: string, country: string | null];

/** Lists of patterns by what they say. */
export const SITUATION_LISTS = [
  "corporate",
  "notCorporate",
  "personal",
  "fixed",
  "mobile",
  // The internet, and all that a complaint of it says beside where nothing tells whether it is the phone's or the home's.
  "internet",
  "internetGone",
  "withoutVoice",
  "landline",
  "otherOperator",
  "foreignLine",
  "internetOnly",
  "hotelWifi",
  // The money left the account of the phone, no card.
  "phoneAccount",
  // A telephone that opens no pages and no apps.
  "buttonPhone",
  // What was tried and does not work, or brings nothing.
  "withoutApp",
  "withoutChat",
  // Whose SIM it is: the one's who writes, somebody else's, and by the words that stand for somebody named before.
  "self",
  "others",
  "waiting",
  "othersAgain",
  // A phone at hand that is no victim of anything.
  "inHand",
  // Who lost it, and from whom it was taken.
  "losing",
  "stolen",
  "asking",
  // No Russian word in Latin letters, whatever it sounds like.
  "english",
  // What makes an operator's name another company's ("the Kazakh Beeline"), and a phone lent a foreign one ("an Egyptian guide").
  "nationality",
  // Danger in plain words, and words and numbers that call for help when they are all that is said.
  "dangers",
  "cries",
  // What only sounds like one of those: cargo, moods, menus, what was long ago.
  "calm",
  // Words that tell nothing, if no other is said: "всё плохо".
  "vague",
  // Few words that are asked of us alone: "кто звонил".
  "ours",
  "abroad",
  // Being there is said by these alone; by a country's border crossed too.
  "abroadNow",
  "leftRussia",
  "homeNow",
  "travellingInRussia",
  "acrossRussia",
  // Who is on a visit in any place of Russia; in the Crimea nearly everybody is who asks.
  "visiting",
  "atHome",
  "notAtHome",
  "presence",
  "trouble",
  "plans",
  "prices",
  // Journeys done, and things or calls that come from a place the person is not in.
  "notThere",
  "arrival",
  "calling",
  // Questions about a number itself.
  "whoseNumber",
  // Whoever does not know their operator tells their own number.
  "operatorUnknown",
  // A letter to be written, a checklist, and money to come back.
  "letterAsked",
  "stepsAsked",
  "refundAsked",
  // Money taken, fraudsters, and what they broke into.
  "charged",
  // What says that a number or a code does not answer.
  "silent",
  // Nobody takes the phone, whichever line was called.
  "unanswered",
  // Words that deny what stands right after them, and right before.
  "denial",
  "notToBlame",
  // What is no part of the question once it is denied.
  "deniable",
  "scoff",
  // Words for something else that look like a place's name; in an emergency every place named counts, so they must not.
  "notPlaces",
] as const;
export type SituationList = (typeof SITUATION_LISTS)[number];
export type Situations = Readonly<Record<SituationList, readonly string[]>>;

/** Entries of places under the first letters of the word declined. */
export type PlaceTable = Readonly<Record<string, readonly PlaceEntry[]>>;

/** What the build makes of data/understanding. */
export interface WordLists {
  concepts: PhraseTable<string>;
  /** Patterns around `@`, the operator weighed, and `#`, any other; the weight says how likely it is the one asked about. */
  operatorClues: PhraseTable<number>;
  situations: Situations;
  places: PlaceTable;
}

/** What the directory calls its parties is its own. */
export interface Dictionaries extends Names, WordLists {}
