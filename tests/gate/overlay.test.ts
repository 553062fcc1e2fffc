/** A company's own folder over the sound directory: what it changes, and what is refused whole. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Channel, Directory } from "../../src/directory/types.js";
import { gate } from "../../src/gate/gate.js";
import { type Overlaid, overlay } from "../../src/gate/overlay.js";
import { readAuthored } from "../../src/gate/read.js";
import { type Files, soundBase, soundFiles, TODAY, withFolder } from "../support/folders.js";
import { authored } from "../support/records.js";

const BASE = soundBase();

const over = (files: Files): Overlaid => withFolder(files, (folder) => overlay(BASE, folder, TODAY));

const patch = (own: object): Files => ({ "operators/north.json": JSON.stringify({ id: "north", ...own }) });
const line = (id: string, value: string, preference = 200) => authored({ id, value, numberType: "e164", preference });

const sound = soundFiles();
const topics = JSON.parse(sound["topics.json"] ?? "") as { topics: object[]; prepare: object; limits: object };
/** The sound operator under another name, with nothing that would clash. */
const south = Object.entries({
  north: "south",
  North: "South",
  Север: "Юг",
  северный: "южный",
  полюс: "экватор",
}).reduce((all, [from, to]) => all.replaceAll(from, to), sound["operators/north.json"] ?? "");

function accepted(files: Files): Directory {
  const { issues, directory } = over(files);
  expect(issues).toEqual([]);
  if (!directory) throw new Error("refused without an issue");
  return directory;
}

const origins = (channels: readonly Channel[]) => Object.fromEntries(channels.map(({ id, origin }) => [id, origin]));
const BUILT_IN = {
  "north.voice.short": "built-in",
  "north.voice.toll-free": "built-in",
  "north.voice.city": "built-in",
  "north.ussd.balance": "built-in",
  "north.web.account": "built-in",
};

describe("an overlay", () => {
  it("adds a channel to a known operator", () => {
    const directory = accepted(patch({ channels: [line("north.voice.our", "+74957654321")] }));
    const { channels } = directory.party("north");
    expect(origins(channels)).toEqual({ ...BUILT_IN, "north.voice.our": "overlay" });
    expect(channels.find(({ id }) => id === "north.voice.our")?.display.ru).toBe("+7 495 765-43-21");
  });

  it("replaces a channel", () => {
    const { channels } = accepted(patch({ channels: [line("north.voice.city", "+74957654321")] })).party("north");
    expect(origins(channels)).toEqual({ ...BUILT_IN, "north.voice.city": "overlay" });
    expect(channels.find(({ id }) => id === "north.voice.city")?.e164).toBe("+74957654321");
  });

  it("changes of a record what it gives, and leaves the rest", () => {
    const before = BASE.parties.find(({ party }) => party.id === "north")?.party.channels[2];
    const note = { ru: "Звоните после обеда.", en: "Call in the afternoon." };
    const { channels } = accepted(patch({ channels: [{ id: "north.voice.city", note }] })).party("north");
    const city = channels.find(({ id }) => id === "north.voice.city");
    expect(city).toMatchObject({ note, label: before?.label, e164: before?.value, origin: "overlay" });
  });

  it("gives a desk the extension of its number, to be keyed in once the number answers", () => {
    const { channels } = accepted(
      patch({ channels: [{ ...line("north.voice.our", "+74957654321"), postDial: "2000" }] }),
    ).party("north");
    expect(channels.find(({ id }) => id === "north.voice.our")).toMatchObject({
      display: { ru: "+7 495 765-43-21, доб. 2000", en: "+7 495 765-43-21 ext. 2000" },
      dial: "+74957654321",
      e164: "+74957654321",
      uri: "tel:+74957654321;ext=2000",
    });
  });

  it("is no newer a directory than the one below it", () => {
    const channels = [{ ...line("north.voice.our", "+74957654321"), checkedOn: "2026-11-25" }];
    const { directory } = withFolder(patch({ channels }), (folder) => overlay(BASE, folder, "2026-11-29"));
    expect(directory).toMatchObject({ asOf: TODAY, version: "2026.11.22" });
  });

  it("retires a channel, whose number is then no unknown one", () => {
    const directory = accepted(patch({ retire: ["north.ussd.balance"] }));
    const { channels } = directory.party("north");
    const [gone] = directory.party("north").neverOffered.filter(({ id }) => id === "retired-north-ussd-balance");
    expect(gone).toMatchObject({ status: "stale", why: { en: expect.stringContaining("Your company") } });
    expect(
      Object.values(directory.values())
        .flat()
        .map(({ id }) => id),
    ).toContain(gone?.id);
    const { "north.ussd.balance": _gone, ...rest } = BUILT_IN;
    expect(origins(channels)).toEqual(rest);
  });

  it("brings a new operator", () => {
    const directory = accepted({ "operators/south.json": south });
    expect(directory.parties.map((party) => party.id).sort()).toEqual(["emergency", "north", "regulator", "south"]);
    expect(new Set(Object.values(origins(directory.party("south").channels)))).toEqual(new Set(["overlay"]));
    expect(origins(directory.party("north").channels)).toEqual(BUILT_IN);
  });

  it("says in the list of operators which one is new", () => {
    const { parties } = accepted({ "operators/south.json": south });
    expect(parties.find((party) => party.id === "south")?.origin).toBe("overlay");
    expect(parties.find((party) => party.id === "north")?.origin).toBe("built-in");
  });

  it("rewords a topic and leaves the others", () => {
    const reworded = { ...topics.topics[1], label: { ru: "Нажаловаться", en: "File a complaint" } };
    const directory = accepted({ "topics.json": JSON.stringify({ topics: [reworded], prepare: {}, limits: {} }) });
    expect(directory.topics.map((topic) => [topic.id, topic.label.en]).sort()).toEqual([
      ["complaint", "File a complaint"],
      ["emergency", "An emergency"],
      ["general-support", "Reach support"],
    ]);
  });
});

