import { styleText } from "node:util";

/** Colour only underlines what the words already say. */
export interface Palette {
  answer(text: string): string;
  heading(text: string): string;
  doubt(text: string): string;
  faint(text: string): string;
  /** What a person has picked or typed. */
  picked(text: string): string;
}

type Style = "bold" | "green" | "yellow" | "cyan" | "dim";

/** Whether the stream takes colours is settled before. */
const AS_TOLD = { validateStream: false };

const painted =
  (style: Style) =>
  (text: string): string =>
    text === "" ? text : styleText(style, text, AS_TOLD);

const bold = painted("bold");
const green = painted("green");
const plain = (text: string): string => text;

const PLAIN: Palette = { answer: plain, heading: plain, doubt: plain, faint: plain, picked: plain };
const COLOURED: Palette = {
  answer: (text) => bold(green(text)),
  heading: bold,
  doubt: painted("yellow"),
  faint: painted("dim"),
  picked: painted("cyan"),
};

/** The colours are those that every terminal with colours has. */
export const paletteOf = (coloured: boolean): Palette => (coloured ? COLOURED : PLAIN);
