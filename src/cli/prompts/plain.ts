/** For screen readers and dumb terminals: numbered choices on plain lines, an answer typed and sent with Enter, nothing redrawn. */
import { createInterface, type Interface } from "node:readline";
import { clean } from "../../render/clean.js";
import { apart } from "../../render/text/layout.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { BACK_SIGN, Interrupted, isSaid, matching, type Prompter, type Question, type Reply } from "./prompter.js";

/** Longer than any question in a person's own words. */
const LONGEST = 300;

/** null for what is no answer. */
function understand(typed: string, question: Question): Reply | null {
  if (typed === BACK_SIGN && question.back) return { kind: "back" };
  const choice = question.choices[Number(typed) - 1];
  if (/^\d{1,3}$/.test(typed) && choice) return { kind: "choice", value: choice.value };
  // A pasted page is neither a choice nor a question, and the number of a choice that is not there no part of another's name.
  if (typed.length > LONGEST || /^-?\d{1,2}([.,]\d+)?$/.test(typed)) return null;
  const [only, ...more] = typed === "" ? [] : matching(question, typed);
  if (only && more.length === 0) return { kind: "choice", value: only.value };
  const said = clean(typed);
  return isSaid(said, question) ? { kind: "text", text: said } : null;
}

/** @param spelled whether numbers stand digit by digit, for a screen reader. */
export function plainPrompter(io: Io, words: Words, spelled: boolean): Prompter {
  const show = (text: string) => io.err(`${spelled ? apart(text) : text}\n`);
  let lines: Interface | null = null;
  let interrupted = false;
  // The terminal is not in raw mode here: Ctrl-C comes as the signal, between two questions as well.
  process.once("SIGINT", () => {
    interrupted = true;
    lines?.close();
  });
  /** Reads lines until one is an answer. @throws Interrupted when the person pressed Ctrl-C or closed the input. */
  async function firstAnswer<Answer>(read: (line: string) => Answer | null): Promise<Answer> {
    if (interrupted) throw new Interrupted();
    const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
    lines = reader;
    return new Promise<Answer>((resolve, reject) => {
      reader.on("line", (line) => {
        const answer = read(line);
        if (answer !== null) resolve(answer);
      });
      reader.on("close", () => reject(new Interrupted()));
    }).finally(() => reader.close());
  }

  return {
    say: show,
    choose(question) {
      const { message, choices, back, why, free, leaves } = question;
      const keys = [
        words.say(free ? "plain.pick-or-say" : "plain.pick"),
        ...(why ? [words.say("plain.why")] : []),
        ...(back ? [words.say(leaves ? "plain.leave" : "plain.back")] : []),
      ];
      for (const text of [message, ...choices.map(({ name }, index) => `${index + 1}. ${name}`), keys.join(" ")])
        show(text);
      return firstAnswer((line) => {
        const typed = line.trim();
        const reply = typed === "?" ? null : understand(typed, question);
        if (typed === "?") show(why ?? words.say("plain.no-why"));
        else if (reply === null) show(words.say("plain.unclear", { count: String(choices.length) }));
        return reply;
      });
    },
    write({ message, hint, preset, back, check }) {
      show(preset === null ? message : `${message} (${preset})`);
      const keys = [words.say("plain.keys-write"), ...(back ? [words.say("plain.back")] : [])];
      show([...(hint ? [hint] : []), ...keys].join(" "));
      return firstAnswer((line) => {
        const text = clean(line).trim();
        if (text === BACK_SIGN && back) return { kind: "back" };
        const fault = check(text);
        if (fault === null) return { kind: "text", text };
        show(fault);
        return null;
      });
    },
  };
}
