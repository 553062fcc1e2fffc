/** What stands under an answer on the screen: what can be done with it, until the person leaves it. */
import { stripVTControlCharacters } from "node:util";
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../../render/text/blocks.js";
import type { Screen } from "../../render/text/screen.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import type { Choice, Question, Talk } from "../prompts/prompter.js";
import { type Answer, show } from "../runner.js";
import { screenOf } from "../terminal/screen.js";

/** The question over the menu, four lines of it, its keys at forty columns, and a line between. */
const MENU_LINES = 9;
const FEWEST_LINES = 8;
/** The line between, and two that long ones may take besides. */
const LONG_LINES = 3;

type Next = "menu" | "exit";

/** How a conversation ends, and what comes after it. */
export interface Outcome {
  code: number;
  next: Next;
}

export interface Action<Left> extends Choice {
  /** @returns lines that should stay in sight, or what the menu is left with. @throws Interrupted */
  act(): Promise<{ lines: number } | { leave: Left } | undefined>;
}

/** After what is done the menu stands there again. */
export const stay = (act: () => unknown) => async (): Promise<undefined> => {
  await act();
};

/** How many lines of an answer leave room for the menu under it. */
export const roomOver = ({ io }: Context): number =>
  Math.max(FEWEST_LINES, Math.min(FIRST_SCREEN_ROWS, io.rows - MENU_LINES));

/** What goes on from an answer is a choice of its menu there, and no command to type. */
export const screenOver = (context: Context): Screen => ({ ...screenOf(context), menu: true });

/** @returns how many of its lines should stay in sight, the line between it and the menu among them. */
export function printOver(text: string, context: Context): number {
  const { io } = context;
  io.out(text);
  io.err("\n");
  // An address longer than the line takes two of the screen.
  const drawn = text.split("\n").map((line) => Math.ceil(stripVTControlCharacters(line).length / io.columns) || 1);
  return Math.min(
    roomOver(context) + LONG_LINES,
    drawn.reduce((sum, one) => sum + one, 0),
  );
}

/** What of it has room over the menu: blocks, and of the one that has not, its sentences that do. */
export function beginning(text: string, room: number): string {
  const lines = text.trimEnd().split("\n");
  const ends = (line: string, at: number) => /[.!?)]\W*$/.test(line) || (line !== "" && lines[at + 1] === "");
  const last = lines.slice(0, room).findLastIndex(ends);
  return `${lines.slice(0, lines.length <= room || last < 0 ? undefined : last + 1).join("\n")}\n`;
}

/** What stands in the whole of a text and not in its beginning, which is on the screen already. */
export function restOf(whole: string, beginning: string): string {
  const known = new Set(beginning.split("\n\n").map((block) => block.trim()));
  return whole
    .split("\n\n")
    .filter((block) => !known.has(block.trim()))
    .join("\n\n");
}

export const named = (value: string, { words }: Pick<Talk, "words">): Choice => ({
  value,
  name: words.say(`action.${value}`),
});

/** Another question, or none. */
export const leaving = (talk: Pick<Talk, "words">): (Action<Next> & { value: Next })[] =>
  (["menu", "exit"] as const).map((value) => ({
    ...named(value, talk),
    value,
    act: async () => ({ leave: value }),
  }));

/** @param lines of the answer that should stay in sight. @param actions among them one that goes back. @throws Interrupted */
export async function menuUnder<Left>(
  question: Pick<Question, "message" | "why">,
  lines: number,
  actions: readonly Action<Left>[],
  { prompter }: Talk,
): Promise<Left> {
  for (let keepInSight = lines; ; ) {
    const reply = await prompter.choose({ ...question, choices: actions, searchable: false, back: true, keepInSight });
    const picked = (value: string) => actions.find((action) => action.value === value);
    const done = await (reply.kind === "choice" ? picked(reply.value) : (picked("menu") ?? actions.at(-1)))?.act();
    if (done && "leave" in done) return done.leave;
    keepInSight = done?.lines ?? 0;
  }
}

/** An answer with room for the menu under it, and what leads from it, more of it among that. @throws Interrupted */
export async function answerOver<Left>(
  answer: Answer,
  before: readonly Action<Left>[],
  after: readonly Action<Left>[],
  talk: Talk,
): Promise<Left> {
  const { context } = talk;
  const screen = screenOver(context);
  const aside = await answer.aside?.(screen);
  if (aside) context.io.err(aside);
  const first = beginning(await answer.text(screen, roomOver(context)), roomOver(context));
  const rest = restOf(await answer.text(screen, ALL_ROWS), first);
  const more = { ...named("details", talk), act: stay(() => context.io.out(`\n${rest}\n`)) };
  const actions = [...before, ...(rest.trim() === "" ? [] : [more]), ...after];
  return menuUnder({ message: talk.words.say("ask.next") }, printOver(first, context), actions, talk);
}

/** The answer a conversation came to. @param command the line that gives it again; null where nothing was asked. @throws Interrupted */
export async function conclude(
  answer: Answer,
  command: string | null,
  actions: readonly Action<Next>[],
  talk: Talk,
): Promise<Outcome> {
  const { context } = talk;
  const next = talk.home ? await answerOver(answer, actions, leaving(talk), talk) : "exit";
  if (!talk.home) await show(answer, context);
  if (command !== null) sayCommand(command, context);
  return { code: answer.code ?? EXIT.answered, next };
}

/** The line that gives the same answer, for whoever will want it again; under no menu, which it would push the answer from. */
export const commandText = (command: string, context: Context): string =>
  `\n${screenOf(context).layout.paragraph(context.words.say("result.command", { command })).join("\n")}\n`;

export const sayCommand = (command: string, context: Context): void => context.io.err(commandText(command, context));
