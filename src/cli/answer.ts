import type { Room } from "../answers/ask.js";
import { routeAnswer, strictFaults } from "../answers/route.js";
import { candidatesJson, noticesJson, operatorIds, queryJson, routingJson } from "../render/route/json.js";
import type { Routing } from "../routing/routing.js";
import type { GivenFacts, Notice } from "../situation/facts.js";
import type { ScoredTopic } from "../understanding/topic-model.js";
import { LEAST_CANDIDATE } from "../understanding/verdict.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import { savedNotice, withCountry } from "./known-facts.js";
import { type Answer, type Outcome, show } from "./runner.js";

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
  text?: string;
  notices?: readonly Notice[];
  /** Topics a sentence may have meant besides. */
  nearest?: readonly ScoredTopic[];
  /** Whether the link of the answer is to be opened. */
  open?: boolean;
}

/** The answer's own link, or that of the nearest way where none is sure; a line on standard error where there is none. */
async function openAnswer({ main }: Routing, { io, words }: Context): Promise<void> {
  const { isLink, openLink } = await import("./terminal/open-link.js");
  if (!main || !isLink(main.channel)) io.err(`${words.say("open.no-link")}\n`);
  else if (!(await openLink(main.channel))) io.err(`${words.say("action.open.failed")}\n`);
}

/** Routes; with `open` the answer is shown, and its link opened after it. */
export async function answerRoute(
  kind: string,
  given: GivenFacts,
  context: Context,
  { routing: known, text, notices: told = [], nearest = [], open = false }: Asked = {},
): Promise<Outcome> {
  const { words, strict } = context;
  const routing = known ?? (await routed(given, context));
  const directory = await context.directory();
  const faults = strict ? strictFaults(routing) : [];
  const notices = [...told, ...routing.notices, ...(await savedNotice(given, context)), ...faults];
  // What is hardly meant would only be one more line to read.
  const likely = nearest.filter(({ confidence }) => confidence >= LEAST_CANDIDATE).map(({ topic }) => topic);
  const answer: Answer = {
    kind,
    query: queryJson(routing, null, text ?? null),
    notices: noticesJson(notices, words),
    result: () => ({
      ...routingJson(routing, operatorIds(directory), words),
      candidates: candidatesJson(nearest, directory, words),
    }),
    text: async () =>
      (await import("./show.js")).showAnswer({ routing, given, notices, nearest: likely }, directory, context),
    code: exitCode(routing, faults, strict),
  };
  if (!open) return answer;
  const code = await show(answer, context);
  await openAnswer(routing, context);
  return code;
}

/** What a sentence asks of another room than the routes: answered as that room's own command answers it. */
export async function answerOfRoom(room: Room, context: Context): Promise<Outcome> {
  switch (room.kind) {
    case "whose":
      return (await import("./commands/whose.js")).answerNumbers(room.numbers, context);
    case "refund":
      return (await import("./commands/refund.js")).answerRefund(room.merchant, room.given, context);
    case "claim":
      return (await import("./commands/claim.js")).answerClaim(room.id, room.operator, context);
    case "checklist":
      return (await import("./commands/checklist.js")).showChecklist(room.id, room.given, null, context);
    case "charge": {
      const { chargeAnswer } = await import("../answers/charge.js");
      const answer = chargeAnswer({ account: null, ...room }, await context.desk());
      return (await import("./commands/charge.js")).shownCharge(answer, context);
    }
  }
}
