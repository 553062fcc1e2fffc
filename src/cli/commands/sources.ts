import { partiesNamed } from "../../answers/listings.js";
import { sourcesJson } from "../../render/listings/json.js";
import { command } from "../line/spec.js";

export const sourcesCommand = command({
  operands: { "[party]": { offers: "parties" } },
  async run({ party }, context) {
    const directory = await context.directory();
    const parties = partiesNamed(party, directory);
    return {
      kind: "sources",
      result: () => ({ parties: sourcesJson(parties, context.words) }),
      text: async (screen) => (await import("../../render/listings/text.js")).sourcesText(parties, screen),
    };
  },
});
