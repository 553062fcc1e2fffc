/** Mistakes that people make in a company's folder: each named at its line, with what to write there. */
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/gate/issue.js";
import { overlay } from "../../src/gate/overlay.js";
import { type Files, soundBase, soundFiles, TODAY, withFolder } from "../support/folders.js";

const BASE = soundBase();
const issuesOf = (files: Files): Issue[] => withFolder(files, (folder) => overlay(BASE, folder, TODAY)).issues;

type Fields = Record<string, unknown>;

/** A company's line as it should be; every mistake below changes one thing in it. */
const LINE: Fields = {
  id: "north.voice.our-desk",
  kind: "voice",
  numberType: "e164",
  value: "+74957654321",
  label: { ru: "Наша служба связи", en: "Our phone desk" },
  subscriber: "corporate",
  from: "any",
  roaming: "any",
  topics: ["general-support"],
  cost: [{ class: "tariff", text: { ru: "как обычный звонок", en: "as an ordinary call" } }],
  hours: {
    text: { ru: "пн–пт 9–18", en: "Mon–Fri 9–18" },
    schedule: [{ days: ["mo", "tu"], from: "09:00", to: "18:00" }],
  },
  preference: 200,
  checkedOn: TODAY,
  sources: [{ publisher: "company.example", url: "https://company.example/", tier: "official", date: "2026" }],
};

const FILE = "operators/north.json";
const written = (patch: object): string => JSON.stringify(patch, null, 2);
const patch = (lines: readonly Fields[], more: Fields = {}): Files => ({
  [FILE]: written({ id: "north", channels: lines, ...more }),
});
const line = (own: Fields): Files => patch([{ ...LINE, ...own }]);
const lacking = (key: string): Files => {
  const { [key]: _left, ...rest } = LINE;
  return patch([rest]);
};
const schedule = (own: Fields): Files =>
  line({
    hours: { text: { ru: "днём", en: "by day" }, schedule: [{ days: ["mo"], from: "09:00", to: "18:00", ...own }] },
  });
const source = (own: Fields): Files => line({ sources: [{ ...(LINE.sources as Fields[])[0], ...own }] });

/** The sound operator under another id, as a whole new operator. */
const south = Object.entries({ north: "south", North: "South", Север: "Юг", северный: "южный", полюс: "экватор" });
const newOperator = south.reduce((all, [from, to]) => all.replaceAll(from, to), soundFiles()[FILE] ?? "");

