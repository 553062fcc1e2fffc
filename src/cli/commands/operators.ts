import { operatorsJson } from "../../render/listings/json.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { refusePlainJson } from "../line/facts.js";

function declare(line: Declared, context: Context): void {
  line.option("--plain", context.words.say("help.operators-plain")).action(async ({ plain }: { plain?: true }) => {
    refusePlainJson(context, plain);
    const directory = await context.directory();
    if (plain) context.io.out((await import("../show.js")).operatorsPlain(directory, context));
    else if (context.json) context.succeed("operators", { operators: operatorsJson(directory, context.words) });
    else context.io.out((await import("../show.js")).showOperators(directory, context));
  });
}

export const operatorsCommand: CommandModule = { declare };
