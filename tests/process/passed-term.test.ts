/** A term that has passed is said before anything that reads as if it had been kept. */
import { expect, it } from "vitest";
import { run } from "../support/run.js";

const CHILD = ["refund", "steam", "--parent-consent", "no", "--as-of", "2026-11-30", "--lang", "ru"];

it.concurrent.each([
  // A year over a teenager's deal, three over that of a younger child (Civil Code art. 181).
  ["15", "2025-12-01", "До 01.12.2026 — ещё 1 день"],
  ["15", "2025-11-25", "Срок иска вышел 25.11.2026 (1 год после платежа)"],
  ["10", "2023-12-04", "До 04.12.2026 — ещё 4 дня"],
  ["10", "2022-11-01", "Срок иска вышел 01.11.2025 (3 года после платежа)"],
])("of a child of %s who paid on %s: the last day to sue", async (age, paid, said) => {
  const { out } = await run([...CHILD, "--buyer-age", age, "--paid-on", paid]);
  expect(out).toContain(said);
});

const LATE = ["refund", "bank", "--event", "unauthorised", "--bank-notified-on", "2026-11-01", "--as-of", "2026-11-22"];

it.concurrent.each([
  ["ru", "ваш срок вышел 02.11.2026", /Вы сообщили вовремя/],
  ["en", "your own deadline passed on 2026-11-02", /You reported in time/],
])("on the second line in %s", async (lang, said, promised) => {
  const { out } = await run([...LATE, "--lang", lang]);
  expect(out.split("\n")[1]).toContain(said);
  expect(out).not.toMatch(promised);
});

it.concurrent("is not said while the term runs", async () => {
  const { out } = await run([...LATE.slice(0, -1), "2026-11-02", "--lang", "en"]);
  expect(out).not.toContain("deadline passed");
});

it.concurrent("is not said on the working day after a day off (Civil Code art. 193)", async () => {
  // The day after Friday the 27th is a Saturday, and Monday the 30th is in time.
  const { out } = await run([
    ...LATE.slice(0, 4),
    "--bank-notified-on",
    "2026-11-27",
    "--as-of",
    "2026-11-30",
    "--lang",
    "ru",
  ]);
  expect(out).not.toContain("опоздали");
  expect(out).toContain("До 30.11.2026 — сегодня последний день");
  expect(out).not.toContain("Срок вышел");
});
