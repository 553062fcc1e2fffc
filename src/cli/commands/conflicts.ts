import { partiesNamed } from "../../answers/listings.js";
import { conflictsJson } from "../../render/listings/json.js";
import { EXIT } from "../../vocabulary/codes.js";
import { command } from "../line/spec.js";

export const conflictsCommand = command({
  operands: { "[party]": { offers: "parties" } },
  async run({ party }, context) {
    const directory = await context.directory();
    const parties = partiesNamed(party, directory);
    if (context.json) context.succeed("conflicts", { parties: conflictsJson(parties, directory, context.words) });
    else context.io.out((await import("../show.js")).showConflicts(parties, directory, context));
    return EXIT.answered;
  },
});
