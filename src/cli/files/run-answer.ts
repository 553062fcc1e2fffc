/** A run shown: the same for scripts, for plain output and at the end of a guided walk. */

import type { Person } from "../../answers/checklist.js";
import type { Run } from "../../checklists/run.js";
import { type RunView, viewRun } from "../../checklists/view.js";
import type { Directory } from "../../directory/types.js";
import { runJson } from "../../render/checklist/json.js";
import { givenJson, type Query } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import type { GivenFacts, Notice } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary/codes.js";
import { givenFacts, sceneOf } from "../checklists.js";
import type { Context } from "../context.js";
import { type Answer, noticeLines } from "../runner.js";

export const queryOf = (given: GivenFacts, { moment }: Context): Pick<Query, "facts" | "asOf"> => ({
  facts: givenJson(given),
  asOf: moment().text,
});

/** --strict: a next step that hangs on missing facts is no whole answer. */
function strictNotices({ next }: RunView, { strict }: Context): Notice[] {
  const missing = next?.missing ?? [];
  return strict && missing.length > 0 ? [{ code: "facts-missing", values: { facts: missing.join(", ") } }] : [];
}

/** @param flags facts given on this command line. @throws Problem when they are wrong. */
export function viewOf(run: Run, flags: GivenFacts, directory: Directory, context: Context): RunView {
  return viewRun(run, sceneOf(givenFacts(flags, run.facts, context), directory, context));
}

export function shownRun(run: Run, person: Person, directory: Directory, context: Context): Answer {
  const { words } = context;
  const view = viewOf(run, person.facts, directory, context);
  const faults = strictNotices(view, context);
  const notices = noticesJson([...person.notices, ...faults], words);
  return {
    kind: "checklist",
    query: queryOf(givenFacts(person.facts, run.facts, context), context),
    notices,
    result: () => ({ run: runJson(view, directory, words) }),
    aside: () => noticeLines(notices),
    text: async (screen, rows) =>
      (await import("../../render/checklist/text.js")).runText(view, directory, screen, rows),
    code: faults.length > 0 ? EXIT.needsFacts : EXIT.answered,
  };
}
