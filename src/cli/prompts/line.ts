/** A line typed at the keyboard: a name, a date, a sum. */
import { createInterface } from "node:readline";
import { clean } from "../../render/clean.js";
import type { Context } from "../context.js";
import { screenOf } from "../terminal/screen.js";
import { Interrupted } from "./prompter.js";

/** Longer input at a prompt is a pasted page. */
const LONGEST = 300;

export type AskLine = (message: string) => Promise<string>;

/** @throws Interrupted when the person pressed Ctrl-C or closed the input. */
export const lineAsker =
  (context: Context): AskLine =>
  (message) =>
    new Promise((resolve, reject) => {
      const plain = context.accessible || context.env.TERM === "dumb";
      const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: !plain });
      let typed: string | null = null;
      const question = screenOf(context).layout.paragraph(message).join("\n");
      lines.on("SIGINT", () => lines.close());
      lines.on("close", () => (typed === null ? reject(new Interrupted()) : resolve(typed)));
      lines.question(`${question}\n> `, (answer) => {
        typed = clean(answer).trim().slice(0, LONGEST);
        lines.close();
      });
    });
