import { inUsualCase, originNotices, strictFaults } from "../../answers/route.js";
import { factsJson } from "../../render/envelope/json.js";
import { replyJson, replyTo } from "../../render/reply/text.js";
import { prose } from "../../render/text/layout.js";
import { FACTS } from "../../vocabulary/situation.js";
import { savedNotice, statedFacts } from "../known-facts.js";
import { factFlags, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import { noticeLines } from "../runner.js";
import { exitCode, routed } from "./route.js";

export const replyCommand = command({
  operands: { "<topic>": { offers: "topics" } },
  flags: { ...SHOW_NUMBERS, ...factFlags(FACTS.filter((fact) => fact !== "topic")) },
  async run({ topic, flags }, context) {
    const { words, io, strict } = context;
    const given = await statedFacts(flags, context, { topic: { value: topic, from: "flag" } });
    const routing = await routed(given, context);
    const faults = strict ? strictFaults(routing) : [];
    const desk = await context.desk();
    const usual = inUsualCase(routing, given, desk);
    const reply = replyTo(routing, usual, desk.directory, words);
    const notices = [...routing.notices, ...(await savedNotice(given, context)), ...originNotices(usual), ...faults];
    return {
      kind: "reply",
      query: { facts: factsJson(routing.situation) },
      notices,
      result: () => replyJson(routing, reply),
      // For the person who answers, not for the one who asked.
      aside: () => noticeLines(notices, words),
      text: () => prose(reply.lines, io.measured ? io.columns : null),
      code: exitCode(routing, faults, strict),
    };
  },
});
