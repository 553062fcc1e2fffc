/** A term that has passed is said before anything that reads as if it had been kept. */
import { expect, it } from "vitest";
import { run } from "../support/run.js";

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
  expect(out).toContain("тогда он кончается в ближайший рабочий");
});
