/** What was understood of a text, and what to choose from where that was not enough. */

import type { Directory } from "../../directory/types.js";
import { formatNumber } from "../../numbering/format.js";
import type { Routing } from "../../routing/route.js";
import { DEFAULT_TOPIC, type GivenFacts, type Notice } from "../../situation/facts.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { type Fact, type FactOrigin, NAMED_LINES } from "../../vocabulary/situation.js";
import { nearestText, uncapital } from "../channel/text.js";
import { clean } from "../clean.js";
import { operatorName, topicName } from "../route/conditions.js";
import { faint, heading, type Row, textOf } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import { countryName } from "../whose/plain.js";
import { noticeText, type Words } from "../words.js";

/** The order in which one would say it. */
const SPOKEN = [
  "operator",
  "topic",
  "roaming",
  "country",
  "from",
  "subscriber",
  "service",
  "merchant",
  "without",
  "tried",
] as const;

/** What a push-button phone does not have. */
const ONLINE: readonly string[] = ["web", "app", "chat"];

/** A person without talking, or with a push-button phone, is called so; what else is left out goes by its names. */
function withoutText(kinds: readonly string[], words: Words): string {
  const online = ONLINE.every((kind) => kinds.includes(kind));
  const rest = kinds.filter((kind) => kind !== "voice" && !(online && ONLINE.includes(kind)));
  const named = rest.map((kind) => uncapital(words.say(`kind.${kind}`))).join(words.say("list.comma"));
  const said = [
    ...(kinds.includes("voice") ? [words.say("text.without-voice")] : []),
    ...(online ? [words.say("text.without-online")] : []),
    ...(named === "" ? [] : [words.say("text.without-other", { kinds: named })]),
  ];
  return said.join(words.say("list.comma"));
}

/** Facts as they are known, or as they were typed or saved. */
type Facts = Partial<Record<Fact, { value: unknown; from: FactOrigin; part?: string }>>;

/** Facts as a person would say them; what only follows from others, or is usual, is left out. */
export function factTexts(facts: Facts, directory: Directory, words: Words): string[] {
  const operator = facts.operator && String(facts.operator.value);
  const party = (id: string) => operatorName(id, directory, words);
  const line = (value: string) => {
    const sim = value === "own" ? operator : value;
    const named = sim === undefined || NAMED_LINES.some((one) => one === sim);
    return named ? words.say(`line.${value}`) : words.say("line.sim-of", { operator: party(sim) });
  };
  const texts: Partial<Record<Fact, (value: string) => string>> = {
    operator: party,
    merchant: party,
    from: line,
    country: (code) => countryName(code, words),
    topic: (id) => {
      const part = directory.parts().topics[id]?.find((one) => one.id === facts.topic?.part);
      return uncapital(part?.label ? words.text(part.label) : topicName(id, directory, words));
    },
    without: (kinds) => withoutText(kinds.split(","), words),
    tried: (value) => {
      const all = value.split(/, ?/).map((one) => formatNumber(one.replace(/^[+]?[78](?=\d{10}$)/, "+7")));
      return words.say(all.length > 1 ? "text.tried-several" : "text.tried", { value: all.join(", ") });
    },
  };
  return SPOKEN.flatMap((fact) => {
    const entry = facts[fact];
    if (!entry || entry.from === "derived" || (entry.from === "default" && fact !== "topic")) return [];
    const value = clean(String(entry.value));
    return [texts[fact]?.(value) ?? words.say(`${fact}.${value}`)];
  });
}

/** "Понял так: МегаФон, за границей, Турция, тема …", and where a flag said otherwise. */
export function heardText(given: GivenFacts, notices: readonly Notice[], directory: Directory, screen: Screen) {
  const { words } = screen;
  const texts = Object.entries(given).filter(([, { from }]) => from === "text");
  const facts = factTexts(Object.fromEntries(texts), directory, words);
  const lines = [
    ...(facts.length > 0 ? [words.say("text.understood", { facts: facts.join(", ") })] : []),
    ...notices.map((notice) => noticeText(notice, words)),
  ];
  return lines.length === 0 ? "" : textOf([...lines.map(faint), ""], screen);
}

/**
 * The likely topics, each with its way to the operator where that is known, else with what it is about.
 * @param answerTo the usual answer to a topic; null where no operator is named.
 */
export function candidatesText(
  candidates: readonly ScoredTopic[],
  operator: string | null,
  answerTo: (topic: string) => Routing | null,
  directory: Directory,
  screen: Screen,
): string {
  const { words } = screen;
  const wayTo = (topic: string): string | null => {
    const routing = answerTo(topic);
    const main = routing && (routing.otherPhone ?? routing.main);
    return main && nearestText(main, { words, routing, directory });
  };
  const known = candidates.flatMap(({ topic }) => directory.topics.find(({ id }) => id === topic) ?? []);
  const support = operator === null ? null : wayTo(DEFAULT_TOPIC);
  const [first] = known.map(({ label }) => uncapital(words.text(label)));
  const example = [...(operator === null ? [] : [operatorName(operator, directory, words)]), first].join(", ");
  const rows = known.map(
    ({ id, label, explanation }): Row => [words.text(label), wayTo(id) ?? words.text(explanation)],
  );
  const lines = [
    heading(words.say("text.several")),
    "",
    { rows },
    "",
    ...(support ? [words.say("text.several-support", { value: support })] : []),
    words.say("text.danger"),
    faint(words.say("text.several-hint", { example })),
  ];
  return textOf(lines, screen);
}
