/** `dozvon` in a terminal: pick or type what happened, answer what is missing, get the number. */
import type { DirectoryIndex, Topic } from "../../directory/types.js";
import type { GivenFacts } from "../../situation/facts.js";
import { DEFAULT_TOPIC, EMERGENCY_TOPIC } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary.js";
import type { Context } from "../context.js";
import type { Choice, Prompter } from "../prompts/prompter.js";
import { withDefaults } from "../settings.js";
import { converse, type Outcome, prompterFor } from "./ask-and-answer.js";
import { ERRANDS } from "./errands.js";
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

async function pickTopic(choices: readonly Choice[], { words }: Context, prompter: Prompter): Promise<string> {
  const question = {
    message: words.say("ask.topic"),
    why: words.say("why.topic"),
    choices,
    searchable: true,
    back: false,
  };
  const reply = await prompter.ask(question);
  return reply.kind === "choice" ? reply.value : LEAVE;
}

/** One round from the menu. @returns null when the menu is to ask again. @throws Interrupted */
async function oneRound(chosen: string, context: Context, prompter: Prompter): Promise<Outcome | null> {
  if (isChecklistEntry(chosen)) {
    await takeUp(chosen, context, prompter);
    return null;
  }
  const errand = ERRANDS.find(({ id }) => id === chosen);
  if (errand) return errand.run(context, prompter);
  const facts: GivenFacts = { topic: { value: chosen, from: "answer" } };
  const given = chosen === EMERGENCY_TOPIC ? facts : withDefaults(facts, context.env, context.saved);
  return converse(given, context, prompter);
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const prompter = prompterFor(context);
  const directory = await context.directory();
  for (;;) {
    const choices = menu(directory, await checklistEntries(context), context);
    const topic = await pickTopic(choices, context, prompter);
    if (topic === LEAVE) return EXIT.answered;
    const outcome = await oneRound(topic, context, prompter);
    if (outcome?.next === "exit") return outcome.code;
  }
}
