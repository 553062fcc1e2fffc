/** Guided checklists: what there is, one run after another, and what was said of their steps. */
import {
  answerNamed,
  checklistAnswer,
  checklistNamed,
  factsToKeep,
  PERSON_FACTS,
  type Person,
  personStated,
  stepNamed,
} from "../../answers/checklist.js";
import type { Run } from "../../checklists/run.js";
import { checklistJson, checklistSummaryJson, runJson } from "../../render/checklist/json.js";
import { factsJson } from "../../render/envelope/json.js";
import { type GivenFacts, type Notice, parseFacts } from "../../situation/facts.js";
import { parsePast } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { STEP_ACTIONS, type StepAction } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { forgetRun } from "../files/run-store.js";
import { knownFacts, savedNotice, withCountry } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import { type Answer, noticeLines, type Outcome, whichOf } from "../runner.js";
import { beginRun, eachRun, givenFacts, onlyOf, record, storedRun, storedRuns, theRun, viewOf } from "../runs.js";

/** Longer than anything one writes about a step. */
const LONGEST_NOTE = 2_000;

/** Words on a run state no facts: it has its own. */
const NOBODY: Person = { facts: {}, notices: [] };

const checklistTexts = () => import("../../render/checklist/text.js");

/** The facts of a command line; a number stands for its operator and goes no further. @throws Problem bad-number. */
async function personOf(flags: GivenFacts, context: Context): Promise<Person> {
  const stated = await withCountry(flags, context);
  return personStated(stated, await knownFacts(stated, context), await context.desk());
}

/** A run is named once, and no run where all are meant. @throws Problem usage */
function namedOnce(run: string | undefined, { "--run": other, "--all": all }: { "--run"?: string; "--all"?: true }) {
  const [one, also] = [run, other && "--run", all && "--all"].filter((given) => given !== undefined);
  if (one !== undefined && also !== undefined) throw new Problem("usage", "flags-exclude", { one, other: also });
  return run ?? other;
}

async function shownRun(run: Run, person: Person, context: Context): Promise<Answer> {
  const { words, strict } = context;
  const view = await viewOf(run, person.facts, context);
  const directory = await context.directory();
  // --strict: a next step that hangs on missing facts is no whole answer.
  const missing = (strict && view.next?.missing) || [];
  const faults: Notice[] = missing.length > 0 ? [{ code: "facts-missing", values: { facts: missing.join(", ") } }] : [];
  const notices = [...person.notices, ...faults];
  return {
    kind: "checklist",
    query: { facts: factsJson(parseFacts(view.facts, directory)) },
    notices,
    result: () => ({ run: runJson(view, directory, words) }),
    aside: () => noticeLines(notices, words),
    text: async (screen, rows) => (await checklistTexts()).runText(view, directory, screen, rows),
    code: faults.length > 0 ? EXIT.needsFacts : EXIT.answered,
  };
}

/** What a person who begins today would meet; nothing is written. */
export async function showChecklist(
  given: string,
  told: GivenFacts,
  on: string | null,
  context: Context,
): Promise<Outcome> {
  const desk = await context.desk();
  const { directory } = desk;
  const found = checklistNamed(given, desk);
  const person = await personOf(told, context);
  const facts = await givenFacts(person.facts, {}, context);
  const notices = [...person.notices, ...(await savedNotice(facts, context))];
  const steps = checklistAnswer(found, facts, on, desk);
  const parsed = parseFacts(facts, directory);
  const of = { operator: parsed.operator?.value, chargedOn: on };
  return {
    kind: "checklist",
    query: { facts: factsJson(parsed) },
    notices,
    result: () => ({ checklist: checklistJson(found, steps, directory, context.words) }),
    aside: () => noticeLines(notices, context.words),
    text: async (screen, rows) => (await checklistTexts()).checklistText(found, steps, of, directory, screen, rows),
  };
}

const pastDay = (given: string | undefined, { moment }: Context): string | null =>
  given === undefined ? null : parsePast(given, moment()).date;

async function goOn(run: Run, person: Person, context: Context): Promise<Outcome> {
  if (!context.canAsk) return shownRun(run, person, context);
  const { walkRun } = await import("../talk/walk-checklist.js");
  const { id, next } = await walkRun(run, person, await openTalk(context));
  const command = `dozvon checklist resume ${id}`;
  if (next) context.io.err(`${context.words.say("runs.go-on-later", { command })}\n`);
  return EXIT.answered;
}

/** Where several were left, a person at a terminal picks. @returns null when they went back. */
async function runToResume(given: string | undefined, context: Context): Promise<Run | null> {
  if (given !== undefined || !context.canAsk) return theRun(given, context);
  const { pickRun, unfinished } = await import("../talk/home.js");
  const runs = await unfinished(context);
  return runs.length > 1 ? pickRun(runs, await openTalk(context)) : theRun(given, context);
}

const PERSON = { "--charged-on": { value: "date" }, ...factFlags([...PERSON_FACTS, "number"]) } as const;
const RUN = { "--run": { value: "id", offers: "runs" } } as const;
const ANSWER = { "--answer": { value: "id", offers: "outcomes" } } as const;
const CHECKLIST = { "<checklist>": { text: "checklist-id", offers: "checklists" } } as const;
const NAMED_RUN = { "[run]": { offers: "runs" } } as const;

