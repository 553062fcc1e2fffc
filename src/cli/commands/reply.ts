import { inUsualCase, originNotices, strictFaults } from "../../answers/route.js";
import { replyJson, replyTo } from "../../render/reply/text.js";
import { noticesJson, queryJson } from "../../render/route/json.js";
import { prose } from "../../render/text/layout.js";
import { FACTS } from "../../vocabulary/situation.js";
import { exitCode, routed } from "../answer.js";
import type { Context } from "../context.js";
import { savedNotice, statedFacts } from "../known-facts.js";
import { factFlags, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import { type Answer, noticeLines } from "../runner.js";

async function run(topic: string, flags: Record<string, unknown>, context: Context): Promise<Answer> {
  const { words, io } = context;
  const directory = await context.directory();
  const given = await statedFacts(flags, context, { topic: { value: topic, from: "flag" } });
  const routing = await routed(given, context);
  const faults = context.strict ? strictFaults(routing) : [];
  const usual = inUsualCase(routing, given, await context.desk());
  const reply = replyTo(routing, usual, directory, words);
  const all = [...routing.notices, ...(await savedNotice(given, context)), ...originNotices(usual), ...faults];
  const notices = noticesJson(all, words);
  return {
    kind: "reply",
    query: queryJson(routing),
    notices,
    result: () => replyJson(routing, reply),
    // For the person who answers, not for the one who asked.
    aside: () => noticeLines(notices),
    text: () => prose(reply.lines, io.measured ? io.columns : null),
    code: exitCode(routing, faults, context.strict),
  };
}

export const replyCommand = command({
  operands: { "<topic>": { offers: "topics" } },
  flags: { ...SHOW_NUMBERS, ...factFlags(FACTS.filter((fact) => fact !== "topic")) },
  run: ({ topic, flags }, context) => run(topic, flags, context),
});