/** Ten thousand levels: what takes a level a call runs out of stack, or not, as the stack is large. The file is named either way. */
const DEEP = 10_000;
const lists = "[".repeat(DEEP) + "]".repeat(DEEP);
const records = `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`;
const valid = line("north.voice.our", "+74957654321");

/** Name, files, and the places that must be named. */
const BAD: readonly [string, Files, readonly string[]][] = [
  ["JSON that breaks off", { "operators/north.json": '{"id": "north"' }, ["readable operators/north.json "]],
  [
    "UTF-16",
    { "operators/north.json": Buffer.from(`\ufeff${JSON.stringify({ id: "north" })}`, "utf16le") },
    ["readable operators/north.json "],
  ],
  [
    "a new record that says only some of itself",
    patch({ channels: [{ id: "north.voice.our", value: "+74957654321" }] }),
    ["schema operators/north.json channels[0].kind", "schema operators/north.json channels[0].sources"],
  ],
  ["not an object", { "operators/north.json": "null" }, ["schema operators/north.json "]],
  [
    "a file over 4 MB",
    { "operators/north.json": `{}${" ".repeat(4 * 1024 * 1024)}` },
    ["readable operators/north.json "],
  ],
  [
    "an unknown retired id",
    patch({ retire: ["north.voice.gone"] }),
    ["known-references operators/north.json retire[0]"],
  ],
  ["nothing at all", {}, ["readable . "]],
  ["nothing that counts", { "notes.txt": "soon" }, ["readable . "]],
  [
    "a __proto__ key",
    { "operators/north.json": '{"id":"north","__proto__":{"a":1}}' },
    ["readable operators/north.json "],
  ],
  [
    "a __proto__ key inside a channel",
    {
      "operators/north.json": JSON.stringify({ id: "north", channels: [valid] }).replace(
        '"kind"',
        '"__proto__":{"a":1},"kind"',
      ),
    },
    ["readable operators/north.json "],
  ],
  ["lists in lists", { "operators/north.json": lists }, ["operators/north.json "]],
  ["records in records", { "operators/north.json": `{"id":"north","channels":${records}}` }, ["operators/north.json "]],
  ["an id of lists in lists", { "operators/north.json": `{"id":${lists}}` }, ["operators/north.json "]],
  ["emergency numbers", { "emergency.json": sound["emergency.json"] ?? "" }, ["readable emergency.json "]],
  ["regulators", { "escalation.json": sound["escalation.json"] ?? "", ...patch({}) }, ["readable escalation.json "]],
  [
    "a file not named after its operator",
    { "operators/ours.json": JSON.stringify({ id: "north", channels: [valid] }) },
    ["ids-say-where operators/ours.json id"],
  ],
  ["the id of a body", { "operators/regulator.json": '{"id":"regulator"}' }, ["operators/regulator.json"]],
  [
    "the id of the emergency services",
    { "operators/emergency.json": '{"id":"emergency"}' },
    ["operators/emergency.json"],
  ],
  [
    "two channels with one id",
    patch({ channels: [valid, line(valid.id, "+74957654322", 201)] }),
    ["unique-ids operators/north.json"],
  ],
  [
    "two channels of which neither comes first",
    patch({ channels: [valid, line("north.voice.second", "+74957654322")] }),
    ["no-ties operators/north.json channels[1].preference"],
  ],
  [
    "two topics with one id",
    { "topics.json": JSON.stringify({ topics: [topics.topics[1], topics.topics[1]], prepare: {}, limits: {} }) },
    ["unique-ids topics.json"],
  ],
  [
    "faults in three files",
    {
      ...patch({ channels: [valid], colour: "red" }),
      "operators/south.json": south.replace('"id": "south",', ""),
      "topics.json": "?",
    },
    ["schema operators/north.json ", "schema operators/south.json id", "readable topics.json "],
  ],
];

