/** What the completion scripts call; people call `completion`. */
import type { Command } from "commander";
import type { CommandModule } from "../commands.js";
import { complete } from "../completion.js";
import type { Context } from "../context.js";

function configure(command: Command, context: Context): void {
  command.argument("[words...]").action(async (typed: string[]) => {
    context.io.out(await complete(typed, context));
  });
}

export const completeCommand: CommandModule = {
  configure,
};
