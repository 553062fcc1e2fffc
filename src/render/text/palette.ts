import { Chalk } from "chalk";

/** Colour only underlines what the words already say. */
export interface Palette {
  answer(text: string): string;
  heading(text: string): string;
  doubt(text: string): string;
  faint(text: string): string;
}

/** @param level 0 none, 1 basic, 2 256 colours, 3 true colour. */
export function paletteOf(level: 0 | 1 | 2 | 3): Palette {
  const chalk = new Chalk({ level });
  return { answer: chalk.bold.green, heading: chalk.bold, doubt: chalk.yellow, faint: chalk.dim };
}
