/** What stands under an answer on the screen: what can be done with it, until the person leaves it. */
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../../render/text/blocks.js";
import type { Screen } from "../../render/text/screen.js";
import type { Context } from "../context.js";
import type { Choice, Prompter, Question } from "../prompts/prompter.js";
import type { Answer } from "../runner.js";
import { screenOf } from "../terminal/screen.js";

/** The question over the menu, four lines of it, its keys at forty columns, and a line between. */
const MENU_LINES = 9;
const FEWEST_LINES = 8;

/** How a conversation ends, and what comes after it. */
export interface Outcome {
  code: number;
  next: "menu" | "exit";
}

export interface Action<Left> extends Choice {
  /** @returns lines that should stay in sight, or what the menu is left with. @throws Interrupted */
  act(): Promise<{ lines: number } | { leave: Left } | undefined>;
}

/** How many lines of an answer leave room for the menu under it. */
export const roomOver = ({ io }: Context): number =>
  Math.max(FEWEST_LINES, Math.min(FIRST_SCREEN_ROWS, io.rows - MENU_LINES));

/** What goes on from an answer is a choice of its menu there, and no command to type. */
export const screenOver = (context: Context): Screen => ({ ...screenOf(context), menu: true });

/** @returns how many of its lines should stay in sight, the line between it and the menu among them. */
export function printOver(text: string, context: Context): number {
  context.io.out(text);
  context.io.err("\n");
  return Math.min(roomOver(context) + 1, text.split("\n").length);
}

/** Its blocks that have room over the menu, the first in any case. */
function beginning(text: string, room: number): string {
  const blocks = text.trimEnd().split("\n\n");
  const linesOf = (count: number) => blocks.slice(0, count).join("\n\n").split("\n").length;
  let count = blocks.length;
  while (count > 1 && linesOf(count) > room) count -= 1;
  return `${blocks.slice(0, count).join("\n\n")}\n`;
}

/** An answer with room for the menu under it. @returns how many lines should stay in sight, and what shows the rest, if any. */
export async function showOver(
  answer: Answer,
  context: Context,
): Promise<{ lines: number; more: readonly Action<never>[] }> {
  const screen = screenOver(context);
  const aside = await answer.aside?.(screen);
  if (aside) context.io.err(aside);
  const first = beginning(await answer.text(screen, roomOver(context)), roomOver(context));
  const rest = restOf(await answer.text(screen, ALL_ROWS), first);
  const act = async () => {
    context.io.out(`\n${rest}\n`);
    return undefined;
  };
  return { lines: printOver(first, context), more: rest.trim() === "" ? [] : [{ ...named("details", context), act }] };
}

/** What stands in the whole of a text and not in its beginning, which is on the screen already. */
export function restOf(whole: string, beginning: string): string {
  const known = new Set(beginning.split("\n\n").map((block) => block.trim()));
  return whole
    .split("\n\n")
    .filter((block) => !known.has(block.trim()))
    .join("\n\n");
}

export const named = (value: string, { words }: Context): Choice => ({ value, name: words.say(`action.${value}`) });

/** Another question, or none. */
export const leaving = (context: Context): Action<Outcome["next"]>[] =>
  (["menu", "exit"] as const).map((next) => ({ ...named(next, context), act: async () => ({ leave: next }) }));

/** @param lines of the answer that should stay in sight. @throws Interrupted */
export async function menuUnder<Left>(
  question: Pick<Question, "message" | "why">,
  lines: number,
  actions: readonly Action<Left>[],
  prompter: Prompter,
): Promise<Left> {
  for (let keepInSight = lines; ; ) {
    const reply = await prompter.choose({ ...question, choices: actions, searchable: false, back: false, keepInSight });
    const done = await actions.find(({ value }) => reply.kind === "choice" && value === reply.value)?.act();
    if (done && "leave" in done) return done.leave;
    keepInSight = done?.lines ?? 0;
  }
}

export const whatNext = ({ words }: Context): { message: string } => ({ message: words.say("ask.next") });

/** The line that gives the same answer, for whoever will want it again; under no menu, which it would push the answer from. */
export function sayCommand(command: string, context: Context): void {
  const line = context.words.say("result.command", { command });
  context.io.err(`\n${screenOf(context).layout.paragraph(line).join("\n")}\n`);
}
