/** The topic of a text: measured on questions of our own that are not learnt from, and bounded whatever comes. */
import { statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../src/build/understanding/examples.js";
import { measure, readQuestions } from "../../src/build/understanding/measure.js";
import { LONGEST } from "../../src/understanding/text.js";
import { encodeModel, OWN_COLUMNS } from "../../src/understanding/topic-model.js";
import { judge } from "../../src/understanding/verdict.js";
import { BUILT, builtModel, builtReader } from "../support/reader.js";
import { realDirectory } from "../support/real-directory.js";

const read = builtReader();
const { topics } = realDirectory();
const MEASURE = "data/understanding/measure";
const share = ({ right, of }: { right: number; of: number }) => right / of;

describe("questions that are not learnt from", () => {
  const questions = readQuestions(join(MEASURE, "questions.jsonl"));
  const outside = readQuestions(join(MEASURE, "out-of-scope.jsonl"));

  it("are none of the examples", () => {
    const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
    const learnt = new Set(readExamples("data").map(({ text }) => folded(text)));
    expect([...questions, ...outside].filter(({ text }) => learnt.has(folded(text)))).toEqual([]);
  });

  it("find their topic", () => {
    const found = measure(questions, read, topics);
    expect(found.first.of).toBeGreaterThan(100);
    expect(share(found.first)).toBeGreaterThanOrEqual(0.85);
    expect(share(found.three)).toBeGreaterThanOrEqual(0.95);
    expect(share(found.operator)).toBeGreaterThanOrEqual(0.98);
    expect(share(found.refused)).toBeLessThanOrEqual(0.05);
    // An answer given alone has to be safer than one put up for choice.
    expect(share(found.alone)).toBeGreaterThanOrEqual(0.9);
  });

  it("are turned away when they are about something else", () => {
    const found = measure(outside, read, topics);
    expect(found.outside.of).toBeGreaterThanOrEqual(200);
    expect(share(found.outside)).toBeGreaterThanOrEqual(0.6);
  });

  it("cover every topic", () => {
    const asked = new Set(questions.map(({ topic }) => topic));
    expect(topics.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe("the model", () => {
  it("ships in at most 900 KB, its dictionaries included", () => {
    const bytes = ["topics.bin", "dictionaries.json"].map((name) => statSync(join(BUILT, name)).size);
    expect(bytes.reduce((a, b) => a + b) / 1000).toBeLessThanOrEqual(900);
  });

  it("knows the topics of the directory and no others", () => {
    const own: readonly string[] = OWN_COLUMNS;
    const labels = builtModel().labels.filter((label) => !own.includes(label));
    const ids = topics.map(({ id }) => id).filter((id) => id !== "emergency");
    expect([...labels].sort()).toEqual(ids.sort());
  });

  it("is what it was after being packed again", () => {
    const model = builtModel();
    expect(Buffer.from(encodeModel(model)).equals(Buffer.from(encodeModel(model)))).toBe(true);
    expect(encodeModel(model)).toHaveLength(statSync(join(BUILT, "topics.bin")).size);
  });
});

describe("any text", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(fc.constantFrom("мтс", "я", "в", "Турции", "0500", "+79261112233", "😀", "\u0000", "списали", "112", "i"))
      .map((words) => words.join(" ")),
  );

  it("gives probabilities of topics, the likeliest first", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = read(text);
        const confidences = reading.topics.map(({ confidence }) => confidence);
        expect(confidences.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
        expect(reading.outside).toBeGreaterThanOrEqual(0);
        expect(reading.outside).toBeLessThanOrEqual(1);
        expect(reading).toEqual(read(text));
      }),
      { numRuns: 300 },
    );
  });

  it("is judged: one topic, two or three to choose from, or nothing of ours", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("mobile" as const, "fixed" as const, null), (text, service) => {
        const verdict = judge(read(text), topics, service);
        const named =
          verdict.kind === "several"
            ? verdict.candidates.map(({ topic }) => topic)
            : verdict.kind === "topic"
              ? [verdict.topic]
              : [];
        if (verdict.kind === "several") expect(named.length).toBeGreaterThanOrEqual(2);
        expect(named.length).toBeLessThanOrEqual(3);
        expect(new Set(named).size).toBe(named.length);
        const services = named.map((id) => topics.find((topic) => topic.id === id)?.service);
        expect(services).not.toContain(undefined);
        if (service) expect(services.filter((one) => one !== null && one !== service)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("takes bounded time, however long", () => {
    for (const piece of [
      "мтс сняли деньги ",
      "a",
      "я в ",
      "в Турции из Турции ",
      "((((",
      "1234567890",
      "я не могу ... ",
    ]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      const reading = read(text);
      expect(performance.now() - start).toBeLessThan(1500);
      // What stands beyond the bound changes nothing.
      expect(reading).toEqual(read(text.slice(0, LONGEST)));
    }
  });

  it.each(["", " ", "😀😀😀", "\u0000\u0007\u001b[2J", "我的手机没有信号", "كيف أشحن رصيدي", "?!?!", "жщцк"])(
    "that says nothing (%j) is nothing of ours",
    (text) => {
      expect(judge(read(text), topics, null).kind).toBe("outside");
    },
  );
});

describe("an emergency", () => {
  it.each([
    "112",
    "горит дом",
    "срочно скорую, человек без сознания",
    "пахнет газом в подъезде, мегафон, баланс ноль",
    "дом горит а на счету мтс нет денег, верните деньги за подписку",
    "call an ambulance",
    "gj;fh ujhbn ljv",
    "VYZVAT POLICIYU",
  ])("comes before everything else in %j", (text) => {
    expect(judge(read(text), topics, "fixed")).toEqual({ kind: "topic", topic: "emergency", confidence: 1 });
  });

  it.each(["телефон пишет только экстренные вызовы, мтс", "мегафон сняли 112 рублей", "подключили пакет 112 мб, мтс"])(
    "is none in %j",
    (text) => {
      expect(read(text).emergency).toBe(false);
    },
  );
});
