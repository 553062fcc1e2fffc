/** Colour only underlines what the words already say. */
export interface Palette {
  answer(text: string): string;
  heading(text: string): string;
  doubt(text: string): string;
  faint(text: string): string;
  /** What a person has picked or typed. */
  picked(text: string): string;
}

const plain = (text: string): string => text;

export const PLAIN: Palette = { answer: plain, heading: plain, doubt: plain, faint: plain, picked: plain };
