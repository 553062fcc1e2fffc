import { operatorsJson } from "../../render/listings/json.js";
import { EXIT } from "../../vocabulary/codes.js";
import { refusePlainJson } from "../line/facts.js";
import { command } from "../line/spec.js";

export const operatorsCommand = command({
  flags: { "--plain": { text: "operators-plain" } },
  async run({ flags }, context) {
    const plain = flags["--plain"];
    refusePlainJson(context, plain);
    const directory = await context.directory();
    if (plain) context.io.out((await import("../show.js")).operatorsPlain(directory, context));
    else if (context.json) context.succeed("operators", { operators: operatorsJson(directory, context.words) });
    else context.io.out((await import("../show.js")).showOperators(directory, context));
    return EXIT.answered;
  },
});
