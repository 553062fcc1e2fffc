/** `dozvon` in a terminal: pick what happened or say it, and get the number. Nine parts at most, of nine entries at most. */
import type { Run } from "../../checklists/run.js";
import type { DirectoryIndex, Topic } from "../../directory/types.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Menu } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import { type Choice, openPrompter, type Prompter } from "../prompts/prompter.js";
import { openBegin, openCard, openCharge, openClaim, openRefund, openResume, openWhose } from "./errands.js";
import type { Outcome } from "./menu.js";
import { unfinished } from "./runs.js";

/** @returns null when the menu is to ask again. @throws Interrupted */
type Open = (context: Context, prompter: Prompter) => Promise<Outcome | null>;

interface Entry extends Choice {
  open: Open;
}

interface Part {
  name: string;
  entries: readonly Entry[];
}

const LEAVE: Open = async () => ({ code: EXIT.answered, next: "exit" });

async function factsOfTopic(topic: string, context: Context): Promise<GivenFacts> {
  const facts: GivenFacts = { topic: { value: topic, from: "answer" } };
  return topic === EMERGENCY_TOPIC ? facts : knownFacts(facts, context);
}

const topicEntry = ({ id, label, explanation }: Topic, { words }: Context): Entry => ({
  value: id,
  name: words.text(label),
  keywords: [id, label.ru, label.en, explanation.ru, explanation.en].join(" "),
  async open(context, prompter) {
    const { converse } = await import("./ask-and-answer.js");
    return converse({ given: await factsOfTopic(id, context), unknown: [] }, context, prompter);
  },
});

/** What goes on step by step: nothing where nothing may be kept. */
function checklistEntries(runs: readonly Run[], { words, flags }: Context): Entry[] {
  if (flags["--no-config"]) return [];
  const [only, ...more] = runs;
  const title = only && more.length === 0 ? words.text(only.checklist.title) : null;
  const resume = title
    ? words.say("menu.resume", { title })
    : words.say("menu.resume-one", { count: String(runs.length) });
  return [
    ...(only ? [{ value: "resume", name: resume, open: openResume(runs) }] : []),
    { value: "checklists", name: words.say("menu.checklists"), open: openBegin },
  ];
}

function partsOf({ topics }: DirectoryIndex, runs: readonly Run[], context: Context): Part[] {
  const { words } = context;
  const entry = (value: string, open: Open): Entry => ({
    value,
    name: words.say(`menu.${value}`),
    keywords: value,
    open,
  });
  const part = (menu: Menu, ...more: Entry[]): Part => ({
    name: words.say(`menu.part.${menu}`),
    entries: [...topics.filter((topic) => topic.menu === menu).map((topic) => topicEntry(topic, context)), ...more],
  });
  const papers = part(
    "papers",
    entry("refund", openRefund),
    entry("claim", openClaim),
    ...checklistEntries(runs, context),
  );
  const running = words.say("menu.part.papers-running", { name: papers.name, count: String(runs.length) });
  return [
    part("contact"),
    part("money", entry("charge", openCharge)),
    part("no-service"),
    part("lost"),
    part("plan"),
    { name: words.say("menu.part.whose"), entries: [entry("whose", openWhose)] },
    runs.length > 0 ? { ...papers, name: running } : papers,
    part("emergency"),
    part("other", entry("card", openCard), entry("leave", LEAVE)),
  ];
}

/** Opens a part: its list, or its only entry. @returns null when the menu is to ask again. @throws Interrupted */
async function openPart({ name, entries }: Part, context: Context, prompter: Prompter): Promise<Outcome | null> {
  const [only, ...more] = entries;
  if (only && more.length === 0) return only.open(context, prompter);
  const question = { message: name, why: context.words.say("why.topic"), choices: entries };
  const reply = await prompter.choose({ ...question, searchable: false, back: true });
  const picked = entries.find(({ value }) => reply.kind === "choice" && value === reply.value);
  return picked ? picked.open(context, prompter) : null;
}

/** One round from the menu. @returns null when the menu is to ask again. @throws Interrupted */
async function oneRound(parts: readonly Part[], context: Context, prompter: Prompter): Promise<Outcome | null> {
  const { words } = context;
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
  if (reply.kind === "text") return (await import("./hear-and-answer.js")).converseOn(reply.text, context, prompter);
  const part = parts.find(({ name }) => name === reply.value);
  if (part) return openPart(part, context, prompter);
  return entries.find(({ value }) => value === reply.value)?.open(context, prompter) ?? null;
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const prompter = await openPrompter(context);
  const directory = await context.directory();
  for (;;) {
    const outcome = await oneRound(partsOf(directory, await unfinished(context), context), context, prompter);
    if (outcome?.next === "exit") return outcome.code;
  }
}
