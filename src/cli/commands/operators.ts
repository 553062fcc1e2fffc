import { operatorsJson } from "../../render/listings/json.js";
import { refusePlainJson } from "../line/facts.js";
import { command } from "../line/spec.js";

export const operatorsCommand = command({
  flags: { "--plain": { text: "operators-plain" } },
  async run({ flags }, context) {
    const plain = flags["--plain"];
    refusePlainJson(context, plain);
    const directory = await context.directory();
    return {
      kind: "operators",
      result: () => ({ operators: operatorsJson(directory, context.words) }),
      async text(screen) {
        const { operatorsPlain, operatorsText } = await import("../../render/listings/text.js");
        return plain ? operatorsPlain(directory, screen) : operatorsText(directory, screen);
      },
    };
  },
});
