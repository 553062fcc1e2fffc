import { oneOf } from "../../values/choice.js";
import { EXIT } from "../../vocabulary/codes.js";
import { SHELLS, scriptFor } from "../line/completion.js";
import { command } from "../line/spec.js";

export const completionCommand = command({
  operands: { "<shell>": { offers: SHELLS } },
  run(line, context) {
    const shell = oneOf(line.shell, SHELLS, "shell");
    const script = scriptFor(shell);
    if (context.json) context.succeed("completion", { shell, script });
    else context.io.out(script);
    return EXIT.answered;
  },
});
