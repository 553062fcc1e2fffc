import { type Found, type Listed, lookUp } from "../../answers/find.js";
import type { Directory } from "../../directory/types.js";
import { clean } from "../../render/clean.js";
import { foundRows, foundText } from "../../render/find/text.js";
import { plainRecords } from "../../render/plain.js";
import { noticesJson } from "../../render/route/json.js";
import type { GivenFacts } from "../../situation/facts.js";
import { judge } from "../../understanding/verdict.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { FACTS } from "../../vocabulary/situation.js";
import { savedNotice } from "../answer.js";
import type { Context } from "../context.js";
import { blameEnvironment, withDefaults } from "../files/settings.js";
import { shownText } from "../free-text.js";
import { factFlags, factsOf, refusePlainJson } from "../line/facts.js";
import { command } from "../line/spec.js";
import { screenOf } from "../terminal/screen.js";
import { openBesideReader, openReader } from "../understanding.js";

/** More than this is a letter, not a few words. */
const LONGEST = 500;

/** The directory lists checklists where it has any. */
const checklistsOf = (directory: Directory & { checklists?: readonly Listed[] }): readonly Listed[] =>
  directory.checklists ?? [];

/** What words mean that are not the directory's own: "сняли бабки" is an unknown charge. */
function topicsMeant(text: string, directory: Directory): string[] {
  const verdict = judge(openReader(directory)(text), directory.topics, null);
  if (verdict.kind === "topic") return [verdict.topic];
  return verdict.kind === "several" ? verdict.candidates.map(({ topic }) => topic) : [];
}

function foundFor(text: string, given: GivenFacts, directory: Directory, context: Context): Found {
  const question = {
    directory,
    given,
    moment: context.moment(),
    checklists: checklistsOf(directory),
    beside: openBesideReader()(text),
    topicsMeant: (words: string) => topicsMeant(words, directory),
  };
  try {
    return lookUp(text, question);
  } catch (error) {
    throw blameEnvironment(error, given);
  }
}

async function run(
  list: readonly string[],
  flags: Record<string, unknown>,
  plain: true | undefined,
  context: Context,
): Promise<number> {
  const { words, io, json } = context;
  refusePlainJson(context, plain);
  const text = list.join(" ").slice(0, LONGEST);
  if (text.trim() === "") throw new Problem("usage", "empty-text");
  const directory = await context.directory();
  // A look-up starts from words: whose number somebody has is for `whose` and `route`, which say how sure that is.
  const { number: _number, ...given } = withDefaults(factsOf(flags), context.env, context.saved);
  const result = foundFor(text, given, directory, context);
  const view = { found: result, directory, words };
  const notices = noticesJson(savedNotice(given), words);
  const code = result.hits.length > 0 ? EXIT.answered : EXIT.needsFacts;
  if (json) {
    const query = { text: shownText(text), asOf: context.moment().text };
    context.succeed(
      "find",
      { operator: result.operator, topic: result.topic, hits: foundRows(view).map(({ mark: _mark, ...row }) => row) },
      { query, notices },
    );
    return code;
  }
  for (const notice of notices) io.err(`${clean(notice.text)}\n`);
  if (result.hits.length === 0) io.err(`${words.say("find.none")}\n`);
  else if (plain) io.out(plainRecords(foundRows(view).map(record)));
  else io.out(foundText(view, screenOf(context)));
  return code;
}

/** The columns of `--plain`, in their order: part of the contract, new ones only at the end. */
const record = (row: ReturnType<typeof foundRows>[number]): string[] =>
  [row.type, row.id, row.value, row.dial, row.title, row.party, row.when, row.status, row.origin].map(
    (field) => field ?? "",
  );

const SEARCHED = FACTS.filter((fact) => !["topic", "country", "number"].includes(fact));

export const findCommand = command({
  operands: { "<words...>": {} },
  flags: { ...factFlags(SEARCHED), "--plain": { text: "find-plain" } },
  run: ({ words, flags }, context) => run(words, flags, flags["--plain"], context),
});
