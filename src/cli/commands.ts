/** The commands by name. Each is loaded only when it is called or its help is asked for. */
import type { Room } from "../answers/ask.js";
import type { AskingField } from "./batch/questions.js";
import { emergencyCommand, routeCommand } from "./commands/route.js";
import type { Command } from "./line/spec.js";

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  // The main job is part of the program itself: one file less to open.
  route: async () => routeCommand,
  contacts: async () => (await import("./commands/contacts.js")).contactsCommand,
  ask: async () => (await import("./commands/ask.js")).askCommand,
  emergency: async () => emergencyCommand,
  operators: async () => (await import("./commands/listings.js")).operatorsCommand,
  topics: async () => (await import("./commands/listings.js")).topicsCommand,
  sources: async () => (await import("./commands/listings.js")).sourcesCommand,
  conflicts: async () => (await import("./commands/listings.js")).conflictsCommand,
  whose: async () => (await import("./commands/whose.js")).whoseCommand,
  charge: async () => (await import("./commands/charge.js")).chargeCommand,
  refund: async () => (await import("./commands/refund.js")).refundCommand,
  find: async () => (await import("./commands/find.js")).findCommand,
  reply: async () => (await import("./commands/reply.js")).replyCommand,
  report: async () => (await import("./commands/report.js")).reportCommand,
  checklist: async () => (await import("./commands/checklist.js")).checklistCommand,
  batch: async () => (await import("./commands/batch.js")).batchCommand,
  data: async () => (await import("./commands/data.js")).dataCommand,
  claim: async () => (await import("./commands/claim.js")).claimCommand,
  config: async () => (await import("./commands/config.js")).configCommand,
  schema: async () => (await import("./commands/schema.js")).schemaCommand,
  skill: async () => (await import("./commands/skill.js")).skillCommand,
  mcp: async () => (await import("./commands/mcp.js")).mcpCommand,
  completion: async () => (await import("./commands/completion.js")).completionCommand,
  complete: async () => (await import("./commands/completion.js")).completeCommand,
};

/** `dozvon help route` is commander's own, and no command of ours. */
export const HELP = "help";

/** `complete` is called by scripts only. */
export const LISTED: readonly string[] = Object.keys(COMMANDS).filter((name) => name !== "complete");

export const isCommand = (name: string): boolean => Object.hasOwn(COMMANDS, name);

/**
 * @param operands of a line; the first of them name the command, as in `config set`.
 * @returns those names, and what the command declares; null where there is none.
 */
export async function findCommand(
  operands: readonly string[],
): Promise<{ path: readonly string[]; spec: Command } | null> {
  const [first = "", second = ""] = operands;
  if (!isCommand(first)) return null;
  const spec = await COMMANDS[first]?.();
  // Half a file can be whole JavaScript that declares nothing.
  if (!spec) throw new Error(`nothing is declared for ${first}: install dozvon again`);
  const below = Object.hasOwn(spec.commands ?? {}, second) ? spec.commands?.[second] : undefined;
  return below ? { path: [first, second], spec: below } : { path: [first], spec };
}

type Kinds<Own extends string> = Record<Own | Room["kind"], 0>;

/** Kinds of what a command answers, where its name is not the one. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  // The types want each kind that a sentence or a line may be answered with.
  ask: Object.keys({ ask: 0, charge: 0, whose: 0, refund: 0, claim: 0, checklist: 0 } satisfies Kinds<"ask">),
  batch: Object.keys({
    ...{ route: 0, ask: 0, charge: 0, whose: 0, refund: 0, claim: 0, checklist: 0 },
    ...{ reply: 0, find: 0, contacts: 0, emergency: 0 },
  } satisfies Kinds<"route" | "ask" | Exclude<AskingField, "text">>),
  data: ["data-check", "data-new-overlay"],
  "data new-overlay": ["data-new-overlay"],
  schema: ["schema", "codes"],
};

/** Every `kind` a command answers with, that of its failures first; `usage` where no command is called. */
export const outputKinds = (command: string | null, below = ""): readonly string[] =>
  command === null ? ["usage"] : (KINDS[`${command} ${below}`] ?? KINDS[command] ?? [command]);
