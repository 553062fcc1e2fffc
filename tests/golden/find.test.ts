/** What is named in a look-up stands first: every row of find.md, through the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runAll } from "../support/in-one-process.js";
import { tables } from "../support/markdown-tables.js";

const rows = tables(readFileSync(join(import.meta.dirname, "find.md"), "utf8")).get("Look-ups") ?? [];

it("the first line begins with the value of the table", async () => {
  const ended = await runAll(
    rows.map(({ words = "" }) => ["find", words, "--lang", /[а-яё]/i.test(words) ? "ru" : "en"]),
    { COLUMNS: "400" },
  );
  const missed = rows.flatMap(({ words, first = "" }, at) => {
    const { out = "", code } = ended[at] ?? {};
    const found =
      first === "-"
        ? out === "" && code === 3
        : first.split(" or ").some((value) => out.startsWith(value) && !/[\w*#]/.test(out[value.length] ?? ""));
    return found ? [] : [{ words, first, got: out.split("\n")[0] }];
  });
  expect(missed).toEqual([]);
});

it("stands on one screen", async () => {
  const typed = [
    "пополнить билайн",
    "потерял телефон мтс",
    "мегафон турция",
    "мтс интернет",
    "т2 подписка списали деньги",
  ];
  const ended = await runAll(
    typed.map((words) => ["find", words, "--lang", "ru"]),
    { COLUMNS: "80" },
  );
  expect(ended.map(({ out }) => out.trimEnd().split("\n").length).filter((lines) => lines > 23)).toEqual([]);
  // What is nothing of a lost phone is not offered beside it.
  expect(ended[1]?.out).not.toContain("unwanted-subscription");
});
