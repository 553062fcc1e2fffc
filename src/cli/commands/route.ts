import { emergencyAnswer, routeAnswer, strictFaults } from "../../answers/route.js";
import { factsJson } from "../../render/envelope/json.js";
import { candidatesJson, operatorIds, routingJson } from "../../render/route/json.js";
import type { Routing } from "../../routing/route.js";
import type { GivenFacts, Notice } from "../../situation/facts.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { LEAST_CANDIDATE } from "../../understanding/verdict.js";
import { EXIT } from "../../vocabulary/codes.js";
import { EMERGENCY_FACTS } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { savedNotice, statedFacts, withCountry } from "../known-facts.js";
import { FACT_FLAGS, factFlags, factsOf, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import { type Answer, type Outcome, show } from "../runner.js";

export function exitCode(routing: Routing, faults: readonly Notice[], strict: boolean): number {
  const old = routing.notices.some((notice) => notice.code === "directory-old");
  if (strict && (faults.length > 0 || old)) return EXIT.needsFacts;
  return routing.channels.length === 0 ? EXIT.noChannel : EXIT.answered;
}

export const routed = async (given: GivenFacts, context: Context): Promise<Routing> =>
  routeAnswer(await withCountry(given, context), await context.desk());

/** What was asked beside the facts. */
interface Asked {
  /** Where it is known already. */
  routing?: Routing;
  text?: string | null;
  notices?: readonly Notice[];
  /** Topics a sentence may have meant besides. */
  nearest?: readonly ScoredTopic[];
  /** Whether the link of the answer is to be opened: its own, or that of the nearest way where none is sure. */
  open?: boolean;
}

/** Routes; with `open` the answer is shown, and its link opened after it. */
export async function answerRoute(
  kind: string,
  given: GivenFacts,
  context: Context,
  { routing: known, text = null, notices: told = [], nearest = [], open = false }: Asked = {},
): Promise<Outcome> {
  const { words, strict, io } = context;
  const routing = known ?? (await routed(given, context));
  const directory = await context.directory();
  const faults = strict ? strictFaults(routing) : [];
  const notices = [...told, ...routing.notices, ...(await savedNotice(given, context)), ...faults];
  // What is hardly meant would only be one more line to read.
  const likely = nearest.filter(({ confidence }) => confidence >= LEAST_CANDIDATE).map(({ topic }) => topic);
  const answer: Answer = {
    kind,
    query: { facts: factsJson(routing.situation), text },
    notices,
    result: () => ({
      ...routingJson(routing, operatorIds(directory), words),
      candidates: candidatesJson(nearest, directory, words),
    }),
    text: async () =>
      (await import("../show.js")).showAnswer({ routing, given, notices, nearest: likely }, directory, context),
    code: exitCode(routing, faults, strict),
  };
  if (!open) return answer;
  const code = await show(answer, context);
  const { isLink, openLink } = await import("../terminal/open-link.js");
  const { main } = routing;
  if (!main || !isLink(main.channel)) io.err(`${words.say("open.no-link")}\n`);
  else if (!(await openLink(main.channel))) io.err(`${words.say("action.open.failed")}\n`);
  return code;
}

export const routeCommand = command({
  flags: { ...SHOW_NUMBERS, ...FACT_FLAGS, "--open": {} },
  async run({ flags }, context) {
    const given = await statedFacts(flags, context);
    const open = flags["--open"] === true;
    if (!context.canAsk || open) return answerRoute("route", given, context, { open });
    const { converse } = await import("../talk/ask-and-answer.js");
    return (await converse({ given, unknown: [] }, await openTalk(context)))?.code ?? EXIT.answered;
  },
});

export const emergencyCommand = command({
  flags: factFlags(EMERGENCY_FACTS),
  urgent: () => true,
  async run({ flags }, context) {
    const stated = await withCountry(factsOf(flags), context);
    const { routing, given } = emergencyAnswer(stated, await context.desk());
    return answerRoute("emergency", given, context, { routing });
  },
});
