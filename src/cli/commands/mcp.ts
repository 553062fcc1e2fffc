/** The answers of a batch as tools over standard input and output, for assistants that speak the Model Context Protocol. */
import { once } from "node:events";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import * as z from "zod";
import type { Words } from "../../render/words.js";
import { ACCOUNTS } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Fact } from "../../vocabulary/situation.js";
import { questionOf } from "../batch/questions.js";
import { FACT_FLAGS } from "../line/flags.js";
import { command, type Flag } from "../line/spec.js";
import { VERSION } from "../package.js";
import { createAnswerer } from "./batch.js";

/** The field of a batch line that asks what a tool is asked, by the operand of the command; none where facts are all. */
const TOOLS: Readonly<Record<string, readonly [field: string, operand: string] | null>> = {
  route: null,
  ask: ["text", "text"],
  whose: ["whose", "numbers"],
  charge: ["charge", "descriptor"],
  emergency: null,
  reply: ["reply", "topic"],
};

/** What a tool puts into the line of itself. */
const ALWAYS: Readonly<Record<string, { emergency: true }>> = { emergency: { emergency: true } };

/** A message to a customer is the whole of that answer; what is known of a number is its text. */
const NEVER_BRIEF = ["reply", "whose"];

function argumentsOf(name: string, words: Words): z.ZodRawShape {
  const said = (shape: z.ZodType, key: string) => shape.describe(words.say(`help.${key}`));
  const fact = (of: Fact): z.ZodType => {
    const { offers }: Flag = FACT_FLAGS[`--${of}`];
    return said(Array.isArray(offers) && of !== "without" ? z.enum(offers) : z.string(), of).optional();
  };
  const asks = TOOLS[name];
  const { facts = [] } = questionOf(asks ? { [asks[0]]: name } : (ALWAYS[name] ?? {}));
  return {
    ...(asks && { [asks[0]]: said(z.string(), asks[1]) }),
    ...(name === "charge" && { account: said(z.enum(ACCOUNTS), "account").optional() }),
    ...Object.fromEntries(facts.map((one) => [one, fact(one)])),
    asOf: said(z.string(), "as-of").optional(),
    ...(!NEVER_BRIEF.includes(name) && { full: said(z.boolean(), "full-document").optional() }),
  };
}

export const mcpCommand = command({
  async run(_line, context) {
    const { words } = context;
    const { answerLine } = await createAnswerer(context);
    const server = new McpServer({ name: "dozvon", version: VERSION }, { instructions: words.say("skill.never") });
    for (const name of Object.keys(TOOLS)) {
      const about = {
        description: words.say(`help.${name}`),
        inputSchema: argumentsOf(name, words),
        annotations: { readOnlyHint: true, openWorldHint: false },
      };
      server.registerTool(name, about, async ({ full, ...given }: Record<string, unknown>) => {
        const brief = full !== true && !NEVER_BRIEF.includes(name);
        const text = JSON.stringify({ ...ALWAYS[name], ...given });
        const line = { text, number: 1, tooLong: false };
        const first = await answerLine(line, brief);
        const { topic, primary } = JSON.parse(first.json.join(""));
        // What is wrong, a choice of topics, a number, a letter and steps are told in full: a short line has nothing of them.
        const { json, ok } = brief && (topic ?? primary) === null ? await answerLine(line) : first;
        return { content: [{ type: "text", text: json.join("").trimEnd() }], isError: !ok };
      });
    }
    await server.connect(new StdioServerTransport());
    // Its client stops asking, or is gone when it is answered.
    await Promise.race([once(process.stdin, "end"), new Promise((gone) => process.stdout.once("error", gone))]);
    await server.close();
    return EXIT.answered;
  },
});
