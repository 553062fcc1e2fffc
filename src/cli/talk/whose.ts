/** `dozvon whose` from the home menu: a number typed, whose it is, and another one if there is. */
import { EXIT } from "../../vocabulary/codes.js";
import { showNumber } from "../commands/whose.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import type { Outcome } from "./ask-and-answer.js";

const NEXT = ["another-number", "menu", "exit"] as const;

/** @returns null when nothing was asked. @throws Interrupted */
export async function converseAboutNumbers(context: Context, prompter: Prompter): Promise<Outcome | null> {
  const { words } = context;
  const choices = NEXT.map((value) => ({ value: value as string, name: words.say(`action.${value}`) }));
  let code: number = EXIT.answered;
  for (let asked = 0; ; asked++) {
    const typed = await prompter.write({
      message: words.say("ask.whose"),
      preset: null,
      back: true,
      check: () => null,
    });
    const text = typed.kind === "text" ? typed.text : "";
    if (text === "" && asked === 0) return null;
    if (text !== "") code = await showNumber(text, context);
    const reply = await prompter.choose({ message: words.say("ask.next"), choices, searchable: false, back: false });
    const next = reply.kind === "choice" ? reply.value : "exit";
    if (next !== "another-number") return { code, next: next === "menu" ? "menu" : "exit" };
  }
}
