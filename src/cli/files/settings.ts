/** Global flags and environment, before any command runs. Precedence: flag, environment, saved default, built-in default. */
import type { Given, GivenFacts } from "../../situation/facts.js";
import { notListed, suggest } from "../../values/choice.js";
import { type Moment, momentOf, parseMoment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES, type Language } from "../../vocabulary/language.js";
import { FACTS, LASTING_FACTS } from "../../vocabulary/situation.js";
import type { GlobalFlags } from "../line/flags.js";
import { asLanguage, localeLanguage } from "../terminal/locale.js";
import { type Saved, settingsPath } from "./saved.js";

const ENVIRONMENT_FACTS = FACTS.filter((fact) => fact !== "topic");

const variable = (name: string): string => `DOZVON_${name.toUpperCase()}`;

/** By all their names in the help. */
export const VARIABLES: readonly string[] = [...ENVIRONMENT_FACTS, "lang", "directory", "as_of"].map(variable);

const LOWERCASE = VARIABLES.map((name) => name.toLowerCase());

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
  throw flag === undefined ? blamed("lang", { value: given, from: "environment" }, problem) : problem;
}

/** The moment an answer speaks of. @throws Problem impossible-date. */
export function momentFrom(flags: GlobalFlags, env: NodeJS.ProcessEnv, now: () => number): Moment {
  if (flags["--as-of"] !== undefined) return parseMoment(flags["--as-of"]);
  const given = fromEnvironment(env, "as_of");
  if (given === undefined) return momentOf(now());
  try {
    return parseMoment(given);
  } catch (error) {
    throw blamed("as_of", { value: given, from: "environment" }, error);
  }
}

/** Whether nobody has named a day. */
export const asksAboutToday = (flags: GlobalFlags, env: NodeJS.ProcessEnv): boolean =>
  flags["--as-of"] === undefined && fromEnvironment(env, "as_of") === undefined;

export function overlayFolder(flags: GlobalFlags, env: NodeJS.ProcessEnv, saved: Saved): Given | null {
  const { "--directory": flag } = flags;
  if (flag !== undefined) return { value: flag, from: "flag" };
  const named = fromEnvironment(env, "directory");
  if (named !== undefined) return { value: named, from: "environment" };
  return saved.directory === undefined ? null : { value: saved.directory, from: "saved" };
}

export const isAccessible = (flags: GlobalFlags, env: NodeJS.ProcessEnv): boolean =>
  flags["--accessible"] ?? !["", "0", "false", undefined].includes(env.ACCESSIBLE);

/** Facts that the environment states over saved ones. */
export function defaultsOf(env: NodeJS.ProcessEnv, saved: Saved): GivenFacts {
  const facts: GivenFacts = {};
  for (const fact of ENVIRONMENT_FACTS) {
    const lasting = LASTING_FACTS.find((one) => one === fact);
    const kept = lasting && saved[lasting];
    const [value, from] = [fromEnvironment(env, fact), "environment"] as const;
    if (value !== undefined) facts[fact] = { value, from };
    else if (kept !== undefined) facts[fact] = { value: kept, from: "saved" };
  }
  return facts;
}

/** Names the place a problem comes from; the rest of the problem stays as it is. */
export function blamed(name: string, { value, from }: Pick<Given, "value" | "from">, cause: unknown): unknown {
  if (!(cause instanceof Problem)) return cause;
  if (from === "environment")
    return new Problem("bad-environment", "bad-environment", { name: variable(name), given: value }, cause);
  return new Problem("bad-settings", "bad-setting", { file: settingsPath(), name, given: value }, cause);
}

/** Variables that look like ours and are not, each with the nearest that is. */
export const strangeVariables = (env: NodeJS.ProcessEnv): { name: string; hint: string | null }[] =>
  Object.keys(env)
    .filter((name) => name.startsWith(variable("")) && !VARIABLES.includes(name))
    .map((name) => ({ name, hint: suggest(name, LOWERCASE)[0]?.toUpperCase() ?? null }));
