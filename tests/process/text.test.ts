import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { type Ended, run } from "../support/run.js";

const NUMBER_FIRST = "route -o megafon -f mts -r home -s personal";
const NO_VOICE = "route -o megafon -f internet -r home -s personal";
const ANSWERS = [NUMBER_FIRST, NO_VOICE, "route -o mts -f own -r abroad -s personal", "route -o beeline", "emergency"];
const WHOSE = ["+79261110500", "+79000000000", "0500", "*435*3#", "88005005050", "+4930123456"].map(
  (one) => `whose ${one}`,
);
const REPLY = "reply lost-phone-or-sim -o mts -f beeline -r home -s personal";
const SCREENS = [
  ...ANSWERS,
  ...WHOSE,
  REPLY,
  "find megafon roaming",
  "topics",
  "operators",
  "sources megafon",
  "conflicts megafon",
  "--help",
  "route --help",
];
const LANGUAGES = ["ru", "en"] as const;
const WIDTHS = { narrow: 40, usual: 80, wide: 200 };

const shown = new Map<string, Promise<Ended>>();

/** One process a screen, however many tests look at it. */
async function screen(command: string, lang: string, columns = WIDTHS.usual): Promise<string> {
  const key = `${columns} ${lang} ${command}`;
  const made = shown.get(key) ?? run([...command.split(" "), "--lang", lang], { env: { COLUMNS: String(columns) } });
  shown.set(key, made);
  const { code, out, err } = await made;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

describe.concurrent("the value", () => {
  it.each([
    ["8 800 550-05-00", NUMBER_FIRST],
    ["8 800 250-08-90", "route -o mts -t lost-phone-or-sim -f own -r home -s personal"],
    ["611", "route -o t2"],
    ["112", "emergency"],
  ])("%s stands alone on one of the first four lines of %s", async (value, command) => {
    for (const lang of LANGUAGES) expect((await screen(command, lang)).split("\n").slice(0, 4)).toContain(value);
  });

  it.each([...ANSWERS, "route", "route -t lost-phone-or-sim", "route -o megafon -r abroad"])(
    "of %s comes with all that belongs to it on one screen",
    async (command) => {
      for (const lang of LANGUAGES)
        expect((await screen(command, lang)).trimEnd().split("\n").length).toBeLessThanOrEqual(23);
    },
  );

  it("comes with everything else with --full", async () => {
    const [brief, full] = await Promise.all([screen("route -o mts", "ru"), screen("route -o mts --full", "ru")]);
    for (const heading of ["Ещё можно", "Источники"]) {
      expect(brief).not.toContain(heading);
      expect(full).toContain(`\n${heading}\n`);
    }
  });

  it.each([
    [
      "ru",
      "Близкий в России звонит   8 800 550-05-00, бесплатно по России",
      "route -o megafon -f own -r abroad -s personal",
    ],
    [
      "en",
      "Somebody in Russia can call   8 800 550-05-00, free within Russia",
      "route -o megafon -f own -r abroad -s personal",
    ],
    ["ru", "8 800 550-05-00", NO_VOICE],
  ])("to call is said in %s where it is for somebody else: %s", async (lang, line, command) => {
    expect((await screen(command, lang)).split("\n")).toContain(line);
  });
});

describe.concurrent("no line is wider than the screen and no number is broken", () => {
  const NUMBER = /(?:8 800|\+7 \d{3}) \d{3}-\d\d-\d\d/g;
  const indented = (line: string): string => line.replace(/^ *(?:- |\d+\. )?/, "");
  // An address cannot be wrapped, and a command in the help is there to be copied.
  const unbreakable = (line: string): boolean =>
    (!indented(line).includes(" ") && /[/@]/.test(line)) || /^ {2}(?:dozvon|echo) /.test(line);

  it.each([
    ...SCREENS.map((command) => [WIDTHS.narrow, command] as const),
    ...SCREENS.map((command) => [WIDTHS.usual, command] as const),
    ...[...ANSWERS, "--help"].map((command) => [WIDTHS.wide, command] as const),
  ])("at %i columns: %s", async (columns, command) => {
    for (const text of await Promise.all(LANGUAGES.map((lang) => screen(command, lang, columns)))) {
      expect(text.split("\n").filter((line) => stringWidth(line) > columns && !unbreakable(line))).toEqual([]);
      expect(text.replace(/\s+/g, " ").match(NUMBER)).toEqual(text.match(NUMBER));
    }
  });

  it("has numbers to break", async () => {
    expect((await screen(`${NUMBER_FIRST} --full`, "ru", WIDTHS.narrow)).match(NUMBER)?.length).toBeGreaterThan(3);
  });
});

/** Addresses, flags, placeholders, quoted SMS commands and the ids that begin a line are no words of a language. */
const withoutNames = (text: string): string =>
  text
    .replace(/https?:\S+|\S+@\S+|--?[\w-]+|[<[]\w+[>\]]|"[^"\n]*"|^ *[a-z][\w-]*(?= {2}| \[)/gm, "")
    .replace(/dozvon [\w -]+/g, "");
const RUSSIAN = /[а-яё]/i;
const ENGLISH = /\b(?:the|of|from|and|with|free|not|is|are|help|version|usage|options|command|unknown|error)\b/gi;

describe.concurrent("one language at a time", () => {
  // `operators` and `sources` list names and postal addresses, the register legal names: Russian in any language.
  const worded = SCREENS.filter((command) => !/^(?:operators|sources|whose \+79)/.test(command));

  it.each(worded)("%s", async (command) => {
    const [ru, en] = await Promise.all([screen(command, "ru"), screen(command, "en")]);
    expect(withoutNames(ru)).toMatch(RUSSIAN);
    expect(withoutNames(ru).match(ENGLISH) ?? []).toEqual([]);
    expect(withoutNames(en)).toMatch(ENGLISH);
    expect(en.split("\n").filter((line) => RUSSIAN.test(withoutNames(line)))).toEqual([]);
  });

  it.each([["route -o megafn"], ["route -o mts -o mts"], ["route --bogus"], ["rout"], ["route --as-of 2026-02-30"]])(
    "the refusal of %s",
    async (command) => {
      const refusals = LANGUAGES.map(async (lang) => (await run([...command.split(" "), "--lang", lang])).err);
      const [ru = "", en = ""] = (await Promise.all(refusals)).map(withoutNames);
      expect(ru).toMatch(RUSSIAN);
      expect(ru.match(ENGLISH) ?? []).toEqual([]);
      expect(en).toMatch(ENGLISH);
      expect(en).not.toMatch(RUSSIAN);
    },
  );
});

it("refuses no number that it offers above", async () => {
  const { out } = await run(["emergency", "--lang", "ru", "--full"]);
  const [, refused = ""] = out.split("Отсюда не подойдёт\n");
  expect(out).toMatch(/^112\n/);
  expect(refused).toMatch(/^ {2}911, /);
});
