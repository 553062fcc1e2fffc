import { partiesNamed } from "../../answers/listings.js";
import { sourcesJson } from "../../render/listings/json.js";
import { EXIT } from "../../vocabulary/codes.js";
import { command } from "../line/spec.js";

export const sourcesCommand = command({
  operands: { "[party]": { offers: "parties" } },
  async run({ party }, context) {
    const directory = await context.directory();
    const parties = partiesNamed(party, directory);
    if (context.json) context.succeed("sources", { parties: sourcesJson(parties, context.words) });
    else context.io.out((await import("../show.js")).showSources(parties, context));
    return EXIT.answered;
  },
});
