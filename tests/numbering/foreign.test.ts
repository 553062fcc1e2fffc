/** Numbers of every country and kind, as Google's metadata gives examples of them: none is "not a number", none is read as Russian. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadTable } from "../../src/directory/openers.js";
import { PLAN, readStored } from "../../src/directory/stored.js";
import { readForeign } from "../../src/numbering/foreign.js";
import { type Answered, whose } from "../../src/numbering/whose.js";
import { answerText } from "../../src/render/whose/plain.js";
import { wordsOf } from "../../src/render/words.js";
import { readMessages } from "../support/messages.js";
import { realDirectory } from "../support/real-directory.js";

const asker = {
  table: loadTable("dist/numbering"),
  plan: readStored("dist/numbering", PLAN),
  directory: realDirectory(),
  foreign: readForeign,
};

const EXAMPLES = readFileSync("tests/fixtures/foreign-numbers.csv", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(";") as [country: string, kind: string, number: string]);

const digitsOf = (number: string): string => number.replace(/\D/g, "");
/** As cards have it, as scripts have it, as it is dialled. */
const NOTATIONS = [
  (number: string) => number,
  (number: string) => `+${digitsOf(number)}`,
  (number: string) => `00${digitsOf(number)}`,
];

function answer(text: string): Answered {
  const said = whose(text, asker);
  if (typeof said !== "object" || "form" in said) throw new Error(`${text}: ${JSON.stringify(said)}`);
  return said;
}

const ru = (text: string): string => answerText(answer(text), wordsOf("ru", readMessages("data", "ru")));

describe("numbers of other countries", () => {
  it(`are numbers in every notation: ${EXAMPLES.length} examples, ${EXAMPLES.length * NOTATIONS.length} tries`, () => {
    expect(EXAMPLES.length * NOTATIONS.length).toBeGreaterThanOrEqual(4131);
    const wrong = EXAMPLES.flatMap(([country, , number]) =>
      NOTATIONS.map((notation) => notation(number)).flatMap((text) => {
        const said = whose(text, asker);
        const found = typeof said === "object" && !("form" in said);
        return found && said.e164 === `+${digitsOf(number)}` ? [] : [`${country} ${text}: ${JSON.stringify(said)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("are of the country they are from, or of a plan it shares with others", () => {
    const wrong = EXAMPLES.flatMap(([country, , number]) => {
      const said = answer(number);
      // Toll-free and other service numbers of the zone +7 are the same in Russia and Kazakhstan.
      if (country === "KZ" && /^\+7 80/.test(number)) return [];
      if (said.country === country || (country === "001" && said.country === null)) return [];
      return said.country === null && said.shared !== null ? [] : [`${country} ${number}: ${said.country}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["+1 800 234 5678", /^номер другой страны; \+1: США, Канада и другие$/u],
    ["+1 416 555 0123", /Канада$/u],
    ["+1 212 555 0123", /^номер другой страны; США$/u],
    ["+39 312 345 6789", /\+39: Италия, Ватикан$/u],
    ["+960 771-2345", /Мальдивы$/u],
    ["00 965 1801 234", /Кувейт$/u],
    ["+98 9601", /Иран$/u],
    ["+800 1234 5678", /бесплатный.*никакой страны/u],
    ["+7 840 226-12-34", /Абхази/u],
    ["+7 940 123-45-67", /Абхази/u],
    ["89401234567", /Абхази/u],
    ["940 123-45-67", /Абхази/u],
    ["32 12 34 56 78", /Бельгия$/u],
  ])("%s", (text, expected) => {
    expect(ru(text)).toMatch(expected);
    expect(answer(text).kind).toBe("foreign");
  });

  it.each([
    ["+9261110500", "missing-digit", "+7 926 111-05-00"],
    ["+900", "plus-short", "900"],
    ["+900123", "plus-short", undefined],
  ])("what no country has keeps its own fault: %s", (text, fault, meant) => {
    const said = whose(text, asker);
    expect(said).toMatchObject({ form: "fault", fault });
    if (meant) expect(said).toMatchObject({ meant: [meant] });
  });
});
