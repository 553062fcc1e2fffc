/** The screen of this terminal, for results that are shown as text. */
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../../render/text/blocks.js";
import { layoutOf } from "../../render/text/layout.js";
import { PLAIN } from "../../render/text/palette.js";
import type { Screen } from "../../render/text/screen.js";
import type { Context } from "../context.js";

export const screenOf = ({ io, words, accessible }: Context): Screen => ({
  words,
  layout: layoutOf(io.columns, accessible),
  palette: accessible ? PLAIN : io.palette,
});

/** How many lines an answer may fill: one screen, or with --full as many as it has. */
export const rowsOf = ({ flags }: Context): number => (flags["--full"] ? ALL_ROWS : FIRST_SCREEN_ROWS);
