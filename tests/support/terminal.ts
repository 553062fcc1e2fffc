/** dozvon in a real pseudo-terminal, with the screen a person would see. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pty from "@lydell/node-pty";
// These packages are CommonJS without named exports that Node can see.
import serializing from "@xterm/addon-serialize";
import xterm from "@xterm/headless";
import { STANDALONE } from "./standalone.js";

export const ENTER = "\r";
export const BACKSPACE = "\u007f";
export const LEFT = "\u001b[D";
export const DOWN = "\u001b[B";
export const ESCAPE = "\u001b";
export const CTRL_C = "\u0003";

/** What starts the program, and the words that go before its own. */
export const COMMAND: string = STANDALONE ?? process.execPath;
export const BEFORE: readonly string[] = STANDALONE ? [] : [resolve(import.meta.dirname, "../../bin/dozvon.js")];
const PATIENCE = 8_000;
const STEP = 10;
const QUIET = 150;

/** A private home: nothing of the person running the tests is read or written. */
export interface Home {
  folder: string;
  /** Where dozvon keeps its settings in this home. */
  settings: string;
  env: Record<string, string>;
  remove(): void;
}

export function privateHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-home-"));
  const config = join(folder, "xdg");
  mkdirSync(join(folder, "work"));
  return {
    folder,
    settings: join(config, "dozvon", "config.json"),
    env: { PATH: process.env.PATH ?? "", HOME: folder, XDG_CONFIG_HOME: config },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Options {
  home: Home;
  args?: readonly string[];
  lang?: "ru" | "en";
  size?: readonly [columns: number, rows: number];
  env?: Readonly<Record<string, string>>;
}

export interface Cell {
  drawn: string;
  /** Numbers of the terminal's palette; -1 is its default. */
  front: number;
  back: number;
}

/** What the program holds of its terminal, for a person to look at and to type into. */
export interface Session {
  /** The visible lines, trailing blanks cut. */
  lines(): string[];
  screen(): string;
  /** Everything ever written, escape sequences included. */
  raw(): string;
  /** The visible lines as drawn: colours and weights as escape sequences, blank lines empty. */
  drawn(): string[];
  /** The cells of a visible line: what is drawn in which of the terminal's colours. */
  cells(row: number): Cell[];
  type(keys: string): void;
  /** Waits until the screen shows the text. */
  sees(text: string | RegExp): Promise<void>;
  /** Waits until the text is no longer on the screen. */
  gone(text: string | RegExp): Promise<void>;
  /** Waits until nothing has been written for a while. */
  settled(): Promise<void>;
  /** Waits for a text, then answers. */
  answer(question: string | RegExp, keys: string): Promise<void>;
  resize(columns: number, rows: number): void;
  exited(): Promise<number>;
  kill(signal: string): void;
  /** The number of the signal that ended it; 0 where it ended by itself. */
  signal(): number;
  end(): void;
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, STEP));

async function until(holds: () => boolean, otherwise: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(otherwise());
    await pause();
  }
}

function visible(terminal: InstanceType<typeof xterm.Terminal>): string[] {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) =>
    (active.getLine(active.viewportY + row)?.translateToString(true) ?? "").replaceAll("\u00a0", " ").trimEnd(),
  );
}

