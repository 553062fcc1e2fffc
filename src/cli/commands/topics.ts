import { topicsJson } from "../../render/listings/json.js";
import { EXIT } from "../../vocabulary/codes.js";
import { refusePlainJson } from "../line/facts.js";
import { command } from "../line/spec.js";

export const topicsCommand = command({
  flags: { "--plain": { text: "topics-plain" } },
  async run({ flags }, context) {
    const plain = flags["--plain"];
    refusePlainJson(context, plain);
    const directory = await context.directory();
    if (plain) context.io.out((await import("../show.js")).topicsPlain(directory, context));
    else if (context.json) context.succeed("topics", { topics: topicsJson(directory, context.words) });
    else context.io.out((await import("../show.js")).showTopics(directory, context));
    return EXIT.answered;
  },
});
