import { accountNamed, chargeAnswer } from "../../answers/charge.js";
import { Problem } from "../../values/problem.js";
import { ACCOUNTS } from "../../vocabulary/charges.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { once } from "../line/facts.js";
import { chargeExit, showCharge } from "../show-charge.js";

async function run(given: readonly string[], flags: { account?: string }, context: Context): Promise<number> {
  const account = accountNamed(flags.account);
  const text = given.join(" ").trim();
  if (given.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "descriptor" });
  if (text === "" && context.canAsk) return (await import("../talk/charge.js")).askAboutCharge(account, context);
  if (text === "" && account === null) {
    const parts = { missing: ["descriptor"], allowed: ACCOUNTS.map((one) => `--account ${one}`) };
    throw new Problem("missing-facts", "no-descriptor", {}, parts);
  }
  const found = chargeAnswer({ descriptor: text === "" ? null : text, account }, await context.desk());
  await showCharge(found, context);
  return chargeExit(found);
}

function declare(line: Declared, context: Context): void {
  line
    .argument("[descriptor...]", context.words.say("help.descriptor"))
    .option("--account <where>", context.words.say("help.account"), once("account"))
    .action(async (given: string[], flags: { account?: string }) => {
      process.exitCode = await run(given, flags, context);
    });
}

export const chargeCommand: CommandModule = { declare };
