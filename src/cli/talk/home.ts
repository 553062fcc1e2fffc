/**
 * `dozvon` in a terminal: pick what happened or say it, and get the number. Nine parts at most, of nine entries at most. What has a way of
 * its own is opened from here, from an answer or from a step of a checklist, and loaded when it is chosen.
 */
import { factsToKeep } from "../../answers/checklist.js";
import type { Run } from "../../checklists/run.js";
import { checklistTitle } from "../../render/checklist/json.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Menu } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import { type Choice, openTalk, type Talk } from "../prompts/prompter.js";
import type { Answer } from "../runner.js";
import { beginRun, openRuns, viewOf } from "../runs.js";
import { type Action, answerOver, conclude, leaving, menuUnder, named, type Outcome, stay } from "./menu.js";
import { askOperator, BACK, choiceOf, pick, UNKNOWN } from "./questions.js";

/** @returns null when the menu is to ask again. @throws Interrupted, Problem */
type Open = (talk: Talk) => Promise<Outcome | null>;

interface Entry extends Choice {
  open: Open;
}

/** @param facts the operator in them is not asked for again. @param kind of letter; null to be asked. @throws Interrupted, Problem */
export async function openClaim(talk: Talk, facts?: GivenFacts, kind: string | null = null): Promise<null> {
  const { operator } = facts ?? (await knownFacts({}, talk.context));
  await (await import("./claim.js")).converseOnClaim(kind, operator ?? null, talk);
  return null;
}

/** A number typed, whose it is, and another one if there is. */
const openWhose: Open = async (talk) => {
  const { words, context, prompter } = talk;
  const { answerNumbers } = await import("../commands/whose.js");
  let code: number = EXIT.answered;
  const actions = [{ ...named("another-number", talk), act: async () => ({ leave: null }) }, ...leaving(talk)];
  for (let asked = 0; ; asked++) {
    const message = words.say("ask.whose");
    const typed = await prompter.write({ message, preset: null, back: true, check: () => null });
    const text = typed.kind === "text" ? typed.text : "";
    if (text === "" && asked === 0) return null;
    const answer = text === "" ? null : await answerNumbers([text], context, true);
    code = answer?.code ?? code;
    const next = answer
      ? await answerOver(answer, [], actions, talk)
      : await menuUnder({ message: words.say("ask.next") }, 0, actions, talk);
    if (next !== null) return { code, next };
  }
};

/** The contact card: whose it is, then all of it. */
const openCard: Open = async (talk) => {
  const { words, context, directory } = talk;
  const question = { message: words.say("ask.card-operator"), why: words.say("why.card-operator") };
  const facts = await askOperator(question, talk);
  if (facts === BACK || facts === UNKNOWN || !facts.operator) return null;
  const { cardOf } = await import("../../answers/contacts.js");
  const { cardText } = await import("../../render/contacts/text.js");
  const card = cardOf(directory, { operator: facts.operator }, context.moment(), false);
  const text: Answer["text"] = (screen, rows) => cardText({ card, directory, words }, screen, rows);
  const answer = { kind: "contacts", result: () => null, text };
  return conclude(answer, `dozvon contacts ${facts.operator.value}`, [], talk);
};

