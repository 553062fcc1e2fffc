/** What the completion scripts call; people call `completion`. */
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { complete } from "../line/completion.js";
import type { Declared } from "../line/declared.js";

function declare(line: Declared, context: Context): void {
  line.argument("[words...]").action(async (typed: string[]) => {
    context.io.out(await complete(typed, context));
  });
}

export const completeCommand: CommandModule = { declare };
