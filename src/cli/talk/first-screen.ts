/** The first screen of an answer in a terminal, with room for the menu under it. */
import type { Directory } from "../../directory/types.js";
import { FIRST_SCREEN_ROWS } from "../../render/text/blocks.js";
import type { RoutedChannel } from "../../routing/routing.js";
import type { Context } from "../context.js";
import { savedNotice } from "../known-facts.js";
import { showAnswer, showDetails } from "../show.js";
import type { Settled } from "./situation.js";

/** What stands first on it. */
export const firstOf = ({ usual }: Settled): RoutedChannel | null => usual.otherPhone ?? usual.main;

/** The question over the menu, four lines of it, its keys at forty columns, and a line between. */
const MENU_LINES = 9;
const FEWEST_LINES = 8;

const answerOf = async (settled: Settled, context: Context) => ({
  ...settled,
  notices: [...settled.routing.notices, ...(await savedNotice(settled.given, context))],
});

/** @param menu whether a menu follows. @returns how many lines stand on the screen. */
export async function show(settled: Settled, menu: boolean, directory: Directory, context: Context): Promise<number> {
  const { io } = context;
  const room = Math.max(FEWEST_LINES, Math.min(FIRST_SCREEN_ROWS, io.rows - MENU_LINES));
  const text = showAnswer(await answerOf(settled, context), directory, context, menu ? room : undefined);
  io.out(text);
  if (menu) io.err("\n");
  return text.split("\n").length;
}

/** What the answer knows beside its first screen. */
export const details = async (settled: Settled, directory: Directory, context: Context): Promise<string> =>
  showDetails(await answerOf(settled, context), directory, context);
