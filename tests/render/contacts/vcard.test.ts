/** Contacts read back by a reader that is not ours: the same contact again is the same, a newer one says so. */
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { channelCard } from "../../../src/render/contacts/vcard.js";
import { wordsOf } from "../../../src/render/words.js";
import { readMessages } from "../../support/messages.js";
import { realDirectory } from "../../support/real-directory.js";

const words = wordsOf("ru", readMessages("data", "ru"));
const directory = realDirectory();
const lines = directory.parties.flatMap(({ id }) =>
  directory.party(id).channels.filter(({ kind }) => kind === "voice"),
);

const read = (text: string) => {
  const card = new ICAL.Component(ICAL.parse(text));
  return [String(card.getFirstPropertyValue("uid")), String(card.getFirstPropertyValue("rev"))];
};

it("a contact has a name of its own and the day it was checked", () => {
  expect(lines.length).toBeGreaterThan(20);
  const found = lines.map((channel) => read(channelCard(channel, words)));
  expect(new Set(found.map(([uid]) => uid)).size).toBe(lines.length);
  expect(found.map(([, rev]) => rev)).toEqual(lines.map(({ checkedOn }) => checkedOn));
});

it("a contact written again keeps its name, and one checked later has a later revision", () => {
  const [channel] = lines;
  if (!channel) throw new Error("no line to ring");
  const later = { ...channel, checkedOn: "2027-01-15" };
  expect(read(channelCard(channel, words))).toEqual(read(channelCard(channel, words)));
  expect(read(channelCard(later, words))).toEqual([read(channelCard(channel, words))[0], "2027-01-15"]);
});
