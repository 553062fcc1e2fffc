/**
 * A list to pick from: arrows, digits or typing to search, `?` for why, Esc or the left arrow to go back. Made with Inquirer's core, since its
 * ready list knows neither a reason nor a way back.
 */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  usePagination,
  useState,
} from "@inquirer/core";
import { clean } from "../../render/clean.js";
import type { Layout } from "../../render/text/layout.js";
import type { Palette } from "../../render/text/palette.js";
import type { Words } from "../../render/words.js";
import { type Choice, isSentence, matching, type Question, type Reply } from "./prompter.js";

interface Config extends Question {
  words: Words;
  palette: Palette;
  /** Inquirer breaks long lines anywhere; ours are broken between words beforehand. */
  layout: Layout;
  pageSize: number;
}

/** Longer input at a prompt is a pasted page or a cat on the keyboard. */
const LONGEST_SEARCH = 40;
const LONGEST_SENTENCE = 300;

const isBack = (key: KeypressEvent): boolean => key.name === "escape" || key.name === "left";
const isWhy = (key: KeypressEvent & { sequence?: string }): boolean => key.sequence === "?";

/** With a short list that is not searched, a digit picks at once. */
function digit(key: KeypressEvent, { searchable, choices }: Question): Choice | undefined {
  return searchable || !/^[1-9]$/.test(key.name ?? "") ? undefined : choices[Number(key.name) - 1];
}

function helpLine({ words, searchable, sentences, back, why }: Config): string {
  const keys = [
    words.say("prompt.keys"),
    ...(searchable ? [words.say("prompt.keys-search")] : []),
    ...(sentences ? [words.say("prompt.keys-sentence")] : []),
    ...(why ? [words.say("prompt.keys-why")] : []),
    ...(back ? [words.say("prompt.keys-back")] : []),
  ];
  return keys.join(" · ");
}

interface State {
  typed: string;
  active: number;
  /** Whether the reason for the question is on the screen. */
  explained: boolean;
  picked: Choice | null;
  /** What was typed and sent though no choice is like it. */
  said: string | null;
  /** Whether the person went back: the list goes, so that one list stands on the screen. */
  left: boolean;
}

/** The list as it stands, and the choice under the cursor. */
interface Listed {
  found: readonly Choice[];
  active: number;
}

function listed(config: Config, { typed, active }: State): Listed {
  const found = config.searchable ? matching(config.choices, typed) : config.choices;
  return { found, active: Math.max(0, Math.min(active, found.length - 1)) };
}

function moved(key: KeypressEvent, { found, active }: Listed): number {
  const step = isUpKey(key) ? -1 : 1;
  return found.length === 0 ? 0 : (active + step + found.length) % found.length;
}

function entered({ found, active }: Listed, { typed }: State, config: Config): Partial<State> {
  return { picked: found[active] ?? null, said: found.length === 0 && isSentence(typed, config) ? typed : null };
}

/** What a key changes; null where it means nothing here. @param line what readline holds as typed so far. */
function pressed(key: KeypressEvent, line: string, state: State, config: Config): Partial<State> | null {
  const list = listed(config, state);
  if (isEnterKey(key)) return entered(list, state, config);
  if (isUpKey(key) || isDownKey(key)) return { active: moved(key, list) };
  if (isWhy(key)) return { explained: !state.explained };
  if (config.back && isBack(key) && state.typed === "") return { left: true };
  if (key.name === "escape") return { typed: "", active: 0 };
  // What is typed is what is shown: readline places the cursor by the length of its line.
  if (config.searchable) {
    const longest = isSentence(line, config) ? LONGEST_SENTENCE : LONGEST_SEARCH;
    return { typed: clean(line).replaceAll("?", "").slice(0, longest), active: 0 };
  }
  return { picked: digit(key, config) ?? null };
}

export const choose = createPrompt<Reply, Config>((config, done) => {
  const [state, setState] = useState<State>({
    typed: "",
    active: 0,
    explained: false,
    picked: null,
    said: null,
    left: false,
  });
  const { words, message, why, searchable, pageSize, layout, palette } = config;
  const { found, active } = listed(config, state);

  useKeypress((key, line) => {
    const change = pressed(key, line.line, state, config);
    const next = { ...state, ...change };
    // Past the longest text, keys change nothing: drawing the same again for each would fall behind a pasted page.
    if (Object.entries(change ?? {}).some(([name, value]) => state[name as keyof State] !== value)) setState(next);
    // readline keeps a line of its own: it must hold what counts as typed, and nothing else.
    line.clearLine(0);
    if (next.left) done({ kind: "back" });
    else if (next.picked) done({ kind: "choice", value: next.picked.value });
    else if (next.said !== null) done({ kind: "sentence", text: next.said });
    else line.write(next.typed);
  });

  const page = usePagination({
    items: found,
    active,
    pageSize,
    loop: false,
    renderItem: ({ item, isActive, index }) => {
      const number = searchable ? "" : `${index + 1}. `;
      const lines = layout
        .paragraph(number + item.name, 2, 2)
        .join("\n")
        .slice(2);
      return isActive ? palette.picked(`> ${lines}`) : `  ${lines}`;
    },
  });

  if (state.left) return palette.faint(`${message} <`);
  const given = state.picked?.name ?? state.said;
  if (given !== null) return layout.paragraph(`${palette.heading(message)} ${palette.picked(given)}`).join("\n");
  const search = searchable && state.typed !== "" ? ` ${palette.faint(state.typed)}` : "";
  const unmatched = words.say(isSentence(state.typed, config) ? "prompt.as-sentence" : "prompt.nothing-found");
  const nothing = found.length === 0 ? layout.paragraph(unmatched, 2).join("\n") : page;
  const hints = layout.paragraph(helpLine(config)).map((line) => palette.faint(line));
  const reason = state.explained && why ? layout.paragraph(why).map((line) => palette.doubt(line)) : [];
  return [`${palette.heading(message)}${search}`, [nothing, ...reason, ...hints].join("\n")];
});
