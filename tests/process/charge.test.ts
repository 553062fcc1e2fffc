/** `dozvon charge` and `dozvon refund` as processes. */
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { json, run, valid } from "../support/run.js";

const AS_OF = ["--as-of", "2026-11-22"];

interface Ground {
  id: string;
  text: string;
  grade: string;
  status: string;
}
interface Charge {
  descriptor: string | null;
  recognised: boolean;
  candidates: {
    merchant: string;
    confidence: string;
    likely: { verdict: string; check: string[] } | null;
    cancel: Ground[];
    checklist: { id: string; command: string };
    refund: { command: string; established: boolean };
  }[];
  paths: { merchant: string }[];
  knownAs: { id: string }[];
  needs: string[];
}
interface Refund {
  complete: boolean;
  needs: string[];
  outcome: string | null;
  decision: { rule: string; ground: Ground } | null;
  possible: { outcome: string }[];
  dates: { ground: string; due: string | null; daysLeft: number | null }[];
  routes: { route: string }[];
  request: Ground[];
}

interface Questions {
  questions: { fact: string; text: string }[];
}

async function answer<T>(args: readonly string[]): Promise<{
  code: number | null;
  result: T;
  query: { text: string | null; facts: Record<string, { value: unknown; from: string }> };
}> {
  const { code, document } = await json([...args, ...AS_OF]);
  const { result, query } = document as unknown as {
    result: T;
    query: { text: string | null; facts: Record<string, { value: unknown; from: string }> };
  };
  return { code, result, query };
}

const STEAM_GAME =
  "refund steam --paid-with foreign-card --event change-of-mind --recurring no --product game --hours-played 1".split(
    " ",
  );

