import { reportOn } from "../../render/report/text.js";
import { prose } from "../../render/text/prose.js";
import { findChannel } from "../channels.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { VERSION } from "../package.js";

async function run(given: string, context: Context): Promise<void> {
  const { words, io, json } = context;
  const directory = await context.directory();
  const channel = findChannel(given, directory);
  const { title, body } = reportOn(channel, { tool: `dozvon ${VERSION}`, directory }, words);
  const result = { channel: channel.id, title, body: `${body.join("\n")}\n` };
  if (json) context.succeed("report", result, { query: { asOf: context.moment().text } });
  else io.out(prose([title, "", ...body], io.measured ? io.columns : null));
}

function declare(line: Declared, context: Context): void {
  line.argument("<channel>", context.words.say("help.channel")).action((given: string) => run(given, context));
}

export const reportCommand: CommandModule = { declare };
