import { oneOf } from "../../values/choice.js";
import { EXIT } from "../../vocabulary/codes.js";
import { complete, SHELLS, scriptFor } from "../line/completion.js";
import { command } from "../line/spec.js";

export const completionCommand = command({
  operands: { "<shell>": { offers: SHELLS } },
  run(line) {
    const shell = oneOf(line.shell, SHELLS, "shell");
    const script = scriptFor(shell);
    return { kind: "completion", result: () => ({ shell, script }), text: () => script };
  },
});

/** What the scripts call; people call `completion`. */
export const completeCommand = command({
  operands: { "[words...]": { text: () => "" } },
  async run({ words }, context) {
    context.io.out(await complete(words, context));
    return EXIT.answered;
  },
});
