/** What stands on a terminal, as a picture. */
import { createTemplate, shellfie, themes } from "shellfie";
import { expect } from "vitest";
import type { Language } from "../../src/vocabulary/language.js";
import { kept, THEMES, type Theme } from "./languages.js";

const COLOURS = { light: themes.githubLight, dark: { ...themes.githubDark, brightBlack: "#9198a1" } };
/** Room for 80 columns, in pixels. */
const WIDTH = 716;

/** Where the cursor goes after the last row, which a picture does not show. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the terminal's own.
const MOVES = /\u001b\[\d+[A-D]/g;

/** Dim is drawn in the theme's grey: what shellfie makes of it is black on a light ground and hard to read on a dark one. */
const inGrey = (row: string): string =>
  row.replaceAll("\u001b[2m", "\u001b[90m").replaceAll("\u001b[1;22m", "\u001b[0;1m");

const frame = (theme: Theme) =>
  createTemplate("frame", {
    titleBar: false,
    controls: false,
    shadow: false,
    borderRadius: 8,
    padding: 18,
    border: true,
    borderWidth: 1,
    borderColor: theme === "light" ? "#d1d9e0" : "#3d444d",
  });

/** @param rows the terminal's, with its escape sequences. @param command shown above them, as it is typed. */
function screenPicture(command: string, rows: readonly string[], theme: Theme): string {
  const shown = rows.map((row) => inGrey(row.replace(MOVES, "")));
  const drawn = shellfie([`$ ${command}`, "", ...shown].join("\n"), {
    template: frame(theme),
    theme: COLOURS[theme],
    width: WIDTH,
    language: false,
  });
  return `${drawn.trimEnd()}\n`;
}

/** Compares the screen, in both themes, with the picture that is kept; `npm run pictures` writes it anew. */
export async function keepScreen(
  name: string,
  lang: Language,
  command: string,
  rows: readonly string[],
): Promise<void> {
  for (const theme of THEMES) {
    await expect(screenPicture(command, rows, theme)).toMatchFileSnapshot(kept(name, lang, theme, "svg"));
  }
}
