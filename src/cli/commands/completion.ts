import { suggest } from "../../situation/names.js";
import { Problem } from "../../values/problem.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { SHELLS, type Shell, scriptFor } from "../line/completion.js";
import type { Declared } from "../line/declared.js";

const isShell = (given: string): given is Shell => SHELLS.some((shell) => shell === given);

function declare(line: Declared, context: Context): void {
  line.argument("<shell>", context.words.say("help.shell")).action((given: string) => {
    if (!isShell(given)) {
      const hints = suggest(given, SHELLS);
      throw new Problem("unknown-value", "unknown-value", { given, fact: "shell" }, { allowed: [...SHELLS], hints });
    }
    const script = scriptFor(given);
    if (context.json) context.succeed("completion", { shell: given, script });
    else context.io.out(script);
  });
}

export const completionCommand: CommandModule = { declare };
