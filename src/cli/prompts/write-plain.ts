/** For screen readers and dumb terminals: a question, a hint, a line typed and sent with Enter. */
import { createInterface } from "node:readline";
import { clean } from "../../render/clean.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { nextLine } from "./plain.js";
import type { Writer } from "./writer.js";

export function plainWriter(io: Io, words: Words): Writer {
  const show = (text: string) => io.err(`${text}\n`);
  return {
    async write({ message, hint, preset, check }) {
      const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
      try {
        show(preset === null ? message : `${message} (${preset})`);
        show(`${hint} ${words.say("plain.keys-write")}`);
        for (;;) {
          const value = clean(await nextLine(lines)).trim();
          if (value === "<") return { kind: "back" };
          const fault = check(value);
          if (fault === null) return { kind: "text", value };
          show(fault);
        }
      } finally {
        lines.close();
      }
    },
  };
}
