/** The questions of the interview, as data: each fact's choices in the words of the answer's language. */
import type { DirectoryIndex } from "../../directory/types.js";
import type { Words } from "../../render/words.js";
import { linesFrom } from "../../routing/completions.js";
import type { Routing } from "../../routing/routing.js";
import { linesFor } from "../../situation/fact-table.js";
import { sellersOf } from "../../situation/names.js";
import {
  type OpenFact,
  OTHER_MERCHANT,
  OTHER_OPERATOR,
  PLACES,
  SERVICES,
  SUBSCRIBERS,
} from "../../vocabulary/situation.js";
import type { Choice, Question } from "../prompts/prompter.js";

/** Choices that state no value of the fact asked about. */
export const UNKNOWN = "unknown";
export const CANNOT_TALK = "cannot-talk";

const named = (fact: string, values: readonly string[], words: Words): Choice[] =>
  values.map((value) => ({ value, name: words.say(`choice.${fact}.${value}`) }));

export function operatorChoices({ parties }: DirectoryIndex, words: Words): Choice[] {
  return parties
    .filter((party) => party.type === "operator")
    .map((party) => ({
      value: party.id,
      name: words.text(party.name),
      keywords: [party.id, ...party.aliases].join(" "),
    }));
}

function merchantChoices(topic: string, directory: DirectoryIndex, words: Words): Choice[] {
  const sellers = directory.parties.filter(({ id }) => sellersOf(topic, directory).includes(id));
  return [
    ...sellers.map(({ id, name }) => ({ value: id, name: words.text(name) })),
    { value: OTHER_MERCHANT, name: words.say("choice.merchant.other") },
  ];
}

/** Which other operator it is makes no difference; one that stands for any is enough. */
function lineChoices({ situation, topic }: Routing, directory: DirectoryIndex, words: Words): Choice[] {
  const operator = situation.operator?.value ?? null;
  return linesFor(topic).map((line) => {
    const others = line === "other-operator" ? linesFrom(line, operator, directory) : [line];
    const value = others.includes(OTHER_OPERATOR) ? OTHER_OPERATOR : (others[0] ?? line);
    return { value, name: words.say(`choice.from.${line}`) };
  });
}

function choicesOf(fact: OpenFact, routing: Routing, directory: DirectoryIndex, words: Words): Choice[] {
  switch (fact) {
    case "operator":
      return operatorChoices(directory, words);
    case "from":
      return lineChoices(routing, directory, words);
    case "roaming":
      return named(fact, PLACES, words);
    case "subscriber":
      return named(fact, SUBSCRIBERS, words);
    case "service":
      return named(fact, SERVICES, words);
    case "merchant":
      return merchantChoices(routing.topic.id, directory, words);
  }
}

/** @param back whether an earlier answer can be taken back. */
export function questionOn(
  fact: OpenFact,
  routing: Routing,
  directory: DirectoryIndex,
  words: Words,
  back: boolean,
): Question {
  const canWrite = routing.topic.kinds[0] === "voice" && !routing.situation.without;
  return {
    message: words.say(`ask.${fact}`),
    why: words.say(`why.${fact}`),
    choices: [
      ...choicesOf(fact, routing, directory, words),
      { value: UNKNOWN, name: words.say("choice.unknown") },
      ...(canWrite ? [{ value: CANNOT_TALK, name: words.say("choice.cannot-talk") }] : []),
    ],
    searchable: fact === "operator",
    back,
  };
}
