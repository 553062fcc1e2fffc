/** A screen made of blocks, of which the least important are left out where it is too small. */
import { join, type Screen } from "./screen.js";

/** As many lines of 80 columns as stand on a terminal of 24 with the prompt below. */
export const FIRST_SCREEN_ROWS = 23;

/** For `--full`: nothing is left out. */
export const ALL_ROWS = Number.POSITIVE_INFINITY;

/** Lines that stay together; the higher the rank, the sooner they are left out, and rank 0 never. */
export interface Block {
  rank: number;
  lines: readonly string[];
  /** No blank line before it: it goes on with the block above. */
  joined?: boolean;
}

/** Leaves out the least important blocks until the rest fits. A blank line stands between blocks. */
export function fitted(blocks: readonly Block[], rows: number): string {
  const kept = blocks.filter(({ lines }) => lines.length > 0);
  const drawn = () => kept.flatMap(({ lines, joined }, index) => (index === 0 || joined ? lines : ["", ...lines]));
  while (drawn().length > rows && kept.some(({ rank }) => rank > 0)) {
    const least = kept.reduce((worst, one) => (one.rank >= worst.rank ? one : worst));
    kept.splice(kept.indexOf(least), 1);
  }
  return join(drawn());
}

/** That there is more, where it is not all shown. */
export const moreLines = (rows: number, { words, layout, palette, menu }: Screen): string[] =>
  rows === ALL_ROWS || menu ? [] : layout.paragraph(words.say("first.full")).map(palette.faint);
