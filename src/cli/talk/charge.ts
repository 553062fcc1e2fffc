/** `dozvon charge` in a terminal: where the money left from, what the line says, and then what to do about it. */
import { type AnsweredCharge, chargeAnswer } from "../../answers/charge.js";
import { ALL_ROWS } from "../../render/text/blocks.js";
import { ACCOUNTS, type Account } from "../../vocabulary/charges.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { show } from "../runner.js";
import { chargeExit, shownCharge } from "../show-charge.js";
import { screenOf } from "../terminal/screen.js";
import { quote } from "./command-line.js";

async function askAccount({ words }: Context, prompter: Prompter): Promise<Account | null> {
  const choices = [
    ...ACCOUNTS.map((value) => ({ value: value as string, name: words.say(`choice.account.${value}`) })),
    { value: "unknown", name: words.say("choice.unknown") },
  ];
  const question = { message: words.say("ask.account"), why: words.say("why.account"), choices };
  const reply = await prompter.choose({ ...question, searchable: false, back: false });
  return ACCOUNTS.find((one) => reply.kind === "choice" && one === reply.value) ?? null;
}

async function ask(account: Account | null, context: Context, prompter: Prompter): Promise<AnsweredCharge> {
  const { words, io } = context;
  const from = account ?? (await askAccount(context, prompter));
  const reply = await prompter.write({
    message: words.say("ask.descriptor"),
    preset: null,
    back: false,
    check: () => null,
  });
  const typed = reply.kind === "text" ? reply.text : "";
  const found = chargeAnswer({ descriptor: typed === "" ? null : typed, account: from }, await context.desk());
  await show(shownCharge(found, context), context);
  const flags = [...(from === null ? [] : ["--account", from]), ...(typed === "" ? [] : [quote(typed)])];
  const command = words.say("result.command", { command: ["dozvon charge", ...flags].join(" ") });
  io.err(`\n${screenOf(context).layout.paragraph(command).join("\n")}\n`);
  return found;
}

/** @returns the exit code. @throws Interrupted */
export async function askAboutCharge(account: Account | null, context: Context, prompter: Prompter): Promise<number> {
  return chargeExit(await ask(account, context, prompter));
}

export type ChargeOutcome = { code: number; next: "menu" | "exit" };

/** From the home menu: the answer, and whether to go on to the refund. @throws Interrupted */
export async function converseAboutCharge(context: Context, prompter: Prompter): Promise<ChargeOutcome> {
  const { words } = context;
  const found = await ask(null, context, prompter);
  const [main] = found.answer.candidates;
  let code = chargeExit(found);
  for (;;) {
    const offered = ["details", ...(main ? ["refund"] : []), "menu", "exit"];
    const choices = offered.map((value) => ({ value, name: words.say(`action.${value}`) }));
    const reply = await prompter.choose({ message: words.say("ask.next"), choices, searchable: false, back: false });
    const action = reply.kind === "choice" ? reply.value : "exit";
    if (action === "details") await show(shownCharge(found, context), context, ALL_ROWS);
    else if (action === "refund" && main) {
      const { askAboutRefund } = await import("./refund.js");
      code = await askAboutRefund(main.merchant, {}, context, prompter);
    } else return { code, next: action === "menu" ? "menu" : "exit" };
  }
}
