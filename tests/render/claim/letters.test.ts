/** Letters in every form, read back by readers that are not ours: nothing a person types breaks or changes them. */
import fc from "fast-check";
import ICAL from "ical.js";
import mammoth from "mammoth";
import { marked } from "marked";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { type Blocks, blocksOf, letterMarkdown, letterText } from "../../../src/render/claim/letter.js";
import { claimCalendar } from "../../../src/render/claim/letter-calendar.js";
import { letterDocx } from "../../../src/render/claim/letter-docx.js";
import { letterHtml } from "../../../src/render/claim/letter-html.js";
import { layoutOf } from "../../../src/render/text/layout.js";
import { wordsOf } from "../../../src/render/words.js";
import { anyText } from "../../support/any-text.js";
import { claim, type Fields, filled, KINDS, WRITTEN } from "../../support/claims.js";
import { readMessages } from "../../support/messages.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => "tagName" in node;
const below = (node: Node): Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((one) => [one, ...below(one)]) : [];
const elements = (html: string): Element[] => below(parse(html)).filter(isElement);
const textOf = (node: Node): string =>
  below(node)
    .map((one) => ("value" in one && one.nodeName === "#text" ? String(one.value) : one.nodeName === "br" ? " " : ""))
    .join("");

/** What is written, whatever signs keep it together on a page. */
const squeeze = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, " ")
    .replaceAll("\u2011", "-")
    .trim();

/** Every text of a letter, in the order of the page. */
const textsOf = (blocks: Blocks): string[] => [
  ...blocks.to,
  ...blocks.from,
  blocks.heading,
  blocks.subject,
  ...blocks.paragraphs,
  ...blocks.law,
  blocks.demand,
  ...blocks.demands,
  ...blocks.closing,
  blocks.attachmentsTitle,
  ...blocks.attachments,
  blocks.date,
  blocks.signature,
  blocks.signatureNote,
  blocks.stamp,
];

const NASTY = [
  "<script>alert(1)</script>",
  `Иванов "Пётр" О'Нил`,
  "</p></body><!--",
  "&lt;b&gt; &amp; &#x41;",
  '=HYPERLINK("http://evil.example")',
  "+1+1",
  "@SUM(A1)",
  "שלום עולם",
  "\u202eвонавИ",
  "a\u0000b\u001b[31mc\u0007",
  "строка\nвторая\r\nтретья\tчетвёртая",
  "# не заголовок",
  "- не список",
  "1. не список",
  "* * *",
  "---",
  "===",
  "`код` **жирно** _курсив_ ~~нет~~",
  "[ссылка](javascript:alert(1)) ![x](http://evil.example/x.png)",
  "| a | b |",
  "> цитата",
  "\\ обратная \\* косая",
  "END:VEVENT\r\nBEGIN:VEVENT",
  "]]>",
  "$1 {{x}} %s {name}",
  "👩‍👩‍👧 émoji \ufffe\uffff",
  // Nothing to see, which is a blank, and a letter with two spellings in Unicode, of which wrapping keeps one.
  "\u0012",
  "\u1fbbλλη",
];

const blocksWith = (kind: string, fields: Fields): Blocks => blocksOf(claim(kind, filled(kind, fields)).letter, "ru");
const KIND = "content-without-consent";
const spelt = (name: string): Fields => ({ name, service: name, circumstances: name, address: name });

function holdsHtml(blocks: Blocks): void {
  const page = letterHtml(blocks);
  const found = elements(page);
  const allowed = ["html", "head", "meta", "title", "style", "body", "section", "p", "bdi", "h1", "ol", "li"];
  expect(found.map(({ tagName }) => tagName).filter((tag) => !allowed.includes(tag))).toEqual([]);
  const attributes = found.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(
    attributes.filter((name) => !["lang", "charset", "http-equiv", "content", "name", "class"].includes(name)),
  ).toEqual([]);
  const read = found
    .filter(({ tagName, attrs }) => ["p", "h1", "li"].includes(tagName) && attrs.every(({ name }) => name === "class"))
    .map((one) => squeeze(textOf(one)));
  expect(read).toEqual(textsOf(blocks).map(squeeze));
}