export function start({ home, args = [], lang = "en", size = [80, 24], env = {} }: Options): Session {
  const [cols, rows] = size;
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5_000 });
  const serializer = new serializing.SerializeAddon();
  terminal.loadAddon(serializer);
  const child = pty.spawn(COMMAND, [...BEFORE, ...args], {
    name: env.TERM ?? "xterm-256color",
    cols,
    rows,
    cwd: join(home.folder, "work"),
    env: { ...home.env, LANG: lang === "ru" ? "ru_RU.UTF-8" : "en_US.UTF-8", TERM: "xterm-256color", ...env },
  });
  let raw = "";
  let written = Date.now();
  let code: number | null = null;
  child.onData((data) => {
    raw += data;
    written = Date.now();
    terminal.write(data);
  });
  let endedBy = 0;
  child.onExit(({ exitCode, signal }) => {
    code = exitCode;
    endedBy = signal ?? 0;
  });
  const screen = () => visible(terminal).join("\n");
  const shows = (text: string | RegExp) => (typeof text === "string" ? screen().includes(text) : text.test(screen()));
  const session: Session = {
    lines: () => visible(terminal),
    screen,
    raw: () => raw,
    drawn: () => serializer.serialize({ scrollback: 0, excludeModes: true }).split("\r\n"),
    cells(row) {
      const { active } = terminal.buffer;
      const line = active.getLine(active.viewportY + row);
      return Array.from({ length: terminal.cols }, (_, column) => {
        const cell = line?.getCell(column);
        return { drawn: cell?.getChars() ?? "", front: cell?.getFgColor() ?? -1, back: cell?.getBgColor() ?? -1 };
      });
    },
    type: (keys) => child.write(keys),
    sees: (text) =>
      until(
        () => shows(text),
        () => `never on the screen: ${text}\n${screen()}`,
      ),
    settled: () =>
      until(
        () => Date.now() - written > QUIET,
        () => "still writing",
      ),
    gone: (text) =>
      until(
        () => !shows(text),
        () => `still on the screen: ${text}\n${screen()}`,
      ),
    async answer(question, keys) {
      await session.sees(question);
      child.write(keys);
    },
    resize(columns, height) {
      child.resize(columns, height);
      terminal.resize(columns, height);
    },
    async exited() {
      await until(
        () => code !== null,
        () => `still running\n${screen()}`,
      );
      return code ?? -1;
    },
    kill: (signal) => child.kill(signal),
    signal: () => endedBy,
    end() {
      if (code === null) child.kill("SIGKILL");
      terminal.dispose();
    },
  };
  return session;
}

/** Where a person is led from the menu to "MegaFon, abroad", in both languages. */
export const ASKED = {
  en: {
    topic: "> Call or write to the operator",
    operator: "Whose customer are you?",
    which: "> 1. Phone in hand",
    place: "> 1. At home",
    next: "what next?",
    remember: "> 1. Yes",
    megafon: "megaf",
    home: "0500: what next?",
    abroad: "+7 926 111-05-00: what next?",
  },
  ru: {
    topic: "> Позвонить или написать оператору",
    operator: "Чей вы абонент?",
    which: "> 1. Телефон в руках",
    place: "> 1. Дома, в своём регионе",
    next: "что дальше?",
    remember: "> 1. Да",
    megafon: "мегаф",
    home: "0500 — что дальше?",
    abroad: "+7 926 111-05-00 — что дальше?",
  },
} as const;

/** What stands under a number that can be dialled, by the digit that picks it. */
export const ACTION = {
  noAnswer: "1",
  code: "2",
  save: "3",
  copy: "4",
  change: "5",
  operator: "6",
  details: "7",
  menu: "8",
  exit: "9",
} as const;

/** Answers on the way to MegaFon's number for calls from home: its customer is all that is asked. */
export async function askMegafon(session: Session, lang: "ru" | "en" = "en"): Promise<void> {
  const asked = ASKED[lang];
  await session.answer(asked.topic, ENTER);
  await session.answer(asked.operator, asked.megafon + ENTER);
  await session.sees(asked.home);
}

/** @returns how many answers were given. */
export async function askMegafonAbroad(session: Session, lang: "ru" | "en" = "en"): Promise<number> {
  const asked = ASKED[lang];
  await askMegafon(session, lang);
  const answers = [
    [asked.home, ACTION.change],
    [asked.which, "2"],
    [asked.place, "3"],
  ] as const;
  for (const [question, keys] of answers) await session.answer(question, keys);
  await session.sees(asked.abroad);
  return answers.length + 2;
}
