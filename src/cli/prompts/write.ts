/** A line to type into: Enter takes it, Esc goes back. Made with Inquirer's core, whose ready input knows no way back. */
import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";
import { clean } from "../../render/clean.js";
import { layoutOf } from "../../render/text/layout.js";
import type { Palette } from "../../render/text/palette.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { Interrupted } from "./prompter.js";
import { isExit } from "./terminal.js";
import type { OpenQuestion, Writer, Written } from "./writer.js";

interface Config extends OpenQuestion {
  words: Words;
  palette: Palette;
  columns: number;
}

const write = createPrompt<Written, Config>((config, done) => {
  const { message, hint, preset, check, words, columns, palette } = config;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [state, setState] = useState<"open" | "taken" | "left">("open");
  const layout = layoutOf(columns);

  useKeypress((key, line) => {
    if (key.name === "escape") {
      setState("left");
      done({ kind: "back" });
      return;
    }
    if (!isEnterKey(key)) {
      setTyped(clean(line.line));
      setFault(null);
      return;
    }
    const value = typed.trim();
    const wrong = check(value);
    if (wrong === null) {
      setState("taken");
      done({ kind: "text", value });
      return;
    }
    // readline has let go of the line at Enter: it gets it back, to be put right.
    line.write(typed);
    setFault(wrong);
  });

  const shown = preset === null ? "" : palette.faint(` (${preset})`);
  if (state === "left") return palette.faint(`${message} <`);
  const asked = `${palette.heading(message)}${shown} ${state === "taken" ? palette.picked(typed) : typed}`;
  if (state === "taken") return asked;
  const below = [
    ...(fault === null ? [] : layout.paragraph(fault).map((text) => palette.doubt(text))),
    ...layout.paragraph(`${hint} ${words.say("prompt.keys-write")}`).map((text) => palette.faint(text)),
  ];
  return [asked, below.join("\n")];
});

export function terminalWriter(io: Io, words: Words): Writer {
  return {
    async write(question) {
      // One column less: some terminals wrap a line that fills the last one.
      const columns = (process.stderr.columns || 80) - 1;
      try {
        const context = { input: process.stdin, output: process.stderr };
        return await write({ ...question, words, palette: io.palette, columns }, context);
      } catch (error) {
        throw isExit(error) ? new Interrupted() : error;
      }
    },
  };
}
