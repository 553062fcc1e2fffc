/**
 * What a screen is made of before it has a width and colours: paragraphs, two columns, and blocks of which the least important are left
 * out where it is too small.
 */
import type { Palette } from "./palette.js";
import type { Screen } from "./screen.js";

/** As many lines of 80 columns as stand on a terminal of 24 with the prompt below. */
export const FIRST_SCREEN_ROWS = 23;

/** For `--full`: nothing is left out. */
export const ALL_ROWS = Number.POSITIVE_INFINITY;

export type Row = readonly [label: string, text: string];

interface Paragraph {
  text: string;
  indent?: number;
  /** How much further in than the first its other lines stand. */
  hang?: number;
  as?: keyof Palette | undefined;
}

/** A paragraph at the margin, one that stands or looks otherwise, or two columns. */
export type Line = string | Paragraph | { rows: readonly Row[] };

const looking =
  (as: keyof Palette) =>
  (text: string): Paragraph => ({ text, as });
export const answer = looking("answer");
export const heading = looking("heading");
export const doubt = looking("doubt");
export const faint = looking("faint");

export const indented = (text: string, indent = 2, hang = 0, as?: keyof Palette): Paragraph => ({
  text,
  indent,
  hang,
  as,
});

/** One of a list, without a mark. */
export const entry = (text: string): Paragraph => indented(text, 2, 2);

/** One of a list. */
export const item = (text: string): Paragraph => entry(`- ${text}`);

/** A heading and its lines; nothing at all where there are no lines. */
export const headed = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [heading(title), ...lines];

/** The same after a blank line. */
export const section = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : ["", ...headed(title, lines)];

function drawn(lines: readonly Line[], { layout, palette }: Pick<Screen, "layout" | "palette">): string[] {
  return lines.flatMap((line) => {
    if (typeof line === "string") return layout.paragraph(line);
    if ("rows" in line) return layout.rows(line.rows);
    const { text, indent, hang, as } = line;
    const wrapped = layout.paragraph(text, indent, hang);
    return as ? wrapped.map(palette[as]) : wrapped;
  });
}

export const textOf = (lines: readonly Line[], screen: Pick<Screen, "layout" | "palette">): string =>
  `${drawn(lines, screen).join("\n")}\n`;

/** Lines that stay together; the higher the rank, the sooner they are left out, and rank 0 never. */
export interface Block {
  rank: number;
  lines: readonly Line[];
  /** No blank line before it: it goes on with the block above. */
  joined?: boolean;
}

/** A heading and its lines as a block: nothing where there are no lines. */
export const titled = (rank: number, title: string, lines: readonly Line[], joined = false): Block => ({
  rank,
  lines: headed(title, lines),
  joined,
});

/** Leaves out the least important blocks until the rest fits. A blank line stands between blocks. */
export function fitted(blocks: readonly Block[], rows: number, screen: Screen): string {
  let kept = blocks.flatMap((block, at) =>
    block.lines.length > 0 ? [{ ...block, at, drawn: drawn(block.lines, screen) }] : [],
  );
  const all = (some: typeof kept) =>
    some.flatMap(({ drawn, joined }, index) => (index === 0 || joined ? drawn : ["", ...drawn]));
  const left: typeof kept = [];
  while (all(kept).length > rows && kept.some(({ rank }) => rank > 0)) {
    const least = kept.reduce((worst, one) => (one.rank >= worst.rank ? one : worst));
    left.unshift(...kept.splice(kept.indexOf(least), 1));
  }
  // A long one that was left out has made room for shorter ones that went before it.
  for (const block of left) {
    const more = [...kept, block].sort((a, b) => a.at - b.at);
    if (all(more).length <= rows) kept = more;
  }
  return `${all(kept).join("\n")}\n`;
}

/** That there is more, where it is not all shown. */
export const moreLines = (rows: number, { words, menu }: Pick<Screen, "words" | "menu">): Line[] =>
  rows === ALL_ROWS || menu ? [] : [faint(words.say("first.full"))];
