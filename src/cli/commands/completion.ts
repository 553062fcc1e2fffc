import { oneOf } from "../../values/choice.js";
import { SHELLS, scriptFor } from "../line/completion.js";
import { command } from "../line/spec.js";

export const completionCommand = command({
  operands: { "<shell>": { offers: SHELLS } },
  run(line) {
    const shell = oneOf(line.shell, SHELLS, "shell");
    const script = scriptFor(shell);
    return { kind: "completion", result: () => ({ shell, script }), text: () => script };
  },
});
