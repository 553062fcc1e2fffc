import { sourcesOf } from "../../answers/listings.js";
import { sourcesJson } from "../../render/listings/json.js";
import { Problem } from "../../values/problem.js";
import { command } from "../line/spec.js";

const DAYS = /^\d{1,5}$/;

export const sourcesCommand = command({
  operands: { "[party]": { offers: "parties" } },
  flags: { "--stale": { value: "days" }, "--law": {} },
  async run({ party, flags }, context) {
    const { "--law": law, "--stale": days } = flags;
    const other = party ?? (days === undefined ? undefined : "--stale");
    if (law && other !== undefined) throw new Problem("usage", "flags-exclude", { one: other, other: "--law" });
    if (days !== undefined && !DAYS.test(days)) throw new Problem("usage", "stale-days", { given: days });
    const stale = days === undefined ? undefined : { days: Number(days), today: context.moment().date };
    const asked = { party, law, stale };
    const sources = sourcesOf(asked, { directory: await context.directory(), open: context.open });
    return {
      kind: "sources",
      result: () => sourcesJson(sources, context.words),
      text: async (screen) => (await import("../../render/listings/text.js")).sourcesText(sources, asked, screen),
    };
  },
});
