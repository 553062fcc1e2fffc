/** What a person is told of a fact that cannot be: which sentence, with which words in it; and who may have taken the money. */
import { describe, expect, test } from "vitest";
import { understand } from "../../src/situation/facts.js";
import { findMerchant, findOperator, findTopic, sellersOf } from "../../src/situation/names.js";
import { suggest } from "../../src/values/choice.js";
import { parseCountry } from "../../src/values/country.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import { given } from "../support/facts.js";
import { SMALL } from "../support/small-index.js";

const [SHOP] = SMALL.parties.filter(({ id }) => id === "kassa");
if (!SHOP) throw new Error("no shop");
const shop = (id: string, ru: string, topics: string[], aliases: string[] = []) => ({
  ...SHOP,
  id,
  name: { ru, en: id },
  aliases,
  topics,
  seller: true,
});

/** Beside it two sellers, one of them alone for pre-orders; `kassa` sells nothing. */
const INDEX: typeof SMALL = {
  ...SMALL,
  parties: [
    ...SMALL.parties,
    shop("lavka", "Лавка игр", ["card-charge", "pre-order"], ["Lavka Games"]),
    shop("rynok", "Рынок", ["card-charge"]),
  ],
};

function told(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, key, values, missing, allowed, hints } = error;
    return { code, key, values, missing, allowed, hints };
  }
  throw new Error("nothing was wrong");
}

const NONE = { values: {}, missing: [], allowed: [], hints: [] };
const LINES = ["own", "landline", "foreign", "internet"];

describe("of facts", () => {
  test.each<[Record<string, string>, object]>([
    [
      { roaming: "abrod" },
      {
        code: "unknown-value",
        key: "unknown-value",
        values: { fact: "roaming", given: "abrod" },
        allowed: ["home", "russia", "abroad"],
        hints: ["abroad"],
      },
    ],
    [{ service: "tv" }, { key: "unknown-value", values: { fact: "service", given: "tv" } }],
    [{ subscriber: "me" }, { key: "unknown-value", values: { fact: "subscriber", given: "me" } }],
    [{ without: "sms,voise" }, { key: "unknown-value", values: { fact: "without", given: "voise" }, hints: ["voice"] }],
    [
      { from: "landlin" },
      {
        key: "unknown-value",
        values: { fact: "from", given: "landlin" },
        allowed: [...LINES, "polyot", "svyaz", "provod"],
        hints: ["landline"],
      },
    ],
    [{ from: "polyt" }, { key: "unknown-value", values: { fact: "from", given: "polyt" }, hints: ["polyot"] }],
    [{ merchant: "rynk" }, { key: "unknown-merchant", values: { given: "rynk" }, hints: ["rynok"] }],
    [{ merchant: "  " }, { ...NONE, code: "usage", key: "empty-value", values: { fact: "merchant" } }],
    [{ number: " " }, { key: "empty-value", values: { fact: "number" } }],
    [{ service: " " }, { key: "empty-value", values: { fact: "service" } }],
    [{ subscriber: "" }, { key: "empty-value", values: { fact: "subscriber" } }],
    [{ roaming: "" }, { key: "empty-value", values: { fact: "roaming" } }],
    [
      { country: "RU", roaming: "abroad" },
      { ...NONE, code: "contradictory-facts", key: "country-is-russia" },
    ],
    [
      { country: "DE", roaming: "russia" },
      { key: "country-without-abroad", values: { country: "DE" } },
    ],
    [
      { topic: "cable", service: "mobile" },
      { key: "service-of-topic", values: { topic: "cable", service: "fixed" } },
    ],
  ])("%j", (facts, expected) => {
    expect(told(() => understand(given(facts), INDEX))).toMatchObject(expected);
  });
});

