import type { Command } from "commander";
import { operatorsJson } from "../../render/json/listings.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";

function configure(command: Command, context: Context): void {
  command.action(async () => {
    const directory = await context.directory();
    if (context.json) context.succeed("operators", { operators: operatorsJson(directory, context.words) });
    else context.io.out((await import("../show.js")).showOperators(directory, context));
  });
}

export const operatorsCommand: CommandModule = {
  configure,
};
