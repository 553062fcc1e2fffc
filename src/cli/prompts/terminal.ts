/**
 * Questions in a terminal, by Inquirer on standard error, so that standard output holds results alone. Its ready line is taken as it is. The
 * list to pick from is ours: arrows, digits or typing to search, `?` for why, Esc, `<` or the left arrow to go back; Inquirer's ready lists know
 * neither a reason, nor a way back, nor an answer in one's own words.
 */
import type { KeypressEvent } from "@inquirer/core";
import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, useState } from "@inquirer/core";
import inquirer from "inquirer";
import { clean } from "../../render/clean.js";
import { type Layout, layoutOf } from "../../render/text/layout.js";
import type { Palette } from "../../render/text/palette.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import type { Choice, OpenQuestion, Prompter, Question, Reply, Written } from "./prompter.js";
import { BACK_SIGN, Interrupted, isSaid, matching } from "./prompter.js";

interface Config extends Question {
  words: Words;
  palette: Palette;
  /** Inquirer breaks long lines anywhere; ours are broken between words beforehand. */
  layout: Layout;
  /** How many lines the screen has. */
  rows: number;
}

/** Longer input at a prompt is a pasted page or a cat on the keyboard. */
const LONGEST_SEARCH = 40;
const LONGEST_SAID = 300;
/** Fewer lines than these are no list, however much stands above it. */
const SHORTEST_LIST = 4;

type Key = KeypressEvent & { sequence?: string };

const isBack = (key: Key): boolean => key.name === "escape" || key.name === "left" || key.sequence === BACK_SIGN;

function helpLine({ words, searchable, free, back, why, leaves }: Config): string {
  const keys = [
    words.say("prompt.keys"),
    ...(searchable ? [words.say(free ? "prompt.keys-say" : "prompt.keys-search")] : []),
    ...(why ? [words.say("prompt.keys-why")] : []),
    ...(back ? [words.say(leaves ? "prompt.keys-leave" : "prompt.keys-back")] : []),
  ];
  return keys.join(" · ");
}

interface State {
  typed: string;
  active: number;
  /** Whether the reason for the question is on the screen. */
  explained: boolean;
  reply: Reply | null;
}

/** The list as it stands, and the choice under the cursor. */
function listed(config: Config, { typed, active }: State) {
  const found = config.searchable ? matching(config, typed) : config.choices;
  return { found, active: Math.max(0, Math.min(active, found.length - 1)) };
}

const picked = (choice: Choice | undefined): Reply | null => (choice ? { kind: "choice", value: choice.value } : null);

/** What a key changes; null where it means nothing here. @param line what readline holds as typed so far. */
function pressed(key: Key, line: string, state: State, config: Config): Partial<State> | null {
  const { found, active } = listed(config, state);
  const count = found.length;
  if (isEnterKey(key) && count === 0 && isSaid(state.typed, config))
    return { reply: { kind: "text", text: state.typed.trim() } };
  if (isEnterKey(key)) return { reply: picked(found[active]) };
  const step = Number(isDownKey(key)) - Number(isUpKey(key));
  if (step !== 0) return { active: (active + step + count) % Math.max(1, count) };
  if (key.name === "home") return { active: 0 };
  if (key.name === "end") return { active: count - 1 };
  if (key.sequence === "?") return { explained: !state.explained };
  if (config.back && isBack(key) && state.typed === "") return { reply: { kind: "back" } };
  if (key.name === "escape") return { typed: "", active: 0 };
  // What is typed is what is shown: readline places the cursor by the length of its line.
  if (config.searchable) {
    const longest = config.free && line.includes(" ") ? LONGEST_SAID : LONGEST_SEARCH;
    return { typed: clean(line).replaceAll("?", "").slice(0, longest), active: 0 };
  }
  // With a short list that is not searched, a digit picks at once.
  return { reply: picked(config.choices[Number(key.name) - 1]) };
}

/** The choices around the active one that fit, whole, with a line for those above and one for those below. */
function windowOf(items: readonly string[][], active: number, room: number): { from: number; to: number } {
  const count = items.length;
  const lines = (from: number, to: number) =>
    items.slice(from, to).flat().length + Number(from > 0) + Number(to < count);
  let [from, to] = [active, Math.min(count, active + 1)];
  for (;;) {
    const down = to < count && lines(from, to + 1) <= room;
    const up = from > 0 && lines(from - 1, to) <= room;
    if (!down && !up) return { from, to };
    // The cursor stays in the middle as long as there is something on both sides.
    if (down && (!up || to - active <= active - from)) to++;
    else from--;
  }
}

function listLines({ found, active }: ReturnType<typeof listed>, room: number, config: Config): string[] {
  const { words, layout, palette, searchable } = config;
  const items = found.map(({ name }, index) =>
    layout
      .paragraph(searchable ? name : `${index + 1}. ${name}`, 2, 2)
      .join("\n")
      .slice(2)
      .split("\n"),
  );
  const { from, to } = windowOf(items, active, room);
  const more = (key: string, count: number) =>
    count > 0 ? [palette.faint(`  ${words.say(key, { count: String(count) })}`)] : [];
  return [
    ...more("prompt.more-above", from),
    ...items.slice(from, to).flatMap(([first = "", ...rest], index) => {
      const [mark, style] = from + index === active ? [">", palette.picked] : [" ", (text: string) => text];
      return [`${mark} ${first}`, ...rest].map((line) => style(line));
    }),
    ...more("prompt.more-below", found.length - to),
  ];
}

