/** Command lines: each command with flags and words that fit it, most of them right, and then something done to the whole. */
import fc from "fast-check";
import type { Declared } from "./declared.js";
import { anyText, slipped, VALUES, value } from "./values.js";

interface Shape {
  /** Kinds of value its words take. */
  words: readonly string[];
  /** Flags with the kind of value each takes; `true` for a switch. */
  flags: Readonly<Record<string, string | true>>;
}

const FACTS = {
  "-o": "operator",
  "--operator": "operator",
  "-f": "from",
  "-r": "roaming",
  "-s": "subscriber",
  "--service": "service",
  "-t": "topic",
  "--country": "country",
  "--merchant": "merchant",
  "--without": "without",
  "--tried": "number",
  "-n": "number",
} as const;

const GLOBAL = {
  "--full": true,
  "--lang": "lang",
  "--as-of": "day",
  "--strict": true,
  "--no-input": true,
  "--no-config": true,
  "--accessible": true,
  "--no-color": true,
} as const;

const OUTPUT = { "-O": "file", "--output": "file", "--force": true } as const;

/** Files and folders that stand in the folder of the trial, and some that do not. */
export const FILES = [
  "fields.json",
  "lines.ndjson",
  "numbers.txt",
  "empty",
  "bytes",
  "folder",
  "out.html",
  "out.md",
  "out.docx",
  "out.txt",
  "nowhere/out.txt",
  "-",
  "link",
  "dangling",
  "folder/",
];

const COMMANDS: Readonly<Record<string, Shape>> = {
  route: { words: [], flags: { ...FACTS, "--show-numbers": true } },
  ask: { words: ["sentence"], flags: { ...FACTS, "--show-numbers": true } },
  whose: { words: ["number", "number"], flags: {} },
  charge: { words: ["descriptor"], flags: { "--account": "account" } },
  refund: {
    words: ["merchant"],
    flags: {
      "--amount": "amount",
      "--event": "refundWord",
      "--product": "refundWord",
      "--charge": "refundWord",
      "--paid-with": "refundWord",
      "--state": "refundWord",
      "--paid-on": "day",
      "--received": "yes",
      "--received-on": "day",
      "--recurring": "yes",
      "--used": "yes",
      "--hours-played": "amount",
      "--minutes-between": "amount",
      "--buyer-age": "amount",
      "--paid-until": "day",
      "--claimed-on": "day",
      "--explicit-will": "yes",
      "--seller-refused": "yes",
      "--demanded-on": "day",
      "--released-on": "day",
    },
  },
  "checklist list": { words: [], flags: {} },
  "checklist show": { words: ["checklist"], flags: { ...FACTS, "--charged-on": "day" } },
  "checklist start": { words: ["checklist"], flags: { "-o": "operator", "-s": "subscriber", "--charged-on": "day" } },
  "checklist status": { words: [], flags: { "--run": "checklist" } },
  "checklist resume": { words: ["checklist"], flags: { "--run": "checklist", "--charged-on": "day" } },
  "checklist done": { words: ["step"], flags: { "--answer": "any", "--on": "day", "--run": "checklist" } },
  "checklist skip": { words: ["step"], flags: { "--on": "day" } },
  "checklist later": { words: ["step"], flags: { "--on": "day" } },
  "checklist fail": { words: ["step"], flags: { "--on": "day" } },
  "checklist note": { words: ["sentence"], flags: { "--step": "step" } },
  "checklist forget": { words: ["checklist"], flags: { "--all": true } },
  claim: {
    words: ["claim"],
    flags: {
      "-o": "operator",
      "--field": "field",
      "--fields": "file",
      "--skip-demand": "any",
      "--format": "format",
      ...OUTPUT,
      "--ics": "file",
      "--show-personal": true,
    },
  },
  contacts: {
    words: ["operator"],
    flags: {
      ...FACTS,
      "--travel": true,
      "--format": "format",
      ...OUTPUT,
      "--plain": true,
      "--qr": true,
      "--channel": "channel",
    },
  },
  find: { words: ["sentence", "operator", "number"], flags: { ...FACTS, "--plain": true } },
  reply: { words: ["topic"], flags: { ...FACTS, "--show-numbers": true } },
  report: { words: ["channel"], flags: {} },
  emergency: { words: [], flags: { "-r": "roaming", "-f": "from", "--country": "country", "--without": "without" } },
  operators: { words: [], flags: { "--plain": true } },
  topics: { words: [], flags: { "--plain": true } },
  sources: { words: ["operator"], flags: { "--stale": "amount", "--law": true } },
  conflicts: { words: ["operator"], flags: {} },
  "data check": { words: ["file"], flags: {} },
  "data new-overlay": { words: ["file"], flags: { "--operator": "any" } },
  "config list": { words: [], flags: { "--origin": true } },
  "config get": { words: ["setting"], flags: {} },
  "config set": { words: ["setting", "any"], flags: {} },
  "config unset": { words: ["setting"], flags: {} },
  "config path": { words: [], flags: {} },
  schema: { words: ["schema"], flags: {} },
  completion: { words: ["shell"], flags: {} },
  complete: { words: ["any"], flags: {} },
  batch: { words: ["file"], flags: { "--show-numbers": true } },
  skill: { words: [], flags: {} },
  help: { words: ["commandName"], flags: {} },
};

