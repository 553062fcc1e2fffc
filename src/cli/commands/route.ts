import { FACTS } from "../../vocabulary/situation.js";
import { answerRoute } from "../answer.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { addFactFlags } from "../line/facts.js";
import { statedFacts } from "../line/stated-facts.js";

function declare(line: Declared, context: Context): void {
  addFactFlags(line, FACTS, context.words).option("--open", context.words.say("help.open"));
  line.action(async (flags: Record<string, unknown>) => {
    const given = await statedFacts(flags, context);
    const open = flags.open === true;
    if (!context.canAsk || open) process.exitCode = await answerRoute("route", given, context, { open });
    else process.exitCode = await (await import("../talk/ask-and-answer.js")).askAndAnswer(given, context);
  });
}

export const routeCommand: CommandModule = { declare };