/** What Markdown shows: text of its HTML, block by block. */
function holdsMarkdown(blocks: Blocks): void {
  const found = elements(marked.parse(letterMarkdown(blocks), { async: false, gfm: true }));
  const tags = found.map(({ tagName }) => tagName);
  const allowed = ["html", "head", "body", "p", "br", "h1", "ol", "li"];
  expect(tags.filter((tag) => !allowed.includes(tag))).toEqual([]);
  expect(tags.filter((tag) => tag === "ol")).toHaveLength(2);
  expect(tags.filter((tag) => tag === "h1")).toHaveLength(1);
  const items = found.filter(({ tagName }) => tagName === "li").map((one) => squeeze(textOf(one)));
  expect(items).toEqual([...blocks.demands, ...blocks.attachments].map(squeeze));
  const paragraphs = found.filter(({ tagName }) => tagName === "p").map((one) => squeeze(textOf(one)));
  expect(paragraphs[0]).toBe(squeeze(blocks.to.join(" ")));
  expect(paragraphs[1]).toBe(squeeze(blocks.from.join(" ")));
  for (const text of [...blocks.paragraphs, ...blocks.law]) expect(paragraphs).toContain(squeeze(text));
}

async function holdsDocx(blocks: Blocks): Promise<void> {
  const buffer = Buffer.from(await letterDocx(blocks));
  const { value } = await mammoth.extractRawText({ buffer });
  const lines = value
    .split(/\n+/)
    .map(squeeze)
    .filter((line) => line !== "");
  const numbered = (list: readonly string[]) => list.map((text, index) => `${index + 1}. ${text}`);
  const expected = [
    ...blocks.to,
    ...blocks.from,
    blocks.heading,
    blocks.subject,
    ...blocks.paragraphs,
    ...blocks.law,
    blocks.demand,
    ...numbered(blocks.demands),
    ...blocks.closing,
    blocks.attachmentsTitle,
    ...numbered(blocks.attachments),
    `${blocks.date} ${blocks.signature}`,
    blocks.signatureNote,
    blocks.stamp,
  ];
  expect(lines).toEqual(expected.map(squeeze));
}

function holdsText(blocks: Blocks): void {
  const text = letterText(blocks, layoutOf(76));
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(squeeze(text)).toContain(squeeze(blocks.to.join(" ")));
  for (const one of textsOf(blocks)) expect(squeeze(text)).toContain(squeeze(one));
}