/** Whose outcome is no answer to a line: a conversation with an assistant. */
const NO_LINES = ["mcp"];

/** Commands that these lines would never call. */
export const untried = (declared: readonly Declared[]): string[] =>
  declared.map(({ words }) => words.join(" ")).filter((name) => !(name in COMMANDS) && !NO_LINES.includes(name));

const among = (...values: string[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anyText });

/** Names of fields of the letters, as a person would give them with a value. */
const FIELDS = ["name", "address", "phone", "amount", "date", "email", "contract", "service", "merchant", "city"];

const MORE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  file: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FILES) }, { weight: 1, arbitrary: anyText }),
  account: among("card", "mobile"),
  merchant: among("steam", "xsolla", "app-store", "google-play", "yandex-plus", "bank", "mobile-account", "vk", "Стим"),
  refundWord: among(
    "pending",
    "taken",
    "card",
    "phone-account",
    "unauthorised",
    "paid-twice",
    "change-of-mind",
    "game",
    "software",
    "info-service",
    "voting",
    "other",
    "store",
  ),
  checklist: among(
    "xsolla",
    "spam",
    "content-ban",
    "unwanted-subscription",
    "unknown-mobile-charges",
    "child-purchase",
    "xsolla-2",
    "refund-refused",
  ),
  step: among("find-out", "call", "ban", "evidence", "1", "2"),
  claim: among(
    "merchant",
    "content-without-consent",
    "imposed-option",
    "refund-refused",
    "regulator-complaint",
    "bank-operation-not-mine",
  ),
  field: fc
    .tuple(among(...FIELDS), fc.oneof(value("day"), value("amount"), value("sentence"), value("number")))
    .map((pair) => pair.join("=")),
  format: among("text", "md", "html", "csv", "vcf", "docx", "json"),
  setting: among("operator", "subscriber", "lang", "directory", "number"),
  schema: among("route", "codes", "whose", "ask", "claim"),
  shell: among("bash", "zsh", "fish", "powershell"),
  commandName: among(...Object.keys(COMMANDS).map((name) => name.split(" ")[0] ?? "")),
};

/** What a path by chance must not do: leave the folder of the trial. */
const tame = (word: string): string => word.replaceAll("..", ".").replace(/^(-[A-Za-z]|--[a-z-]+=)?[/~\\]+/, "$1");

const valueFor = (kind: string): fc.Arbitrary<string> => MORE[kind] ?? value(kind);

/** `--flag value`, `--flag=value` or a switch. */
const flag = (name: string, kind: string | true): fc.Arbitrary<string[]> => {
  if (kind === true) return fc.constant([name]);
  return fc
    .tuple(valueFor(kind), fc.nat(9))
    .map(([given, form]) => (form === 0 && name.startsWith("--") ? [`${name}=${given}`] : [name, given]));
};

const flagsFrom = (flags: Shape["flags"], most: number): fc.Arbitrary<string[]> => {
  const choices = Object.entries(flags).map(([name, kind]) => flag(name, kind));
  if (choices.length === 0) return fc.constant([]);
  return fc.array(fc.oneof(...choices), { maxLength: most }).map((some) => some.flat());
};

