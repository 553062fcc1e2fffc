import { operatorsJson } from "../../render/json/listings.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../declared.js";
import { refusePlainJson } from "../facts.js";

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
