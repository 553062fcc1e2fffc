/** Names of places as authored, in the nominative, to the stems the program looks words up by. */
import type { ContentOf } from "../../gate/files.js";
import type { PlaceEntry } from "../../understanding/dictionaries.js";
import { stemsOf } from "../../understanding/inflection.js";
import { normalise, tokens } from "../../understanding/text.js";

type AuthoredPlaces = ContentOf<"places">;

const ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ые|ие|ские|овы|ной)$/;
const SHORTEST_ADJECTIVE = 5;

/** "Южная Корея": the adjective is declined too, so its stem must do. */
function wordBefore(word: string): string {
  const lower = word.toLowerCase().replaceAll("ё", "е");
  return lower.length >= SHORTEST_ADJECTIVE && ADJECTIVE.test(lower) ? `${lower.slice(0, -2)}*` : lower;
}

function russianName(name: string, country: string | null): PlaceEntry[] {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).map(wordBefore).join(" ");
  return stemsOf(last).map(({ stem, paradigm }) => [stem, paradigm, before, country] as const);
}

function englishName(name: string, country: string | null): PlaceEntry[] {
  const words = tokens(normalise(name));
  return [[words.at(-1) ?? "", 0, words.slice(0, -1).join(" "), country]];
}

const named = ({ ru, en }: AuthoredPlaces["russia"], country: string | null): PlaceEntry[] => [
  ...ru.flatMap((name) => russianName(name, country)),
  ...en.flatMap((name) => englishName(name, country)),
];

export const compilePlaces = ({ abroad, russia }: AuthoredPlaces): PlaceEntry[] => [
  ...abroad.flatMap((one) => named(one, one.country)),
  ...named(russia, "RU"),
];