describe("of names", () => {
  test("an operator, a topic, a seller, a country and a date are named as given", () => {
    const operators = ["polyot", "svyaz", "provod"];
    const topics = ["general-support", "sim-swap", "cable", "card-charge", "emergency"];
    expect(told(() => findOperator("Polyt", INDEX))).toEqual({
      ...NONE,
      code: "unknown-operator",
      key: "unknown-operator",
      values: { given: "Polyt" },
      allowed: operators,
      hints: ["polyot"],
    });
    expect(told(() => findTopic("Cabel", INDEX))).toEqual({
      ...NONE,
      code: "unknown-topic",
      key: "unknown-topic",
      values: { given: "Cabel" },
      allowed: topics,
      hints: ["cable"],
    });
    expect(told(() => findMerchant("lavk", INDEX))).toEqual({
      ...NONE,
      code: "unknown-merchant",
      key: "unknown-merchant",
      values: { given: "lavk" },
      allowed: ["lavka", "rynok", "other"],
      hints: ["lavka"],
    });
    expect(told(() => parseMoment("31.12"))).toMatchObject({ key: "impossible-date", values: { given: "31.12" } });
  });

  test.each(["AD AE", "D AE", "AD A", "ADE", "1AD", "AD1", ""])("%j is no country", (code) => {
    expect(told(() => parseCountry(code))).toMatchObject({
      code: "unknown-country",
      key: "unknown-country",
      values: { given: code },
    });
  });

  test.each([
    ["lavka", "lavka"],
    [" ЛАВКА  ИГР ", "lavka"],
    ["lavka-games", "lavka"],
    ["Рынок", "rynok"],
    ["Other", "other"],
  ])("%j is the seller %s", (name, id) => {
    expect(findMerchant(name, INDEX)).toBe(id);
    expect(understand(given({ merchant: name }), INDEX).situation.merchant).toEqual({ value: id, from: "flag" });
  });

  test("who sells nothing is no seller", () => {
    expect(told(() => findMerchant("kassa", INDEX)).code).toBe("unknown-merchant");
    expect(told(() => findMerchant("Полёт", INDEX)).code).toBe("unknown-merchant");
  });

  test("sellers are a question only where there are several", () => {
    expect(sellersOf("card-charge", INDEX)).toEqual(["lavka", "rynok"]);
    expect(sellersOf("pre-order", INDEX)).toEqual([]);
    expect(sellersOf("cable", INDEX)).toEqual([]);
  });

  test("a longer text than any name has no near one", () => {
    const long = "a".repeat(60);
    expect(suggest(`${long.slice(1)}b`, [long])).toEqual([long]);
    expect(suggest(`${long}b`, [long])).toEqual([]);
    // A slip in three letters, and none more than three.
    expect(suggest("abc", ["abd"])).toEqual(["abd"]);
    expect(suggest("abc", ["ade"])).toEqual([]);
    expect(suggest("ab", ["abcde"])).toEqual([]);
    expect(suggest("ab", ["abcd"])).toEqual([]);
    expect(suggest("x", [])).toEqual([]);
  });
});

describe("of the line", () => {
  const understood = (facts: Record<string, string>) => understand(given(facts), INDEX);

  test("a number is repeated as it may be shown", () => {
    const number = { value: "+79261110500", from: "flag", shown: "+7 926 111-05-00" } as const;
    expect(understand({ number }, INDEX).situation.number).toEqual({ value: "+7 926 111-05-00", from: "flag" });
    expect(understood({ number: "+79261110500" }).situation.number?.value).toBe("+7926*******");
  });

  test("its notices say of whom they speak", () => {
    expect(understood({ operator: "polyot", from: "provod" }).notices).toEqual([
      { code: "fixed-operator-is-landline", values: { operator: { ru: "Провод", en: "provod" } } },
    ]);
    expect(understood({ operator: "svyaz", service: "fixed" }).notices).toEqual([
      { code: "service-not-offered", values: { operator: expect.objectContaining({ en: "svyaz" }) } },
    ]);
  });

  test("own says mobile, and that it follows", () => {
    expect(understood({ from: " OWN " }).situation).toMatchObject({
      from: { value: "own", from: "flag" },
      service: { value: "mobile", from: "derived" },
    });
  });
});

describe("a moment", () => {
  test.each([
    ["2026-11-20T23:59:59+14:00", "2026-11-20T12:59:59+03:00"],
    ["2026-11-20T00:00-14:00", "2026-11-20T17:00:00+03:00"],
    ["2024-02-29", "2024-02-29"],
  ])("%s is one", (text, shown) => {
    expect(parseMoment(text).text).toBe(shown);
  });

  test.each(["2026-11-20T10:00+14:01", "2026-13-01", "2026-00-10", "2026-02-29", "2026-11-00", "2026-11-20T10:60"])(
    "%s is none",
    (text) => {
      expect(told(() => parseMoment(text)).code).toBe("impossible-date");
    },
  );
});
