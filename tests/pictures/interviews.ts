/** Every interview there is: which question follows which answer, until no further one could change what is offered. */
import type { Directory, Topic } from "../../src/directory/types.js";
import { linesFrom } from "../../src/routing/completions.js";
import { route } from "../../src/routing/route.js";
import type { GivenFacts } from "../../src/situation/facts.js";
import { parseMoment } from "../../src/situation/moment.js";
import { LINES, type OpenFact, PLACES, SERVICES, SUBSCRIBERS } from "../../src/vocabulary.js";

const MOMENT = parseMoment("2026-11-22");

/** The questions of one interview, in their order. */
export type Asked = readonly OpenFact[];

function answersTo(fact: OpenFact, given: GivenFacts, directory: Directory): readonly string[] {
  switch (fact) {
    case "operator":
      return directory.parties.filter(({ type }) => type === "operator").map(({ id }) => id);
    case "from":
      // Which other operator it is makes no difference.
      return LINES.map((line) => linesFrom(line, given.operator?.value ?? null, directory)[0] ?? line);
    case "roaming":
      return PLACES;
    case "subscriber":
      return SUBSCRIBERS;
    case "service":
      return SERVICES;
  }
}

export function interviews(directory: Directory, topic: Topic): Asked[] {
  const go = (given: GivenFacts, asked: Asked): Asked[] => {
    const [fact] = route(directory, given, MOMENT).needs;
    if (!fact) return [asked];
    return answersTo(fact, given, directory).flatMap((value) =>
      go({ ...given, [fact]: { value, from: "answer" } }, [...asked, fact]),
    );
  };
  return go({ topic: { value: topic.id, from: "answer" } }, []);
}
