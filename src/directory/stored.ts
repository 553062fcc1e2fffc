/** The files of what was built, by what is in them: the build writes them, and whoever opens them reads them by these names alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../vocabulary/language.js";
import type { NumberingPlan } from "./numbering-types.js";
import type * as types from "./types.js";

/** The interface's own words by key; `{name}` marks a value to fill in. */
export type Messages = Readonly<Record<string, string>>;

/** A file inside its folder; what it holds is known to the types only. */
export interface Stored<T> {
  path: string;
  holds?: T;
}

const stored = <T>(path: string): Stored<T> => ({ path });
const storedEach =
  <T>(folder: string) =>
  (id: string): Stored<T> => ({ path: `${folder}/${id}.json` });

/** A look-up of channels reads the index and one party; everything else when a question first needs it. */
export const STORED = {
  index: stored<types.DirectoryIndex>("index.json"),
  party: storedEach<Omit<types.Party, "neverOffered">>("parties"),
  neverOffered: storedEach<types.Party["neverOffered"]>("never-offered"),
  values: stored<types.ValueIndex>("values.json"),
  names: stored<types.Names>("names.json"),
  parts: stored<types.TopicParts>("topic-parts.json"),
  answerMessages: (language: Language): Stored<Messages> => ({ path: `messages/answer.${language}.json` }),
  otherMessages: (language: Language): Stored<Messages> => ({ path: `messages/other.${language}.json` }),
  grounds: stored<readonly types.Ground[]>("grounds.json"),
  calendar: stored<types.Calendar>("calendar.json"),
  merchants: stored<readonly types.MerchantCharge[]>("merchants/charges.json"),
  refundRules: storedEach<types.RefundRules>("merchants"),
  refundRoutes: stored<readonly types.RefundRoute[]>("refund-routes.json"),
  checklist: storedEach<types.Checklist>("checklists"),
  claims: stored<readonly types.ClaimSummary[]>("claims.json"),
  claim: storedEach<types.ClaimLetter>("claims"),
};

/** In folders of their own. */
export const RANGES = "ranges.bin";
export const PLAN = stored<NumberingPlan>("plan.json");
export const TOPIC_MODEL = "topics.bin";
/** `WordLists` is the shape in which the room of understanding has its own lists written. */
export const wordLists = <WordLists>(): Stored<WordLists> => ({ path: "dictionaries.json" });

/** @param folder where the build put the file. */
export const readStored = <T>(folder: string, { path }: Stored<T>): T =>
  JSON.parse(readFileSync(join(folder, path), "utf8")) as T;
