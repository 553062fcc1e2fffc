import { completed } from "../answers/ask.js";
import type { Desk } from "../answers/desk.js";
import type { GivenFacts } from "../situation/facts.js";
import type { Heard } from "../understanding/heard.js";
import type { Context } from "./context.js";
import { blameEnvironment, withDefaults } from "./files/settings.js";

/** The facts a sentence is answered with here: those of the environment and the settings stand under what it says. */
export function factsFor(heard: Heard, desk: Desk, { env, saved }: Context): GivenFacts {
  const known = withDefaults({}, env, saved);
  try {
    return completed(heard, known, desk);
  } catch (error) {
    throw blameEnvironment(error, { ...known, ...heard.given });
  }
}
