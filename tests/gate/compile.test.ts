import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/directory/types.js";
import { type AuthoredParty, compileParty } from "../../src/gate/compile.js";
import { formatNumber } from "../../src/numbering/format.js";
import type { AuthoredChannel, AuthoredConflict } from "../../src/schemas/parties.js";
import { authored, witness } from "../support/records.js";

function compiled(own: Partial<AuthoredChannel>, party: Partial<AuthoredParty> = {}): Channel {
  const name = { ru: "Север", en: "North" };
  const whole = { id: "north", name, rules: [], conflicts: [], neverOffered: [], channels: [authored(own)], ...party };
  const [channel] = compileParty(whole, "operator").channels;
  if (!channel) throw new Error("no channel");
  return channel;
}

describe("a number as people read it", () => {
  it.each([
    ["+78005500500", "8 800 550-05-00"],
    ["+79261110500", "+7 926 111-05-00"],
    ["+74957660166", "+7 495 766-01-66"],
    ["+78043330890", "8 804 333-08-90"],
    ["+4969123456", "+4969123456"],
    ["+7926111050", "+7926111050"],
  ])("%s is %s", (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });
});

describe("the forms of a value", () => {
  const both = (text: string) => ({ ru: text, en: text });

  it.each<[string, Partial<AuthoredChannel>, Pick<Channel, "display" | "dial" | "e164" | "uri">]>([
    [
      "8 800 is dialled with 8 and linked with +7",
      { numberType: "toll-free", value: "+78005500500" },
      { display: both("8 800 550-05-00"), dial: "88005500500", e164: "+78005500500", uri: "tel:+78005500500" },
    ],
    [
      "so is 8 804, the other code of toll-free numbers",
      { numberType: "toll-free", value: "+78043330890" },
      { display: both("8 804 333-08-90"), dial: "88043330890", e164: "+78043330890", uri: "tel:+78043330890" },
    ],
    [
      "a full number is dialled as it is",
      { numberType: "e164", value: "+79261110500" },
      { display: both("+7 926 111-05-00"), dial: "+79261110500", e164: "+79261110500", uri: "tel:+79261110500" },
    ],
    [
      "a short code has no E.164 form",
      { numberType: "short-code", value: "0500" },
      { display: both("0500"), dial: "0500", e164: null, uri: "tel:0500" },
    ],
    [
      "an SMS number is linked as SMS",
      { kind: "sms", numberType: "short-code", value: "5151" },
      { display: both("5151"), dial: "5151", e164: null, uri: "sms:5151" },
    ],
    [
      "a USSD code is never a link",
      { kind: "ussd", value: "*100#" },
      { display: both("*100#"), dial: "*100#", e164: null, uri: null },
    ],
    [
      "a USSD code with a number to fill in cannot be dialled as it stands",
      { kind: "ussd", value: "*144*{number}#" },
      { display: { ru: "*144*номер#", en: "*144*number#" }, dial: null, e164: null, uri: null },
    ],
    [
      "a web page is its own link",
      { kind: "web", value: "https://north.example/account" },
      { display: both("https://north.example/account"), dial: null, e164: null, uri: "https://north.example/account" },
    ],
    [
      "a letter is linked as mail",
      { kind: "email", value: "help@north.example" },
      { display: both("help@north.example"), dial: null, e164: null, uri: "mailto:help@north.example" },
    ],
    [
      "an address on paper is no link",
      { kind: "post", value: "101000, Москва, а/я 1" },
      { display: both("101000, Москва, а/я 1"), dial: null, e164: null, uri: null },
    ],
    [
      "without a fixed value the words stand for it",
      { kind: "chat", value: null, display: { ru: "чат в приложении", en: "the chat in the app" } },
      { display: { ru: "чат в приложении", en: "the chat in the app" }, dial: null, e164: null, uri: null },
    ],
  ])("%s", (_what, own, { display, dial, e164, uri }) => {
    expect(compiled(own)).toMatchObject({ display, dial, e164, uri });
  });
});

describe("whether sources say it works abroad", () => {
  const abroad = (date: string | null) => witness({ date, abroad: true });

  it.each([
    ["nobody says so", [witness()], null],
    ["a source of this year", [abroad("2026-03-01")], "current"],
    ["a source of last year, to the year", [abroad("2025")], "current"],
    ["a source a month short of two years old", [abroad("2024-12")], "current"],
    ["a source a month over two years old", [abroad("2024-10")], "older"],
    ["a source of long ago, to the year", [abroad("2019")], "older"],
    ["a source without a date", [abroad(null)], "older"],
    ["a fresh source that does not speak of abroad beside an old one that does", [witness(), abroad("2019")], "older"],
    ["an old and a fresh one", [abroad("2019"), abroad("2026-03-01")], "current"],
  ])("%s", (_who, sources, expected) => {
    expect(compiled({ sources, checkedOn: "2026-11-22" }).namedAbroad).toBe(expected);
  });
});

describe("a channel in a conflict", () => {
  const conflict = (own: Partial<AuthoredConflict>): AuthoredConflict => {
    const text = { ru: "Который?", en: "Which one?" };
    const candidates = [
      { text, channel: "north.voice.our" },
      { text, channel: null },
    ];
    const rest = { question: text, resolution: text, why: text, checkedOn: "2026-11-22", about: [], chosen: [] };
    return { id: "which", candidates, ...rest, ...own };
  };

  it.each([
    ["is disputed when it was not chosen", conflict({}), "disputed", ["which"]],
    ["keeps its status when it was", conflict({ chosen: ["north.voice.our"] }), "current", ["which"]],
    [
      "only names it when it is merely about it",
      conflict({ candidates: [], about: ["north.voice.our"] }),
      "current",
      ["which"],
    ],
    ["has nothing to do with another's", conflict({ candidates: [], chosen: ["north.voice.short"] }), "current", []],
  ] as const)("%s", (_what, one, status, conflicts) => {
    expect(compiled({}, { conflicts: [one] })).toMatchObject({ status, conflicts, grade: "official" });
  });
});
