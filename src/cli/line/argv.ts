/** A first look at the command line: what decides how an answer, a failed one included, is given. commander checks it all afterwards. */
import { COMMANDS } from "../commands.js";
import type { GlobalFlags } from "../files/settings.js";

const WITH_VALUE = ["lang", "as-of", "directory"] as const;
const SWITCHES = ["--json", "--strict", "--no-config", "--no-input", "--accessible", "--no-color"];
const HELP_FLAGS = ["-h", "--help", "-V", "--version"];

export interface Argv {
  flags: GlobalFlags;
  /** The command called, or asked about with `help`; null when none that exists. */
  command: string | null;
  /** What stands where a command should, and is none. */
  unknown: string | null;
  /** Help or the version is asked for. */
  help: boolean;
  /** Nothing stands there but global flags. */
  bare: boolean;
}

const nameOf = (word: string): string => word.replace(/^--/, "").replace(/=.*$/s, "");
const takesNext = (word: string): boolean => WITH_VALUE.some((name) => word === `--${name}`);

const isGlobal = (word: string): boolean =>
  SWITCHES.includes(word) || WITH_VALUE.some((name) => word.startsWith("--") && nameOf(word) === name);

/** Words that are neither flags nor the values of global flags. */
function operands(words: readonly string[]): string[] {
  return words.filter((word, index) => !word.startsWith("-") && !takesNext(words[index - 1] ?? ""));
}

function flagValue(name: string, words: readonly string[]): string | undefined {
  const index = words.findIndex((word) => word.startsWith("--") && nameOf(word) === name);
  const word = words[index];
  if (word === undefined) return undefined;
  return word.includes("=") ? word.slice(word.indexOf("=") + 1) : words[index + 1];
}

export function readArgv(argv: readonly string[]): Argv {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  const [first, second] = operands(words);
  const called = first === "help" ? second : first;
  const known = called !== undefined && Object.hasOwn(COMMANDS, called);
  const [lang, asOf, directory] = WITH_VALUE.map((name) => flagValue(name, words));
  return {
    flags: {
      ...(lang !== undefined && { lang }),
      ...(asOf !== undefined && { asOf }),
      ...(directory !== undefined && { directory }),
      json: words.includes("--json"),
      strict: words.includes("--strict"),
      config: !words.includes("--no-config"),
      input: !words.includes("--no-input"),
      ...(words.includes("--accessible") && { accessible: true }),
    },
    command: known ? called : null,
    unknown: known ? null : (called ?? null),
    bare: first === undefined && words.every((word, index) => isGlobal(word) || takesNext(words[index - 1] ?? "")),
    help: first === "help" || words.some((word) => HELP_FLAGS.includes(word)),
  };
}
