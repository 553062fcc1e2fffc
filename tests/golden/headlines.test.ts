/** Every row of headlines.md, which somebody has read line by line, against the real directory. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { OPERATORS, TOPICS } from "../support/authored.js";
import { given } from "../support/facts.js";
import { tables } from "../support/markdown-tables.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
const table = tables(readFileSync(join(import.meta.dirname, "headlines.md"), "utf8"));
const asked = TOPICS.filter((topic) => topic.operatorNeeded).map(({ id }) => id);

function headline(topic: string, operator: string): string {
  const { usual } = route(directory, given({ topic, operator }), moment);
  const id = usual?.primary ?? usual?.nearest ?? null;
  const channel = directory.party(operator).channels.find((one) => one.id === id);
  if (!channel) return "-";
  return usual?.primary ? channel.display.ru : `? ${channel.display.ru}`;
}

it.each(asked)("%s: the first line is the one that was read", (topic) => {
  const rows = table.get(topic) ?? [];
  expect(rows.map(({ operator }) => operator).sort()).toEqual(OPERATORS.map(({ id }) => id).sort());
  const read = rows.map(({ operator, first }) => `${operator} ${first}`);
  expect(rows.map(({ operator = "" }) => `${operator} ${headline(topic, operator)}`)).toEqual(read);
});
