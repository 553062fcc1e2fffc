/** `dozvon contacts` as a process: what is on a card, where it goes, and what it refuses. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { OPERATOR_IDS } from "../support/facts.js";
import { runAll } from "../support/in-one-process.js";
import { FOLDER } from "../support/packed.js";
import { modulesOf, photographed } from "../support/photograph.js";
import { json, run } from "../support/run.js";

interface Entry {
  id: string;
  kind: string;
  display: string;
  proven: Record<string, string[]>[] | null;
}

const list = async (...args: string[]) => {
  const { code, document } = await json(["contacts", ...args]);
  const { channels, doubtful, emergency, whole } = document.result as unknown as {
    channels: Entry[];
    doubtful: string[];
    emergency: { display: string }[];
    whole: boolean;
  };
  return {
    code,
    document,
    channels,
    doubtful,
    emergency,
    whole,
    phones: channels.filter(isPhone).map(({ display }) => display),
  };
};
const isPhone = ({ kind }: Entry): boolean => ["voice", "sms", "ussd"].includes(kind);
const folder = (): string => mkdtempSync(join(FOLDER, "cards-"));

describe.concurrent("a card for a situation", () => {
  it.each<[string, string[], string[]]>([
    [
      "abroad with the own SIM only the number for abroad answers",
      ["megafon", "-f", "own", "-r", "abroad", "-s", "personal"],
      ["+7 926 111-05-00"],
    ],
    ["no phone number answers without a phone", ["megafon", "-f", "internet", "-r", "home", "-s", "personal"], []],
    [
      "from another operator's SIM no short code answers",
      ["megafon", "-f", "mts", "-r", "home", "-s", "personal"],
      ["8 800 550-05-00", "8 800 550-58-58"],
    ],
    [
      "a company's own line stands on a company's card",
      ["megafon", "-f", "landline", "-r", "home", "-s", "corporate"],
      ["8 800 550-05-55", "8 800 550-58-58"],
    ],
    ["nothing is rung by somebody who cannot talk", ["megafon", "-f", "mts", "-r", "home", "--without", "voice"], []],
  ])("%s", async (_, args, expected) => {
    const { code, phones, channels } = await list(...args);
    expect(code).toBe(0);
    expect(phones).toEqual(expected);
    expect(channels.length).toBeGreaterThan(expected.length);
  });

  it("leaves off what may not work, and says how much", async () => {
    const args = ["megafon", "-f", "own", "-r", "abroad", "-s", "personal"];
    const { doubtful, channels } = await list(...args);
    expect(doubtful).toContain("megafon.ussd.balance");
    expect(channels.map(({ id }) => id)).not.toContain("megafon.ussd.balance");
    const { out } = await run(["contacts", ...args, "--lang", "en"]);
    expect(out).toContain(`Left off, since they may not work: ${doubtful.length}.`);
    expect(out).not.toContain("*100#");
  });

  it("agrees with the route for the same facts", async () => {
    const facts = ["-f", "own", "-r", "russia", "-s", "personal", "--service", "mobile", "-t", "lost-phone-or-sim"];
    const { channels } = await list("mts", ...facts);
    const { document } = await json(["route", "-o", "mts", ...facts]);
    const proven = document.result.channels.filter(({ reachability }) => reachability.verdict === "proven");
    expect(channels.map(({ id }) => id)).toEqual(proven.map(({ id }) => id));
  });

  it("says for the rest what it depends on", async () => {
    const { channels } = await list("megafon", "-r", "home");
    expect(channels.find(({ id }) => id === "megafon.voice.short")?.proven).toEqual([
      { from: ["own"], subscriber: ["personal"] },
    ]);
  });

  it.each([
    ["emergency", ["Emergency services"]],
    ["card-charge-steam", ["Steam (Valve)", "Your bank"]],
    ["balance", ["MegaFon"]],
  ])("as a contact is of whose the channels are: %s", async (topic, expected) => {
    const { out } = await run(["contacts", "megafon", "--topic", topic, "--format", "vcf", "--lang", "en"]);
    const cards = out.split(/(?<=END:VCARD\r\n)/).map((one) => new ICAL.Component(ICAL.parse(one)));
    const property = (name: string) => cards.map((card) => String(card.getFirstPropertyValue(name)));
    expect(property("org").sort()).toEqual(expected);
    for (const name of property("fn")) expect(name).toMatch(topic === "balance" ? /^MegaFon: / : /^(?!MegaFon)/);
    const title = (await run(["contacts", "megafon", "--topic", topic, "--lang", "en"])).out.split("\n")[0];
    expect(title?.startsWith("MegaFon: ")).toBe(topic === "balance");
  });

  it("is empty with exit code 4 where nothing answers, and makes no file", async () => {
    const all = "voice,sms,ussd,web,app,chat,email,messenger,office,post";
    const file = join(folder(), "card.vcf");
    const ended = await run(["contacts", "mts", "--without", all, "--format", "vcf", "-O", file, "--lang", "en"]);
    expect(ended).toEqual({ code: 4, out: "", err: "No known way answers in this situation.\n" });
    expect(existsSync(file)).toBe(false);
    expect((await list("mts", "--without", all)).code).toBe(4);
  });
});

describe.concurrent("the whole card", () => {
  it("says of each channel where it answers", async () => {
    const { channels, whole } = await list("megafon");
    expect(whole).toBe(true);
    const short = channels.find(({ id }) => id === "megafon.voice.short");
    expect(short?.proven).toEqual([{ from: ["own"], roaming: ["home", "russia"], subscriber: ["personal"] }]);
    const { out } = await run(["contacts", "megafon", "--full", "--lang", "en"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "0500 — MegaFon support from a MegaFon number from a SIM of this operator, in Russia",
    );
  });

  it("is the operator's, not the person's: saved and environment facts do not narrow it", async () => {
    const plain = await run(["contacts", "mts", "--json", "--as-of", "2026-11-23"]);
    expect(
      await run(["contacts", "mts", "--json", "--as-of", "2026-11-23"], {
        env: { DOZVON_ROAMING: "abroad", DOZVON_FROM: "internet" },
      }),
    ).toEqual(plain);
  });

  it("takes a name people use", async () => {
    expect((await json(["contacts", "Билайн"])).document.query.facts.operator?.value).toBe("beeline");
  });

  it("as records has eleven fields a line and the same channels", async () => {
    const { out } = await run(["contacts", "t2", "--plain"]);
    const records = out
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.split("\t"));
    expect([...new Set(records.map((fields) => fields.length))]).toEqual([11]);
    expect(records.map(([id]) => id)).toEqual((await list("t2")).channels.map(({ id }) => id));
  });

  it.each([40, 80, 200])("fits %i columns and breaks no number", async (columns) => {
    for (const lang of ["ru", "en"]) {
      const { out } = await run(["contacts", "megafon", "--full", "--lang", lang], {
        env: { COLUMNS: String(columns) },
      });
      const wide = out.split("\n").filter((line) => stringWidth(line) > columns && !/^ *\S*[/@]\S*$/.test(line));
      expect(wide).toEqual([]);
      const NUMBER = /(?:8 800|\+7 \d{3}) \d{3}-\d\d-\d\d/g;
      expect(out.match(NUMBER)?.length).toBeGreaterThan(4);
      expect(out.replace(/\s+/g, " ").match(NUMBER)).toEqual(out.match(NUMBER));
    }
  });

  it("spells digits apart for a screen reader", async () => {
    expect((await run(["contacts", "megafon", "--accessible"])).out).toMatch(/^0 5 0 0 — /m);
  });
});

it("on a screen is one screen, with the numbers to ring and one way of each kind; --full has every channel", async () => {
  const lines = OPERATOR_IDS.flatMap((id) => [
    ["contacts", id, "--lang", "ru"],
    ["contacts", id, "--lang", "ru", "--full"],
    ["contacts", id, "--lang", "ru", "--json"],
  ]);
  const ended = await runAll(lines, { COLUMNS: "80" });
  const valueIn = (text: string, value: string) => text.replace(/\s+/g, " ").includes(value);
  for (const [at, id] of OPERATOR_IDS.entries()) {
    const [first = "", full = "", document = ""] = ended.slice(at * 3, at * 3 + 3).map(({ out }) => out);
    const { channels } = JSON.parse(document).result as { channels: Entry[] };
    expect({ id, rows: first.trimEnd().split("\n").length <= 23 }).toEqual({ id, rows: true });
    const [of, kinds] = [
      (kind: string) => channels.filter((one) => one.kind === kind),
      channels.map(({ kind }) => kind),
    ];
    const missing = [...new Set(kinds)]
      .flatMap((kind) => of(kind).slice(0, 1))
      .filter(({ display }) => !valueIn(first, display));
    expect({ id, missing }).toEqual({ id, missing: [] });
    expect(channels.filter(({ display }) => !valueIn(full, display))).toEqual([]);
  }
});

describe.concurrent("the card for a journey", () => {
  it("of an operator without a number abroad says so, and whom somebody at home can ring", async () => {
    const { out } = await run(["contacts", "beeline", "--travel", "--lang", "ru"]);
    expect(out).toContain(
      "Подтверждённого номера для звонка отсюда нет. Пусть позвонит близкий в России:\n8 800 700-06-11",
    );
    expect((await list("beeline", "--travel")).document.result).toMatchObject({
      noCall: "none-answers-here",
      viaSomeone: "beeline.voice.toll-free",
    });
  });

  it.each([
    ["mts", "Потеряли SIM — с любого телефона: +7 495 766-01-66"],
    ["t2", "Потеряли SIM — с любого телефона: +7 495 979-76-11"],
  ])("of %s names what blocks a lost SIM from there", async (operator, line) => {
    const { out } = await run(["contacts", operator, "--travel", "--lang", "ru"]);
    expect(out.split("\n")).toContain(line);
  });

  it.each(["md", "html", "vcf"])("says both in a file too: %s", async (format) => {
    const told = async (operator: string) => {
      const { out } = await run(["contacts", operator, "--travel", "--format", format, "--lang", "en"]);
      return out.replaceAll("\r\n ", "").replaceAll("\\", "");
    };
    expect(await told("beeline")).toMatch(/Somebody in Russia can call:[\s\S]*8 800 700-06-11 — Beeline support/);
    expect(await told("t2")).toContain("SIM lost: from any phone, +7 495 979-76-11");
  });

  it.each(OPERATOR_IDS)("is a slip of paper for %s: under fifteen lines", async (operator) => {
    for (const lang of ["ru", "en"]) {
      const { out } = await run(["contacts", operator, "--travel", "--lang", lang], { env: { COLUMNS: "80" } });
      expect(out.trimEnd().split("\n").length).toBeLessThan(15);
      expect(out).toContain("112");
    }
  });

  it("has the numbers that answer abroad and the emergency advice", async () => {
    const { phones, emergency, document } = await list("megafon", "--travel");
    expect(phones).toEqual(["+7 926 111-05-00"]);
    expect(emergency.map(({ display }) => display)).toEqual(["112"]);
    expect(document.notices.map(({ code }) => code)).toContain("emergency-not-everywhere");
  });

  it("as a contact rings abroad and carries the advice along", async () => {
    const { out } = await run(["contacts", "megafon", "--travel", "--format", "vcf", "--lang", "en"]);
    const card = new ICAL.Component(ICAL.parse(out));
    expect(card.getAllProperties("tel").map((one) => one.getFirstValue())).toEqual(["+79261110500"]);
    expect(String(card.getFirstPropertyValue("note"))).toMatch(
      /112 — .*not valid in every country|112 — [\s\S]*112 does not work in every country/,
    );
  });

  it("names the country's own emergency number", async () => {
    expect((await list("mts", "--travel", "--country", "US")).emergency[0]?.display).toBe("911");
  });

  it("stays abroad", async () => {
    const { code, document } = await json(["contacts", "mts", "--travel", "--roaming", "home"]);
    expect({ code, problem: document.problem.code }).toEqual({ code: 2, problem: "contradictory-facts" });
  });
});

/** The codes of a screen: runs of lines made of nothing but blocks. */
function codes(text: string): string[][] {
  const blocks: string[][] = [[]];
  for (const line of text.split("\n")) {
    if (/^[█▀▄ ]{20,}$/.test(line)) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

describe.concurrent("codes to photograph", () => {
  it("dial the first number and save the contact", async () => {
    const { out } = await run(["contacts", "mts", "--travel", "--qr", "--lang", "ru"]);
    const [dial = [], save = []] = codes(out);
    expect(photographed(modulesOf(dial))).toBe("tel:+74957660166");
    const card = new ICAL.Component(ICAL.parse(photographed(modulesOf(save)) ?? ""));
    // A code does not say its alphabet: letters other than Latin are taken for another script by some readers.
    expect(card.getFirstPropertyValue("fn")).toBe("MTS");
    expect(photographed(modulesOf(save))).toMatch(/^[ -~\r\n]+$/);
    expect(card.getAllProperties("tel").map((one) => one.getFirstValue())).toEqual(["+74957660166"]);
  });

  it("have four light modules around them", async () => {
    const { out } = await run(["contacts", "mts", "--qr"]);
    for (const block of codes(out)) {
      const modules = modulesOf(block);
      for (const edge of [
        modules.slice(0, 4),
        modules.map((row) => row.slice(0, 4)),
        modules.map((row) => row.slice(-4)),
      ]) {
        expect(edge.slice(0, -1).flat()).not.toContain(false);
      }
    }
  });

  it("are black on white where colours are allowed", async () => {
    const { out } = await run(["contacts", "mts", "--qr"], { env: { FORCE_COLOR: "1" } });
    const lines = out.split("\n").filter((line) => line.includes("█"));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !line.startsWith("\u001b[97;40m") || !line.endsWith("\u001b[0m"))).toEqual([]);
  });

  it("dial the channel asked for", async () => {
    const { out } = await run(["contacts", "megafon", "--qr", "--channel", "megafon.voice.abroad"]);
    expect(photographed(modulesOf(codes(out)[0] ?? []))).toBe("tel:+79261110500");
    const refused = await run(["contacts", "megafon", "--qr", "--channel", "megafon.ussd.balance"]);
    expect(refused.code).toBe(2);
  });

  it("fit the screen, or say that they do not", async () => {
    const { out } = await run(["contacts", "mts", "--qr", "--lang", "en"], { env: { COLUMNS: "40" } });
    expect(out.split("\n").filter((line) => /[█▀▄]/.test(line) && line.length > 40)).toEqual([]);
    expect(photographed(modulesOf(codes(out)[0] ?? []))).toBe("tel:0890");
    expect((await run(["contacts", "mts", "--qr", "--lang", "en"], { env: { COLUMNS: "20" } })).out).toContain(
      "does not fit",
    );
  });

  it("are links where a picture is of no use", async () => {
    const { out } = await run(["contacts", "mts", "--qr"], { env: { TERM: "dumb" } });
    expect(out).toBe("0890\ntel:0890\n");
  });
});

