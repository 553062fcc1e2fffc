/**
 * What applies where a line says nothing: the environment, and saved defaults, read in one go without what it takes to write them.
 * Precedence: flag, environment, saved default, built-in default.
 */
import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import type { Given, GivenFacts } from "../../situation/facts.js";
import { notListed, suggest } from "../../values/choice.js";
import { type Moment, momentOf, parseMoment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES, type Language } from "../../vocabulary/language.js";
import { FACTS, LASTING_FACTS } from "../../vocabulary/situation.js";
import type { GlobalFlags } from "../line/flags.js";

/**
 * Where settings and runs are kept: XDG on Linux, the system's own place elsewhere, as env-paths would say. Its one function is written out
 * here because it fails on loading where no home is known, and takes a relative XDG folder, which the standard says to ignore.
 */
const NAME = "dozvon";

export const OWNER_ONLY = 0o600;
export const OWNER_ONLY_FOLDER = 0o700;

function home(): string | null {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const folder = ask();
      if (isAbsolute(folder)) return folder;
    } catch {
      // A user id that the system knows nothing of.
    }
  }
  return null;
}

/** null where there is no home: nothing can have been kept. */
function findSettingsFolder(): string | null {
  const { platform, env } = process;
  const given = platform === "win32" ? env.APPDATA : platform === "darwin" ? undefined : env.XDG_CONFIG_HOME;
  const own = given && isAbsolute(given) ? given : null;
  const below = home();
  const inHome = (...path: string[]) => below && join(below, ...path);
  if (platform === "darwin") return inHome("Library", "Preferences", NAME);
  if (platform !== "win32") return own ? join(own, NAME) : inHome(".config", NAME);
  return own ? join(own, NAME, "Config") : inHome("AppData", "Roaming", NAME, "Config");
}

/** @throws Problem bad-settings where there is no home. */
export function settingsFolder(): string {
  const folder = findSettingsFolder();
  if (folder === null) throw new Problem("bad-settings", "no-home");
  return folder;
}

/**
 * A folder with those above it. Node's own way spins for ever where the system says that a folder cannot be made below one that is there, as
 * /proc and some mounts do (Node 20.20).
 * @throws the file system's error.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    // Another process was first.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** What may be saved: no phone number, no name. */
export const SAVED_KEYS = [...LASTING_FACTS, "lang", "directory"] as const;
export type SavedKey = (typeof SAVED_KEYS)[number];

export type Saved = Partial<Record<SavedKey, string>>;

export interface SettingsFile {
  saved: Saved;
  /** Whether saving an answer was offered before; it is offered once. */
  offered: boolean;
  /** The file is there but is not what dozvon writes. */
  damaged: boolean;
  /** All that is in the file, what this dozvon does not know included. */
  content: Record<string, unknown>;
}

/** Of an error of the file system. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** What the file system says of a file; a problem as it is. */
export const refused = (key: "settings-unreadable" | "settings-unwritable", file: string, error: unknown): Problem =>
  error instanceof Problem ? error : new Problem("bad-settings", key, { file, reason: codeOf(error) });

/** Puts a damaged file aside under another name. @returns which. @throws the file system's error. */
export function setAside(file: string): string {
  const kept = `${file}.damaged-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  renameSync(file, kept);
  return kept;
}

const EMPTY: SettingsFile = { saved: {}, offered: false, damaged: false, content: {} };

/** A dozvon that writes what this one would misread says a higher `version` in the file. */
const SETTINGS_VERSION = 1;

const FILE = "config.json";

/** @throws Problem bad-settings where there is no home. */
export const settingsPath = (): string => join(settingsFolder(), FILE);

/** @throws Problem bad-settings when the file is there and cannot be opened, or a newer dozvon wrote it. */
export function readSettings(): SettingsFile {
  const folder = findSettingsFolder();
  if (folder === null) return EMPTY;
  const file = join(folder, FILE);
  const damaged = { ...EMPTY, damaged: true };
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return damaged;
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return EMPTY;
    throw refused("settings-unreadable", file, error);
  }
  if (content === null || typeof content !== "object" || Array.isArray(content)) return damaged;
  if (typeof content.version === "number" && content.version > SETTINGS_VERSION)
    throw new Problem("bad-settings", "settings-are-newer", { file });
  const texts = SAVED_KEYS.filter((key) => content[key] !== undefined);
  if (texts.some((key) => typeof content[key] !== "string")) return damaged;
  const saved = Object.fromEntries(texts.map((key) => [key, content[key]])) as Saved;
  return { saved, offered: content.offered === true, damaged: false, content };
}

const ENVIRONMENT_FACTS = FACTS.filter((fact) => fact !== "topic");

const variable = (name: string): string => `DOZVON_${name.toUpperCase()}`;

/** By all their names in the help. */
export const VARIABLES: readonly string[] = [...ENVIRONMENT_FACTS, "lang", "directory", "as_of"].map(variable);

const LOWERCASE = VARIABLES.map((name) => name.toLowerCase());

/** An empty variable is as good as none. */
const fromEnvironment = (env: NodeJS.ProcessEnv, name: string): string | undefined => env[variable(name)] || undefined;

const asLanguage = (given: string): Language | undefined =>
  LANGUAGES.find((language) => language === given.trim().toLowerCase());

/** The one given, else Russian where the locale is Russian, English elsewhere. Windows sets no LANG: the system locale is asked there. */
export function languageIn(given: string | undefined, env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const name = locale || (process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "");
  return asLanguage(given ?? "") ?? (/^ru\b|^ru_/i.test(name) ? "ru" : "en");
}

/** @throws Problem for a language that is neither ru nor en. */
export function languageOf(flag: string | undefined, env: NodeJS.ProcessEnv, saved: Saved): Language {
  const given = flag ?? fromEnvironment(env, "lang");
  if (given === undefined) return languageIn(saved.lang, env);
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
