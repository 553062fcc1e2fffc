/** Text on a screen of this terminal's width and colours; loaded only when text is asked for. */
import { inUsualCase } from "../answers/route.js";
import type { Directory, Party } from "../directory/types.js";
import { candidatesText, heardText } from "../render/ask/text.js";
import { conflictsText, operatorsText, sourcesText, topicsText } from "../render/listings/text.js";
import { plainRecords } from "../render/plain.js";
import { detailsText } from "../render/route/details.js";
import { firstScreen } from "../render/route/first-screen.js";
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../render/text/blocks.js";
import type { Routing } from "../routing/routing.js";
import type { GivenFacts, Notice } from "../situation/facts.js";
import type { Heard } from "../understanding/heard.js";
import type { ScoredTopic } from "../understanding/topic-model.js";
import type { Context } from "./context.js";
import { commandLine } from "./talk/command-line.js";
import { screenOf } from "./terminal/screen.js";

/** What an answer to facts or to a sentence is shown with. */
export interface ShownAnswer {
  routing: Routing;
  given: GivenFacts;
  notices: readonly Notice[];
  /** The nearest other topics a sentence may have meant. */
  nearest?: readonly string[];
}

/** What an answer knows beside its first screen. */
export function showDetails(answer: ShownAnswer, directory: Directory, context: Context): string {
  const { otherPhone, main } = inUsualCase(answer.routing, answer.given, { directory, moment: context.moment() });
  const routing = { ...answer.routing, notices: answer.notices };
  return detailsText(routing, otherPhone ?? main, directory, screenOf(context));
}

/** The first screen of an answer, with --full all of it. */
export function showAnswer(
  answer: ShownAnswer,
  directory: Directory,
  context: Context,
  rows: number = FIRST_SCREEN_ROWS,
): string {
  const { routing, notices, nearest = [] } = answer;
  const usual = inUsualCase(answer.routing, answer.given, { directory, moment: context.moment() });
  const screen = screenOf(context);
  const full = context.flags["--full"] === true;
  const first = { asked: routing, usual: { ...usual, notices }, nearest, rows: full ? ALL_ROWS : rows };
  return firstScreen(first, directory, screen) + (full ? showDetails(answer, directory, context) : "");
}

export const showOperators = (directory: Directory, context: Context): string =>
  operatorsText(directory, screenOf(context));

export const showTopics = (directory: Directory, context: Context): string => topicsText(directory, screenOf(context));

/** Columns of `--plain`, in their order: part of the contract, new ones only at the end. */
export const operatorsPlain = ({ parties }: Directory, { words }: Context): string =>
  plainRecords(
    parties
      .filter(({ type }) => type === "operator")
      .map(({ id, name, services, aliases }) => [id, words.text(name), services.join(","), aliases.join(",")]),
  );

export const topicsPlain = ({ topics }: Directory, { words }: Context): string =>
  plainRecords(topics.map(({ id, label, explanation }) => [id, words.text(label), words.text(explanation)]));

export const showSources = (parties: readonly Party[], context: Context): string =>
  sourcesText(parties, screenOf(context));

export const showConflicts = (parties: readonly Party[], directory: Directory, context: Context): string =>
  conflictsText(parties, directory, screenOf(context));

export const showHeard = ({ notices }: Heard, given: GivenFacts, directory: Directory, context: Context): string =>
  heardText(given, notices, directory, screenOf(context));

export function showCandidates(
  candidates: readonly ScoredTopic[],
  given: GivenFacts,
  directory: Directory,
  context: Context,
): string {
  const commandOf = (topic: string) => commandLine({ ...given, topic: { value: topic, from: "flag" } });
  return candidatesText(candidates, commandOf, directory, screenOf(context));
}
