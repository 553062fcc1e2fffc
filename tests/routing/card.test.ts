/** The contact card, of every operator of the directory. */
import { describe, expect, it } from "vitest";
import { cardOf } from "../../src/routing/card.js";
import { parseMoment } from "../../src/situation/moment.js";
import { operators } from "../../src/situation/names.js";
import { CHANNEL_KINDS } from "../../src/vocabulary.js";
import { given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const card = (facts: Record<string, string>, travel = false) =>
  cardOf(directory, given(facts), parseMoment(SWEEP_DAY), travel);
const IDS = operators(directory).map(({ id }) => id);
const idsOf = (entries: ReturnType<typeof card>["entries"]) => entries.map(({ channel }) => channel.id);

describe.each(IDS)("the card of %s", (operator) => {
  const whole = card({ operator });

  it("is of that operator, each channel once, none kept off it", () => {
    const ids = idsOf(whole.entries);
    expect(whole).toMatchObject({
      operator: { id: operator },
      whole: true,
      travel: false,
      doubtful: [],
      emergency: [],
    });
    expect(ids).toEqual([...new Set(ids)]);
    const own = directory.party(operator).channels.map(({ id }) => id);
    for (const id of ids) expect(own).toContain(id);
  });

  it("goes kind by kind, and within one the disputed last", () => {
    const places = whole.entries.map(
      ({ channel }) => CHANNEL_KINDS.indexOf(channel.kind) * 2 + (channel.status === "disputed" ? 1 : 0),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("quotes no value that is never offered", () => {
    const values = directory.neverOffered(operator).flatMap((entry) => entry.values);
    for (const { note, channel } of whole.entries) {
      expect(note === null || note === channel.note).toBe(true);
      for (const value of values) {
        expect(note?.ru ?? "", channel.id).not.toContain(value.ru);
        expect(note?.en ?? "", channel.id).not.toContain(value.en);
      }
    }
  });

  it("says of each channel where it answers, and knows hours only where they are stated", () => {
    for (const { proven, unproven, open, channel } of whole.entries) {
      expect(proven !== null || unproven !== null, channel.id).toBe(true);
      if (!channel.hours) expect(open, channel.id).toBeNull();
    }
  });

  it("for a stated situation has what answers there for sure, and names the rest as left off", () => {
    const abroad = card({ operator, roaming: "abroad" });
    expect(abroad.whole).toBe(false);
    for (const entry of abroad.entries) expect(entry.proven, entry.channel.id).not.toBeNull();
    const left = abroad.doubtful.map(({ id }) => id);
    expect(left.filter((id) => idsOf(abroad.entries).includes(id))).toEqual([]);
    for (const id of left) expect(idsOf(whole.entries)).toContain(id);
  });

  it("for a journey is that of somebody abroad, with the emergency number most countries share", () => {
    const journey = card({ operator }, true);
    expect(journey.travel).toBe(true);
    expect(journey.situation.roaming).toEqual({ value: "abroad", from: "derived" });
    expect(idsOf(journey.entries)).toEqual(idsOf(card({ operator, roaming: "abroad" }).entries));
    expect(journey.emergency.map(({ channel }) => channel.dial)).toContain("112");
    const numbers = ({ country }: { country: string }) =>
      card({ operator, country }, true).emergency.map(({ channel }) => channel.dial);
    expect(numbers({ country: "DE" })).toContain("112");
    expect(numbers({ country: "US" })).toContain("911");
  });
});
