import type { Command } from "commander";
import type { GivenFacts } from "../../situation/facts.js";
import { FACTS } from "../../vocabulary.js";
import { answerRoute } from "../answer.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { addFactFlags, factsOf } from "../facts.js";
import { withDefaults } from "../settings.js";

/** The operator a number stands for; the register is opened only for that. */
async function withOperator(given: GivenFacts, flags: Record<string, unknown>, context: Context): Promise<GivenFacts> {
  const { numberReader } = await import("../number-fact.js");
  const directory = await context.directory();
  return numberReader({ directory, words: context.words, show: flags.showNumbers === true }).fill(given);
}

function configure(command: Command, context: Context): void {
  addFactFlags(command, FACTS, context.words).action(async (flags: Record<string, unknown>) => {
    const stated = withDefaults(factsOf(flags), context.env, context.saved);
    const given = stated.number ? await withOperator(stated, flags, context) : stated;
    if (!context.canAsk) process.exitCode = await answerRoute("route", given, context);
    else process.exitCode = await (await import("../interactive/ask-and-answer.js")).askAndAnswer(given, context);
  });
}

export const routeCommand: CommandModule = {
  configure,
};
