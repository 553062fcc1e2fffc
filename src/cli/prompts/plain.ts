/** For screen readers: numbered choices on plain lines, an answer typed and sent with Enter, nothing redrawn. */
import { createInterface, type Interface } from "node:readline";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { Interrupted, isSentence, matching, type Prompter, type Question, type Reply } from "./prompter.js";

/** Longer than any name of a choice: a pasted page or a cat on the keyboard. */
const LONGEST_SEARCH = 100;

type Understood = Reply | { kind: "why" } | { kind: "unclear" };

function understand(line: string, question: Question): Understood {
  const typed = line.trim();
  if (typed === "?") return { kind: "why" };
  if (typed === "<" && question.back) return { kind: "back" };
  const choice = question.choices[Number(typed) - 1];
  if (/^\d{1,3}$/.test(typed) && choice) return { kind: "choice", value: choice.value };
  const [only, ...more] = typed === "" || typed.length > LONGEST_SEARCH ? [] : matching(question.choices, typed);
  if (only && more.length === 0) return { kind: "choice", value: only.value };
  return isSentence(typed, question) && !only ? { kind: "sentence", text: typed } : { kind: "unclear" };
}

export function nextLine(lines: Interface): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      lines.removeAllListeners("line").removeAllListeners("close");
      process.removeListener("SIGINT", interrupt);
      act();
    };
    const interrupt = settle(() => reject(new Interrupted()));
    lines.once("line", (line) => settle(() => resolve(line))());
    lines.once("close", interrupt);
    // The terminal is not in raw mode here: Ctrl-C comes as the signal.
    process.once("SIGINT", interrupt);
  });
}

export function plainPrompter(io: Io, words: Words): Prompter {
  const show = (text: string) => io.err(`${text}\n`);
  const list = ({ message, choices, back, why, sentences }: Question) => {
    show(message);
    choices.forEach((choice, index) => {
      show(`${index + 1}. ${choice.name}`);
    });
    show(
      [
        words.say(sentences ? "plain.pick-or-say" : "plain.pick"),
        ...(why ? [words.say("plain.why")] : []),
        ...(back ? [words.say("plain.back")] : []),
      ].join(" "),
    );
  };
  return {
    say: show,
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
      try {
        list(question);
        for (;;) {
          const reply = understand(await nextLine(lines), question);
          if (reply.kind === "why") show(question.why ?? words.say("plain.no-why"));
          else if (reply.kind === "unclear")
            show(words.say("plain.unclear", { count: String(question.choices.length) }));
          else return reply;
        }
      } finally {
        lines.close();
      }
    },
  };
}
