/** What the completion scripts call; people call `completion`. */
import { EXIT } from "../../vocabulary/codes.js";
import { complete } from "../line/completion.js";
import { command } from "../line/spec.js";

export const completeCommand = command({
  operands: { "[words...]": { text: () => "" } },
  async run({ words }, context) {
    context.io.out(await complete(words, context));
    return EXIT.answered;
  },
});
