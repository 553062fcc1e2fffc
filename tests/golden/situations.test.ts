/** Every row of situations.md, a table kept by hand from the sources, against the real directory. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/directory/types.js";
import { type Routing, route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { REASONS } from "../../src/vocabulary/channels.js";
import { type Row, tables } from "../support/markdown-tables.js";
import { realDirectory } from "../support/real-directory.js";

const directory = realDirectory();
const moment = parseMoment("2026-11-22T12:00");
const table = tables(readFileSync(join(import.meta.dirname, "situations.md"), "utf8"));

const rows = (heading: string): Row[] => {
  const found = table.get(heading);
  if (!found || found.length === 0) throw new Error(`no table under "${heading}"`);
  return found;
};

/** The facts of a row; `also` holds further ones as `fact=value`. */
function ask({ operator, from, place, topic, also }: Row): Routing {
  const more = (also ?? "").split(" ").filter(Boolean);
  const facts = Object.entries({ operator, from, roaming: place, topic, subscriber: "personal" });
  const given = [...facts, ...more.map((fact) => fact.split("="))].filter(([, value]) => value);
  return route(directory, Object.fromEntries(given.map(([fact, value]) => [fact, { value, from: "flag" }])), moment);
}

/** Whether the table's words mean this channel: how it is shown, what is dialled, its address, or `app` and `chat`. */
function isMeant({ kind, display, dial, uri }: Channel, said: string): boolean {
  if (said === "app" || said === "chat") return kind === said;
  const address = uri?.replace(/^https:\/\/(www\.)?|\/$/g, "") ?? "";
  const [start = "", end] = said.split("…");
  if (end !== undefined) return address.startsWith(start) && address.endsWith(end);
  return [display.ru, dial, address].includes(said);
}

/** What stands first, in the table's own words where it is what the table says. */
function first({ channels, primary }: Routing, said: string): string {
  const [best] = channels;
  if (!best) return "-";
  const words = said.replace("? ", "");
  const shown = isMeant(best.channel, words) ? words : best.channel.display.ru;
  return primary === best.channel.id ? shown : `? ${shown}`;
}

const PHONES: Readonly<Record<string, (operator: string) => string>> = {
  "own SIM": () => "own",
  "other SIM": (operator) => (operator === "mts" ? "megafon" : "mts"),
  landline: () => "landline",
  "foreign SIM": () => "foreign",
  internet: () => "internet",
};

const general = rows("Whom to contact with any question").flatMap((row) =>
  Object.entries(PHONES).map(([phone, from]) => ({
    ...row,
    from: from(row.operator ?? ""),
    topic: "general-support",
    also: "",
    first: row[phone] ?? "",
  })),
);

describe("what stands first", () => {
  it.each<Row>([
    ...general,
    ...rows("With a particular matter"),
    ...rows("Without an operator"),
    ...rows("In an emergency"),
  ])("$operator, $from, $place, $topic $also: $first", (row) => {
    const said = row.first ?? "";
    expect(first(ask(row), said)).toBe(said);
  });
});

describe("what is turned away, and why", () => {
  const turnedAway = rows("What is turned away, and why");

  it.each<Row>(turnedAway)("$operator, $from, $place, $topic $also: $number, $reason", (row) => {
    const { channels, rejected } = ask(row);
    const isIt = ({ channel }: { channel: Channel }) => isMeant(channel, row.number ?? "");
    expect(rejected.find(isIt)?.reason).toBe(row.reason);
    expect(channels.filter(isIt)).toEqual([]);
  });

  it("has a row for every reason", () => {
    expect([...new Set(turnedAway.map((row) => row.reason))].sort()).toEqual([...REASONS].sort());
  });
});
