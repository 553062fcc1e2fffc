import { partiesNamed } from "../../answers/listings.js";
import { conflictsJson } from "../../render/listings/json.js";
import { command } from "../line/spec.js";

export const conflictsCommand = command({
  operands: { "[party]": { offers: "parties" } },
  async run({ party }, context) {
    const directory = await context.directory();
    const parties = partiesNamed(party, directory);
    return {
      kind: "conflicts",
      result: () => ({ parties: conflictsJson(parties, directory, context.words) }),
      text: async (screen) => (await import("../../render/listings/text.js")).conflictsText(parties, directory, screen),
    };
  },
});
