import pty from "@lydell/node-pty";
import { describe, expect, it } from "vitest";
import { FOLDER, packed } from "../support/packed.js";
import { json, run, shell, valid } from "../support/run.js";

const ESCAPE = "\u001b[";
const COLOURS = new RegExp(`${ESCAPE.replace("[", "\\[")}[0-9;]*m`, "g");
const CLEAR = ["route", "-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal"];

describe.concurrent("a reader that leaves early", () => {
  it.each([["sources"], ["conflicts"], ["route"], ["sources --json"]])("%s | head -1 ends quietly", async (command) => {
    const { out, err } = await shell(`{ "$DOZVON" ${command}; echo "exit $?" >&2; } | head -1`);
    expect(err).toBe("exit 0\n");
    expect(out.split("\n")).toHaveLength(2);
  });

  it("lets an assistant's server end", async () => {
    const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });
    const { err } = await shell(`echo '${ping}' | { "$DOZVON" mcp; echo "exit $?" >&2; } | :`);
    expect(err).toBe("exit 0\n");
  });

  it("stops a batch that would otherwise never end", async () => {
    const { out, err } = await shell(`yes '{"ref":1,"operator":"mts"}' | "$DOZVON" batch | head -1`);
    expect(err).toBe("");
    expect((await valid(out)).query.ref).toBe(1);
  });
});

describe.concurrent("more than a pipe holds", () => {
  const PIPE_BYTES = 64 * 1024;

  it.each([["sources --json"], ["route --json"]])("%s arrives whole at a slow reader", async (command) => {
    // Nothing is read for a while, so that the pipe fills up and the program has to wait.
    const { out, err } = await shell(`"$DOZVON" ${command} | { sleep 0.4; cat; }`);
    expect(err).toBe("");
    expect(Buffer.byteLength(out)).toBeGreaterThan(PIPE_BYTES);
    expect((await valid(out)).ok).toBe(true);
  });
});

describe.concurrent("colour", () => {
  async function inTerminal(args: readonly string[], env: Record<string, string>): Promise<string> {
    const base = { PATH: process.env.PATH ?? "", HOME: FOLDER, LANG: "en_US.UTF-8", TERM: "xterm-256color" };
    const child = pty.spawn(await packed(), [...args, "--no-input"], { env: { ...base, ...env } });
    let out = "";
    child.onData((text) => {
      out += text;
    });
    await new Promise((resolve) => child.onExit(resolve));
    return out;
  }

  it.each<[string, string[], Record<string, string>, { pipe: boolean; terminal: boolean }]>([
    ["by itself", [], {}, { pipe: false, terminal: true }],
    ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, { pipe: true, terminal: true }],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, { pipe: false, terminal: false }],
    ["FORCE_COLOR=false", [], { FORCE_COLOR: "false" }, { pipe: false, terminal: false }],
    ["NO_COLOR", [], { NO_COLOR: "1" }, { pipe: false, terminal: false }],
    ["TERM=dumb", [], { TERM: "dumb" }, { pipe: false, terminal: false }],
    ["--no-color over FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, { pipe: false, terminal: false }],
    ["--json over FORCE_COLOR", ["--json"], { FORCE_COLOR: "1" }, { pipe: false, terminal: false }],
  ])("%s", async (_, flags, env, coloured) => {
    const args = [...CLEAR, ...flags];
    const [pipe, terminal] = await Promise.all([run(args, { env }), inTerminal(args, env)]);
    expect({ pipe: pipe.out.includes(ESCAPE), terminal: terminal.includes(ESCAPE) }).toEqual(coloured);
  });

  it("says nothing that the words do not", async () => {
    const [plain, coloured] = await Promise.all([run(CLEAR), run(CLEAR, { env: { FORCE_COLOR: "3" } })]);
    expect(coloured.out.replace(COLOURS, "")).toBe(plain.out);
  });
});

