/** What authors may write short means the same as written out, in the directory and in an overlay. */
import { describe, expect, it } from "vitest";
import type { Channel, Topic } from "../../src/directory/types.js";
import { assemble } from "../../src/gate/assemble.js";
import { gate } from "../../src/gate/gate.js";
import { overlay } from "../../src/gate/overlay.js";
import { readAuthored } from "../../src/gate/read.js";
import { soundFiles, TODAY, withFolder } from "../support/folders.js";
import { authored } from "../support/records.js";

const FREE = { class: "free", text: { ru: "даром", en: "gratis" } };
const files: Record<string, string> = {
  ...soundFiles(),
  "costs.json": JSON.stringify({ costs: { gratis: [FREE] } }),
};
const BASE = withFolder(files, (folder) => gate(readAuthored(folder), TODAY)).directory;

const NOTE = {
  ru: "Сначала {north.voice.short}, потом {north.voice.city}; код {north.ussd.balance}, {number} не трогаем.",
  en: "First {north.voice.short}, then {north.voice.city}; the code {north.ussd.balance}, {number} stays.",
};
const short = {
  ...authored({ id: "north.voice.our", value: "+74957654321", numberType: "e164", preference: 200 }),
  cost: "gratis",
  note: NOTE,
  sources: ["uncited", { publisher: "north.example", url: "https://north.example/", tier: "official", date: null }],
};
const rare = {
  id: "rare",
  label: { ru: "Редкое", en: "Rare" },
  explanation: { ru: "Редкое.", en: "Rare." },
  operatorNeeded: true,
  service: null,
  ownLine: "ok",
  prepare: [],
  limits: [],
};

function laid(channel: object, topics: readonly object[]): { channel: Channel | undefined; topics: readonly Topic[] } {
  if (!BASE) throw new Error("the sound directory does not pass the gate");
  const own = {
    "operators/north.json": JSON.stringify({ id: "north", channels: [channel] }),
    "topics.json": JSON.stringify({ orders: { paper: ["post", "office"] }, topics, prepare: {}, limits: {} }),
  };
  const { issues, directory } = withFolder(own, (folder) => overlay(BASE, folder, TODAY));
  expect(issues).toEqual([]);
  return {
    channel: directory?.party("north").channels.find(({ id }) => id === "north.voice.our"),
    topics: directory?.topics ?? [],
  };
}

describe("written short", () => {
  const { channel, topics } = laid(short, [
    { ...rare, kinds: "paper" },
    { ...rare, id: "rarer", kinds: ["ussd"] },
  ]);

  it("a cost is looked up by its name", () => {
    expect(channel?.cost).toEqual([FREE]);
  });

  it("a witness that cannot be named counts as one", () => {
    expect(channel?.sources).toContainEqual({ publisher: "uncited", url: null, tier: "third-party", date: null });
    expect(channel?.sources).toHaveLength(2);
  });

  it("a channel's value goes into a text as it is shown", () => {
    expect(channel?.note?.en).toBe("First 0511, then +7 495 123-45-67; the code *511#, {number} stays.");
    expect(channel?.note?.ru).toBe("Сначала 0511, потом +7 495 123-45-67; код *511#, {number} не трогаем.");
  });

  it("an order of kinds is looked up, and what it leaves out stands last", () => {
    const kinds = new Map(topics.map((topic) => [topic.id, topic.kinds]));
    expect(kinds.get("rare")?.slice(0, 2)).toEqual(["post", "office"]);
    expect(kinds.get("rarer")?.[0]).toBe("ussd");
    const every = [...(kinds.get("general-support") ?? [])].sort();
    expect([...(kinds.get("rare") ?? [])].sort()).toEqual(every);
    expect([...(kinds.get("rarer") ?? [])].sort()).toEqual(every);
  });
});

it("a text of the directory names the value that is there when it is built", () => {
  const north = JSON.parse(files["operators/north.json"] ?? "");
  north.rules[0].text = { ru: "Звоните {north.voice.short}.", en: "Call {north.voice.short}." };
  north.channels[0].value = "0522";
  const changed = { ...files, "operators/north.json": JSON.stringify(north) };
  const { issues, directory } = withFolder(changed, (folder) => gate(readAuthored(folder), TODAY));
  expect(issues).toEqual([]);
  const parties = directory ? assemble(directory).parties : [];
  expect(parties.find(({ id }) => id === "north")?.rules[0]?.text.en).toBe("Call 0522.");
});

describe("a letter", () => {
  const letter = JSON.parse(files["claims/refund.json"] ?? "");
  const [field, ...others] = letter.fields;
  const parts = { labels: letter.labels, fields: [field], demands: [], dates: [] };
  const lists = ["sender", "paragraphs", "law", "closing", "attachments", "before", "send", "next", "limits"];
  const read = (first: unknown) => {
    const changed = {
      ...files,
      "claims-shared.json": JSON.stringify({ ...parts, ...Object.fromEntries(lists.map((list) => [list, []])) }),
      "claims/refund.json": JSON.stringify({ ...letter, labels: "shared", fields: [first, ...others] }),
    };
    const { issues, directory } = withFolder(changed, (folder) => gate(readAuthored(folder), TODAY));
    expect(issues).toEqual([]);
    return directory ? assemble(directory).claims[0] : undefined;
  };
  const written = BASE ? assemble(BASE).claims[0] : undefined;

  it("names the parts it shares by their ids", () => {
    expect(read(field.id)).toEqual(written);
  });

  it("says what is other than in the shared part", () => {
    const hint = { ru: "Иначе.", en: "Otherwise." };
    const claim = read({ as: field.id, hint });
    expect(claim?.fields[0]).toEqual({ ...written?.fields[0], hint });
  });
});
