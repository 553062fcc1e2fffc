import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

const COMMANDS = [
  "route",
  "emergency",
  "charge",
  "refund",
  "claim",
  "contacts",
  "emergency",
  "operators",
  "topics",
  "sources",
  "conflicts",
  "checklist",
  "batch",
  "data",
  "schema",
];
const WORDS = {
  ru: { usage: "Как вызвать:", examples: "Примеры:", codes: "Коды выхода:" },
  en: { usage: "Usage:", examples: "Examples:", codes: "Exit codes:" },
};
const LANGUAGES = ["ru", "en"] as const;

async function help(line: string, lang: string): Promise<string> {
  const { code, out, err } = await run([...line.split(" "), "--lang", lang]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

describe.concurrent.each(LANGUAGES)("help in %s", (lang) => {
  const { usage, examples, codes } = WORDS[lang];

  it("names every command and the exit codes", async () => {
    const text = await help("--help", lang);
    expect(text).toContain(`${usage} dozvon`);
    for (const command of COMMANDS) expect(text).toMatch(new RegExp(`^  ${command} `, "m"));
    expect(text).toContain(codes);
    for (const code of [0, 1, 2, 3, 4, 5, 6, 130]) expect(text).toMatch(new RegExp(`\\b${code}\\s[a-zа-яё]`));
  });

  it("is the same however it is asked for", async () => {
    const text = await help("--help", lang);
    expect(await help("-h", lang)).toBe(text);
    expect(await help("help", lang)).toBe(text);
  });

  it("names the facts a route takes", async () => {
    const text = await help("route --help", lang);
    const flags = ["-o, --operator", "-s, --subscriber", "-r, --roaming", "-f, --from", "-t, --topic", "--service"];
    expect(text).toContain(`${examples}\n  dozvon route`);
    for (const flag of [...flags, "--country", "--without", "--json", "--lang", "--as-of", "--strict", "--directory"]) {
      expect(text).toContain(flag);
    }
  });
});

describe.concurrent("help of a command", () => {
  it.each(COMMANDS)("of %s is the same however it is asked for, with examples", async (command) => {
    const [after, before] = await Promise.all([help(`${command} --help`, "en"), help(`help ${command}`, "en")]);
    expect(after).toBe(before);
    expect(after).toContain(`Usage: dozvon ${command}`);
    expect(after).toContain(`Examples:\n  `);
    expect(after).toMatch(new RegExp(`^  .*dozvon ${command}`, "m"));
  });
});

it.concurrent("shows examples that run", async () => {
  const pages = await Promise.all(COMMANDS.filter((one) => one !== "data").map((one) => help(`${one} --help`, "en")));
  const lines = pages.flatMap((page) => page.match(/^ {2}dozvon .*$/gm) ?? []).map((line) => line.trim().split(" "));
  expect(lines.length).toBeGreaterThan(10);
  for (const [, ...args] of lines) expect({ args, code: (await run(args)).code }).toEqual({ args, code: 0 });
});

it.concurrent("gives the version of the package, on every spelling", async () => {
  const spellings = await Promise.all([run(["--version"]), run(["-V"]), run(["route", "--version"])]);
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  for (const ended of spellings) expect(ended).toEqual({ code: 0, out: `${version}\n`, err: "" });
  expect((await json(["--version"])).document.result.version).toBe(version);
});