describe.concurrent("a card in a file", () => {
  it("is written whole, and said on standard error", async () => {
    const file = join(folder(), "mts.html");
    const ended = await run(["contacts", "mts", "--format", "html", "-O", file, "--lang", "en"]);
    expect(ended).toEqual({ code: 0, out: "", err: `Written: ${file}\n` });
    expect(readFileSync(file, "utf8")).toBe((await run(["contacts", "mts", "--format", "html", "--lang", "en"])).out);
  });

  it("does not replace another without --force", async () => {
    const file = join(folder(), "mts.vcf");
    writeFileSync(file, "mine");
    const refused = await run(["contacts", "mts", "--format", "vcf", "-O", file, "--lang", "en"]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("--force");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await run(["contacts", "mts", "--format", "vcf", "-O", file, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^BEGIN:VCARD/);
    expect(readdirSync(join(file, ".."))).toEqual(["mts.vcf"]);
  });

  it("is refused where it cannot be", async () => {
    const target = folder();
    mkdirSync(join(target, "locked"));
    chmodSync(join(target, "locked"), 0o500);
    const isRoot = process.getuid?.() === 0;
    const files = [target, `${join(target, "new")}/`, join(target, "no", "such", "card.csv")];
    for (const file of files) {
      const { code, document } = await json(["contacts", "mts", "-O", file]);
      expect({ file, code, problem: document.problem.code }).toEqual({ file, code: 2, problem: "usage" });
    }
    const locked = await run(["contacts", "mts", "-O", join(target, "locked", "card.csv")]);
    if (!isRoot) expect(locked).toMatchObject({ code: 5, out: "" });
  });

  it.each([
    ["vcf", /^BEGIN:VCARD/],
    ["html", /^<!doctype html>/i],
    ["csv", /^\ufeff/],
    ["md", /^# /],
    ["txt", /^MTS\n/],
  ])("takes its form from the ending: .%s", async (ending, beginning) => {
    const file = join(folder(), `card.${ending}`);
    expect((await run(["contacts", "mts", "-O", file, "--lang", "en"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(beginning);
  });

  it("of a form that is none is refused, with those there are", async () => {
    const file = join(folder(), "card.pdf");
    const { code, err } = await run(["contacts", "mts", "-O", file]);
    expect(code).toBe(2);
    expect(err).toContain(".vcf");
    expect(existsSync(file)).toBe(false);
  });

  it("is a sheet that a spreadsheet opens in its language", async () => {
    const first = async (...more: string[]) =>
      (await run(["contacts", "mts", "--format", "csv", ...more])).out.split("\r\n")[0];
    expect(await first("--lang", "ru")).toMatch(/^\ufeffСпособ;Куда;/);
    expect(await first("--lang", "en")).not.toContain(";");
  });

  it("with --json is one document on standard output too", async () => {
    const file = join(folder(), "mts.json");
    const { out, err, code } = await run(["contacts", "mts", "--json", "-O", file]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readFileSync(file, "utf8")).toBe(out);
  });

  it("is no workbook without one", async () => {
    for (const more of [[], ["-O", "-"]]) {
      const { code, out, err } = await run(["contacts", "mts", "--format", "xlsx", ...more, "--lang", "en"]);
      expect({ code, out, err }).toEqual({ code: 2, out: "", err: expect.stringContaining("-O name.xlsx") });
    }
  });

  it("named - is standard output", async () => {
    expect((await run(["contacts", "mts", "--format", "md", "-O", "-"])).out).toMatch(/^# /);
  });
});

describe.concurrent("a command that is not right", () => {
  it.each([
    [["contacts"], "usage"],
    [["contacts", "nobody"], "unknown-operator"],
    [["contacts", "megafn"], "unknown-operator"],
    [["contacts", "mts", "--format", "xls"], "unknown-value"],
    [["contacts", "mts", "--format", "csv"], "usage"],
    [["contacts", "mts", "--qr"], "usage"],
    [["contacts", "mts", "-O", "mts.xlsx"], "usage"],
    [["contacts", "mts", "--plain"], "usage"],
    [["contacts", "mts", "--channel", "x"], "usage"],
    [["contacts", "mts", "-r", "moon"], "unknown-value"],
    [["contacts", "mts", "--format", "json", "--format", "json"], "usage"],
  ])("%j", async (args, problem) => {
    const { code, document } = await json(args);
    expect({ code, problem: document.problem.code, kind: document.kind }).toEqual({
      code: 2,
      problem,
      kind: "contacts",
    });
  });

  it("says which operator was meant", async () => {
    expect((await json(["contacts", "megafn"])).document.problem.hints).toEqual(["megafon"]);
  });
});
