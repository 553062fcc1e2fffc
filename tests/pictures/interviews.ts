/** Every interview there is: which question follows which answer, until no further one could change what is offered. */
import { CANNOT_TALK, questionOn, UNKNOWN } from "../../src/cli/talk/questions.js";
import type { Directory, Topic } from "../../src/directory/types.js";
import { route } from "../../src/routing/route.js";
import type { GivenFacts } from "../../src/situation/facts.js";
import { parseMoment } from "../../src/values/moment.js";
import type { OpenFact } from "../../src/vocabulary/situation.js";
import { spoken } from "./languages.js";

const MOMENT = parseMoment("2026-11-22");
const WORDS = spoken("en");

/** The questions of one interview, in their order. */
export type Asked = readonly OpenFact[];

/** The interviews of people who can answer whatever they are asked. */
export function interviews(directory: Directory, topic: Topic): Asked[] {
  const go = (given: GivenFacts, asked: Asked): Asked[] => {
    const routing = route(directory, given, MOMENT);
    const [fact] = routing.needs;
    if (!fact) return [asked];
    const { choices } = questionOn(fact, routing, directory, WORDS);
    const answers = choices.filter(({ value }) => value !== UNKNOWN && value !== CANNOT_TALK);
    return answers.flatMap(({ value }) => go({ ...given, [fact]: { value, from: "answer" } }, [...asked, fact]));
  };
  return go({ topic: { value: topic.id, from: "answer" } }, []);
}
