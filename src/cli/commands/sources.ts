import { sourcesJson } from "../../render/listings/json.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { partiesNamed } from "../parties.js";

function declare(line: Declared, context: Context): void {
  line.argument("[party]", context.words.say("help.party")).action(async (given: string | undefined) => {
    const parties = partiesNamed(given, await context.directory());
    if (context.json) context.succeed("sources", { parties: sourcesJson(parties, context.words) });
    else context.io.out((await import("../show.js")).showSources(parties, context));
  });
}

export const sourcesCommand: CommandModule = { declare };