describe.concurrent("language", () => {
  it.each<[string, string[], Record<string, string>]>([
    ["ru", [], { LANG: "ru_RU.UTF-8" }],
    ["en", [], { LANG: "en_US.UTF-8" }],
    ["en", [], { LANG: "de_DE.UTF-8" }],
    ["en", [], { LANG: "C" }],
    ["ru", [], { LANG: "en_US.UTF-8", LC_ALL: "ru_RU.UTF-8" }],
    ["en", [], { LANG: "ru_RU.UTF-8", DOZVON_LANG: "en" }],
    ["ru", [], { LANG: "en_US.UTF-8", DOZVON_LANG: "ru" }],
    ["ru", ["--lang", "ru"], { DOZVON_LANG: "en" }],
    ["en", ["--lang=en"], { LANG: "ru_RU.UTF-8", DOZVON_LANG: "ru" }],
    ["ru", ["--lang", "RU"], {}],
  ])("%s by %j %j", async (lang, flags, env) => {
    const { out } = await run([...CLEAR, ...flags], { env });
    expect(out).toContain(lang === "ru" ? "Поддержка МегаФона" : "MegaFon support");
  });

  const ENGLISH = "my beeline phone was stolen, who do I call";
  it.each<[string, string, string[], Record<string, string>]>([
    ["Understood", ENGLISH, [], { LANG: "ru_RU.UTF-8" }],
    ["Understood", "what is my operator", [], { LANG: "ru_RU.UTF-8" }],
    ["0890 — a short number", "what is 0890", [], { LANG: "ru_RU.UTF-8" }],
    ["Understood", "i lost my phone, megafon, in Thailand", [], { LANG: "ru_RU.UTF-8" }],
    ["Вопрос понят", "google play spisali", [], { LANG: "ru_RU.UTF-8" }],
    ["Вопрос понят", "украли телефон, билайн", [], { LANG: "C" }],
    ["Вопрос понят", ENGLISH, ["--lang", "ru"], { LANG: "C" }],
    ["Вопрос понят", ENGLISH, [], { DOZVON_LANG: "ru" }],
    ["Вопрос понят", "билайн sim lost", [], { LANG: "ru_RU.UTF-8" }],
  ])("of a sentence is its own, where none is chosen: %s for %j %j %j", async (begin, text, flags, env) => {
    const { out } = await run(["ask", text, ...flags], { env });
    expect(out.startsWith(begin)).toBe(true);
  });

  it("of a document is the locale's, whatever the sentence is in", async () => {
    const { out } = await run(["ask", ENGLISH, "--json"], { env: { LANG: "ru_RU.UTF-8" } });
    expect(JSON.parse(out)).toMatchObject({ lang: "ru" });
  });

  it.each([
    ["ru", "Неизвестный оператор"],
    ["en", "Unknown operator"],
  ])("is that of the failures too: %s", async (lang, title) => {
    const { document } = await json(["route", "-o", "megafn", "--lang", lang]);
    expect(document.problem.title).toBe(title);
  });
});

describe.concurrent("the same input", () => {
  it("gives the same bytes on another day, in another zone and locale", async () => {
    const asked = async (args: readonly string[]) => {
      const [one, other] = await Promise.all([
        run(args, { env: { TZ: "Asia/Vladivostok", LANG: "en_US.UTF-8" } }),
        run(args, { env: { TZ: "America/New_York", LANG: "ru_RU.UTF-8", COLUMNS: "40" } }),
      ]);
      expect(other.out).toBe(one.out);
      return one;
    };
    await asked(["route", "--help", "--lang", "ru", "--json"]);
    const one = await asked(["route", "-o", "beeline", "--lang", "ru", "--as-of", "2026-11-22T12:00", "--json"]);
    expect(one.out).toContain('"asOf":"2026-11-22T12:00:00+03:00"');
  });

  it("with a bare date leaves open hours unknown, with a time it does not", async () => {
    const hours = async (asOf: string) => {
      const { out } = await run([...CLEAR, "--json", "--as-of", asOf]);
      return new Set(Array.from(out.matchAll(/"open":(\w+)/g), (found) => found[1]));
    };
    expect(await hours("2026-11-22")).toEqual(new Set(["null"]));
    expect(await hours("2026-11-22T12:00")).toContain("true");
  });
});
