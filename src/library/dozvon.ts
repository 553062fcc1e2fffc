/**
 * The same answers as the commands give with `--json`, for programs. `loadDirectory` reads files; everything after it is pure:
 * the same directory, question and `asOf` give the same answer, and nothing is written or asked of a network.
 */
import { join } from "node:path";
import { askAnswer } from "../answers/ask.js";
import type { Desk, Openers } from "../answers/desk.js";
import { askerOf, askNumber } from "../answers/whose.js";
import { loadMessages, loadDirectory as openDirectory } from "../directory/load.js";
import { openersOf } from "../directory/openers.js";
import type { Directory } from "../directory/types.js";
import { Refusal } from "../gate/refusal.js";
import { numberProblem } from "../numbering/spelling.js";
import { isFault } from "../numbering/whose.js";
import { factsJson, problemText } from "../render/envelope/json.js";
import { noticesJson, operatorIds, queryJson, routingJson, undecidedJson } from "../render/route/json.js";
import { answerJson } from "../render/whose/json.js";
import { type Words, wordsOf } from "../render/words.js";
import { route as routeFacts } from "../routing/route.js";
import type { GivenFacts } from "../situation/facts.js";
import type { WordLists } from "../understanding/dictionaries.js";
import { parseMoment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { Language } from "../vocabulary/language.js";
import { FACTS, type Fact } from "../vocabulary/situation.js";

const DIST = import.meta.dirname;
const FOLDERS = {
  compiled: join(DIST, "directory"),
  numbering: join(DIST, "numbering"),
  understanding: join(DIST, "understanding"),
};

/** A loaded directory, to be handed to the questions below; what is inside is not part of the promise. */
export interface Dozvon {
  readonly version: string;
  /** The newest day its sources were read, YYYY-MM-DD. */
  readonly asOf: string;
  readonly internal: Internal;
}

interface Internal {
  readonly directory: Directory;
  words(language: Language): Words;
  open: Openers;
}

export interface Options {
  /** The only clock an answer uses: a date (YYYY-MM-DD; opening hours stay open) or a date and time (ISO 8601, Moscow time without a zone). */
  asOf: string;
  /** @default "ru" */
  lang?: Language;
}

export interface AskOptions extends Options {
  /** Facts known beside the text. */
  facts?: Facts;
}

/** Facts of a situation as on the command line: ids, or names people use; `without` is a list of kinds, `tried` of numbers, codes or channels' ids. */
export type Facts = Partial<Record<Exclude<Fact, "without" | "tried" | "number">, string>> &
  Partial<Record<"without" | "tried", readonly string[]>>;

export type RouteResult = ReturnType<typeof routingJson>;
export interface RouteAnswer {
  facts: ReturnType<typeof queryJson>["facts"];
  /** As `dozvon schema route` describes it. */
  result: RouteResult;
  notices: ReturnType<typeof noticesJson>;
}
export type WhoseAnswer = ReturnType<typeof answerJson>;

/**
 * Reads the directory that ships with the package, with a company's own folder over it where one is given.
 *
 * @param options.overlay a folder as `dozvon data new-overlay` writes it.
 * @param options.today YYYY-MM-DD: no date in the overlay may lie beyond it; needed with `overlay` only.
 * @throws Refusal (a Problem, `bad-directory`) when the overlay does not pass the gate; what to mend is in `issues`.
 * @throws the file system's error when a folder cannot be read.
 */
export async function loadDirectory(options: { overlay?: string; today?: string } = {}): Promise<Dozvon> {
  const directory = options.overlay === undefined ? openDirectory(FOLDERS.compiled) : await overlaid(options);
  const spoken = new Map<Language, Words>();
  const words = (language: Language): Words => {
    const known = spoken.get(language) ?? wordsOf(language, loadMessages(FOLDERS.compiled, language));
    spoken.set(language, known);
    return known;
  };
  const internal = { directory, words, open: openersOf<WordLists>(FOLDERS) };
  return { version: directory.version, asOf: directory.asOf, internal };
}

async function overlaid({ overlay = "", today }: { overlay?: string; today?: string }): Promise<Directory> {
  if (today === undefined) throw new TypeError("loadDirectory: give today (YYYY-MM-DD) with an overlay");
  const { overlay: lay } = await import("../gate/overlay.js");
  const { loadAuthored } = await import("../gate/load-authored.js");
  const { issues, directory } = lay(loadAuthored(FOLDERS.compiled), overlay, parseMoment(today).date);
  if (directory) return directory;
  throw new Refusal(overlay, issues);
}

function given(facts: Facts): GivenFacts {
  const known: GivenFacts = {};
  for (const [fact, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    if (!FACTS.some((name) => name === fact) || fact === "number") {
      throw new Problem(
        "usage",
        "unknown-fact",
        { given: fact },
        { allowed: FACTS.filter((name) => name !== "number") },
      );
    }
    known[fact as Fact] = { value: typeof value === "string" ? value : value.join(","), from: "flag" };
  }
  return known;
}

/**
 * Facts to channels: the main job.
 *
 * @throws Problem `unknown-operator`, `unknown-topic`, `unknown-country`, `unknown-value`, `contradictory-facts` or
 * `impossible-date`, with the accepted values in `allowed` and the nearest in `hints`.
 */
export function route({ internal }: Dozvon, facts: Facts, { asOf, lang = "ru" }: Options): RouteAnswer {
  const { directory } = internal;
  const words = internal.words(lang);
  const routing = routeFacts(directory, given(facts), parseMoment(asOf));
  return {
    facts: queryJson(routing).facts,
    result: routingJson(routing, operatorIds(directory), words),
    notices: noticesJson(routing.notices, words),
  };
}

/** `result.candidates` holds topics to choose from where the text leaves it open, the likeliest first; else it is empty. */
export interface AskAnswer extends Omit<RouteAnswer, "result"> {
  result: RouteResult | ReturnType<typeof undecidedJson>;
}

const deskOf = ({ directory, open }: Internal, asOf: string): Desk => ({ directory, open, moment: parseMoment(asOf) });

/**
 * A plain sentence, Russian or English, to the same answer. Facts given beside it win over what the text says.
 *
 * @throws Problem `out-of-scope` for what is not about phone service or charges, `usage` for an empty text, and as `route`.
 */
export function ask({ internal }: Dozvon, text: string, { asOf, lang = "ru", facts = {} }: AskOptions): AskAnswer {
  const words = internal.words(lang);
  const { directory } = internal;
  const answer = askAnswer(text, given(facts), deskOf(internal, asOf));
  if ("undecided" in answer) {
    const { situation, candidates, notices } = answer.undecided;
    const result = undecidedJson(candidates, directory, words);
    return { facts: factsJson(situation), result, notices: noticesJson(notices, words) };
  }
  const { routing, notices } = answer;
  return {
    facts: queryJson(routing).facts,
    result: routingJson(routing, operatorIds(directory), words),
    notices: noticesJson(notices, words),
  };
}

/**
 * Who a number's range was given to, or what a short number or a code is and what it is worth.
 *
 * @param number any spelling.
 * @throws Problem `bad-number` for what is no number; `hints` holds what was probably meant.
 */
export async function whose(
  { internal }: Dozvon,
  number: string,
  { lang = "ru" }: Pick<Options, "lang"> = {},
): Promise<WhoseAnswer> {
  const { directory, open } = internal;
  const answer = await askNumber(number, askerOf({ directory, open }));
  if (isFault(answer)) throw numberProblem(answer);
  return answerJson(number, answer, internal.words(lang));
}

/** What is wrong, in words. @param problem as thrown by the questions above. */
export const explain = (
  { internal }: Dozvon,
  problem: Problem,
  { lang = "ru" }: Pick<Options, "lang"> = {},
): { title: string; detail: string } => problemText(problem, internal.words(lang));

export { Problem, Refusal };