const choose = createPrompt<Reply, Config>((config, done) => {
  const [state, setState] = useState<State>({ typed: "", active: 0, explained: false, reply: null });
  const { words, message, why, searchable, layout, palette, rows, keepInSight = 0 } = config;
  const list = listed(config, state);

  useKeypress((key, line) => {
    const change = pressed(key, line.line, state, config);
    const next = { ...state, ...change };
    // Past the longest text, keys change nothing: drawing the same again for each would fall behind a pasted page.
    if (Object.entries(change ?? {}).some(([name, value]) => state[name as keyof State] !== value)) setState(next);
    // readline keeps a line of its own: it must hold what counts as typed, and nothing else.
    line.clearLine(0);
    if (next.reply) done(next.reply);
    else line.write(next.typed);
  });

  const { reply } = state;
  // The list goes, so that one list stands on the screen.
  if (reply?.kind === "back") return palette.faint(`${message} ${BACK_SIGN}`);
  const given = reply?.kind === "text" ? reply.text : list.found.find(({ value }) => value === reply?.value)?.name;
  if (given !== undefined) return layout.paragraph(`${palette.heading(message)} ${palette.picked(given)}`).join("\n");
  const asked = layout.paragraph(message).map((line) => palette.heading(line));
  const hints = layout.paragraph(helpLine(config)).map((line) => palette.faint(line));
  const reason = state.explained && why ? layout.paragraph(why).map((line) => palette.doubt(line)) : [];
  const room = Math.max(SHORTEST_LIST, rows - keepInSight - asked.length - hints.length - reason.length);
  const unmatched = words.say(isSaid(state.typed, config) ? "prompt.as-said" : "prompt.nothing-found");
  const below = list.found.length === 0 ? layout.paragraph(unmatched, 2) : listLines(list, room, config);
  const search = searchable && state.typed !== "" ? ` ${palette.faint(state.typed)}` : "";
  return [asked.join("\n") + search, [...below, ...reason, ...hints].join("\n")];
});

const ASKED = "asked";

/** What Inquirer gives for one question, whichever kind it is. */
type Session<Answer> = Promise<Record<typeof ASKED, Answer>> & { ui: { close(): void } };

/** One column less: some terminals wrap a line that fills the last one. */
const screenLayout = () => layoutOf((process.stderr.columns || 80) - 1);

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Inquirer's ready line knows no way back: Esc takes the question away, and it says that it was. */
function onEscape(act: () => void): () => void {
  const listen = (_: unknown, key: { name?: string }) => key.name === "escape" && act();
  process.stdin.on("keypress", listen);
  return () => process.stdin.removeListener("keypress", listen);
}

export function terminalPrompter(io: Io, words: Words): Prompter {
  const { palette } = io;
  // Inquirer's own listener (signal-exit) leaves the terminal raw, and comes and goes with each question: what arrives between two is lost.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.stdin.setRawMode(false);
      process.kill(process.pid, signal);
    });
  }
  const ask = inquirer.createPromptModule({ output: process.stderr });
  ask.registerPrompt("choose", choose as never);

  // A Ctrl-C that comes with the Enter before it belongs to no question.
  let interrupted = false;
  process.stdin.on("keypress", (_: unknown, { ctrl, name }: { ctrl?: boolean; name?: string }) => {
    interrupted ||= ctrl === true && name === "c";
  });

  /** @returns null when the question was taken away. @throws Interrupted */
  async function answer<Answer>(question: object, escapes = false): Promise<Answer | null> {
    if (interrupted) throw new Interrupted();
    const session = ask([{ ...question, name: ASKED }] as never) as unknown as Session<Answer>;
    const deaf = escapes ? onEscape(() => session.ui.close()) : () => {};
    try {
      return (await session)[ASKED];
    } catch (error) {
      if (isNamed(error, "AbortPromptError")) return null;
      throw isNamed(error, "ExitPromptError") ? new Interrupted() : error;
    } finally {
      deaf();
    }
  }

  const styled = (text: string, style: (line: string) => string) => screenLayout().paragraph(text).map(style);

  /** What to write stands above the line until it is written. */
  function theme({ hint, back }: OpenQuestion) {
    const keys = [words.say("prompt.keys-write"), ...(back ? [words.say("prompt.keys-back")] : [])].join(" · ");
    const above = [...(hint ? [hint] : []), keys].flatMap((text) => styled(text, palette.faint));
    return {
      prefix: { idle: [...above, ">"].join("\n"), done: ">" },
      style: {
        message: (text: string) => styled(text, palette.heading).join("\n"),
        defaultAnswer: (text: string) => palette.faint(`(${text})`),
        answer: (text: string) => palette.picked(text),
        error: (text: string) => styled(text, palette.doubt).join("\n"),
      },
    };
  }

  return {
    async choose(question) {
      const shown = { ...question, type: "choose", words, palette, layout: screenLayout() };
      const reply = await answer<Reply>({ ...shown, rows: process.stderr.rows || 24 });
      return reply ?? { kind: "back" };
    },
    async write(question): Promise<Written> {
      const { message, preset, back, check } = question;
      const isBack = (text: string) => back && text === BACK_SIGN;
      // What stands there by itself was not typed: it is for the one who asks to say what it means.
      const typed = (text: string) => (text === preset ? "" : clean(text).trim());
      const line = {
        type: "input",
        message,
        ...(preset !== null && { default: preset }),
        validate: (text: string) => (isBack(typed(text)) ? true : (check(typed(text)) ?? true)),
        theme: theme(question),
      };
      const text = await answer<string>(line, back);
      return text === null || isBack(typed(text)) ? { kind: "back" } : { kind: "text", text: typed(text) };
    },
    say(text) {
      const lines = text.split("\n").flatMap((line) => screenLayout().paragraph(line));
      io.err(`${lines.join("\n")}\n`);
    },
  };
}
