/** Where to turn: the answer of `route`, `emergency` and `reply`, and what of it --strict does not let pass. */

import { type Routing, route } from "../routing/route.js";
import { withUsual } from "../routing/usual.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice } from "../situation/facts.js";
import { maskNumbers } from "../values/mask.js";
import { Problem } from "../values/problem.js";
import { BUILT_IN } from "../vocabulary/evidence.js";
import type { Desk } from "./desk.js";

/** @throws Problem when a fact is unknown or facts contradict each other. */
export const routeAnswer = (given: GivenFacts, { directory, moment }: Desk): Routing => route(directory, given, moment);

/** The answer with the facts left out completed to the usual case; the same answer where none is. */
export const inUsualCase = (routing: Routing, given: GivenFacts, desk: Pick<Desk, "directory" | "moment">): Routing =>
  routing.usual === null ? routing : route(desk.directory, withUsual(given, routing.usual), desk.moment);

const RUSSIA = "RU";

/** Whoever names Russia is not abroad. */
function placed({ country, ...rest }: GivenFacts): GivenFacts {
  if (country?.value.trim().toUpperCase() !== RUSSIA) return country ? { ...rest, country } : rest;
  return { roaming: { value: "home", from: "derived" }, ...rest };
}

/**
 * A country nobody knows counts as abroad, and the answer says so: nobody spells one twice in an emergency.
 * @param given of EMERGENCY_FACTS: saved or environment facts are left out on purpose.
 */
export function emergencyAnswer(given: GivenFacts, desk: Desk): { routing: Routing; given: GivenFacts } {
  const topic = { value: EMERGENCY_TOPIC, from: "derived" } as const;
  const facts = { ...placed(given), topic };
  try {
    return { routing: routeAnswer(facts, desk), given: facts };
  } catch (error) {
    const { country, ...rest } = facts;
    if (!country || !(error instanceof Problem) || error.code !== "unknown-country") throw error;
    const abroad: GivenFacts = { roaming: { value: "abroad", from: "derived" }, ...rest };
    const routing = routeAnswer(abroad, desk);
    const notice: Notice = { code: "country-not-known", values: { given: maskNumbers(country.value) } };
    return { routing: { ...routing, notices: [notice, ...routing.notices] }, given: abroad };
  }
}

/** A reply does not tell the customer whose folder a line stands in; the one who answers is told. */
export function originNotices({ main }: Routing): Notice[] {
  if (!main || main.channel.origin === BUILT_IN) return [];
  return [{ code: "channel-from-overlay", values: { value: main.channel.display } }];
}

/** What --strict does not let pass, each as a notice. */
export function strictFaults({ channels, primary, needs }: Routing): Notice[] {
  const sure = channels.find((one) => one.channel.id === primary);
  return [
    ...(needs.length > 0 ? [{ code: "facts-missing" as const, values: { facts: needs.join(", ") } }] : []),
    ...(sure && sure.channel.status !== "current" ? [{ code: "primary-not-current" as const, values: {} }] : []),
  ];
}