/** The slip; the folder; where it is; what stands on that line; part of what to write. */
const MISTAKES: readonly [slip: string, files: Files, path: string, onLine: string | null, write: string][] = [
  ["a word where a list is due", line({ from: "own" }), "channels[0].from", '"from"', '["own"]'],
  ["no lines at all", lacking("from"), "channels[0].from", "{", '"any"'],
  ["a line that is none", line({ from: ["mobile"] }), "channels[0].from[0]", '"mobile"', '"own"'],
  ["a place in Russian", line({ roaming: "дома" }), "channels[0].roaming", '"roaming"', '"home", "russia", "abroad"'],
  ["no places at all", lacking("roaming"), "channels[0].roaming", "{", '"any"'],
  [
    "days as people shorten them",
    schedule({ days: ["mon"] }),
    "channels[0].hours.schedule[0].days[0]",
    '"mon"',
    '"mo"',
  ],
  ["days as one word", schedule({ days: "mo" }), "channels[0].hours.schedule[0].days", '"days"', '["mo"]'],
  ["an hour of one digit", schedule({ from: "9:00" }), "channels[0].hours.schedule[0].from", '"9:00"', '"09:00"'],
  [
    "hours in words",
    line({ hours: { text: { ru: "днём", en: "by day" }, schedule: "daily" } }),
    "channels[0].hours.schedule",
    '"daily"',
    '"always"',
  ],
  [
    "a label in one language",
    line({ label: "Наша служба" }),
    "channels[0].label",
    '"label"',
    '{"ru":"Наша служба","en":"…"}',
  ],
  [
    "a key mistyped",
    line({ lable: { ru: "Служба", en: "Desk" }, label: undefined }),
    "channels[0].lable",
    '"lable"',
    '"label"',
  ],
  ["an empty list of sources", line({ sources: [] }), "channels[0].sources", '"sources"', '"publisher"'],
  [
    "a day as Russians write it",
    line({ checkedOn: "22.11.2026" }),
    "channels[0].checkedOn",
    "22.11.2026",
    '"2026-11-22"',
  ],
  ["a day that has not come", line({ checkedOn: "2027-11-22" }), "channels[0].checkedOn", "2027", TODAY],
  ["a kind mistyped", line({ kind: "voise" }), "channels[0].kind", '"voise"', '"voice"'],
  ["a tier mistyped", source({ tier: "oficial" }), "channels[0].sources[0].tier", '"oficial"', '"official"'],
  [
    "an address without https",
    source({ url: "company.example/phones" }),
    "channels[0].sources[0].url",
    '"url"',
    '"https://company.example/phones"',
  ],
  [
    "a source that is not named and has an address",
    source({ publisher: "uncited" }),
    "channels[0].sources[0]",
    "{",
    '"url":null',
  ],
  ["a topic half written", line({ topics: ["general"] }), "channels[0].topics[0]", '"general"', '"general-support"'],
  ["a number with 8", line({ value: "8 495 765-43-21" }), "channels[0].value", "8 495", '"+74957654321"'],
  ["a number with spaces", line({ value: "+7 495 765-43-21" }), "channels[0].value", "+7 495", '"+74957654321"'],
  [
    "a number with an extension",
    line({ value: "+74957654321 доб. 2000" }),
    "channels[0].value",
    "доб",
    '"value": "+74957654321", "postDial": "2000"',
  ],
  [
    "a number with an extension after a comma",
    line({ value: "+74957654321,2000" }),
    "channels[0].value",
    ",2000",
    '"value": "+74957654321", "postDial": "2000"',
  ],
  [
    "8 800 as an ordinary number",
    line({ value: "+7 800 555-35-37" }),
    "channels[0].value",
    "800",
    '"numberType": "toll-free", "value": "+78005553537"',
  ],
  [
    "8 804, toll-free too, as an ordinary number",
    line({ value: "+78043330890" }),
    "channels[0].value",
    "7804",
    '"numberType": "toll-free", "value": "+78043330890"',
  ],
  [
    "an extension of what is no full number",
    line({ postDial: "12", value: "0513", numberType: "short-code" }),
    "channels[0].postDial",
    '"postDial"',
    "postDial",
  ],
  [
    "8 800 with a space",
    line({ numberType: "toll-free", value: "+7800 555-35-37" }),
    "channels[0].value",
    "800",
    '"+78005553537"',
  ],
  [
    "a mailbox with a header",
    line({ id: "north.email.desk", kind: "email", numberType: undefined, value: "a@company.example?bcc=b@c.example" }),
    "channels[0].value",
    "bcc",
    '"a@company.example"',
  ],
  [
    "a page without https",
    line({ id: "north.web.desk", kind: "web", numberType: undefined, value: "http://company.example/a" }),
    "channels[0].value",
    "http:",
    '"https://company.example/a"',
  ],
  [
    "a cost for some only",
    line({ cost: [{ when: { from: ["own"] }, class: "free", text: { ru: "бесплатно", en: "free" } }] }),
    "channels[0].cost",
    '"cost"',
    "when",
  ],
  [
    "an id of another kind",
    line({ id: "north.sms.our-desk" }),
    "channels[0].id",
    "north.sms",
    '"north.voice.our-desk"',
  ],
  [
    "an id taken twice",
    patch([LINE, { ...LINE, value: "+74957654322", preference: 201 }]),
    "channels[1].id",
    "our-desk",
    '"north.voice.our-desk-2"',
  ],
  [
    "one number in two records",
    patch([LINE, { ...LINE, id: "north.voice.again", preference: 201 }]),
    "channels[1].value",
    "765",
    "одну запись",
  ],
  [
    "a tie",
    patch([LINE, { ...LINE, id: "north.voice.again", value: "+74957654322" }]),
    "channels[1].preference",
    '"preference"',
    "201",
  ],
  [
    "an id to retire half written",
    patch([], { retire: ["north.ussd.bal"] }),
    "retire[0]",
    "north.ussd.bal",
    '"north.ussd.balance"',
  ],
  [
    "a file named otherwise than its operator",
    { "operators/ours.json": written({ id: "north" }) },
    "id",
    '"id"',
    "north.json",
  ],
  [
    "another's name",
    { "operators/south.json": newOperator.replace("южный", "Север") },
    "aliases",
    '"aliases"',
    "которых нет у других",
  ],
  [
    "a host that nobody is",
    { "operators/south.json": newOperator.replace('"host": null', '"host": "nort"') },
    "network.host",
    '"host"',
    '"north"',
  ],
  ["an operator beside its folder", { "south.json": newOperator }, "", null, "operators/south.json"],
  ["a folder mistyped", { "operator/south.json": newOperator }, "", null, "operators"],
  ["a file with a second ending", { "operators/south.json.txt": newOperator }, "", null, "operators/south.json"],
  ["a file of another folder", { "merchants/shop.json": "{}", ...line({}) }, "", null, "уберите"],
  ["a comma too many", { [FILE]: written({ id: "north", retire: [] }).replace("[]", "[],") }, "", "}", "без запятой"],
  [
    "a comma too few",
    { [FILE]: written({ id: "north", retire: [] }).replace('"north",', '"north"') },
    "",
    '"retire"',
    "запятую",
  ],
  [
    "a comment",
    { [FILE]: written({ id: "north" }).replace('"id"', '// ours\n"id"') },
    "",
    "// ours",
    "без этой строки",
  ],
  ["quotes of a text editor", { [FILE]: written({ id: "north" }).replace('"id"', "«id»") }, "", "«id»", "прямые"],
  [
    "the usual encoding of Windows",
    { [FILE]: Buffer.from([...Buffer.from('{"id":"'), 0xd1, 0xe5, 0xe2, 0xe5, 0xf0, ...Buffer.from('"}')]) },
    "",
    null,
    "UTF-8",
  ],
  ["UTF-16", { [FILE]: Buffer.from(`\ufeff${written({ id: "north" })}`, "utf16le") }, "", null, "UTF-8"],
];

