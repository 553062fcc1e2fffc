/** `dozvon` in a terminal: pick what happened or say it, answer what is missing, get the number. */
import type { DirectoryIndex, Topic } from "../../directory/types.js";
import type { GivenFacts } from "../../situation/facts.js";
import { DEFAULT_TOPIC, EMERGENCY_TOPIC } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { withDefaults } from "../files/settings.js";
import { type Choice, openPrompter, type Prompter, type Reply } from "../prompts/prompter.js";
import { converse, type Outcome } from "./ask-and-answer.js";
import { ERRANDS } from "./errands.js";
import { factsOfSentence } from "./hear-and-answer.js";
import { checklistEntries, isChecklistEntry, takeUp } from "./home-checklists.js";

const LEAVE = "leave";

/** What most people come for stands first, then what cannot wait. */
const FIRST: readonly string[] = [DEFAULT_TOPIC, EMERGENCY_TOPIC];

function topicChoice({ id, label, explanation }: Topic, { words }: Context): Choice {
  const keywords = [id, label.ru, label.en, explanation.ru, explanation.en].join(" ");
  return { value: id, name: words.text(label), keywords };
}

function menu({ topics }: DirectoryIndex, checklists: readonly Choice[], context: Context): Choice[] {
  const first = FIRST.flatMap((id) => topics.filter((topic) => topic.id === id));
  const rest = topics.filter((topic) => !FIRST.includes(topic.id));
  const errands = (early: boolean): Choice[] =>
    ERRANDS.filter((errand) => errand.early === early).map(({ id }) => ({
      value: id,
      name: context.words.say(`menu.${id}`),
      keywords: id,
    }));
  return [
    ...first.map((topic) => topicChoice(topic, context)),
    ...errands(true),
    ...checklists,
    ...rest.map((topic) => topicChoice(topic, context)),
    ...errands(false),
    { value: LEAVE, name: context.words.say("menu.leave") },
  ];
}

async function whatHappened(choices: readonly Choice[], { words }: Context, prompter: Prompter): Promise<Reply> {
  const question = {
    message: words.say("ask.topic"),
    why: words.say("why.topic"),
    choices,
    searchable: true,
    free: true,
    back: false,
  };
  return prompter.choose(question);
}

function factsOfTopic(topic: string, { env, saved }: Context): GivenFacts {
  const facts: GivenFacts = { topic: { value: topic, from: "answer" } };
  return topic === EMERGENCY_TOPIC ? facts : withDefaults(facts, env, saved);
}

/** One round from the menu. @returns null when the menu is to ask again. @throws Interrupted */
async function oneRound(reply: Reply, context: Context, prompter: Prompter): Promise<Outcome | null> {
  if (reply.kind === "choice" && isChecklistEntry(reply.value)) {
    await takeUp(reply.value, context, prompter);
    return null;
  }
  const errand = ERRANDS.find(({ id }) => reply.kind === "choice" && id === reply.value);
  if (errand) return errand.run(context, prompter);
  if (reply.kind === "choice") return converse(factsOfTopic(reply.value, context), context, prompter);
  const given = reply.kind === "text" ? await factsOfSentence(reply.text, context, prompter) : null;
  return given && converse(given, context, prompter);
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const prompter = await openPrompter(context);
  const directory = await context.directory();
  for (;;) {
    const choices = menu(directory, await checklistEntries(context), context);
    const reply = await whatHappened(choices, context, prompter);
    if (reply.kind === "back" || (reply.kind === "choice" && reply.value === LEAVE)) return EXIT.answered;
    const outcome = await oneRound(reply, context, prompter);
    if (outcome?.next === "exit") return outcome.code;
  }
}