describe("an overlay is refused whole, every issue named", () => {
  it.each(BAD)("%s", (_what, files, places) => {
    const started = performance.now();
    const { issues, directory } = over(files);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(directory).toBeNull();
    const found = issues.map(({ rule, file, path }) => `${rule} ${file} ${path}`);
    expect(places.filter((place) => !found.some((one) => one.includes(place)))).toEqual([]);
    expect(issues.filter(({ message }) => message.ru === "" || message.en === "")).toEqual([]);
  });

  it("a topic that an operator it says nothing of has no answer to", () => {
    const north = JSON.parse(sound["operators/north.json"] ?? "") as { channels: object[] };
    const channels = north.channels.map((one) => ({
      ...one,
      general: false,
      topics: ["general-support", "complaint"],
    }));
    const narrow = { ...sound, "operators/north.json": JSON.stringify({ ...north, channels }) };
    const base = withFolder(narrow, (folder) => gate(readAuthored(folder), TODAY)).directory ?? expect.fail();
    const roof = { ...topics.topics[1], id: "roof", label: { ru: "Крыша", en: "Roof" } };
    const files = { "topics.json": JSON.stringify({ topics: [roof], prepare: {}, limits: {} }) };
    const { issues } = withFolder(files, (folder) => overlay(base, folder, TODAY));
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["every-topic-is-answered topics.json"]);
  });

  it("a date after today, though the built-in directory may be newer than the day asked about", () => {
    const checkedOn = (day: string) => patch({ channels: [{ ...valid, checkedOn: day }] });
    const asOf = (day: string | null, files: Files) =>
      withFolder(files, (folder) => overlay(BASE, folder, day)).issues.map(({ rule }) => rule);
    expect(asOf("2024-01-01", checkedOn(TODAY))).toEqual([]);
    expect(asOf("2024-01-01", checkedOn("2026-11-25"))).toEqual(["dates-not-in-future"]);
    expect(asOf("2026-11-25", checkedOn("2026-11-25"))).toEqual([]);
    // A question about a past day says nothing of what has been checked since.
    expect(asOf(null, checkedOn("2027-01-01"))).toEqual([]);
  });

  it("a link to a file elsewhere", () => {
    const issues = withFolder({ "elsewhere.json": '{"id":"north"}', "operators/south.json": south }, (folder) => {
      symlinkSync(join(folder, "elsewhere.json"), join(folder, "operators", "north.json"));
      const refused = overlay(BASE, folder, TODAY);
      expect(refused.directory).toBeNull();
      return refused.issues;
    });
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["readable operators/north.json"]);
  });

  it("names the place in the overlay's own file, not in the merged directory", () => {
    const { issues } = over(patch({ channels: [valid, line("north.voice.wrong", "+749576543210", 201)] }));
    expect(issues.map(({ rule, file, path }) => ({ rule, file, path }))).toEqual([
      { rule: "valid-full-numbers", file: "operators/north.json", path: "channels[1].value" },
    ]);
  });

  it("changes nothing for objects at large", () => {
    over({ "operators/north.json": '{"id":"north","__proto__":{"polluted":1}}' });
    over({ "topics.json": '{"topics":[],"prepare":{"__proto__":{"polluted":1}},"limits":{}}' });
    expect({}).not.toHaveProperty("polluted");
  });

  it("says which error the file system gave when the folder is not there", () => {
    expect(() => overlay(BASE, "tests/fixtures/no-such-folder", TODAY)).toThrow(
      expect.objectContaining({ code: "ENOENT" }),
    );
  });
});
