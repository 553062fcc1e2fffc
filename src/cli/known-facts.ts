/** What is known before an answer: what was stated, over the environment, over saved defaults. */
import { FACT_TABLE } from "../situation/fact-table.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import type { Heard } from "../understanding/heard.js";
import { isCountryCode } from "../values/country.js";
import { Problem } from "../values/problem.js";
import type { Fact } from "../vocabulary/situation.js";
import type { Context } from "./context.js";
import { blamed, defaultsOf } from "./files/settings.js";
import { factsOf } from "./line/flags.js";

/** Names of countries as codes; the reader of sentences is loaded only for a name. */
export async function withCountry(given: GivenFacts, context: Context): Promise<GivenFacts> {
  if (!given.country || isCountryCode(given.country.value)) return given;
  const { withCountryCode } = await import("../answers/ask.js");
  return withCountryCode(given, await context.desk());
}

/**
 * Facts of the environment and saved ones, each held to what it may be.
 * @param stated what need not be looked up.
 * @throws Problem that names the variable or the file a bad value stands in; contradictory-facts.
 */
export async function defaultFacts(context: Context, stated: GivenFacts = {}): Promise<GivenFacts> {
  const all = Object.entries(defaultsOf(context.env, context.saved));
  // A list that a text adds to is looked up too: who cannot talk cannot on a phone without internet either.
  const isOpen = (fact: Fact) => !stated[fact] || (stated[fact].from === "text" && FACT_TABLE[fact].list);
  const kept: GivenFacts = Object.fromEntries(all.filter(([fact]) => isOpen(fact as Fact)));
  if (Object.keys(kept).length === 0) return kept;
  const directory = await context.directory();
  const facts = await withCountry(kept, context);
  for (const [fact, one] of Object.entries(facts)) {
    try {
      FACT_TABLE[fact as Fact].parse(one.value, directory);
    } catch (error) {
      throw blamed(fact, one, error);
    }
  }
  understand(facts, directory);
  return facts;
}

/** @throws Problem as `defaultFacts`. */
export async function knownFacts(stated: GivenFacts, context: Context): Promise<GivenFacts> {
  // Where somebody usually is says nothing once they have said where they are.
  const elsewhere = (fact: string) => ["roaming", "country"].includes(fact) && (stated.roaming ?? stated.country);
  const defaults = Object.entries(await defaultFacts(context, stated)).filter(([fact]) => !elsewhere(fact));
  let known = await withCountry(stated, context);
  if (defaults.length === 0) return known;
  const directory = await context.directory();
  understand(known, directory);
  for (const [fact, one] of defaults) {
    const values = [one.value, known[fact as Fact]?.value].filter((value) => value !== undefined);
    const added = { ...known, [fact]: { ...one, value: values.join(",") } };
    try {
      understand(added, directory);
      known = added;
    } catch (error) {
      // What is kept for every question gives way to what this one says.
      if (!(error instanceof Problem) || error.code !== "contradictory-facts") throw error;
    }
  }
  return known;
}

/** With the operator that a number among them stands for: the register is opened only for that. A number kept for every question is blamed on where it is kept. */
async function withOperator(known: GivenFacts, context: Context, show: boolean): Promise<GivenFacts> {
  const { number } = known;
  if (!number) return known;
  const { withNumber } = await import("../answers/number-fact.js");
  const desk = await context.desk();
  try {
    return withNumber(known, desk, show);
  } catch (error) {
    const its = error instanceof Problem && error.code === "bad-number";
    throw its && number.from !== "flag" ? blamed("number", number, error) : error;
  }
}

/** The facts of a command line. @param also stated by the command itself. */
export const statedFacts = async (
  flags: Record<string, unknown>,
  context: Context,
  also: GivenFacts = {},
): Promise<GivenFacts> =>
  withOperator(await knownFacts({ ...factsOf(flags), ...also }, context), context, flags["--show-numbers"] === true);

/** The facts a sentence is answered with here. @param show repeat a number as it is. */
export const heardFacts = async ({ given }: Heard, context: Context, show = false): Promise<GivenFacts> =>
  given.topic?.value === EMERGENCY_TOPIC ? given : withOperator(await knownFacts(given, context), context, show);

/** Saved defaults are never used in silence. */
export async function savedNotice(given: GivenFacts, { directory: open, words }: Context): Promise<Notice[]> {
  const saved = Object.fromEntries(Object.entries(given).filter(([, { from }]) => from === "saved"));
  if (Object.keys(saved).length === 0) return [];
  const { factTexts } = await import("../render/ask/text.js");
  const names = factTexts(saved, await open(), words);
  return [{ code: "saved-facts", values: { facts: names.join(words.say("list.comma")) } }];
}
