/** `dozvon reply` as a process: a message to the customer who asked. */
import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { TOPICS } from "../support/authored.js";
import { FOLDER } from "../support/packed.js";
import { json, run } from "../support/run.js";
import { EXAMPLES } from "./examples.js";

const words = (facts: string): string[] => facts.split(" ").filter(Boolean);

async function reply(topic: string, facts: string, lang = "ru"): Promise<string> {
  const { code, out } = await run(["reply", topic, ...words(facts), "--lang", lang]);
  expect(code).toBe(0);
  return out;
}

const TOLD = "Позвоните: ";
const FLAGS: Readonly<Record<string, string>> = {
  "-o": "operator",
  "-f": "from",
  "-r": "roaming",
  "-s": "subscriber",
  "--country": "country",
  "--merchant": "merchant",
};

interface Route {
  primary: string | null;
  usual: { primary: string | null } | null;
  channels: { id: string; display: string }[];
  rejected: { display: string }[];
}

const fail = (): never => {
  throw new Error("no such route");
};

/** The route of every example, from one process. */
async function routed(): Promise<Route[]> {
  const lines = EXAMPLES.map(([topic, facts]) => {
    const given = words(facts);
    const named = given.flatMap((flag, index) => (index % 2 === 0 ? [[FLAGS[flag] ?? fail(), given[index + 1]]] : []));
    return JSON.stringify({ topic, ...Object.fromEntries(named) });
  });
  const { out, code } = await run(["batch", "--lang", "ru"], { input: `${lines.join("\n")}\n` });
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { result: Route }).result);
}
let known: Promise<Route[]> | undefined;
const routes = (): Promise<Route[]> => {
  known ??= routed();
  return known;
};

const NUMBER = /(?:8 800|\+7 \d{3}) \d{3}-\d\d-\d\d/g;

describe.concurrent("what a reply names", () => {
  it.each(EXAMPLES)("%s %s", async (topic, facts, names) => {
    const text = await reply(topic, facts);
    for (const name of names) expect(text).toContain(name);
    expect(text).toMatch(/^Здравствуйте! /);
    // The customer is sent where the route leads, and to nothing that the route leaves out.
    const { primary, usual, channels, rejected } =
      (await routes())[EXAMPLES.findIndex((one) => one[2] === names)] ?? fail();
    const main = channels.find(({ id }) => id === (primary ?? usual?.primary));
    if (main) for (const said of [main.display, "звонком не проверено."]) expect(text).toContain(said);
    else expect(text).toContain("Чтобы ответить точно");
    const offered = new Set(channels.map(({ display }) => display));
    const left = rejected.map(({ display }) => display).filter((display) => !offered.has(display));
    expect(left.filter((display) => text.includes(`${TOLD}${display} `))).toEqual([]);
  });

  it("has two examples for every topic", () => {
    const count = (topic: string) => EXAMPLES.filter(([one]) => one === topic).length;
    expect(TOPICS.filter(({ id }) => count(id) < 2).map(({ id }) => id)).toEqual([]);
  });
});

