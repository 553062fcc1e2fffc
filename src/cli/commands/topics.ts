import { topicsJson } from "../../render/listings/json.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { refusePlainJson } from "../line/facts.js";

function declare(line: Declared, context: Context): void {
  line.option("--plain", context.words.say("help.topics-plain")).action(async ({ plain }: { plain?: true }) => {
    refusePlainJson(context, plain);
    const directory = await context.directory();
    if (plain) context.io.out((await import("../show.js")).topicsPlain(directory, context));
    else if (context.json) context.succeed("topics", { topics: topicsJson(directory, context.words) });
    else context.io.out((await import("../show.js")).showTopics(directory, context));
  });
}

export const topicsCommand: CommandModule = { declare };
