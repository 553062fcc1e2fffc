/** `dozvon` in a terminal: pick or type what happened, answer what is missing, get the number. */
import type { DirectoryIndex, Topic } from "../../directory/types.js";
import type { GivenFacts } from "../../situation/facts.js";
import { DEFAULT_TOPIC, EMERGENCY_TOPIC } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary.js";
import type { Context } from "../context.js";
import type { Choice, Prompter } from "../prompts/prompter.js";
import { withDefaults } from "../settings.js";
import { converse, prompterFor } from "./ask-and-answer.js";
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
  return [
    ...first.map((topic) => topicChoice(topic, context)),
    ...checklists,
    ...rest.map((topic) => topicChoice(topic, context)),
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

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const prompter = prompterFor(context);
  const directory = await context.directory();
  for (;;) {
    const choices = menu(directory, await checklistEntries(context), context);
    const topic = await pickTopic(choices, context, prompter);
    if (topic === LEAVE) return EXIT.answered;
    if (isChecklistEntry(topic)) {
      await takeUp(topic, context, prompter);
      continue;
    }
    const facts: GivenFacts = { topic: { value: topic, from: "answer" } };
    const given = topic === EMERGENCY_TOPIC ? facts : withDefaults(facts, context.env, context.saved);
    const outcome = await converse(given, context, prompter);
    if (outcome?.next === "exit") return outcome.code;
  }
}
