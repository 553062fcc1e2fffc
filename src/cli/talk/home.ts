/** `dozvon` in a terminal: pick what happened or say it, and get the number. Nine parts at most, of nine entries at most. */
import type { Run } from "../../checklists/run.js";
import type { Topic } from "../../directory/types.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Menu } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import { type Choice, openTalk, type Talk } from "../prompts/prompter.js";
import {
  type Open,
  openBegin,
  openCard,
  openCharge,
  openClaim,
  openRefund,
  openResume,
  openWhose,
  unfinished,
} from "./errands.js";
import type { Outcome } from "./menu.js";
import { pick } from "./questions.js";

interface Entry extends Choice {
  open: Open;
}

interface Part {
  name: string;
  entries: readonly Entry[];
}

const LEAVE: Open = async () => ({ code: EXIT.answered, next: "exit" });

const topicEntry = ({ id, label, explanation }: Topic, { words }: Talk): Entry => ({
  value: id,
  name: words.text(label),
  // One service of several is asked for in so many words: its own number answers that.
  keywords: [id, label.ru, label.en, ...(id === EMERGENCY_TOPIC ? [] : [explanation.ru, explanation.en])].join(" "),
  async open(talk) {
    const { converse } = await import("./ask-and-answer.js");
    const topic: GivenFacts = { topic: { value: id, from: "answer" } };
    const given = id === EMERGENCY_TOPIC ? topic : await knownFacts(topic, talk.context);
    return converse({ given, unknown: [] }, talk);
  },
});

/** What goes on step by step: nothing where nothing may be kept. */
function checklistEntries(runs: readonly Run[], { words, context }: Talk): Entry[] {
  if (context.flags["--no-config"]) return [];
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

function partsOf(runs: readonly Run[], talk: Talk): Part[] {
  const { words, directory } = talk;
  const entry = (value: string, open: Open): Entry => ({
    value,
    name: words.say(`menu.${value}`),
    keywords: value,
    open,
  });
  const part = (menu: Menu, ...more: Entry[]): Part => ({
    name: words.say(`menu.part.${menu}`),
    entries: [...directory.topics.filter((one) => one.menu === menu).map((one) => topicEntry(one, talk)), ...more],
  });
  const papers = part(
    "papers",
    entry("refund", openRefund),
    entry("claim", openClaim),
    ...checklistEntries(runs, talk),
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
async function openPart({ name, entries }: Part, talk: Talk): Promise<Outcome | null> {
  const [only, ...more] = entries;
  if (only && more.length === 0) return only.open(talk);
  const picked = await pick({ message: name, why: talk.words.say("why.topic"), choices: entries }, talk);
  return entries.find(({ value }) => value === picked)?.open(talk) ?? null;
}

/** One round from the menu. @returns null when the menu is to ask again. @throws Interrupted */
async function oneRound(parts: readonly Part[], talk: Talk): Promise<Outcome | null> {
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
  const part = parts.find(({ name }) => name === reply.value);
  if (part) return openPart(part, talk);
  return entries.find(({ value }) => value === reply.value)?.open(talk) ?? null;
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const talk = await openTalk(context, true);
  for (;;) {
    const outcome = await oneRound(partsOf(await unfinished(context), talk), talk);
    if (outcome?.next === "exit") return outcome.code;
  }
}
