import { FIND_FACTS, findAnswer, LONGEST_WORDS } from "../../answers/find.js";
import { shownText } from "../../render/ask/json.js";
import { plainRecords } from "../../render/clean.js";
import { foundJson, foundRows, foundText } from "../../render/find/text.js";
import { noticesJson } from "../../render/route/json.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { knownFacts, savedNotice } from "../known-facts.js";
import { factFlags, factsOf, refusePlainJson } from "../line/flags.js";
import { command } from "../line/spec.js";
import { type Answer, noticeLines } from "../runner.js";

async function run(
  list: readonly string[],
  flags: Record<string, unknown>,
  plain: true | undefined,
  context: Context,
): Promise<Answer> {
  const { words } = context;
  refusePlainJson(context, plain);
  const text = list.join(" ").slice(0, LONGEST_WORDS);
  const directory = await context.directory();
  const { number: _number, country: _country, ...given } = await knownFacts(factsOf(flags), context);
  const result = findAnswer(text, given, await context.desk());
  const view = { found: result, directory, words };
  const notices = noticesJson(await savedNotice(given, context), words);
  const any = result.hits.length > 0;
  return {
    kind: "find",
    query: { text: shownText(text), asOf: context.moment().text },
    notices,
    result: () => foundJson(view),
    aside: () =>
      noticeLines(notices) +
      // A short number is nobody's own, and is said again.
      (any ? "" : `${words.say(/^\d{1,6}$/.test(text) ? "find.no-number" : "find.none", { text })}\n`),
    text: (screen, rows) =>
      plain ? plainRecords(foundRows(view).map(record)) : any ? foundText(view, screen, rows) : "",
    code: any ? EXIT.answered : EXIT.needsFacts,
  };
}

/** The columns of `--plain`, in their order: part of the contract, new ones only at the end. */
const record = (row: ReturnType<typeof foundRows>[number]): string[] =>
  [row.type, row.id, row.value, row.dial, row.title, row.party, row.when, row.status, row.origin].map(
    (field) => field ?? "",
  );

export const findCommand = command({
  operands: { "<words...>": {} },
  flags: { ...factFlags(FIND_FACTS), "--plain": { text: "find-plain" } },
  run: ({ words, flags }, context) => run(words, flags, flags["--plain"], context),
});
