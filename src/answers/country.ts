/** A country by its name. In a file of its own, since most answers are given a code, and need no reader of sentences. */
import type { GivenFacts } from "../situation/facts.js";
import { readerOf } from "./ask.js";
import type { Desk } from "./desk.js";

/** A country named in any case and language that sentences are read in, as its code; what nobody knows is left as it is. */
export function withCountryCode(given: GivenFacts, desk: Desk): GivenFacts {
  const { country } = given;
  const read = (text: string) => readerOf(desk)(text).facts.country;
  // A name alone says nothing of where a person is: a cry for help counts every place named, and "in" the declined ones.
  const code = country && (read(`помогите, ${country.value}`) ?? read(`я в ${country.value}`));
  return country && code ? { ...given, country: { ...country, value: code } } : given;
}
