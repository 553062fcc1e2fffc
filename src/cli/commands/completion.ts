import { oneOf } from "../../values/choice.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { SHELLS, scriptFor } from "../line/completion.js";
import type { Declared } from "../line/declared.js";

function declare(line: Declared, context: Context): void {
  line.argument("<shell>", context.words.say("help.shell")).action((given: string) => {
    const shell = oneOf(given, SHELLS, "shell");
    const script = scriptFor(shell);
    if (context.json) context.succeed("completion", { shell, script });
    else context.io.out(script);
  });
}

export const completionCommand: CommandModule = { declare };