describe("a mistake is named at its line with what to write", () => {
  it.each(MISTAKES)("%s", (_slip, files, path, onLine, write) => {
    const issues = issuesOf(files);
    const issue = issues.find((one) => one.path === path && one.instead?.ru.includes(write));
    expect(issue, JSON.stringify(issues, null, 1)).toBeDefined();
    const text = String(files[issue?.file ?? ""] ?? "");
    const at = issue?.line ?? null;
    expect(at === null ? null : text.split("\n")[at - 1]).toEqual(
      onLine === null ? null : expect.stringContaining(onLine),
    );
    // One mistake is one issue, but for a key mistyped, which is also missing.
    expect(issues.length, JSON.stringify(issues, null, 1)).toBeLessThanOrEqual(path.endsWith("lable") ? 2 : 1);
  });

  it("names the encoding", () => {
    const windows = MISTAKES.find(([slip]) => slip.includes("Windows"))?.[1] ?? {};
    expect(issuesOf(windows)[0]?.message.en).toBe("is in windows-1251");
  });
});

describe("an overlay with several kinds of mistakes", () => {
  const broken = patch(
    [
      { ...LINE, value: "8 495 765-43-21", from: "own", topics: ["general"] },
      { ...LINE, id: "north.voice.second", value: "+74957654322", roaming: "дома", checkedOn: "2027-01-01" },
      { ...LINE, id: "north.voice.third", value: "+74957654323", preference: 202 },
      { ...LINE, id: "north.voice.fourth", value: "+74957654324", preference: 202 },
    ],
    { retire: ["north.ussd.bal"] },
  );

  it("is named whole in the first round: shape, forms, references, dates and ties", () => {
    expect(issuesOf(broken).map(({ path }) => path)).toEqual([
      "channels[0].value",
      "channels[0].from",
      "channels[0].topics[0]",
      "channels[1].roaming",
      "channels[1].checkedOn",
      "channels[3].preference",
      "retire[0]",
    ]);
  });

  it("is in order once what it says is written", () => {
    const mended = patch(
      [
        { ...LINE, from: ["own"] },
        { ...LINE, id: "north.voice.second", value: "+74957654322", preference: 201 },
        { ...LINE, id: "north.voice.third", value: "+74957654323", preference: 202 },
        { ...LINE, id: "north.voice.fourth", value: "+74957654324", preference: 203 },
      ],
      { retire: ["north.ussd.balance"] },
    );
    expect(issuesOf(mended)).toEqual([]);
  });
});
