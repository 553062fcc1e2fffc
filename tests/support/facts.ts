/** All values of all facts, and facts as a person would type them. */
import type { GivenFacts } from "../../src/situation/facts.js";
import { OPERATORS } from "./authored.js";

export type Facts = Record<"operator" | "topic" | "service" | "subscriber" | "roaming" | "from", string> & {
  /** Only where it is a question. */
  merchant?: string;
};

export const SERVICES = ["mobile", "fixed"];
export const SUBSCRIBERS = ["personal", "corporate"];
export const PLACES = ["home", "russia", "abroad"];
export const OPERATOR_IDS = OPERATORS.map((one) => one.id);
export const FROM = ["own", ...OPERATOR_IDS, "landline", "foreign", "internet"];

/** Topics where the money may have gone to one of several sellers, each with its own support. */
export const SEVERAL_SELLERS: Readonly<Record<string, readonly string[]>> = {
  "card-charge-other": ["app-store", "google-play", "rustore", "other"],
  "child-purchase": ["app-store", "google-play", "rustore", "steam", "xsolla", "other"],
};

export const servicesOf = (operator: string): readonly string[] =>
  OPERATORS.find((one) => one.id === operator)?.services ?? [];
export const hasSims = (operator: string): boolean => servicesOf(operator).includes("mobile");

export const given = (facts: Partial<Record<string, string>>): GivenFacts =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, from: "flag" }])) as GivenFacts;
