import { FIND_FACTS, findAnswer, LONGEST_WORDS } from "../../answers/find.js";
import { plainRecords } from "../../render/clean.js";
import { factsJson, shownText } from "../../render/envelope/json.js";
import { foundJson, foundRows, foundText } from "../../render/find/text.js";
import { parseFacts } from "../../situation/facts.js";
import { EXIT } from "../../vocabulary/codes.js";
import { knownFacts, savedNotice } from "../known-facts.js";
import { factFlags, factsOf, refusePlainJson } from "../line/flags.js";
import { command } from "../line/spec.js";
import { noticeLines } from "../runner.js";

/** The columns of `--plain`, in their order: part of the contract, new ones only at the end. */
const record = (row: ReturnType<typeof foundRows>[number]): string[] =>
  [row.type, row.id, row.value, row.dial, row.title, row.party, row.when, row.status, row.origin].map(
    (field) => field ?? "",
  );

export const findCommand = command({
  operands: { "<words...>": {} },
  flags: { ...factFlags(FIND_FACTS), "--plain": { text: "find-plain" } },
  async run({ words: list, flags }, context) {
    const { words } = context;
    const plain = flags["--plain"];
    refusePlainJson(context, plain);
    const text = list.join(" ").slice(0, LONGEST_WORDS);
    const desk = await context.desk();
    const { number: _number, country: _country, ...given } = await knownFacts(factsOf(flags), context);
    const found = findAnswer(text, given, desk);
    const view = { found, directory: desk.directory, words };
    const notices = await savedNotice(given, context);
    const any = found.hits.length > 0;
    // A short number is nobody's own, and is said again.
    const none = () => `${words.say(/^\d{1,6}$/.test(text) ? "find.no-number" : "find.none", { text })}\n`;
    return {
      kind: "find",
      query: { facts: factsJson(parseFacts(found.facts, desk.directory)), text: shownText(text) },
      notices,
      result: () => foundJson(view),
      aside: () => noticeLines(notices, words) + (any ? "" : none()),
      text: (screen, rows) =>
        plain ? plainRecords(foundRows(view).map(record)) : any ? foundText(view, screen, rows) : "",
      code: any ? EXIT.answered : EXIT.needsFacts,
    };
  },
});