describe.concurrent("charge", () => {
  it("says who it is, what to check today, where to cancel, what follows", async () => {
    const { code, result } = await answer<Charge>(["charge", "APPLE.COM/BILL", "--account", "card"]);
    const [main] = result.candidates;
    expect(code).toBe(0);
    expect(main).toMatchObject({
      merchant: "app-store",
      confidence: "high",
      likely: { verdict: "unlikely" },
      checklist: { id: "auto-renewal" },
      refund: { command: "dozvon refund app-store", established: true },
    });
    expect(main?.likely?.check.length).toBeGreaterThan(1);
    expect(main?.cancel.map(({ id }) => id)).toContain("apple-where");
    expect(result.paths).toEqual([]);
  });

  it("sends who did not pay by the card to the bank first, whoever the seller is (161-FZ art. 9 p. 11)", async () => {
    const said = async (...more: string[]) => (await run(["charge", "STEAMGAMES.COM", ...more, "--lang", "ru"])).out;
    expect(await said()).toContain("Сначала банк");
    expect(await said("--account", "mobile")).not.toContain("Сначала банк");
  });

  it("takes a line of several words without quotes", async () => {
    const { result } = await answer<Charge>(["charge", "Valve", "Software"]);
    expect(result.candidates[0]?.merchant).toBe("steam");
  });

  it("says that it does not know a line, gives the general ways and ends with 3", async () => {
    const { code, result } = await answer<Charge>(["charge", "QWERTY UIOP"]);
    expect(code).toBe(3);
    expect(result).toMatchObject({ recognised: false, candidates: [], needs: ["account"] });
    expect(result.paths.map(({ merchant }) => merchant).sort()).toEqual(["bank", "mobile-account"]);
  });

  it("answers about an account alone", async () => {
    const { code, result } = await answer<Charge>(["charge", "--account", "mobile"]);
    expect(code).toBe(0);
    expect(result.paths.map(({ merchant }) => merchant)).toEqual(["mobile-account"]);
  });

  it.each([
    ["mobile", "Начните с детализации у оператора: в ней дата, сумма и за что списали."],
    ["card", "Если операция не ваша, заблокируйте карту и сразу сообщите банку."],
  ])("says on the first line what to begin with, %s", async (account, first) => {
    const { out } = await run(["charge", "--account", account, "--lang", "ru"]);
    expect(out.split("\n")[0]).toBe(first);
  });

  it("takes a short number for a subscription, and names the support line that has it", async () => {
    const [unknown, support] = await Promise.all([
      answer<Charge>(["charge", "7781"]),
      answer<Charge>(["charge", "0500"]),
    ]);
    expect(unknown.result.candidates[0]).toMatchObject({
      merchant: "mobile-account",
      checklist: { id: "unwanted-subscription" },
    });
    expect(unknown.result.knownAs).toEqual([]);
    expect(support.result.candidates[0]?.merchant).toBe("mobile-account");
    expect(support.result.knownAs.map(({ id }) => id)).toContain("megafon.voice.short");
    expect((await answer<Charge>(["charge", "05 00"])).result.knownAs).toEqual(support.result.knownAs);
    expect((await run(["charge", "0500", "--lang", "ru"])).out).not.toContain("расходятся");
  });

  it("knows nobody by digits inside another line", async () => {
    const { result } = await answer<Charge>(["charge", "XSOLLA 900"]);
    expect(result.candidates.map(({ merchant }) => merchant)).toEqual(["xsolla"]);
    expect(result.knownAs).toEqual([]);
  });

  it("sends nobody to a short number that sources disagree about, and neither does ask", async () => {
    const said = await Promise.all([run(["charge", "5151", "--lang", "ru"]), run(["ask", "5151", "--lang", "ru"])]);
    const [charge = "", ask = ""] = said.map(({ out }) => out);
    expect(charge).toMatch(
      /^Отписка от подписок[\s\S]*надёжнее\s+0500\s+или\s+https:\/\/lk\.megafon\.ru[\s\S]*источники\s+расходятся/,
    );
    expect(ask).toMatch(
      /Источники о нём\s+расходятся[\s\S]*Вместо этого:\s+0500 или\s+https:\/\/lk\.megafon\.ru[\s\S]*Почему/,
    );
    for (const out of [charge, ask]) expect(out).not.toContain("Отправьте на него");
  });

  it("takes an operator's name for the account of the phone", async () => {
    const { code, result } = await answer<Charge>(["charge", "МегаФон"]);
    expect(code).toBe(0);
    expect(result.candidates[0]?.merchant).toBe("mobile-account");
  });

  it.each([
    [["900"], ["bank"], []],
    [["900", "--account", "card"], ["bank"], []],
    [["TINKOFF", "--account", "card"], ["bank"], []],
    [["мтс", "--account", "card"], ["bank"], []],
    [["сбер"], ["bank", "mobile-account"], ["account"]],
    [["сбер", "--account", "mobile"], ["mobile-account", "bank"], []],
  ])("leads a bank's number and name to the bank: %j", async (args, merchants, needs) => {
    const { code, result } = await answer<Charge>(["charge", ...args]);
    expect(code).toBe(0);
    expect(result.candidates.map(({ merchant }) => merchant)).toEqual(merchants);
    expect(result.needs).toEqual(needs);
  });

  it("says of an emergency number that it costs nothing, without a way to a refund", async () => {
    const [{ code, result }, text] = await Promise.all([
      answer<Charge & { free: boolean }>(["charge", "112"]),
      run(["charge", "112", "--lang", "ru", ...AS_OF]),
    ]);
    expect(code).toBe(0);
    expect(result).toMatchObject({ free: true, candidates: [], paths: [], needs: [] });
    expect(text.out).toMatch(/бесплатный/);
    expect(text.out).not.toContain("dozvon refund");
  });

  it.each([
    ["122", "short-number.122"],
    ["115", "gosuslugi.voice.short"],
  ])("takes no number of somebody who is neither an operator nor a bank for a subscription: %s", async (number, id) => {
    const { result } = await answer<Charge>(["charge", number]);
    expect(result.candidates).toEqual([]);
    expect(result.knownAs.map((one) => one.id)).toEqual([id]);
  });

  it("hides phone and card numbers", async () => {
    const given = "XSOLLA 4276 1234 5678 9012 +79261110500";
    const [{ result, query }, text] = await Promise.all([
      answer<Charge>(["charge", given]),
      run(["charge", given, ...AS_OF]),
    ]);
    expect(result.candidates[0]?.merchant).toBe("xsolla");
    for (const shown of [JSON.stringify(result), JSON.stringify(query), text.out]) {
      expect(shown).not.toMatch(/5678|1110500/);
    }
    expect(query.text).toBe(result.descriptor);
  });

  it("never lets control characters through", async () => {
    const { out } = await run(["charge", "XSOLLA *\u001b[31mGAME\u202e", ...AS_OF]);
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
    expect(out).toContain("Xsolla");
  });
});

