/** What a few words say beside the matter: from another country ("за границей", "в Турции", "roaming"), for a company ("юрлицо"). */
import type { WordLists } from "../understanding/dictionaries.js";
import { Phrases, phrases } from "../understanding/phrase.js";
import { Places, RUSSIA } from "../understanding/places.js";
import { normalise, tokens } from "../understanding/text.js";

/** What the dictionaries call the matter; a few words that name it ask for the number that answers there. */
const MATTER = "roaming";

export interface Beside {
  abroad: boolean;
  corporate: boolean;
  /** The names of places in the text, as they stand there: no channel and no topic is named so. */
  places: readonly string[];
  /** The words that say either without naming a place. */
  cues: readonly string[];
}

/** A name alone may be another word: "того" is also a country. */
const placed = (words: readonly string[], start: number): boolean => /^(?:в|во|на|in)$/.test(words[start - 1] ?? "");

/** @returns a function from the words of a look-up to what they say beside the matter. */
export function besideReader({
  concepts,
  places,
  situations,
}: Pick<WordLists, "concepts" | "places" | "situations">): (text: string) => Beside {
  const matters = new Phrases(concepts);
  const cues = phrases(situations.abroad);
  const companies = phrases(situations.corporate);
  const inRussia = phrases(situations.acrossRussia);
  const countries = new Places(places);
  return (text) => {
    const words = tokens(normalise(text));
    const found = countries.find(words).filter(({ start, country }) => country !== RUSSIA && placed(words, start));
    const cued = cues.find(words).flatMap(({ start, end }) => words.slice(start, end));
    const company = companies.find(words).flatMap(({ start, end }) => words.slice(start, end));
    const said = cued.length > 0 || matters.find(words).some(({ value }) => value === MATTER);
    return {
      abroad: found.length > 0 || (said && !inRussia.some(words)),
      corporate: company.length > 0,
      places: found.flatMap(({ start, end }) => words.slice(start, end)),
      cues: [...cued, ...company],
    };
  };
}
