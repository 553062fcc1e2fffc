/** Global flags and environment, before any command runs. Precedence: flag, environment, saved default, built-in default. */
import type { GivenFacts } from "../../situation/facts.js";
import { notListed } from "../../values/choice.js";
import { type Moment, momentOf, parseMoment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES, type Language } from "../../vocabulary/language.js";
import { FACTS, type Fact, LASTING_FACTS } from "../../vocabulary/situation.js";
import type { GlobalFlags } from "../line/global-flags.js";
import { asLanguage, localeLanguage } from "../terminal/language.js";
import type { Saved } from "./saved.js";

const PLACE_FACTS: readonly Fact[] = ["roaming", "country"];

const ENVIRONMENT_FACTS = FACTS.filter((fact) => fact !== "topic");

const variable = (name: string): string => `DOZVON_${name.toUpperCase()}`;

/** An empty variable is as good as none. */
const fromEnvironment = (env: NodeJS.ProcessEnv, name: string): string | undefined => env[variable(name)] || undefined;

/** @throws Problem for a language that is neither ru nor en. */
export function languageOf(
  flag: string | undefined,
  env: NodeJS.ProcessEnv,
  saved: Saved,
  platform: NodeJS.Platform,
): Language {
  const given = flag ?? fromEnvironment(env, "lang");
  if (given === undefined) return asLanguage(saved.lang ?? "") ?? localeLanguage(env, platform);
  const language = asLanguage(given);
  if (language) return language;
  const problem = notListed(given, LANGUAGES, { code: "unknown-value", values: { fact: "lang" } });
  throw flag === undefined ? badVariable("lang", given, problem) : problem;
}

/** The moment an answer speaks of. @throws Problem impossible-date. */
export function momentFrom(flags: GlobalFlags, env: NodeJS.ProcessEnv, now: () => number): Moment {
  if (flags["--as-of"] !== undefined) return parseMoment(flags["--as-of"]);
  const given = fromEnvironment(env, "as_of");
  if (given === undefined) return momentOf(now());
  try {
    return parseMoment(given);
  } catch (error) {
    throw error instanceof Problem ? badVariable("as_of", given, error) : error;
  }
}

/** Whether nobody has named a day. */
export const asksAboutToday = (flags: GlobalFlags, env: NodeJS.ProcessEnv): boolean =>
  flags["--as-of"] === undefined && fromEnvironment(env, "as_of") === undefined;

export const overlayFolder = (flags: GlobalFlags, env: NodeJS.ProcessEnv, saved: Saved): string | undefined =>
  flags["--directory"] ?? fromEnvironment(env, "directory") ?? saved.directory;

export const isAccessible = (flags: GlobalFlags, env: NodeJS.ProcessEnv): boolean =>
  flags["--accessible"] ?? !["", "0", "false", undefined].includes(env.ACCESSIBLE);

/** Facts given by flags over those of the environment over saved ones. */
export function withDefaults(flags: GivenFacts, env: NodeJS.ProcessEnv, saved: Saved): GivenFacts {
  const stated: GivenFacts = {};
  for (const fact of ENVIRONMENT_FACTS) {
    const value = fromEnvironment(env, fact);
    if (value !== undefined) stated[fact] = { value, from: "environment" };
  }
  Object.assign(stated, flags);
  const facts: GivenFacts = {};
  for (const fact of LASTING_FACTS) {
    const value = saved[fact];
    // Where somebody usually is says nothing once they have said where they are.
    const elsewhere = PLACE_FACTS.includes(fact) && PLACE_FACTS.some((one) => stated[one]);
    if (value !== undefined && !elsewhere) facts[fact] = { value, from: "saved" };
  }
  return { ...facts, ...stated };
}

/** Names the variable a problem comes from; the rest of the problem stays as it is. */
export function badVariable(name: string, given: string, cause: Problem): Problem {
  const { allowed, hints, missing } = cause;
  const values = { name: variable(name), given };
  return new Problem("bad-environment", "bad-environment", values, { allowed, hints, missing });
}

/** A problem with a fact that came from the environment is the variable's fault. */
export function blameEnvironment(error: unknown, given: GivenFacts): unknown {
  if (!(error instanceof Problem) || error.code === "contradictory-facts") return error;
  const { number } = given;
  if (error.code === "bad-number" && number?.from === "environment") return badVariable("number", number.value, error);
  const fact = Object.keys(given).find((name): name is Fact => {
    const entry = given[name as Fact];
    return entry?.from === "environment" && (error.values.given?.includes(entry.value) ?? false);
  });
  return fact ? badVariable(fact, given[fact]?.value ?? "", error) : error;
}
