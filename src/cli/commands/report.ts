import { channelNamed } from "../../answers/report.js";
import { reportOn } from "../../render/report/text.js";
import { prose } from "../../render/text/layout.js";
import { command } from "../line/spec.js";
import { VERSION } from "../package.js";

export const reportCommand = command({
  operands: { "<channel>": { offers: "channels" } },
  async run({ channel: given }, { words, io, directory: open, moment }) {
    const directory = await open();
    const channel = channelNamed(given, directory);
    const { title, body } = reportOn(channel, `dozvon ${VERSION}`, directory, words);
    return {
      kind: "report",
      query: { asOf: moment().text },
      result: () => ({ channel: channel.id, title, body: `${body.join("\n")}\n` }),
      text: () => prose([title, "", ...body], io.measured ? io.columns : null),
    };
  },
});
