/** The card of an operator in every format, read back by readers that are not ours. */
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CellObject, read as readWorkbook } from "@e965/xlsx";
import { parse as parseCsv } from "csv-parse/sync";
import ICAL from "ical.js";
import { marked } from "marked";
import { type DefaultTreeAdapterMap, parse as parseHtml } from "parse5";
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../support/authored.js";
import { EVIL, evilOverlay } from "../support/evil-overlay.js";
import { FOLDER } from "../support/packed.js";
import { type Ended, run, valid } from "../support/run.js";

const FORMATS = ["text", "json", "csv", "md", "html", "vcf"] as const;
const ids = OPERATORS.map(({ id }) => id);

const printed = new Map<string, Promise<Ended>>();

/** One process a card, however many tests look at it. */
async function card(...args: string[]): Promise<string> {
  const key = args.join(" ");
  const made = printed.get(key) ?? run(["contacts", ...args, "--full"]);
  printed.set(key, made);
  const { code, out, err } = await made;
  expect({ args, code, err }).toEqual({ args, code: 0, err: "" });
  return out;
}

/** Numbers to ring, as the authored file has them: full ones as E.164, short codes as they are dialled. */
const rung = (id: string): string[] =>
  (OPERATORS.find((one) => one.id === id)?.channels ?? [])
    .filter(({ kind, value }) => (kind === "voice" || kind === "sms") && value !== null)
    .map(({ value }) => value ?? "")
    .sort();

function contact(text: string): InstanceType<typeof ICAL.Component> {
  const parsed = ICAL.parse(text);
  expect(parsed[0]).toBe("vcard");
  return new ICAL.Component(parsed);
}

describe.concurrent.each(ids)("the card of %s", (id) => {
  it("as a contact has every number of its file, in one vCard 3.0", async () => {
    const text = await card(id, "--format", "vcf", "--lang", "en");
    const vcard = contact(text);
    expect(vcard.getFirstPropertyValue("version")).toBe("3.0");
    expect(vcard.getFirstPropertyValue("fn")).toBe(OPERATORS.find((one) => one.id === id)?.name.en);
    const numbers = vcard.getAllProperties("tel").map((one) => String(one.getFirstValue()));
    expect(numbers.sort()).toEqual(rung(id));
    expect(text.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(1);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...lines)).toBeLessThanOrEqual(75);
  });

  it("as a table has one row a channel, and its numbers are texts", async () => {
    const rows: string[][] = parseCsv(await card(id, "--format", "csv", "--lang", "en"), { bom: true });
    const [heading = [], ...records] = rows;
    expect(records).toHaveLength(OPERATORS.find((one) => one.id === id)?.channels.length ?? 0);
    const column = (name: string) => records.map((row) => row[heading.indexOf(name)] ?? "");
    const cells = records.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]|^0\d*$/.test(cell))).toEqual([]);
    const dialled = column("Dial").filter((cell) => cell !== "");
    const short = rung(id).filter((value) => /^0\d*$/.test(value));
    for (const value of short) expect(dialled).toContain(`'${value}`);
  });

  it("as a page is whole HTML that loads nothing and dials its numbers", async () => {
    const faults: string[] = [];
    const text = await card(id, "--format", "html", "--lang", "en");
    const page = parseHtml(text, { onParseError: ({ code }) => faults.push(code) });
    expect(faults).toEqual([]);
    const all = elements(page);
    expect(all.filter(({ tagName }) => /^(?:script|img|link|iframe|object|base|form)$/.test(tagName))).toEqual([]);
    expect(all.flatMap(({ attrs }) => attrs).filter(({ name }) => /^(?:src|srcset|style|on.*)$/.test(name))).toEqual(
      [],
    );
    expect(text).not.toMatch(/@import|url\(/);
    expect(
      all.some(({ tagName, attrs }) => tagName === "meta" && attrs.some(({ value }) => value === "viewport")),
    ).toBe(true);
    const links = all.flatMap(({ tagName, attrs }) =>
      tagName === "a" ? attrs.filter(({ name }) => name === "href") : [],
    );
    const numbers = links.flatMap(({ value }) =>
      /^(?:tel|sms):/.test(value) ? [value.replace(/^\w+:|\?.*$/g, "")] : [],
    );
    expect(numbers.sort()).toEqual(rung(id));
  });

  it("as Markdown is one table with the same number of cells in every row", async () => {
    const rows = tableRows(await card(id, "--format", "md", "--lang", "en"));
    expect(rows).toHaveLength((OPERATORS.find((one) => one.id === id)?.channels.length ?? 0) + 2);
    expect([...new Set(rows.map((cells) => cells.length))]).toEqual([7]);
  });

  it("holds nothing that was refuted or is stale, in any format", async () => {
    const never = (OPERATORS.find((one) => one.id === id)?.neverOffered ?? []).flatMap(({ values }) => values);
    // A value can be wrong for one thing and right for another: then it has a channel of its own.
    const { channels } = (await valid(await card(id, "--format", "json", "--lang", "en"))).result;
    const right = new Set(channels.flatMap(({ display, dial }) => [display, dial]));
    const wrong = never
      .map((value) => (typeof value === "string" ? value : value.en))
      .filter((value) => !right.has(value));
    for (const format of FORMATS) {
      const text = unwrapped(await card(id, "--format", format, "--lang", "en"));
      expect({ format, found: wrong.filter((value) => stands(value, text)) }).toEqual({ format, found: [] });
    }
  });

  it("says of every doubtful value that it is, in every format", async () => {
    const { result } = await valid(await card(id, "--format", "json", "--lang", "en"));
    const channels = result.channels as unknown as { status: string }[];
    const vcf = String(contact(await card(id, "--format", "vcf", "--lang", "en")).getFirstPropertyValue("note"));
    const printed = ["csv", "md", "html", "text"].map((format) => card(id, "--format", format, "--lang", "en"));
    const texts = [vcf, ...(await Promise.all(printed))];
    for (const status of ["unconfirmed", "disputed"]) {
      const count = channels.filter((one) => one.status === status).length;
      const said = texts.map((text) => text.match(new RegExp(`[(>,]${status}[)<,]`, "g"))?.length ?? 0);
      expect({ status, said }).toEqual({ status, said: texts.map(() => count) });
    }
  });
});

