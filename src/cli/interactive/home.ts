/** `dozvon` in a terminal: pick or type what happened, answer what is missing, get the number. */
import type { DirectoryIndex, Topic } from "../../directory/types.js";
import type { GivenFacts } from "../../situation/facts.js";
import { DEFAULT_TOPIC, EMERGENCY_TOPIC } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary.js";
import type { Context } from "../context.js";
import { type Choice, Interrupted, type Prompter } from "../prompts/prompter.js";
import { withDefaults } from "../settings.js";
import { converse, prompterFor } from "./ask-and-answer.js";

const LEAVE = "leave";
/** Not a topic of its own: who charged decides where to turn. */
const CHARGE = "charge";
const CLAIM = "claim";

/** What most people come for stands first, then what cannot wait. */
const FIRST: readonly string[] = [DEFAULT_TOPIC, EMERGENCY_TOPIC];

function topicChoice({ id, label, explanation }: Topic, { words }: Context): Choice {
  const keywords = [id, label.ru, label.en, explanation.ru, explanation.en].join(" ");
  return { value: id, name: words.text(label), keywords };
}

function menu({ topics }: DirectoryIndex, context: Context): Choice[] {
  const first = FIRST.flatMap((id) => topics.filter((topic) => topic.id === id));
  const rest = topics.filter((topic) => !FIRST.includes(topic.id));
  return [
    ...first.map((topic) => topicChoice(topic, context)),
    { value: CHARGE, name: context.words.say("menu.charge"), keywords: CHARGE },
    ...rest.map((topic) => topicChoice(topic, context)),
    { value: CLAIM, name: context.words.say("menu.claim"), keywords: CLAIM },
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

/** The letter is a command of its own: loaded when it is wanted. */
async function claim(context: Context, prompter: Prompter): Promise<void> {
  const { converseOnClaim } = await import("./claim.js");
  const known = withDefaults({}, context.env, context.saved);
  try {
    await converseOnClaim(null, known.operator ?? null, context, prompter);
  } catch (error) {
    if (error instanceof Interrupted) prompter.say(context.words.say("claim.interrupted"));
    throw error;
  }
}

/** @returns the exit code of the last answer. @throws Interrupted */
export async function home(context: Context): Promise<number> {
  const prompter = prompterFor(context);
  const choices = menu(await context.directory(), context);
  for (;;) {
    const topic = await pickTopic(choices, context, prompter);
    if (topic === LEAVE) return EXIT.answered;
    if (topic === CHARGE) {
      const { converseAboutCharge } = await import("./charge.js");
      const about = await converseAboutCharge(context, prompter);
      if (about.next === "exit") return about.code;
      continue;
    }
    if (topic === CLAIM) {
      await claim(context, prompter);
      continue;
    }
    const facts: GivenFacts = { topic: { value: topic, from: "answer" } };
    const given = topic === EMERGENCY_TOPIC ? facts : withDefaults(facts, context.env, context.saved);
    const outcome = await converse(given, context, prompter);
    if (outcome?.next === "exit") return outcome.code;
  }
}