const called = ([name, { words, flags }]: [string, Shape]): fc.Arbitrary<string[]> =>
  fc
    .tuple(fc.tuple(...words.map(valueFor)), flagsFrom(flags, 4), flagsFrom(GLOBAL, 1), fc.nat(words.length + 4))
    .map(([given, own, global, left]) => [
      ...name.split(" "),
      ...(left === 0 ? given.slice(1) : given),
      ...own,
      ...global,
    ]);

/** The gate reads all of data/ each time: a try of it costs as much as a hundred others. */
const SLOW = ["data check"];
const right = fc.oneof(
  ...Object.entries(COMMANDS).map((one) => ({ weight: SLOW.includes(one[0]) ? 1 : 50, arbitrary: called(one) })),
);

/** The same words otherwise: shuffled, one twice, one left out, one with a slip, or words from anywhere. */
const wrong = fc.oneof(
  right.chain((words) => fc.shuffledSubarray(words, { minLength: words.length })),
  fc
    .tuple(right, fc.nat())
    .map(([words, at]) => words.flatMap((word, index) => (index === at % words.length ? [word, word] : [word]))),
  fc.tuple(right, fc.nat()).map(([words, at]) => words.filter((_, index) => index !== at % words.length)),
  right.chain((words) =>
    fc.tuple(...words.map((word) => slipped(fc.constant(word))), fc.nat()).map((all) => {
      const at = Number(all.at(-1)) % words.length;
      return words.map((word, index) => (index === at ? String(all[index]) : word));
    }),
  ),
  fc.array(
    fc.oneof(
      anyText,
      fc.constantFrom(...Object.keys(GLOBAL), ...Object.keys(FACTS), "-h", "-V", "--version", "help"),
      ...Object.values(VALUES),
    ),
    { maxLength: 6 },
  ),
);

export interface CommandLine {
  args: string[];
  json: boolean;
  env: Record<string, string>;
  input: string;
}

/** Node itself crashes over a locale of a hundred strange bytes, whatever it runs: here are those that systems have, and near misses. */
const locale = fc.constantFrom(
  "C",
  "POSIX",
  "C.UTF-8",
  "tr_TR.UTF-8",
  "ru_RU.KOI8-R",
  "ru_RU.CP1251",
  "en",
  "ru",
  "xx_YY",
  "zh_Hans",
  "de_DE@euro",
  "",
  "=",
  "1",
);
const zone = fc.constantFrom(
  "Pacific/Kiritimati",
  "America/New_York",
  "Europe/Moscow",
  "UTC",
  "Nowhere/Land",
  "",
  "+14",
  "EST5EDT",
);
const variables = fc.record(
  {
    ...Object.fromEntries(
      ["OPERATOR", "FROM", "ROAMING", "SUBSCRIBER", "SERVICE", "COUNTRY", "NUMBER", "LANG", "AS_OF"].map((name) => [
        `DOZVON_${name}`,
        fc.oneof(...Object.values(VALUES)),
      ]),
    ),
    COLUMNS: fc.oneof(fc.constantFrom("0", "1", "40", "99999999", "-5"), anyText),
    ACCESSIBLE: anyText,
    LANG: locale,
    LC_ALL: locale,
    TZ: zone,
  } as Record<string, fc.Arbitrary<string>>,
  { requiredKeys: [] },
);

/** A few of them, most often none. */
const env = fc
  .tuple(fc.nat(3), variables, fc.array(fc.nat(20), { maxLength: 3 }))
  .map(([often, all, some]) =>
    often > 0
      ? {}
      : Object.fromEntries(
          some
            .flatMap((at) => Object.entries(all).slice(at, at + 1))
            .map(([name, given]) => [name, (given ?? "").replaceAll("\0", "")]),
        ),
  );

/** A command line without null bytes, which no system passes on. */
export const commandLine: fc.Arbitrary<CommandLine> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: right }, { weight: 2, arbitrary: wrong }),
    fc.boolean(),
    env,
    fc.oneof(value("sentence"), value("number"), anyText),
  )
  .map(([words, json, variables, input]) => ({
    args: [...words.map((word) => tame(word.replaceAll("\0", ""))), ...(json ? ["--json"] : [])],
    json,
    env: variables,
    input,
  }));