type Element = DefaultTreeAdapterMap["element"];

function elements(node: DefaultTreeAdapterMap["node"]): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elements) : [];
  return "tagName" in node ? [node, ...children] : children;
}

function textOf(node: DefaultTreeAdapterMap["node"]): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterMap["textNode"]).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** GitHub's rule: a bar with a backslash before it does not end a cell. */
const tableRows = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

/** As one line: folded vCard lines joined, wrapped ones too. */
const unwrapped = (text: string): string => text.replace(/\r\n /g, "").replace(/\s+/g, " ");

/** Whether the value stands there by itself and not inside a longer number or address. */
function stands(value: string, text: string): boolean {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d#*.+-]|\\d )${escaped}(?![\\p{L}\\d#*]|-\\d)`, "u").test(text);
}

/** The cells of the workbook that a foreign reader finds, and its name. */
async function workbook(...args: string[]): Promise<{ name: string | undefined; cells: CellObject[][] }> {
  const file = join(mkdtempSync(join(FOLDER, "workbook-")), "card.xlsx");
  const { code, out } = await run(["contacts", ...args, "-O", file]);
  expect({ code, out }).toEqual({ code: 0, out: "" });
  const { SheetNames, Sheets } = readWorkbook(readFileSync(file), { dense: true });
  const cells = Sheets[SheetNames[0] ?? ""]?.["!data"] ?? [];
  return { name: SheetNames[0], cells: cells as CellObject[][] };
}

describe("a workbook", () => {
  it("has what the table has, every cell a text: a short number with its zero, Russian as it is", async () => {
    const { name, cells } = await workbook("megafon", "--lang", "ru");
    expect(name).toBe("МегаФон");
    const table: string[][] = parseCsv(await card("megafon", "--format", "csv", "--lang", "ru"), {
      bom: true,
      delimiter: ";",
    });
    const bare = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r]|0\d*$)/, "");
    const texts = table.map((row) => row.map(bare));
    expect(cells.map((row) => texts[0]?.map((_, at) => String(row[at]?.v ?? "")))).toEqual(texts);
    expect(cells.flat().filter((cell) => cell && (cell.t !== "s" || cell.f !== undefined))).toEqual([]);
    expect(cells.flat().map((cell) => cell?.v)).toContain("0500");
    expect(cells.flat().map((cell) => cell?.v)).toContain("*100#");
  });

  it("runs nothing that tries to be a formula", async () => {
    const { cells } = await workbook("megafon", "--lang", "en", "--directory", evilOverlay());
    const evil = cells.find((row) => row.some((cell) => cell?.v === "megafon.voice.evil-formula"));
    expect(evil?.[2]).toMatchObject({ t: "s", v: EVIL.formula });
    expect(cells.flat().filter((cell) => cell?.f !== undefined)).toEqual([]);
    for (const text of Object.values(EVIL)) expect(cells.flat().map((cell) => cell?.v)).toContain(text);
  });
});

describe.concurrent("texts that try to be more than texts", () => {
  it("stay texts in a table", async () => {
    const rows: string[][] = parseCsv(await card("megafon", "--format", "csv", "--directory", evilOverlay()), {
      bom: true,
    });
    const label = (name: string) => rows.find((row) => row.includes(`megafon.voice.evil-${name}`))?.[2];
    expect(label("formula")).toBe(`'${EVIL.formula}`);
    expect(label("markup")).toBe(EVIL.markup);
    expect(label("table")).toBe(EVIL.table);
  });

  it("stay texts on a page", async () => {
    const page = parseHtml(await card("megafon", "--format", "html", "--directory", evilOverlay()));
    const item = elements(page).find(({ attrs }) => attrs.some(({ value }) => value === "megafon.voice.evil-markup"));
    if (!item) throw new Error("the overlay's line is not on the page");
    expect(textOf(item)).toContain(EVIL.markup);
    expect(elements(page).filter(({ tagName }) => ["script", "img"].includes(tagName))).toEqual([]);
  });

  it("stay inside their cell in Markdown", async () => {
    const text = await card("megafon", "--format", "md", "--directory", evilOverlay());
    expect([...new Set(tableRows(text).map((cells) => cells.length))]).toEqual([7]);
    expect(text).not.toMatch(/(?<!\\)\[d\]\(http/);
    expect(text).not.toMatch(/(?<!\\)<(?:b|script|img)/);
    expect(await marked.parse(text, { gfm: true })).not.toMatch(/href="[^"]*evil/);
  });

  it("stay inside their contact", async () => {
    const vcard = contact(await card("megafon", "--format", "vcf", "--directory", evilOverlay()));
    const numbers = vcard.getAllProperties("tel").map((one) => String(one.getFirstValue()));
    expect(numbers).not.toContain("+70000000000");
    expect(numbers).toContain("+74950000003");
    expect(String(vcard.getFirstPropertyValue("note"))).toContain(EVIL.record);
  });
});
