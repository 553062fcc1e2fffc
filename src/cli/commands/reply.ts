import type { Channel } from "../../directory/types.js";
import { clean } from "../../render/clean.js";
import { replyTo } from "../../render/reply/text.js";
import { noticesJson, queryJson } from "../../render/route/json.js";
import { prose } from "../../render/text/prose.js";
import type { Words } from "../../render/words.js";
import type { Notice } from "../../situation/facts.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { FACTS } from "../../vocabulary/situation.js";
import { exitCode, routed, savedNotice, strictFaults } from "../answer.js";
import type { Context } from "../context.js";
import { factFlags, SHOW_NUMBERS } from "../line/facts.js";
import { command } from "../line/spec.js";
import { statedFacts } from "../line/stated-facts.js";

/** The customer is not told whose folder a line stands in; the one who answers is. */
function originNotice(channel: Channel | null, words: Words): Notice[] {
  if (!channel || channel.origin === BUILT_IN) return [];
  return [{ code: "channel-from-overlay", values: { value: words.text(channel.display) } }];
}

async function run(topic: string, flags: Record<string, unknown>, context: Context): Promise<number> {
  const { words, io, json } = context;
  const directory = await context.directory();
  const given = await statedFacts(flags, context, { topic: { value: topic, from: "flag" } });
  const routing = routed(directory, given, context);
  const faults = context.strict ? strictFaults(routing) : [];
  const { channel, lines } = replyTo(routing, directory, words);
  const all = [...routing.notices, ...savedNotice(given), ...originNotice(channel, words), ...faults];
  const notices = noticesJson(all, words);
  if (json) {
    const { complete, needs } = routing;
    const result = {
      topic: routing.topic.id,
      channel: channel?.id ?? null,
      origin: channel?.origin ?? null,
      complete,
      needs,
      text: `${lines.join("\n")}\n`,
    };
    context.succeed("reply", result, { query: queryJson(routing), notices });
  } else {
    // For the person who answers, not for the one who asked.
    for (const { text } of notices) io.err(`${clean(text)}\n`);
    io.out(prose(lines, io.measured ? io.columns : null));
  }
  return exitCode(routing, faults, context.strict);
}

export const replyCommand = command({
  operands: { "<topic>": { offers: "topics" } },
  flags: { ...SHOW_NUMBERS, ...factFlags(FACTS.filter((fact) => fact !== "topic")) },
  run: ({ topic, flags }, context) => run(topic, flags, context),
});