describe.concurrent("refund", () => {
  it("gives the rule, the last day and the days left", async () => {
    const { code, result, query } = await answer<Refund>([...STEAM_GAME, "--paid-on", "20.11.2026"]);
    expect(code).toBe(0);
    expect(result).toMatchObject({
      complete: true,
      outcome: "refund-possible",
      needs: [],
      decision: { rule: "steam-refund-14-2" },
    });
    expect(result.dates.find(({ ground }) => ground === "steam-refund-14-2")).toMatchObject({
      due: "2026-12-04",
      daysLeft: 12,
    });
    expect(result.request.length).toBeGreaterThan(0);
    expect(new Set(result.routes.map(({ route }) => route))).toEqual(new Set(["bank", "law", "regulator"]));
    expect(query.facts["paid-on"]).toEqual({ value: "20.11.2026", from: "flag" });
  });

  it("without the facts names them, and what may come of it, and ends with 3", async () => {
    const { code, result } = await answer<Refund>(STEAM_GAME);
    expect(code).toBe(3);
    expect(result).toMatchObject({ complete: false, outcome: null, decision: null, needs: ["paid-on"] });
    expect(result.possible.map(({ outcome }) => outcome).sort()).toEqual(["individual-review", "refund-possible"]);
  });

  it("counts what was sent to the operator for the operator alone", async () => {
    const args = "refund mobile-account --charge other --claimed-on 2026-11-20".split(" ");
    const { result } = await answer<Refund>(args);
    const dated = result.dates.filter(({ due }) => due !== null);
    expect(dated.map(({ ground, due }) => `${ground} ${due}`)).toEqual(["law-55-answer-30 2026-12-20"]);
  });

  it("takes a merchant by any name, an operator for the account of the phone", async () => {
    const [stim, operator] = await Promise.all([
      answer<{ merchant: string }>(["refund", "Стим"]),
      answer<{ merchant: string }>(["refund", "мтс"]),
    ]);
    expect([stim.result.merchant, operator.result.merchant]).toEqual(["steam", "mobile-account"]);
  });

  it.each<[string, string[]]>([
    ["app-store --buyer-age 10", ["child-purchase", "refund-refused"]],
    ["app-store --buyer-age 18", ["auto-renewal", "refund-refused"]],
    ["app-store --product game", ["refund-refused"]],
    ["app-store --event paid-twice", ["refund-refused"]],
    ["app-store --event other", ["auto-renewal", "refund-refused"]],
    ["app-store --product subscription", ["auto-renewal", "refund-refused"]],
    ["app-store --product game --recurring yes", ["auto-renewal", "refund-refused"]],
    ["mobile-account --buyer-age 10 --charge other", ["child-purchase", "unknown-mobile-charges", "refund-refused"]],
    [
      "xsolla --state posted --paid-with foreign-card --product game --used yes --event change-of-mind --received-on 2026-11-20",
      ["refund-refused", "xsolla"],
    ],
  ])("goes on step by step with what fits: %s", async (words, checklists) => {
    const { result } = await answer<{ checklists: { id: string }[] }>(["refund", ...words.split(" ")]);
    expect(result.checklists.map(({ id }) => id)).toEqual(checklists);
  });

  it.each<[string, string[]]>([
    ["app-store --buyer-age 10", ["bank-notify-next-day"]],
    ["app-store --product subscription --event other", []],
    ["steam --event unauthorised --paid-with foreign-card", ["bank-notify-next-day", "steam-refund-time"]],
    ["rustore --event other", ["rustore-renewal-window"]],
    [
      "xsolla --state posted --paid-with foreign-card --product game --used yes --event change-of-mind --received-on 2026-11-20",
      [],
    ],
  ])("says the terms of what may be due, each once: %s", async (words, grounds) => {
    const { result } = await answer<Refund>(["refund", ...words.split(" ")]);
    expect(result.dates.map(({ ground }) => ground)).toEqual(grounds);
  });

  it("promises no money back where it is refused, and asks for the time where the day is not enough", async () => {
    const refused =
      "refund xsolla --state posted --paid-with foreign-card --product game --used yes --event change-of-mind --received-on 2026-11-20".split(
        " ",
      );
    const google = "refund google-play --event change-of-mind --product game --lang en".split(" ");
    const [no, may, when, day] = await Promise.all([
      answer<Refund & { payout: Ground[] }>(refused),
      answer<Refund & { payout: Ground[] }>(["refund", "xsolla"]),
      answer<Questions>([...google, "--paid-on", "2026-11-20"]),
      answer<Questions>(google),
    ]);
    expect([no.result.outcome, no.result.payout, may.result.payout.length > 0]).toEqual([
      "refund-right-lost",
      [],
      true,
    ]);
    const asked = (questions: readonly { fact: string; text: string }[]) =>
      questions.find(({ fact }) => fact === "paid-on")?.text ?? "";
    expect(asked(when.result.questions)).toMatch(/time/);
    expect(asked(day.result.questions)).not.toBe(asked(when.result.questions));
  });

  it.each([
    ["steam --paid-with foreign-card --event unauthorised", 0],
    ["rustore --event other", 0],
    ["app-store", 3],
  ])("with --strict is sure or not: %s", async (words, code) => {
    expect((await run(["refund", ...words.split(" "), "--strict", ...AS_OF])).code).toBe(code);
  });

  it("with --strict does not pass a rule that rests on one source", async () => {
    const args = "refund xsolla --state posted --event not-received --product game".split(" ");
    const [plain, strict] = await Promise.all([answer<Refund>(args), answer<Refund>([...args, "--strict"])]);
    expect([plain.code, strict.code]).toEqual([0, 3]);
    expect(strict.result.outcome).toBe("refund-possible");
  });
});