describe("a name, a service, a story and an address of any signs", () => {
  it.each(NASTY)("%j stays text in every form", async (nasty) => {
    const blocks = blocksWith(KIND, spelt(nasty));
    holdsHtml(blocks);
    holdsMarkdown(blocks);
    holdsText(blocks);
    await holdsDocx(blocks);
  });

  it("of random signs as well", async () => {
    const sign = fc.oneof(
      fc.constantFrom(...NASTY),
      anyText(80),
      fc.string({ unit: fc.constantFrom(..."<>&\"'`*_[](){}#+-.!|\\~$=:@^ 1a\n\u00a0я"), maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), sign, async (kind, text) => {
        const blocks = blocksWith(kind, { name: text, address: text, circumstances: text, service: text });
        holdsHtml(blocks);
        holdsMarkdown(blocks);
        holdsText(blocks);
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(sign, async (text) => holdsDocx(blocksWith(KIND, spelt(text)))),
      { numRuns: 15 },
    );
  });

  it.each(["שלום", `О'Нил "Пётр" <b>`, "=1+1", "{name}"])("%j is not lost", (name) => {
    expect(blocksWith(KIND, { name, representative: "" }).signature).toContain(name);
  });
});

describe("HTML", () => {
  const page = (kind: string) => letterHtml(blocksWith(kind, {}));

  it("asks for nothing from outside and runs nothing", () => {
    for (const kind of KINDS) {
      const [head = ""] = page(kind).split("</head>");
      expect(page(kind)).not.toMatch(/<(script|link|img|iframe|object|form)|\burl\(|@import|\bon[a-z]+=/i);
      expect(head).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    }
  });
});

describe("what belongs together", () => {
  const STORY = "Звонить по 8 (495) 123-45-67, оплачено 50 % от 1 299 руб. 50 коп., почта ivan-1@example.ru.";
  const [NBSP, JOINED] = ["\u00a0", "\u2011"];
  const kept = [
    `№${NBSP}126${JOINED}ФЗ`,
    `д.${NBSP}1, кв.${NBSP}5`,
    `ул.${NBSP}Вавилова`,
    `+7${NBSP}926${NBSP}123${JOINED}45${JOINED}67`,
    `1${NBSP}299${NBSP}руб.${NBSP}50${NBSP}коп.`,
    `8${NBSP}(495)${NBSP}123${JOINED}45${JOINED}67`,
    `50${NBSP}%`,
    "ivan-1@example.ru",
  ];

  it("stays on one line on paper and in Markdown", async () => {
    const blocks = blocksWith(KIND, { circumstances: STORY });
    const { value: docx } = await mammoth.extractRawText({ buffer: Buffer.from(await letterDocx(blocks)) });
    const html = elements(letterHtml(blocks)).map(textOf).join("\n");
    const markdown = letterMarkdown(blocks).replaceAll("\\", "");
    for (const text of [docx, html, markdown]) for (const one of kept) expect(text).toContain(one);
  });

  it.each([30, 40, 57, 76, 80])(
    "stays on one line of a text of %i columns, which is copied with ordinary signs",
    (columns) => {
      const text = letterText(blocksWith(KIND, { circumstances: STORY }), layoutOf(columns));
      for (const one of kept) expect(text).toContain(one.replaceAll(NBSP, " ").replaceAll(JOINED, "-"));
      expect(text).not.toMatch(/[\u00a0\u2011]/);
    },
  );

  it.each(KINDS)("%s ends with a line to sign on and one for whoever takes the second copy", (kind) => {
    const lines = letterText(blocksWith(kind, { representative: "" }), layoutOf(200))
      .trimEnd()
      .split("\n");
    expect(lines.join("\n")).not.toContain("\n\n\n");
    expect(lines.slice(-5)).toEqual([
      "22.11.2026",
      "________________ / Иванов Пётр Сергеевич",
      "(подпись)",
      "",
      "Отметка о приёме: ________________ (должность, ФИО, подпись, дата, вх. №)",
    ]);
  });
});

describe("the calendar", () => {
  const moment = { date: WRITTEN, text: WRITTEN, epoch: null };
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

  it.each(["ru", "en"] as const)("is read back with the dates of the letter, whole days, in %s", (language) => {
    const words = wordsOf(language, readMessages("data", language));
    for (const kind of KINDS) {
      const one = claim(kind, filled(kind));
      const text = claimCalendar(one, moment, words);
      const found = events(text);
      const dated = one.dates.flatMap(({ id, date }) => (date === null ? [] : [[`${kind}.${id}`, date]]));
      expect(
        found.map((event) => [event.uid.replace(/\.[0-9a-f]{16}@dozvon$/, ""), event.startDate.toString()]),
      ).toEqual(dated);
      expect(found.every((event) => event.startDate.isDate && event.duration.toSeconds() === 86_400)).toBe(true);
      expect(new Set(found.map((event) => event.uid)).size).toBe(found.length);
      expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const event of found) {
        expect(event.summary.length).toBeGreaterThan(10);
        expect(event.component.getFirstSubcomponent("valarm")).not.toBeNull();
      }
    }
  });

  it("holds nothing about the person, and only what is dated", () => {
    const words = wordsOf("ru", readMessages("data", "ru"));
    const text = claimCalendar(claim(KIND, filled(KIND)), moment, words).replaceAll("\r\n ", "");
    for (const personal of ["Иванов", "926", "Вавилова", "12345678"]) expect(text).not.toContain(personal);
    expect(claimCalendar(claim(KIND, {}), moment, words)).not.toContain(`${KIND}.file-by.`);
  });

  it("two letters of a kind are two sets of events, the same letter again is the same, taken later it moves", () => {
    const words = wordsOf("ru", readMessages("data", "ru"));
    const read = (over: Fields) =>
      events(claimCalendar(claim(KIND, filled(KIND, over), { operator: "megafon" }), moment, words));
    const uids = (over: Fields) => read(over).map(({ uid }) => uid);
    expect(new Set([...uids({}), ...uids({ amount: "100" })]).size).toBe(14);
    expect(uids({})).toEqual(uids({}));
    expect(uids({ "received-on": "2026-11-25" })).toEqual(uids({}));
    expect(read({ "received-on": "2026-11-25" }).map(({ startDate }) => String(startDate))).not.toEqual(
      read({}).map(({ startDate }) => String(startDate)),
    );
  });

  it("names whom the letter went to, and says of a day off what it is", () => {
    const words = wordsOf("ru", readMessages("data", "ru"));
    // Registered on Friday 4 December; 30 days later is Sunday 3 January 2027.
    const late = claim(KIND, filled(KIND, { "received-on": "2026-12-03" }), { operator: "megafon" });
    const text = claimCalendar(late, moment, words);
    const answer = events(text).find(({ uid }) => uid.startsWith(`${KIND}.answer-30.`));
    expect(answer?.summary).toBe("Срок ответа: ООО «Сервис»");
    expect(answer?.description).toBe("Оператор должен ответить. Это нерабочий день.");
    expect(
      events(text)
        .map(({ description }) => description)
        .join(),
    ).not.toContain("..");
    expect(text).toContain("X-WR-TIMEZONE:Europe/Moscow");
  });
});
