/** What was understood of a text, and what to choose from where that was not enough. */

import type { DirectoryIndex } from "../../directory/types.js";
import type { GivenFacts, Notice } from "../../situation/facts.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { type Fact, NAMED_LINES } from "../../vocabulary/situation.js";
import { clean } from "../clean.js";
import { noticeText } from "../notice.js";
import { operatorName } from "../route/conditions.js";
import { join, type Screen } from "../text/screen.js";
import type { Words } from "../words.js";

const topicName = (id: string, { topics }: DirectoryIndex, words: Words): string => {
  const topic = topics.find((one) => one.id === id);
  return topic ? words.text(topic.label) : id;
};

function countryName(code: string, { language }: Words): string {
  return new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(code) ?? code;
}

/** The order in which one would say it. */
const SPOKEN: readonly Fact[] = [
  "operator",
  "roaming",
  "country",
  "from",
  "subscriber",
  "service",
  "merchant",
  "without",
  "topic",
];

/** One fact in words; facts the person stated by flag need no repeating. */
function factText(fact: Fact, value: string, directory: DirectoryIndex, words: Words): string[] {
  switch (fact) {
    case "operator":
    case "merchant":
      return [operatorName(value, directory, words)];
    case "from":
      return NAMED_LINES.some((line) => line === value)
        ? [words.say(`line.${value}`)]
        : [words.say("line.sim-of", { operator: operatorName(value, directory, words) })];
    case "country":
      return [countryName(value, words)];
    case "topic":
      return [words.say("text.topic", { topic: topicName(value, directory, words) })];
    case "without":
      return [words.say("text.without-voice")];
    default:
      return [words.say(`${fact}.${value}`)];
  }
}

/** "Понял так: МегаФон, за границей, Турция, тема …", and where a flag said otherwise. */
export function heardText(
  given: GivenFacts,
  notices: readonly Notice[],
  directory: DirectoryIndex,
  { words, layout, palette }: Screen,
): string {
  const facts = SPOKEN.flatMap((fact) => {
    const entry = given[fact];
    return entry?.from === "text" ? factText(fact, entry.value, directory, words) : [];
  });
  const lines = [
    ...(facts.length > 0 ? [words.say("text.understood", { facts: facts.join(", ") })] : []),
    ...notices.map((notice) => clean(noticeText(notice, words))),
  ];
  return lines.length === 0
    ? ""
    : join([...lines.flatMap((line) => layout.paragraph(line)).map((line) => palette.faint(line)), ""]);
}

/** The likely topics, each with the command that answers it. */
export function candidatesText(
  candidates: readonly ScoredTopic[],
  commandOf: (topic: string) => string,
  directory: DirectoryIndex,
  { words, layout, palette }: Screen,
): string {
  return join([
    ...layout.paragraph(words.say("text.several")).map((line) => palette.heading(line)),
    ...candidates.flatMap(({ topic }, index) => [
      "",
      ...layout.paragraph(`${index + 1}. ${topicName(topic, directory, words)}`, 2, 3),
      ...layout.paragraph(commandOf(topic), 5, 2).map((line) => palette.faint(line)),
    ]),
    "",
    ...layout.paragraph(words.say("text.several-hint")).map((line) => palette.faint(line)),
  ]);
}
