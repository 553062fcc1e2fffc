/** Every command of the front page runs as it stands there, and answers what the page says. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocks, codeSpans } from "../support/markdown-page.js";
import { type Row, tables } from "../support/markdown-tables.js";
import { type Envelope, run, shell, valid } from "../support/run.js";

const PAGES = [
  { lang: "en", page: "README.md", questions: "Ten common questions", answer: "answer", command: "command" },
  { lang: "ru", page: "README.ru.md", questions: "Десять частых вопросов", answer: "ответ", command: "команда" },
] as const;

const installed = (command: string): string => command.replace(/^dozvon/, '"$DOZVON"');

/** Commands that stand whole in the text: a placeholder, or a command's name alone, is none. Only questions differ by language. */
const wholeCommands = (page: string, lang: string): string[] => {
  const whole =
    lang === "en" ? /^dozvon (?:ask "|emergency|conflicts|operators|report \w|schema \w|sources)/ : /^dozvon ask "/;
  return [...new Set(codeSpans(page).filter((code) => whole.test(code)))];
};

describe.concurrent.each(PAGES)("the front page ($lang)", ({ lang, page, questions, answer, command }) => {
  const asked: Row[] = tables(readFileSync(page, "utf8")).get(questions) ?? [];
  const env = { LANG: lang === "ru" ? "ru_RU.UTF-8" : "en_US.UTF-8" };

  it("has ten questions", () => {
    expect(asked).toHaveLength(10);
  });

  it.each(asked.map((row) => [row[command] ?? "", row[answer]]))("%s", async (shown, said) => {
    const { code, out, err } = await shell(installed(shown ?? ""), { env });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")[0]).toBe(said);
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

  it("answers the questions in words as it does the commands", async () => {
    const routed = asked.filter((row) => / (?:route|emergency)/.test(row[command] ?? ""));
    const input = routed.map((row) => JSON.stringify({ text: Object.values(row)[0] })).join("\n");
    const { out } = await run(["batch", "--lang", lang], { input });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Envelope);
    const displays = answers.map(({ result }) => result.channels.map(({ display }) => display));
    for (const [index, row] of routed.entries()) expect(displays[index]).toContain(row[answer]);
  });

  it("names commands that there are", async () => {
    const { out } = await run(["--help", "--lang", "en"]);
    const named = codeSpans(page).flatMap((code) => /^dozvon ([a-z]+)/.exec(code)?.[1] ?? []);
    const missing = [...new Set(named)].filter((name) => !new RegExp(`^ {2}${name} `, "m").test(out));
    expect(missing).toEqual([]);
    const commands = [...(out.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
    expect(commands.filter((name) => name !== "help" && !named.includes(name))).toEqual([]);
  });
});
