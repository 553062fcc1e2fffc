import { conflictsJson } from "../../render/listings/json.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { partiesNamed } from "../parties.js";

function declare(line: Declared, context: Context): void {
  line.argument("[party]", context.words.say("help.party")).action(async (given: string | undefined) => {
    const directory = await context.directory();
    const parties = partiesNamed(given, directory);
    if (context.json) context.succeed("conflicts", { parties: conflictsJson(parties, directory, context.words) });
    else context.io.out((await import("../show.js")).showConflicts(parties, directory, context));
  });
}

export const conflictsCommand: CommandModule = { declare };
