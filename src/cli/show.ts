/** Text on a screen of this terminal's width and colours; loaded only when text is asked for. */
import { inUsualCase } from "../answers/route.js";
import type { Directory } from "../directory/types.js";
import { detailsText } from "../render/route/details.js";
import { firstScreen } from "../render/route/first-screen.js";
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../render/text/blocks.js";
import type { Screen } from "../render/text/screen.js";
import type { Routing } from "../routing/route.js";
import type { GivenFacts, Notice } from "../situation/facts.js";
import type { Context } from "./context.js";
import { screenOf } from "./terminal/screen.js";

/** What an answer to facts or to a sentence is shown with. */
interface ShownAnswer {
  routing: Routing;
  given: GivenFacts;
  notices: readonly Notice[];
  /** The nearest other topics a sentence may have meant. */
  nearest?: readonly string[];
}

/** What an answer knows beside its first screen. */
export function showDetails(answer: ShownAnswer, directory: Directory, context: Context, screen: Screen): string {
  const usual = inUsualCase(answer.routing, answer.given, { directory, moment: context.moment() });
  // Why something will not do is said for the usual case alone: other cases have other reasons for the same number.
  const routing = { ...answer.routing, rejected: usual.rejected, notices: answer.notices };
  return detailsText(routing, usual.otherPhone ?? usual.main, directory, screen);
}

/**
 * The first screen of an answer, with --full all of it.
 * @param room lines to fill where a menu follows, whose choices what goes on from here is then.
 * @param below what else stands on the screen after it.
 */
export function showAnswer(
  answer: ShownAnswer,
  directory: Directory,
  context: Context,
  room?: number,
  below = "",
): string {
  const { routing, notices, nearest = [] } = answer;
  const usual = inUsualCase(answer.routing, answer.given, { directory, moment: context.moment() });
  const screen = { ...screenOf(context), menu: room !== undefined };
  const full = context.flags["--full"] === true;
  const rows = full ? ALL_ROWS : (room ?? FIRST_SCREEN_ROWS + 1 - below.split("\n").length);
  const first = { asked: routing, usual: { ...usual, notices }, nearest, rows };
  return firstScreen(first, directory, screen) + (full ? showDetails(answer, directory, context, screen) : "");
}
