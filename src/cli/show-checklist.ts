/** Checklists and runs on a screen of this terminal's width and colours; loaded only when text is asked for. */
import type { NumberedStep, RunView } from "../checklists/view.js";
import type { Checklist, Directory } from "../directory/types.js";
import { checklistsText, checklistText, runsText, runText, stepText } from "../render/checklist/text.js";
import type { Context } from "./context.js";
import { rowsOf, screenOf } from "./terminal/screen.js";

export const showRun = (view: RunView, directory: Directory, context: Context, rows = rowsOf(context)): string =>
  runText(view, directory, screenOf(context), rows);

export const showStep = (
  step: NumberedStep,
  { run }: RunView,
  directory: Directory,
  context: Context,
  rows: number,
): string => stepText(step, run, directory, screenOf(context), rows);

export const showRuns = (views: readonly RunView[], directory: Directory, context: Context): string =>
  runsText(views, directory, screenOf(context));

export const showChecklist = (
  checklist: Checklist,
  steps: readonly NumberedStep[],
  directory: Directory,
  context: Context,
): string => checklistText(checklist, steps, directory, screenOf(context));

export const showChecklists = (checklists: readonly Checklist[], context: Context): string =>
  checklistsText(checklists, screenOf(context));
