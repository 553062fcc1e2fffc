/** What did not answer is left out with that reason, and the next best way comes first. */
import { expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const HOME = { operator: "megafon", from: "own", roaming: "home", subscriber: "personal", service: "mobile" };
const answer = (tried: string, facts: Record<string, string> = HOME) =>
  route(directory, given({ ...facts, tried }), parseMoment(SWEEP_DAY));

it("a code that did not answer gives way to the next number", () => {
  const { primary, rejected, situation } = answer("0500");
  expect(primary).toBe("megafon.voice.toll-free");
  expect(rejected.find(({ channel }) => channel.id === "megafon.voice.short")).toMatchObject({
    reason: "already-tried",
    rule: "already-tried",
    conditions: [],
  });
  expect(situation.tried).toEqual({ value: ["0500"], from: "flag" });
});

it.each([
  "0500, 8 800 550-05-00",
  "megafon.voice.short,megafon.voice.toll-free",
  "0500,+7 (800) 550 05 00",
  "0500,88005500500",
  "0500,tel:+78005500500",
  "0500,8\u2011800\u2011550\u201105\u201100",
  "0500,8 800 550–05–00",
  "０５００,+7\u00a0800\u00a0550\u202f05−00",
])("several, in any spelling: %s", (tried) => {
  const left = answer(tried).rejected.filter(({ reason }) => reason === "already-tried");
  expect(left.map(({ channel }) => channel.id)).toEqual(
    expect.arrayContaining(["megafon.voice.short", "megafon.voice.toll-free"]),
  );
});

it.each([
  ["a code", "mts", "balance", "*100#", "mts.ussd.balance"],
  ["a page", "mts", "complaint", "support.mts.ru/contacts", "mts.web.contacts"],
  ["an app by its name", "megafon", "tariff", "Приложение МегаФон", "megafon.app.main"],
])("%s is known again", (_, operator, topic, tried, id) => {
  const { channels, rejected } = answer(tried, { ...HOME, operator, topic });
  expect(channels.map(({ channel }) => channel.id)).not.toContain(id);
  expect(rejected.find(({ channel }) => channel.id === id)?.reason).toBe("already-tried");
});

it("where facts are left out the usual case moves on too", () => {
  expect(answer("611", { operator: "t2" }).usual?.primary).toBe("t2.voice.toll-free");
});

it("what is nobody's number changes nothing", () => {
  expect(answer("1234567").primary).toBe("megafon.voice.short");
});

it.each(["0500,", " , "])("an empty value is refused: «%s»", (tried) => {
  expect(() => answer(tried)).toThrow("empty-value");
});
