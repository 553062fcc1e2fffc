import { topicsJson } from "../../render/listings/json.js";
import { refusePlainJson } from "../line/facts.js";
import { command } from "../line/spec.js";

export const topicsCommand = command({
  flags: { "--plain": { text: "topics-plain" } },
  async run({ flags }, context) {
    const plain = flags["--plain"];
    refusePlainJson(context, plain);
    const directory = await context.directory();
    return {
      kind: "topics",
      result: () => ({ topics: topicsJson(directory, context.words) }),
      async text(screen) {
        const { topicsPlain, topicsText } = await import("../../render/listings/text.js");
        return plain ? topicsPlain(directory, screen) : topicsText(directory, screen);
      },
    };
  },
});