it.concurrent("a line of a batch may ask who charged", async () => {
  const lines = [
    { ref: 1, charge: "XSOLLA *GAME +7 926 111-05-00" },
    { ref: 2, operator: "mts" },
    { ref: 3, charge: "QWERTY", account: "card" },
    { ref: 4, charge: 5 },
    { ref: 5, charge: "XSOLLA", operator: "mts" },
    { ref: 6, charge: "XSOLLA", account: "cards" },
  ];
  const { code, out, err } = await run(["batch"], { input: lines.map((line) => `${JSON.stringify(line)}\n`).join("") });
  expect({ code, err }).toEqual({ code: 6, err: "" });
  expect(out).not.toContain("1110500");
  const answers = await Promise.all(out.trimEnd().split("\n").map(valid));
  expect(answers.map(({ kind, ok, query }) => [query.ref, kind, ok])).toEqual([
    [1, "charge", true],
    [2, "route", true],
    [3, "charge", true],
    [4, "charge", false],
    [5, "charge", false],
    [6, "charge", false],
  ]);
});

describe.concurrent("what cannot be", () => {
  it.each<[string[], number, string, string?]>([
    [["charge"], 3, "missing-facts"],
    [["charge", " "], 2, "usage"],
    [["charge", "XSOLLA", "--account", "crd"], 2, "unknown-value", "card"],
    [["refund"], 3, "missing-facts"],
    [["refund", "xsola"], 2, "unknown-merchant", "xsolla"],
    [["refund", "aple"], 2, "unknown-merchant", "app-store"],
    [["refund", "xsollaroblox"], 2, "unknown-merchant", "xsolla"],
    [["refund", `${"x".repeat(99)}yz`], 2, "unknown-merchant"],
    [["refund", "nobody-at-all"], 2, "unknown-merchant"],
    [["refund", "яндекс плюсс"], 2, "unknown-merchant", "yandex-plus"],
    [["refund", "steam", "--product", "gmae"], 2, "unknown-value", "game"],
    [["refund", "steam", "--paid-on", "2026-02-30"], 2, "impossible-date"],
    [["refund", "steam", "--paid-on", "2026-11-23", ...AS_OF], 2, "contradictory-facts"],
    [["refund", "steam", "--hours-played=-1"], 2, "unknown-value"],
    [["refund", "xsolla", "--amount=-599 ₽"], 2, "impossible-amount"],
    [["refund", "xsolla", "--amount", "рубль"], 2, "impossible-amount"],
    [["refund", "steam", "--used", "yes", "--used", "no"], 2, "usage"],
    [["refund", "steam", "--used", ""], 2, "usage"],
    [["refund", "steam", "--bogus"], 2, "usage"],
  ])("%j ends with %i, %s", async (args, exit, problem, hint) => {
    const [text, { code, document }] = await Promise.all([run(args), json(args)]);
    expect({ code: text.code, out: text.out }).toEqual({ code: exit, out: "" });
    expect(text.err).toMatch(/^dozvon: \S/);
    expect(text.err).not.toMatch(/^ {4}at /m);
    expect(code).toBe(exit);
    expect(document).toMatchObject({ ok: false, result: null, problem: { code: problem } });
    if (hint) expect(document.problem.hints).toContain(hint);
    if (problem === "unknown-merchant") expect(document.problem.detail).toContain(`"${args[1]?.slice(0, 100)}"`);
    const flag = problem === "unknown-value" && args.find((word) => word.startsWith("--"))?.split("=")[0];
    if (flag) expect(document.problem.detail).toContain(flag);
  });
});