/** Runs with a step left; none where they cannot be read: that takes nothing from those who came for a number. */
export async function unfinished(context: Context): Promise<Run[]> {
  if (context.flags["--no-config"]) return [];
  try {
    return (await openRuns(context)).filter((run) => run.next !== null);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** The run meant: the only one, or the one picked. @returns null when the person went back. @throws Interrupted */
export async function pickRun(runs: readonly Run[], talk: Talk): Promise<Run | null> {
  const { words, context } = talk;
  const [only, ...more] = runs;
  if (more.length === 0) return only ?? null;
  const { deadlineText } = await import("../../render/checklist/text.js");
  const choices: Choice[] = [];
  for (const run of runs) {
    const { settled, total } = run.progress;
    const values = { title: words.text(run.checklist.title), settled: String(settled), total: String(total) };
    const due = deadlineText(await viewOf(run, {}, context), words);
    choices.push({ value: run.id, name: words.say("runs.choice", values) + (due === null ? "" : `; ${due}`) });
  }
  const picked = await pick({ message: words.say("ask.run"), why: words.say("why.run"), choices }, talk);
  return runs.find(({ id }) => id === picked) ?? null;
}

/** A run goes on where it stands; one that is left waits in the menu. @throws Interrupted, Problem */
async function walk(run: Run, talk: Talk): Promise<void> {
  const last = await (await import("./walk-checklist.js")).walkRun(run, { facts: {}, notices: [] }, talk);
  if (last.next) talk.prompter.say(talk.words.say("runs.waits"));
}

/** Begins a checklist and walks it. @param facts of the person, as far as they are known. @throws Interrupted, Problem */
async function beginAndWalk(id: string, facts: GivenFacts, talk: Talk, chargedOn: string | null = null): Promise<void> {
  const { topic: _topic, number: _number, ...person } = facts;
  await walk(await beginRun(id, { facts: factsToKeep(person, talk.directory), chargedOn }, {}, talk.context), talk);
}

/** A checklist that goes on from an answer: nothing where nothing may be kept. @param facts of the person. */
export function checklistActions(
  ids: readonly string[],
  facts: GivenFacts,
  talk: Talk,
  chargedOn: string | null = null,
): Action<never>[] {
  const { words, context, directory } = talk;
  return (context.flags["--no-config"] ? [] : ids).map((id) => ({
    value: `checklist:${id}`,
    name: words.say("action.checklist", { title: checklistTitle(id, directory, words) }),
    act: stay(() => beginAndWalk(id, facts, talk, chargedOn)),
  }));
}

/** Asks which checklist to begin. */
export const openBegin: Open = async (talk) => {
  const { words, directory } = talk;
  const choices = directory.checklists
    .map(({ id, title }) => choiceOf(id, title, [], words))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
  const picked = await pick({ message: words.say("ask.checklist"), choices, searchable: true }, talk);
  if (picked !== null) await beginAndWalk(picked, {}, talk);
  return null;
};

function partsOf(runs: readonly Run[], { words, directory, context }: Talk) {
  const entry = (value: string, open: Open, name = words.say(`menu.${value}`)): Entry => ({
    value,
    name,
    keywords: value,
    open,
  });
  const topics = directory.topics.map(({ id, menu, label, explanation: { ru, en } }) => ({
    menu,
    value: id,
    name: words.text(label),
    // One service of several is asked for in so many words: its own number answers that.
    keywords: [id, label.ru, label.en, ...(id === EMERGENCY_TOPIC ? [] : [ru, en])].join(" "),
    async open(talk: Talk) {
      const { converse } = await import("./ask-and-answer.js");
      const topic: GivenFacts = { topic: { value: id, from: "answer" } };
      const given = id === EMERGENCY_TOPIC ? topic : await knownFacts(topic, talk.context);
      return converse({ given, unknown: [] }, talk);
    },
  }));
  const part = (menu: Menu, ...more: Entry[]) => {
    const entries: Entry[] = [...topics.filter((one) => one.menu === menu), ...more];
    return { name: words.say(`menu.part.${menu}`), entries };
  };
  const [only, ...others] = runs;
  const count = String(runs.length);
  const title = only && others.length === 0 ? words.text(only.checklist.title) : null;
  const resume = title === null ? words.say("menu.resume-one", { count }) : words.say("menu.resume", { title });
  const resumed: Open = async (talk) => {
    const run = await pickRun(runs, talk);
    if (run) await walk(run, talk);
    return null;
  };
  const papers = part(
    "papers",
    entry("refund", async (talk) => (await import("./money.js")).converseAboutRefund(null, {}, talk)),
    entry("claim", openClaim),
    ...(only ? [entry("resume", resumed, resume)] : []),
    // Nothing goes on step by step where nothing may be kept.
    ...(context.flags["--no-config"] ? [] : [entry("checklists", openBegin)]),
  );
  const running = words.say("menu.part.papers-running", { name: papers.name, count });
  return [
    part("contact"),
    part(
      "money",
      entry("charge", async (talk) => (await import("./money.js")).converseAboutCharge(null, talk)),
    ),
    part("no-service"),
    part("lost"),
    part("plan"),
    { name: words.say("menu.part.whose"), entries: [entry("whose", openWhose)] },
    runs.length > 0 ? { ...papers, name: running } : papers,
    part("emergency"),
    part(
      "other",
      entry("card", openCard),
      entry("leave", async () => ({ code: EXIT.answered, next: "exit" })),
    ),
  ];
}

/** One round from the menu. @returns null when the menu is to ask again. @throws Interrupted */
async function oneRound(parts: ReturnType<typeof partsOf>, talk: Talk): Promise<Outcome | null> {
  const { words, prompter } = talk;
  const entries = parts.flatMap((part) => part.entries);
  const reply = await prompter.choose({
    message: words.say("ask.topic"),
    why: words.say("why.topic"),
    choices: parts.map(({ name }) => ({ value: name, name })),
    hidden: entries,
    searchable: true,
    free: true,
    back: true,
    leaves: true,
  });
  if (reply.kind === "back") return { code: EXIT.answered, next: "exit" };
  // What no entry is like, in a person's own words.
  if (reply.kind === "text") return (await import("./hear-and-answer.js")).converseOn(reply.text, talk);
  // Of a part its list is opened, or its only entry.
  const part = parts.find(({ name }) => name === reply.value);
  const choices = part?.entries ?? entries.filter(({ value }) => value === reply.value);
  const [only, ...more] = choices;
  if (more.length === 0) return only?.open(talk) ?? null;
  const picked = await pick({ message: reply.value, why: words.say("why.topic"), choices }, talk);
  return choices.find(({ value }) => value === picked)?.open(talk) ?? null;
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const talk = await openTalk(context, true);
  for (;;) {
    const outcome = await oneRound(partsOf(await unfinished(context), talk), talk);
    if (outcome?.next === "exit") return outcome.code;
  }
}