describe.concurrent("a reply", () => {
  it("in English is English", async () => {
    const text = await reply("general-support", "-o megafon -f own -r abroad -s personal", "en");
    expect(text).toMatch(/^Hello! /);
    expect(text).toContain("Call +7 926 111-05-00");
    expect(text).not.toMatch(/[а-яё]/i);
  });

  it("is short", async () => {
    const lengths = await Promise.all(
      EXAMPLES.slice(0, 20).map(async ([topic, facts]) => (await reply(topic, facts)).length),
    );
    expect(Math.max(...lengths)).toBeLessThan(1500);
  });

  it("without facts is the usual case, and says for whom it is another", async () => {
    const args = ["reply", "general-support", "-o", "megafon", "-r", "home", "-s", "personal", "--lang", "ru"];
    const { code, document } = await json(args);
    const { channel, text, needs, complete } = document.result as unknown as {
      channel: string;
      text: string;
      needs: string[];
      complete: boolean;
    };
    expect({ code, channel, complete }).toEqual({ code: 0, channel: "megafon.voice.short", complete: false });
    expect(needs).toContain("from");
    expect(text).toMatch(/^Позвоните: 0500 — .*\n[\s\S]*^С другого телефона: 8 800 550-05-00, бесплатно/m);
    expect(text).not.toMatch(/подскажите|\?$/m);
  });

  it("with the phone lost sends to a number any phone reaches, and from abroad to another", async () => {
    const lines = (await reply("lost-phone-or-sim", "-o mts")).split("\n");
    expect(lines[0]).toBe("Здравствуйте! Сочувствуем. Номер лучше заблокировать сразу: вот куда обратиться.");
    expect(lines[1]).toMatch(/^Позвоните: 8 800 250-08-90 — .*Бесплатно по России/);
    expect(lines.filter((line) => line.startsWith("Из-за границы: +7 495 766-01-66"))).toHaveLength(1);
    // Nothing that needs the line which is gone.
    expect(lines.join("\n")).not.toMatch(/\b0890\b|lk\.mts\.ru|\*\d+#/);
  });

  it("with no operator named asks whose customer it is and names nobody's number", async () => {
    const text = await reply("tariff", "");
    // The rest is the usual case once that is known.
    expect(text).toContain("подскажите: чей вы абонент?");
    expect(text.match(NUMBER)).toBeNull();
  });

  it("says that a way may fail", async () => {
    const { text } = (
      await json(["reply", "no-service", "-o", "t2", "-f", "mts", "-r", "home", "-s", "personal", "--lang", "ru"])
    ).document.result as unknown as { text: string };
    expect(text).toMatch(/8 800 555-06-11.*не подтверждён: может не сработать/);
  });

  it("where nothing answers says so, with exit code 4", async () => {
    const all = "voice,sms,ussd,web,app,chat,email,messenger,office,post";
    const { code, document } = await json(["reply", "tariff", "-o", "mts", "--without", all, "--lang", "en"]);
    expect(code).toBe(4);
    expect(document.result.text).toContain("no way known to us works from there");
  });

  it("keeps its lines whole in a pipe, and to the width on a screen without breaking a number", async () => {
    const args = ["reply", "general-support", "-o", "megafon", "-f", "own", "-r", "abroad", "-s", "personal"];
    for (const lang of ["ru", "en"]) {
      const piped = (await run([...args, "--lang", lang])).out;
      for (const columns of [40, 80, 200]) {
        const { out } = await run([...args, "--lang", lang], { env: { COLUMNS: String(columns) } });
        expect(out.split("\n").filter((line) => stringWidth(line) > columns)).toEqual([]);
        expect(out.replace(/\s+/g, " ")).toBe(piped.replace(/\s+/g, " "));
        expect(out.match(NUMBER)).toEqual(["+7 926 111-05-00"]);
      }
      expect(Math.max(...piped.split("\n").map((line) => stringWidth(line)))).toBeGreaterThan(80);
    }
  });

  it("is the same as JSON", async () => {
    const args = ["reply", "balance", "-o", "megafon", "-f", "own", "-r", "home", "-s", "personal", "--lang", "ru"];
    const { document } = await json(args);
    expect(document.result).toMatchObject({
      topic: "balance",
      channel: "megafon.ussd.balance",
      complete: true,
      needs: [],
    });
    expect(document.result.text).toBe((await run(args)).out);
  });

  it("tells the person who answers, not the customer, where a fact comes from", async () => {
    const { out, err } = await run(["reply", "emergency", "--lang", "en"]);
    expect(err).toContain("Abroad, say the country");
    expect(out).not.toMatch(/say the country|dozvon/);
  });

  it("tells the person who answers that a line is the company's own", async () => {
    const facts = ["general-support", "-o", "megafon", "-s", "corporate", "-f", "own", "-r", "home", "--lang", "en"];
    const origin = /comes from your company's folder/;
    const folder = mkdtempSync(join(FOLDER, "own-"));
    cpSync("data/overlay-example/operators", join(folder, "operators"), { recursive: true });
    const [own, plain] = await Promise.all([run(["reply", ...facts, "--directory", folder]), run(["reply", ...facts])]);
    expect(own.err).toMatch(origin);
    expect(own.out).toContain("phones@helpdesk.example.com");
    expect([own.out, plain.err].join()).not.toMatch(origin);
  });

  it("with --strict is exit code 3 where facts are missing", async () => {
    expect((await run(["reply", "tariff", "--strict"])).code).toBe(3);
  });

  it.each([
    [["reply"], "usage"],
    [["reply", "tarif"], "unknown-topic"],
    [["reply", "tariff", "-o", "mst!"], "unknown-operator"],
    [["reply", "tariff", "-r", "moon"], "unknown-value"],
    [["reply", "emergency", "--country", "RU"], "contradictory-facts"],
  ])("that cannot be written: %j", async (args, problem) => {
    const { code, document } = await json(args);
    expect({ code, problem: document.problem.code, kind: document.kind }).toEqual({ code: 2, problem, kind: "reply" });
  });
});