const sayCommand = (type: StepAction) =>
  command({
    operands: { "[step]": { offers: "steps" } },
    flags: {
      "--on": { value: "date" },
      ...(type === "done" ? ANSWER : ({} as typeof ANSWER)),
      ...RUN,
    },
    async run({ step: given, flags }, context) {
      const run = await theRun(flags["--run"], context);
      const step = stepNamed(given ?? run.next?.step.id ?? "", run.checklist);
      const { text: at, date } = context.moment();
      const on = pastDay(flags["--on"], context) ?? date;
      const answer = answerNamed(flags["--answer"], step);
      const after = await record(run, { type, at, step: step.id, answer, on }, context);
      const shown = await shownRun(after, NOBODY, context);
      if (type !== "fail") return shown;
      const onFail = `${context.words.text(step.onFail.text)}\n`;
      return { ...shown, aside: async (screen) => onFail + ((await shown.aside?.(screen)) ?? "") };
    },
  });

export const checklistCommand = command({
  /** Nothing but the word: a menu for a person, the titles with their commands elsewhere. */
  async run(_line, context) {
    const { words, canAsk, json } = context;
    if (json) throw new Problem("usage", "no-subcommand", { given: "dozvon help checklist" });
    if (canAsk) {
      await (await import("../talk/home.js")).openBegin(await openTalk(context));
      return EXIT.answered;
    }
    const { checklists } = await context.directory();
    const entries = checklists.map(({ id, title }) => [words.text(title), `dozvon checklist start ${id}`] as const);
    return whichOf(words.say("ask.checklist"), entries, EXIT.usage, context);
  },
  commands: {
    list: command({
      async run(_line, { directory, open, words }) {
        const all = (await directory()).checklists.map(({ id }) => open.checklist(id));
        return {
          kind: "checklist",
          result: () => ({ checklists: all.map((one) => checklistSummaryJson(one, words)) }),
          text: async (screen) => (await checklistTexts()).checklistsText(all, screen),
        };
      },
    }),
    show: command({
      operands: CHECKLIST,
      flags: PERSON,
      run: ({ checklist, flags }, context) =>
        showChecklist(checklist, factsOf(flags), pastDay(flags["--charged-on"], context), context),
    }),
    status: command({
      flags: RUN,
      async run({ flags: { "--run": named } }, context) {
        const directory = await context.directory();
        const runs = named === undefined ? storedRuns(context) : [storedRun(named, context)];
        const views = await eachRun(runs, context, (run) => viewOf(run, {}, context));
        return {
          kind: "checklist",
          query: { facts: factsJson(parseFacts(await givenFacts({}, {}, context), directory)) },
          result: () => ({ runs: views.map((view) => runJson(view, directory, context.words)) }),
          text: async (screen) => (await checklistTexts()).runsText(views, directory, screen),
        };
      },
    }),
    start: command({
      operands: CHECKLIST,
      flags: PERSON,
      async run({ checklist, flags }, context) {
        const person = await personOf(factsOf(flags), context);
        const facts = factsToKeep(person.facts, await context.directory());
        const begun = { facts, chargedOn: pastDay(flags["--charged-on"], context) };
        return goOn(await beginRun(checklist, begun, person.facts, context), person, context);
      },
    }),
    resume: command({
      operands: NAMED_RUN,
      flags: { ...PERSON, ...RUN },
      async run({ run: named, flags }, context) {
        const person = await personOf(factsOf(flags), context);
        let run = await runToResume(namedOnce(named, flags), context);
        if (run === null) return EXIT.answered;
        const on = pastDay(flags["--charged-on"], context);
        await viewOf(run, person.facts, context);
        const at = context.moment().text;
        const facts = factsToKeep(person.facts, await context.directory());
        if (Object.keys(facts).length > 0) run = await record(run, { type: "facts", at, facts }, context);
        if (on !== null) run = await record(run, { type: "charged", at, on }, context);
        return goOn(run, person, context);
      },
    }),
    /** Of the runs meant: all, the one named, or the only one there is. */
    forget: command({
      operands: NAMED_RUN,
      flags: { ...RUN, "--all": { text: "forget-all" } },
      run({ run: given, flags }, context) {
        const named = namedOnce(given, flags);
        const stored = storedRuns(context);
        const meant = flags["--all"] ? stored : [named === undefined ? onlyOf(stored) : storedRun(named, context)];
        const runs = meant.map(({ id }) => id);
        for (const id of runs) forgetRun(id);
        return {
          kind: "checklist",
          result: () => ({ forgotten: runs }),
          text: ({ words }) => runs.map((run) => `${words.say("runs.forgotten", { run })}\n`).join(""),
        };
      },
    }),
    ...Object.fromEntries(STEP_ACTIONS.map((action) => [action, sayCommand(action)])),
    note: command({
      operands: { "<text...>": { text: "note-text" } },
      flags: { "--step": { value: "id", offers: "steps" }, ...RUN },
      async run({ text: words, flags }, context) {
        const text = words.join(" ").trim();
        if (text === "") throw new Problem("usage", "empty-note");
        if (text.length > LONGEST_NOTE) throw new Problem("usage", "note-too-long", { most: String(LONGEST_NOTE) });
        const run = await theRun(flags["--run"], context);
        const { "--step": named } = flags;
        const step = named === undefined ? (run.next?.step.id ?? null) : stepNamed(named, run.checklist).id;
        const after = await record(run, { type: "note", at: context.moment().text, step, text }, context);
        const shown = await shownRun(after, NOBODY, context);
        return { ...shown, aside: async () => `${context.words.say("runs.noted")}\n` };
      },
    }),
  },
});
