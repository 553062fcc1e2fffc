/** What the directory holds: operators, topics, what each value rests on, where sources disagree. */
import { partiesNamed, sourcesOf } from "../../answers/listings.js";
import type { Directory } from "../../directory/types.js";
import { conflictsJson, operatorsJson, sourcesJson, topicsJson } from "../../render/listings/json.js";
import type { Words } from "../../render/words.js";
import { Problem } from "../../values/problem.js";
import { refusePlainJson } from "../line/flags.js";
import { command } from "../line/spec.js";

/** A list for people, or with --plain records for programs. */
const listing = (kind: "operators" | "topics", json: (directory: Directory, words: Words) => unknown) =>
  command({
    flags: { "--plain": { text: `${kind}-plain` } },
    async run({ flags: { "--plain": plain } }, context) {
      refusePlainJson(context, plain);
      const directory = await context.directory();
      return {
        kind,
        result: () => ({ [kind]: json(directory, context.words) }),
        async text(screen) {
          const { operatorsPlain, operatorsText, topicsPlain, topicsText } = await import(
            "../../render/listings/text.js"
          );
          const [text, records] = kind === "operators" ? [operatorsText, operatorsPlain] : [topicsText, topicsPlain];
          return (plain ? records : text)(directory, screen);
        },
      };
    },
  });

export const operatorsCommand = listing("operators", operatorsJson);
export const topicsCommand = listing("topics", topicsJson);

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

export const conflictsCommand = command({
  operands: { "[party]": { offers: "parties" } },
  async run({ party }, context) {
    const directory = await context.directory();
    const parties = partiesNamed(party, directory);
    return {
      kind: "conflicts",
      result: () => ({ parties: conflictsJson(parties, context.words) }),
      text: async (screen) => (await import("../../render/listings/text.js")).conflictsText(parties, screen),
    };
  },
});
