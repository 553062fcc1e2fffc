/** Colours for a terminal that shows them; loaded for such a terminal alone, since chalk costs a look-up into a pipe three milliseconds. */
import { Chalk } from "chalk";
import type { Palette } from "./palette.js";

/** Whether colours are shown is settled before; these are those that every terminal with colours has. */
const chalk = new Chalk({ level: 1 });

export const COLOURED: Palette = {
  answer: (text) => chalk.bold.green(text),
  heading: (text) => chalk.bold(text),
  doubt: (text) => chalk.yellow(text),
  faint: (text) => chalk.dim(text),
  picked: (text) => chalk.cyan(text),
};
