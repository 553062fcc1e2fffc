import { channelNamed } from "../../answers/report.js";
import { reportOn } from "../../render/report/text.js";
import { prose } from "../../render/text/prose.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { command } from "../line/spec.js";
import { VERSION } from "../package.js";

async function run(given: string, context: Context): Promise<number> {
  const { words, io, json } = context;
  const directory = await context.directory();
  const channel = channelNamed(given, directory);
  const { title, body } = reportOn(channel, { tool: `dozvon ${VERSION}`, directory }, words);
  const result = { channel: channel.id, title, body: `${body.join("\n")}\n` };
  if (json) context.succeed("report", result, { query: { asOf: context.moment().text } });
  else io.out(prose([title, "", ...body], io.measured ? io.columns : null));
  return EXIT.answered;
}

export const reportCommand = command({
  operands: { "<channel>": { offers: "channels" } },
  run: ({ channel }, context) => run(channel, context),
});
