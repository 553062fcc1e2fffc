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

/** As many blocks as fit, the most important first. A blank line stands between blocks. */
export function fitted(blocks: readonly Block[], rows: number, screen: Screen): string {
  const all = blocks.flatMap((block) =>
    block.lines.length > 0 ? [{ ...block, drawn: drawn(block.lines, screen) }] : [],
  );
  const together = (some: typeof all) =>
    some.flatMap(({ drawn, joined }, index) => (index === 0 || joined ? drawn : ["", ...drawn]));
  let kept = all.filter(({ rank }) => rank === 0);
  // A long one that is left out makes room for shorter ones of less importance.
  for (const block of all.filter(({ rank }) => rank > 0).sort((a, b) => a.rank - b.rank)) {
    const more = all.filter((one) => one === block || kept.includes(one));
    if (together(more).length <= rows) kept = more;
  }
  return `${together(kept).join("\n")}\n`;
}

/** That there is more, where it is not all shown. */
export const moreLines = (rows: number, { words, menu }: Pick<Screen, "words" | "menu">): Line[] =>
  rows === ALL_ROWS || menu ? [] : [faint(words.say("first.full"))];
