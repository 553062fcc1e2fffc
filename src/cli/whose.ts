/** Asking whose a number is, with what has to be opened for it opened when it is needed. */
import { loadPlan, loadTable } from "../directory/load-numbering.js";
import type { Fault } from "../numbering/spelling.js";
import { type Answered, type Asker, createAsker, NEEDS_FOREIGN, whose } from "../numbering/whose.js";
import type { Context } from "./context.js";
import { FOLDERS } from "./package.js";

export async function openAsker(context: Context): Promise<Asker> {
  const directory = await context.directory();
  return createAsker({ directory, table: loadTable(FOLDERS.numbering), plan: loadPlan(FOLDERS.numbering) });
}

/** Numbers of other countries take a library that no Russian number pays for. */
export async function learnForeign(asker: Asker): Promise<void> {
  asker.foreign ??= (await import("../numbering/foreign.js")).readForeign;
}

export async function ask(text: string, asker: Asker): Promise<Answered | Fault> {
  const answer = whose(text, asker);
  if (answer !== NEEDS_FOREIGN) return answer;
  await learnForeign(asker);
  return ask(text, asker);
}
