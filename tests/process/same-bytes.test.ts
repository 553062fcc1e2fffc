/** Same question, language and day: the same bytes, wherever the machine stands and whatever it speaks. */
import { expect, it } from "vitest";
import { runAll } from "../support/in-one-process.js";

const REFUND = ["refund", "steam", "--event", "change-of-mind", "--paid-with", "russian-card", "--product", "game"];
const ANSWERS: readonly (readonly string[])[] = [
  ["route", "-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal"],
  ["route", "-o", "mts", "-r", "abroad", "--country", "TR"],
  ["checklist", "show", "xsolla"],
  [...REFUND, "--paid-on", "2026-11-20 23:30", "--hours-played", "1"],
  ["claim", "content-without-consent"],
  ["whose", "+7 926 111-05-00", "0500"],
  ["contacts", "t2"],
  ["ask", "СПИСАЛИ ДЕНЬГИ, Я В ТУРЦИИ"],
  ["find", "билайн ИНТЕРНЕТ"],
];
const LINES = ["ru", "en"].flatMap((lang) =>
  ANSWERS.map((words) => [...words, "--json", "--as-of", "2026-11-22T12:00", "--lang", lang]),
);

const PLACES: readonly Record<string, string>[] = [
  { LANG: "ru_RU.UTF-8", TZ: "Pacific/Kiritimati" },
  { LANG: "", LC_ALL: "tr_TR.UTF-8", TZ: "America/New_York" },
  { LANG: "ru_RU.KOI8-R", LC_ALL: "C", TZ: "Asia/Vladivostok" },
];

it("nothing of an answer depends on the locale or the time zone of the machine", async () => {
  const [home, ...elsewhere] = await Promise.all(
    [{ LANG: "en_US.UTF-8", TZ: "UTC" }, ...PLACES].map((env) => runAll(LINES, env)),
  );
  // Otherwise nothing would be compared but problems.
  expect(
    home?.map(({ code }, at) => [LINES[at]?.join(" "), code]).filter(([, code]) => code === 1 || code === 2),
  ).toEqual([]);
  for (const there of elsewhere) {
    for (const [at, ended] of there.entries()) expect(ended, LINES[at]?.join(" ")).toEqual(home?.[at]);
  }
});
