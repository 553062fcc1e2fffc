/** Every command of the front page runs as it stands there, and answers what the page says. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS, LISTED } from "../../src/cli/commands.js";
import { GLOBAL_FLAGS } from "../../src/cli/line/flags.js";
import type { Flags } from "../../src/cli/line/spec.js";
import { blocks, codeSpans } from "../support/markdown-page.js";
import { type Row, tables } from "../support/markdown-tables.js";
import { type Envelope, run, shell, valid } from "../support/run.js";

const PAGES = [
  {
    lang: "en",
    page: "README.md",
    questions: "Ten common questions",
    answer: "the answer",
    command: "you type",
    commands: "All commands",
  },
  {
    lang: "ru",
    page: "README.ru.md",
    questions: "Десять частых вопросов",
    answer: "ответ",
    command: "что написать",
    commands: "Все команды",
  },
] as const;

const installed = (command: string): string => command.replace(/^dozvon/, '"$DOZVON"');

/** Commands that stand whole in the text: a pattern, or a command's name alone, is none. Only questions differ by language. */
const wholeCommands = (page: string, lang: string): string[] => {
  const whole =
    lang === "en" ? /^dozvon (?:ask "|emergency|conflicts|operators|report \w|schema \w|sources)/ : /^dozvon ask "/;
  return [...new Set(codeSpans(page).filter((code) => whole.test(code)))];
};

describe.concurrent.each(PAGES)("the front page ($lang)", ({ lang, page, questions, answer, command, commands }) => {
  const asked: Row[] = tables(readFileSync(page, "utf8")).get(questions) ?? [];
  const env = { LANG: lang === "ru" ? "ru_RU.UTF-8" : "en_US.UTF-8" };

  it("has ten questions", () => {
    expect(asked).toHaveLength(10);
  });

  it.each(asked.map((row) => [row[command] ?? "", row[answer]]))("%s", async (shown, said) => {
    const { code, out, err } = await shell(installed(shown ?? ""), { env });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    // Alone on its line, below no more than a head of two lines.
    expect(out.split("\n").slice(0, 4)).toContain(said);
  });

  it("begins with what a person types and what comes back: no flag stands before the ten questions", () => {
    const [before = ""] = readFileSync(page, "utf8").split(`## ${questions}`);
    const typed = before.replace(/```sh[\s\S]*?```/g, "");
    expect(typed).toMatch(/dozvon ask[\s\S]*`dozvon`/);
    expect(typed).not.toMatch(/ --?[a-z]/);
    expect(asked.filter((row) => / -/.test(row[command] ?? "")).map((row) => row[command])).toEqual([
      "dozvon emergency --country Turkey",
    ]);
  });

  it("fits on a few screens", () => {
    expect(readFileSync(page, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(170);
  });

  it.each(wholeCommands(page, lang))("%s", async (shown) => {
    const { code, out } = await shell(installed(shown), { env });
    expect(code).toBe(0);
    expect(out).not.toBe("");
  });

  it("says of an answer in JSON what it is", async () => {
    const [shown = ""] = blocks(page, "sh").filter((code) => code.includes("--json"));
    const [said = ""] = blocks(page, "json");
    const { out } = await shell(installed(shown), { env });
    const document = await valid(out.trimEnd());
    const excerpt = JSON.parse(said) as Envelope;
    expect({
      ...document,
      result: { ...document.result, channels: document.result.channels.slice(0, 1) },
    }).toMatchObject(excerpt);
  });

  it("names commands that there are", async () => {
    const { out } = await run(["--help", "--lang", "en"]);
    const named = codeSpans(page).flatMap((code) => /^dozvon ([a-z]+)/.exec(code)?.[1] ?? []);
    const missing = [...new Set(named)].filter((name) => !new RegExp(`^ {2}${name} `, "m").test(out));
    expect(missing).toEqual([]);
    const listed = [...(out.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
    expect(listed.filter((name) => name !== "help" && !named.includes(name))).toEqual([]);
  });

  it("has every command in its table, with operands and flags that its declaration has", async () => {
    const rows = (tables(readFileSync(page, "utf8")).get(commands) ?? []).map((row) => Object.values(row).join(" | "));
    const namesIn = (row: string) => [...row.matchAll(/dozvon ([a-z]+)/g)].map(([, name]) => name ?? "");
    expect(rows.flatMap(namesIn).sort()).toEqual([...LISTED].sort());
    for (const row of rows) {
      const specs = await Promise.all(namesIn(row).map((name) => COMMANDS[name]?.()));
      const parts = specs.flatMap((spec) => [spec ?? {}, ...Object.values(spec?.commands ?? {})]);
      const flags = parts.flatMap((one) => Object.entries({ ...one.flags, ...GLOBAL_FLAGS } as Flags));
      const known = flags.flatMap(([spelling, { letter }]) => [spelling, ...(letter ? [`-${letter}`] : [])]);
      const named = [...row.matchAll(/`(?:[^`]* )?(--?[a-zA-Z][a-z-]*)/g)].map(([, flag]) => flag);
      expect(
        named.filter((flag) => !known.includes(flag ?? "")),
        row,
      ).toEqual([]);
      // What is typed after the name is something that the command takes.
      if (/dozvon [a-z]+ </.test(row))
        expect(
          parts.some((one) => Object.keys(one.operands ?? {}).length > 0),
          row,
        ).toBe(true);
    }
  });
});
