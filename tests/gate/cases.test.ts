/** Things to have ready and to keep are named in the case that their heading takes: "Подготовьте дату", never "Подготовьте дата". */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

const prepared = Object.values<{ text: { ru: string } }>(read("data/topics.json").prepare).map(({ text }) => text.ru);
const kept = readdirSync("data/checklists").flatMap((file) =>
  read(join("data/checklists", file)).steps.flatMap(({ keep }: { keep?: { ru: string } }) => (keep ? [keep.ru] : [])),
);

/** Neuter words and plurals, the same in both cases. */
const SAME = ["время", "имя", "условия", "сообщения"];
const JOINED = /[,;:]\s+|\s+(?:и|или)\s+/;
/** An adjective goes with its noun: "новая строка". */
const NOMINATIVE = /^(?:\p{L}+(?:ая|яя)|\p{L}{2,}[ая])(?![\p{L}-])/u;

it.each([
  ["Подготовьте", prepared],
  ["Сохраните", kept],
])("%s: no name stands in the nominative", (_, texts) => {
  const things = texts.flatMap((text: string) => text.split(JOINED));
  expect(things.length).toBeGreaterThan(20);
  expect(things.filter((thing) => NOMINATIVE.test(thing) && !SAME.includes(thing.split(" ")[0] ?? ""))).toEqual([]);
});
