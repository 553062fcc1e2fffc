import { partiesNamed } from "../../answers/listings.js";
import { normsOf } from "../../answers/norms.js";
import { normsJson, sourcesJson } from "../../render/listings/json.js";
import { Problem } from "../../values/problem.js";
import { command } from "../line/spec.js";

export const sourcesCommand = command({
  operands: { "[party]": { offers: "parties" } },
  flags: { "--law": {} },
  async run({ party, flags }, context) {
    const directory = await context.directory();
    if (flags["--law"] && party !== undefined)
      throw new Problem("usage", "flags-exclude", { one: party, other: "--law" });
    const parties = flags["--law"] ? [] : partiesNamed(party, directory);
    const norms = flags["--law"] ? normsOf({ directory, open: context.open }) : [];
    return {
      kind: "sources",
      result: () => ({ parties: sourcesJson(parties, context.words), norms: normsJson(norms, context.words) }),
      async text(screen) {
        const { normsText, sourcesText } = await import("../../render/listings/text.js");
        return flags["--law"] ? normsText(norms, screen) : sourcesText(parties, screen);
      },
    };
  },
});
