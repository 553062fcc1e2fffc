/** What a command answers, and how it goes out: as one document or as text, with what is said beside it and an exit code. */
import type { Query } from "../render/envelope/json.js";
import type { Screen } from "../render/text/screen.js";
import { noticeText, type Words } from "../render/words.js";
import type { Notice } from "../situation/facts.js";
import { EXIT } from "../vocabulary/codes.js";
import { type Context, jsonLine } from "./context.js";

/** Both forms are made only where they are asked for: a script pays for no screen, a person for no document. */
export interface Answer {
  kind: string;
  result(): unknown;
  /** @param rows how many lines it may fill. */
  text(screen: Screen, rows: number): string | Promise<string>;
  /** Where there is one, with the moment it was asked at. */
  query?: Partial<Query>;
  notices?: readonly Notice[];
  /** What a person is told on standard error, before the text: notices that the text does not say itself. */
  aside?(screen: Screen): string | Promise<string>;
  code?: number;
}

/** What a command gives back: an exit code alone where all is said already, as after a conversation or line by line. */
export type Outcome = Answer | number;

/** Notices as lines of their own. */
export const noticeLines = (notices: readonly Notice[], words: Words): string =>
  notices.map((notice) => `${noticeText(notice, words)}\n`).join("");

/** For who has not said which: each with the command that begins it. @returns the exit code that was due. */
export async function whichOf(
  message: string,
  entries: readonly (readonly [title: string, command: string])[],
  code: number,
  context: Context,
): Promise<number> {
  const { textOf, entry } = await import("../render/text/blocks.js");
  const { screenOf } = await import("./terminal/screen.js");
  const lines = entries.flatMap(([title, command]) => [title, entry(command)]);
  context.io.err(textOf([message, "", ...lines], screenOf(context)));
  return code;
}

/** @returns what writes documents as they are asked for: whole, or some of their members. */
export async function lineWriter({ flags }: Context): Promise<(document: unknown) => string> {
  const given = flags["--fields"];
  if (given === undefined) return jsonLine;
  const shape = (await import("./fields.js")).onlyFields(given);
  return (document) => jsonLine(shape(document));
}

/** @returns the exit code. */
export async function show(answer: Answer, context: Context): Promise<number> {
  const { io, json } = context;
  if (json) io.out((await lineWriter(context))(context.document(answer)));
  else {
    const { rowsOf, screenOf } = await import("./terminal/screen.js");
    const screen = screenOf(context);
    const aside = await answer.aside?.(screen);
    if (aside) io.err(aside);
    io.out(await answer.text(screen, rowsOf(context)));
  }
  return answer.code ?? EXIT.answered;
}