it("lists sellers by the names that people type", async () => {
  const { err } = await run(["refund", "roblox", "--lang", "ru"]);
  expect(err).toContain("Яндекс Плюс");
  expect(err).not.toMatch(/yandex-plus|app-store/);
});

const SCREENS = [
  "charge XSOLLA*CIVILIZATION",
  "charge APPLE.COM/BILL",
  "charge QWERTY",
  "refund xsolla",
  `${STEAM_GAME.join(" ")} --paid-on 2026-11-20`,
  "refund mobile-account --charge operator-option --explicit-will no --demanded-on 2026-11-20 --paid-on 2026-11-01",
  "refund rustore --event other",
];
const RUSSIAN = /[а-яё]/i;

async function screen(command: string, lang: string, columns: number): Promise<string> {
  const { out, err } = await run([...command.split(" "), ...AS_OF, "--lang", lang], {
    env: { COLUMNS: String(columns) },
  });
  expect(err).toBe("");
  return out;
}

describe.concurrent("on the screen", () => {
  it.each([
    ...SCREENS.flatMap((command) => [40, 80].map((columns) => [columns, command] as const)),
    ...SCREENS.slice(0, 1).map((command) => [200, command] as const),
  ])("at %i columns: %s", async (columns, command) => {
    const [ru, en] = await Promise.all([screen(command, "ru", columns), screen(command, "en", columns)]);
    for (const text of [ru, en]) {
      // An address or a path of flags cannot be wrapped.
      const wide = text.split("\n").filter((line) => stringWidth(line) > columns && line.trim().includes(" "));
      expect(wide).toEqual([]);
    }
    expect(ru).toMatch(RUSSIAN);
    expect(en.split("\n").filter((line) => RUSSIAN.test(line))).toEqual([]);
  });

  it.each<[string, string, string | RegExp]>([
    ["ru", "charge XSOLLA", "Это Xsolla."],
    ["en", "charge XSOLLA", "This is Xsolla."],
    ["ru", "charge --account mobile QWERTY", "Такой строки в справочнике нет. Общий порядок — ниже."],
    ["ru", "charge OZON", /^Такой строки в справочнике нет. Это может быть магазин или перевод: проверьте свои заказы/],
    ["ru", "refund steam --event change-of-mind --product game --hours-played 5", /^Скорее всего откажут/],
    ["ru", "refund rustore --buyer-age 10 --parent-consent no", /^Сделка ребёнка недействительна/],
    [
      "ru",
      "refund yandex-plus --data-refused yes --recurring yes --paid-on 2026-11-20 --event other --paid-with russian-card",
      /^Списание незаконно/,
    ],
    [
      "ru",
      "refund rustore --event other",
      /^Просите возврат у поддержки сервиса «RuStore»: когда его дают, установить не удалось/,
    ],
    ["ru", "refund app-store --product subscription", "Куда обратиться"],
    [
      "ru",
      "refund mobile-account --buyer-age 10 --parent-consent no --charge other",
      "Прямого правила о возврате нет: подайте претензию оператору.",
    ],
    ["ru", "refund apple --event paid-twice --minutes-between 3", /^Возврат: reportaproblem\.apple\.com/],
    [
      "ru",
      `${STEAM_GAME.join(" ")} --paid-on 2026-11-20`,
      "Возврат возможен: так говорят правила сервиса «Steam (Valve)».",
    ],
    ["en", `${STEAM_GAME.join(" ")} --paid-on 2026-11-20`, "A refund is possible: so say the rules of Steam (Valve)."],
    [
      "ru",
      "refund mobile-account --paid-with russian-card",
      "Деньги ушли с карты, а не со счёта телефона: узнайте по строке выписки, кто их списал.",
    ],
    ["ru", STEAM_GAME.join(" "), /^Игру в Steam возвращают, если после покупки прошло не больше 14 дней/],
  ])("in %s the first line of %s is the answer", async (lang, command, line) => {
    const [first = ""] = (await screen(command, lang, 100)).split("\n");
    if (typeof line === "string") expect(first).toBe(line);
    else expect(first).toMatch(line);
  });

  it("says on the first screen that a charge is not to be expected today", async () => {
    expect(await screen("charge GOOGLE*YOUTUBE", "ru", 80)).toContain("маловероятно");
  });

  it("says the date as people write it and how many days are left", async () => {
    const command = `${STEAM_GAME.join(" ")} --paid-on 2026-11-20`;
    expect(await screen(command, "ru", 100)).toContain("До 04.12.2026 — ещё 12 дней");
    expect(await screen(command, "en", 100)).toContain("By 2026-12-04: 12 days left");
  });
});
