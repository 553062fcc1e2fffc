/** A country by its name. In a file of its own, since most answers are given a code, and need no reader of sentences. */
import type { GivenFacts } from "../situation/facts.js";
import { readerOf } from "./ask.js";
import type { Desk } from "./desk.js";

/** A country named in any case and language that sentences are read in, as its code; what nobody knows is left as it is. */
export function withCountryCode(given: GivenFacts, desk: Desk): GivenFacts {
  const { country } = given;
  // A name alone says nothing of where a person is; "in" before it does, whatever its case.
  const code = country && readerOf(desk)(`я в ${country.value}`).facts.country;
  return country && code ? { ...given, country: { ...country, value: code } } : given;
}
