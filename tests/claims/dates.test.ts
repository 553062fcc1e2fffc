/** The dates that follow from a letter, each worked out by hand from the fact named and the production calendar of Russia. */
import { describe, expect, it } from "vitest";
import { claim, type Fields, filled } from "../support/claims.js";

type Dated = [id: string, date: string | null];

const dates = (kind: string, fields: Fields): Dated[] =>
  claim(kind, filled(kind, { "received-on": "", ...fields })).dates.map(({ id, date }) => [id, date]);

describe("content without consent", () => {
  it("written on a Sunday: registered on Monday, answered 30 days later, next authority the day after", () => {
    // law-55-filing: 6 months from 5 November; law-55-register: the next working day; law-55-answer-30; law-zpp16-3-days.
    expect(dates("content-without-consent", { date: "2026-11-22" })).toEqual([
      ["registered", "2026-11-23"],
      ["refund-3", "2026-11-25"],
      ["refund-3-next", "2026-11-26"],
      ["answer-30", "2026-12-23"],
      ["answer-30-next", "2026-12-24"],
      ["file-by", "2027-05-05"],
      ["file-by-last", "2027-05-20"],
    ]);
  });

  it("taken later than written: the terms run from the day it was taken", () => {
    // Friday 27 November, registered on Monday the 30th.
    expect(dates("content-without-consent", { "received-on": "2026-11-27" })).toEqual([
      ["refund-3", "2026-11-30"],
      ["registered", "2026-11-30"],
      ["refund-3-next", "2026-12-01"],
      ["answer-30", "2026-12-30"],
      ["answer-30-next", "2026-12-31"],
      ["file-by", "2027-05-05"],
      ["file-by-last", "2027-05-20"],
    ]);
  });

  it("before the holidays: registered after the day moved off work", () => {
    // 30 October 2026 is a Friday, 4 November a holiday; Monday 2 November works.
    expect(
      dates("content-without-consent", {
        "charged-on": "2026-10-01",
        "asked-on": "2026-10-02",
        date: "2026-10-29",
        "received-on": "2026-10-30",
        until: "",
      }),
    ).toEqual([
      ["refund-3", "2026-11-02"],
      ["registered", "2026-11-02"],
      ["refund-3-next", "2026-11-03"],
      ["answer-30", "2026-12-02"],
      ["answer-30-next", "2026-12-03"],
      ["file-by", "2027-04-01"],
    ]);
  });

  it("about roaming abroad: 60 days (law-55-answer-60)", () => {
    const found = dates("content-without-consent", { subject: "abroad" });
    expect(found).toContainEqual(["answer-60", "2027-01-22"]);
    expect(found.map(([id]) => id)).not.toContain("answer-30");
  });

  it("six months that end in a shorter month end on its last day, and after a Sunday on the Monday", () => {
    expect(dates("content-without-consent", { "charged-on": "2026-08-31", until: "" })).toContainEqual([
      "file-by",
      "2027-03-01",
    ]);
  });
});

describe("the edges of terms", () => {
  const due = (kind: string, id: string, fields: Fields): string | null | undefined =>
    new Map(dates(kind, fields)).get(id);

  it("six months in a leap year end on 29 February (Civil Code art. 192)", () => {
    const charged = { "charged-on": "2027-08-31", "asked-on": "", until: "", date: "2027-09-01" };
    const leap = claim(
      "content-without-consent",
      filled("content-without-consent", { ...charged, "received-on": "" }),
      {
        today: "2027-09-01",
      },
    );
    expect(leap.dates.find(({ id }) => id === "file-by")?.date).toBe("2028-02-29");
  });

  it("a claim is in time on the working day after a day off, and no later (art. 193)", () => {
    // Six months from 10 July 2026 end on Sunday 10 January 2027.
    expect(due("content-without-consent", "file-by", { "charged-on": "2026-07-10", until: "" })).toBe("2027-01-11");
    // From 28 and 29 May 2026 they end on a Saturday and a Sunday: Monday 30 November is in time.
    const beside = (kind: string, today: string, charged: string) => {
      const { before, dates: found } = claim(kind, { "charged-on": charged }, { today });
      const left = found.find(({ id }) => id === "file-by")?.daysLeft;
      return [left, before.some(({ id }) => id === "six-months")];
    };
    for (const kind of ["content-without-consent", "imposed-option"]) {
      expect(beside(kind, "2026-11-30", "2026-05-28")).toEqual([0, false]);
      expect(beside(kind, "2026-11-30", "2026-05-29")).toEqual([0, false]);
      expect(beside(kind, "2026-12-01", "2026-05-29")).toEqual([-1, true]);
      // Six months from 27 May end on Friday the 27th, 184 days later.
      expect(beside(kind, "2026-11-28", "2026-05-27")).toEqual([-1, true]);
    }
    // The last charge of a row has a term of its own.
    const row = { "charged-on": "2026-01-01", until: "2026-05-29" };
    const days = claim("content-without-consent", row, { today: "2026-11-30" }).dates;
    const left = new Map(days.map(({ id, date, daysLeft }) => [id, [date, daysLeft]]));
    expect(left.get("file-by")).toEqual(["2026-07-01", -152]);
    expect(left.get("file-by-last")).toEqual(["2026-11-30", 0]);
    // Registered on Friday 11 December; 30 days later is the same Sunday: the answer may come on Monday, the complaint goes on Tuesday.
    const taken = { "received-on": "2026-12-10" };
    expect(due("content-without-consent", "answer-30", taken)).toBe("2027-01-10");
    expect(due("content-without-consent", "answer-30-next", taken)).toBe("2027-01-12");
  });

  it("a bank told on the last day was told in time: no date to tell it by is left", () => {
    const told = { "operated-on": "2026-11-20", "notified-on": "2026-11-20", "called-on": "2026-11-21" };
    expect(due("bank-operation-not-mine", "notify", told)).toBeUndefined();
    // Saturday the 21st is past: Monday is the last (Civil Code art. 193).
    expect(due("bank-operation-not-mine", "notify", { ...told, "called-on": "" })).toBe("2026-11-23");
  });

  it("the day is a day of Moscow, wherever the clock of the question stands", () => {
    const kind = "content-without-consent";
    const fields = { "charged-on": "2026-11-22" };
    const seen = ["2026-11-22T23:30-05:00", "2026-11-23T04:30Z", "2026-11-23T07:30", "2026-11-23T14:30+10:00"].map(
      (today) => claim(kind, fields, { today }),
    );
    for (const one of seen) {
      expect(one).toEqual(seen[0]);
      expect(one.letter.date.ru).toBe("23.11.2026");
      expect(one.dates.find(({ id }) => id === "registered")?.date).toBe("2026-11-24");
    }
    // In New York it is still the 22nd: a charge of the 23rd has come all the same, one of the 24th has not.
    const from = (on: string) => () => claim(kind, { "charged-on": on }, { today: "2026-11-22T23:30-05:00" });
    expect(from("2026-11-23")).not.toThrow();
    expect(from("2026-11-24")).toThrow(expect.objectContaining({ key: "field-date-to-come" }));
  });
});

describe("an imposed option", () => {
  it("charged since 1 September 2025: three days for the money, on the day after (law-zpp16-3-days)", () => {
    // Sunday 22 November: three days to Wednesday the 25th, so on from Thursday.
    const found = dates("imposed-option", { "connected-on": "2026-10-01" });
    expect(found).toContainEqual(["refund-3", "2026-11-25"]);
    expect(found).toContainEqual(["refund-3-next", "2026-11-26"]);
    expect(found).toContainEqual(["answer-30", "2026-12-23"]);
  });

  it("over a weekend: calendar days for the money, and the Monday is still in time (Civil Code art. 193)", () => {
    const found = dates("imposed-option", { "received-on": "2026-11-26" });
    expect(found).toContainEqual(["refund-3", "2026-11-29"]);
    expect(found).toContainEqual(["refund-3-next", "2026-12-01"]);
  });

  it.each([
    ["before 1 September 2025", { "connected-on": "2025-08-31", "charged-on": "2025-08-31" }],
    ["a raised tariff", { what: "tariff-raised" }],
  ])("%s: no three days", (_situation, fields) => {
    expect(dates("imposed-option", fields).map(([id]) => id)).not.toContain("refund-3");
  });
});

describe("other letters", () => {
  it("a seller: ten days by law for a bad service only (law-zpp31), else the term the letter sets", () => {
    expect(dates("merchant", { reason: "not-received" })).toEqual([
      ["refund-10", "2026-12-02"],
      ["refund-10-next", "2026-12-03"],
    ]);
    // Prepaid goods: ten days as well (law-zpp231).
    expect(dates("merchant", { reason: "not-delivered" })[0]).toEqual(["prepaid-10", "2026-12-02"]);
    for (const reason of ["recurring", "changed-mind", "child"]) {
      const { dates: found } = claim("merchant", filled("merchant", { "received-on": "", reason }));
      expect(found.map(({ kind, date }) => [kind, date])).toEqual([
        ["own-term", "2026-12-02"],
        ["next-authority", "2026-12-03"],
      ]);
    }
  });

  it("the deal of a child from 14: a year from the charge at the earliest, and nothing goes past it unsaid (Civil Code art. 181)", () => {
    const seen = (kind: string, today: string, charged: string, from = "card") => {
      const stated = {
        "charged-on": charged,
        "child-age": "from-14",
        "paid-from": from,
        regulator: "rospotrebnadzor",
      };
      const child = kind === "merchant" ? { reason: "child" } : { "no-consent": "child" };
      const { dates: found, limits } = claim(kind, { ...stated, ...child }, { today });
      const said = limits.map(({ id }) => id).filter((id) => id.startsWith("year-"));
      return [found.find(({ id }) => id === "one-year")?.date, ...said];
    };
    // A claim to the operator is mandatory before court, so it does stop the time (art. 202 p. 3).
    const operator = seen("refund-refused", "2026-11-30", "2025-12-05", "phone-account");
    expect(operator).toEqual(["2026-12-07", "year-near-operator"]);
    for (const kind of ["merchant", "refund-refused", "regulator-complaint"]) {
      // 5 December 2026 is a Saturday.
      expect(seen(kind, "2026-11-30", "2025-12-05")).toEqual(["2026-12-07", "year-near"]);
      expect(seen(kind, "2026-11-30", "2025-11-28")).toEqual(["2026-11-30", "year-near"]);
      expect(seen(kind, "2026-11-30", "2025-06-01")).toEqual(["2026-06-01", "year-passed"]);
      expect(seen(kind, "2026-11-30", "2026-11-01")).toEqual(["2027-11-01"]);
    }
  });

  describe("the three years to sue (Civil Code art. 196, 200): from the day the facts name, and nothing goes past their end unsaid", () => {
    const lost = {
      "charged-on": "2023-11-01",
      "claimed-on": "2026-11-15",
      outcome: "refused",
      "refused-on": "2026-11-25",
    };
    const seller = { ...lost, "paid-from": "card" };
    const late = { "no-consent": "not-provided", "promised-by": "2026-09-20" };
    const watched = { regulator: "rospotrebnadzor", line: "none" };
    const bought = (charged: string) => ({ "paid-from": "card", reason: "unordered", "charged-on": charged });
    const bank = (operated: string) => ({ "operated-on": operated, informed: "no" });
    const LAST = "2026-11-30";
    const NEAR = "three-years-near";
    const UNKNOWN = ["three-years-unknown"];

    it.each<[situation: string, kind: string, fields: Fields, today: string, said: (string | undefined)[]]>([
      // What is late is violated from the day it was promised for, what was given up from that day, however old the payment.
      ["late, promised by this autumn", "refund-refused", { ...seller, ...late }, LAST, []],
      ["the same to a regulator", "regulator-complaint", { ...lost, ...watched, ...late }, LAST, []],
      [
        "goods promised by March 2024",
        "merchant",
        { "charged-on": "2023-11-01", reason: "not-delivered", "promised-by": "2024-03-15" },
        LAST,
        ["2027-03-15", NEAR],
      ],
      [
        "given up this month",
        "merchant",
        { "charged-on": "2023-11-01", reason: "changed-mind", "cancelled-on": "2026-11-20" },
        LAST,
        [],
      ],
      [
        "cancelled after the charge, three years ago",
        "refund-refused",
        { ...seller, "no-consent": "cancelled", "cancelled-on": "2023-12-01" },
        LAST,
        ["2026-12-01", NEAR],
      ],
      [
        "charged after the cancelling",
        "refund-refused",
        { ...seller, "no-consent": "cancelled", "cancelled-on": "2023-10-01" },
        LAST,
        ["2026-11-02", "three-years"],
      ],
      // Whose day nobody named is not said to be over.
      [
        "given up in a letter of a day not asked for",
        "refund-refused",
        { ...seller, "no-consent": "given" },
        LAST,
        UNKNOWN,
      ],
      ["a bad service", "refund-refused", { ...seller, "no-consent": "faulty" }, LAST, UNKNOWN],
      [
        "a bad service, to a regulator",
        "regulator-complaint",
        { ...lost, ...watched, "no-consent": "faulty" },
        LAST,
        UNKNOWN,
      ],
      ["late, no term named", "merchant", { "charged-on": "2023-11-01", reason: "not-received" }, LAST, UNKNOWN],
      [
        "a subscription not given up yet",
        "merchant",
        { "charged-on": "2023-11-01", reason: "recurring" },
        LAST,
        UNKNOWN,
      ],
      ["a bad service of this year", "merchant", { "charged-on": "2026-01-10", reason: "faulty" }, LAST, []],
      // Without consent: from the charge. Half a year before the end, its day, the day after.
      ["more than half a year left", "merchant", bought("2023-11-30"), "2026-05-30", []],
      ["half a year left", "merchant", bought("2023-11-30"), "2026-05-31", [LAST, NEAR]],
      ["the day before", "merchant", bought("2023-11-30"), "2026-11-29", [LAST, NEAR]],
      ["the last day", "merchant", bought("2023-11-30"), LAST, [LAST, NEAR]],
      ["the day after", "merchant", bought("2023-11-30"), "2026-12-01", [LAST, "three-years"]],
      // 5 December 2026 is a Saturday (art. 193); 31 December 2026 a day off moved to, and the year begins with holidays.
      ["an end on a Saturday", "merchant", bought("2023-12-05"), "2026-12-07", ["2026-12-07", NEAR]],
      ["after it", "merchant", bought("2023-12-05"), "2026-12-08", ["2026-12-07", "three-years"]],
      ["an end in the holidays", "merchant", bought("2023-12-31"), LAST, ["2027-01-11", NEAR]],
      ["29 February", "merchant", bought("2024-02-29"), LAST, ["2027-03-01", NEAR]],
      [
        "a refused claim of long ago",
        "regulator-complaint",
        { ...lost, ...watched, "charged-on": "2023-12-05", "claimed-on": "2024-01-10", "no-consent": "none" },
        LAST,
        ["2026-12-07", NEAR],
      ],
      // A void deal of a child under 14: three years too (art. 181 p. 1); from 14 one year, said elsewhere.
      [
        "a child under 14",
        "merchant",
        { "charged-on": "2023-12-01", reason: "child", "child-age": "under-14" },
        LAST,
        ["2026-12-01", NEAR],
      ],
      ["a teenager", "merchant", { "charged-on": "2023-12-01", reason: "child", "child-age": "from-14" }, LAST, []],
      // Mandatory before court, a claim to the operator or an application to a bank stops the time (art. 202 p. 3).
      ["a bank", "bank-operation-not-mine", bank("2023-12-05"), LAST, ["2026-12-07", "three-years-near-bank"]],
      [
        "a bank, the day after",
        "bank-operation-not-mine",
        bank("2023-12-05"),
        "2026-12-08",
        ["2026-12-07", "three-years"],
      ],
      [
        "a bank asked for no money",
        "bank-operation-not-mine",
        { ...bank("2023-12-05"), "made-by": "child" },
        LAST,
        ["2026-12-07", NEAR],
      ],
      [
        "the operator",
        "refund-refused",
        { ...lost, "paid-from": "phone-account", "no-consent": "none", "charged-on": "2023-12-05" },
        LAST,
        ["2026-12-07", "three-years-near-operator"],
      ],
      [
        "the operator, not asked yet",
        "content-without-consent",
        { "charged-on": "2023-12-05" },
        LAST,
        ["2026-12-07", "three-years-near-operator"],
      ],
      [
        "an imposed option of long ago",
        "imposed-option",
        { what: "option-added", "charged-on": "2023-06-01" },
        LAST,
        ["2026-06-01", "three-years"],
      ],
    ])("%s (%s)", (_situation, kind, fields, today, said) => {
      const { dates: found, limits } = claim(kind, fields, { today });
      const lines = limits.map(({ id }) => id).filter((id) => id.startsWith("three-years"));
      const last = found.filter(({ id }) => id === "three-years").map(({ date }) => date);
      expect([...last, ...lines]).toEqual(said);
    });
  });

  it("a refused refund: the operator's terms for the phone account, the seller's for a card, three days for an imposed extra", () => {
    const phone = { "paid-from": "phone-account" };
    const answered = ["registered", "refund-3", "refund-3-next", "answer-30", "answer-30-next", "file-by"];
    expect(dates("refund-refused", { ...phone, "no-consent": "content" }).map(([id]) => id)).toEqual(answered);
    expect(dates("refund-refused", phone)).toContainEqual(["refund-3", "2026-11-25"]);
    expect(dates("refund-refused", {})).toEqual([
      ["refund-3", "2026-11-25"],
      ["refund-3-next", "2026-11-26"],
    ]);
    expect(dates("refund-refused", { "no-consent": "given" })).toEqual([
      ["own-term", "2026-12-02"],
      ["own-term-next", "2026-12-03"],
    ]);
    // No term named: seven days of the demand (Civil Code art. 314 p. 2); on the last day of one nothing is late yet.
    const last = { "no-consent": "not-delivered", "promised-by": "2026-11-22" };
    const wanted = { ...last, want: "performance" };
    expect(dates("refund-refused", { ...wanted, "promised-by": "" })[0]).toEqual(["perform", "2026-11-29"]);
    expect(dates("refund-refused", wanted).map(([id]) => id)).not.toContain("perform-next");
    // Goods bought at a distance are given up at any time before delivery (art. 26.1 p. 4).
    expect(dates("refund-refused", last)[0]).toEqual(["goods-10", "2026-12-02"]);
    expect(dates("refund-refused", { "no-consent": "not-delivered" })[0]).toEqual(["prepaid-10", "2026-12-02"]);
    // What is left of a sum has the same term, and it is the law that sets it.
    for (const [reason, id] of Object.entries({
      faulty: "reduce-10",
      "not-provided": "refund-10",
      "not-delivered": "prepaid-10",
    })) {
      const rest = { "no-consent": reason, outcome: "partial", outstanding: "400" };
      expect(dates("refund-refused", rest)[0]).toEqual([id, "2026-12-02"]);
    }
    // Before 1 September 2025 nothing set a term.
    const old = { "charged-on": "2025-08-31", "card-refused-on": "" };
    expect(dates("refund-refused", old)[0]).toEqual(["own-term-old", "2026-12-02"]);
    expect(dates("merchant", { ...old, reason: "unordered" })[0]).toEqual(["own-term-old", "2026-12-02"]);
  });

  it("a bank: the next day, and 30 days for the answer and the money (bank-notify-next-day, bank-claim-30, bank-30-60)", () => {
    const domestic = { "cross-border": "domestic" };
    const written = { ...domestic, "called-on": "", date: "2026-11-21" };
    expect(dates("bank-operation-not-mine", written)).toEqual([
      ["notify", "2026-11-23"],
      ["answer-30", "2026-12-21"],
      ["refund-30-written", "2026-12-21"],
      ["answer-30-next", "2026-12-22"],
    ]);
    expect(dates("bank-operation-not-mine", domestic)).toEqual([
      ["answer-30", "2026-12-22"],
      ["refund-30", "2026-12-22"],
      ["answer-30-next", "2026-12-23"],
    ]);
  });

  it("a bank told late: no day of a refund that article 9 does not promise", () => {
    const thursday = { "operated-on": "2026-11-19", "notified-on": "2026-11-19" };
    for (const late of [
      { "called-on": "2026-11-22" },
      { "called-on": "", date: "2026-11-22" },
      { "called-on": "2026-11-22", "cross-border": "abroad" },
    ]) {
      const kinds = claim("bank-operation-not-mine", filled("bank-operation-not-mine", { ...thursday, ...late })).dates;
      const refunds = kinds.filter(({ kind }) => kind === "refund-by").map(({ text }) => text.ru);
      expect(refunds).toEqual(["Банк должен вернуть деньги, если получатель был в базе Банка России"]);
      expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["answer-by", "next-authority"]));
    }
  });

  it("a bank told on the Monday after a message of a Friday: the money in 30 days, as the letter says (Civil Code art. 193)", () => {
    const monday = { "operated-on": "2026-11-13", "notified-on": "2026-11-13", "cross-border": "domestic" };
    expect(dates("bank-operation-not-mine", { ...monday, "called-on": "2026-11-16" })).toContainEqual([
      "refund-30",
      "2026-12-22",
    ]);
    expect(dates("bank-operation-not-mine", { ...monday, "called-on": "", date: "2026-11-16" })).toContainEqual([
      "refund-30-written",
      "2026-12-16",
    ]);
  });

  it("a letter that reaches the bank too late, nobody called: a call today is asked for", () => {
    const asked = (fields: Fields) =>
      claim("bank-operation-not-mine", filled("bank-operation-not-mine", fields)).before.some(({ text }) =>
        /звонком или в приложении сегодня/.test(text.ru),
      );
    const posted = { "called-on": "", date: "2026-11-21", "received-on": "2026-11-24" };
    expect(asked(posted)).toBe(true);
    // The day after Friday the 20th is a Saturday: Monday is in time (Civil Code art. 193).
    expect(asked({ ...posted, "received-on": "2026-11-23" })).toBe(false);
    expect(asked({ ...posted, "called-on": "2026-11-21" })).toBe(false);
  });

  it("a payment that went nobody knows where: both days of the refund, each with its if", () => {
    const found = claim("bank-operation-not-mine", filled("bank-operation-not-mine", { "cross-border": "" })).dates;
    const refunds = found.filter(({ kind }) => kind === "refund-by");
    // Taken on 23 November: 30 days and 60 days.
    expect(refunds.map(({ date }) => date)).toEqual(["2026-12-23", "2027-01-22"]);
    for (const { text } of refunds) expect(text.ru).toContain("если перевод");
  });

  it("a day off after the bank's message: the last day to tell it is said to move, as the letter counts it", () => {
    const said = (today: string) => {
      const fields = { "called-on": "", "notified-on": "2026-11-20", "received-on": "", date: today };
      return claim("bank-operation-not-mine", filled("bank-operation-not-mine", fields), { today }).dates.map(
        ({ date, text }) => `${date} ${text.ru}`,
      );
    };
    // Friday the 20th: the next day is a Saturday, Monday the 23rd is in time.
    expect(said("2026-11-20")).toContain("2026-11-21 Последний день, чтобы заявить банку");
    expect(said("2026-11-23")).toContain("2026-11-23 Последний день, чтобы заявить банку");
    // A working day is its own last day, however long ago.
    const thursday = { "called-on": "", "notified-on": "2026-11-18", "operated-on": "2026-11-18" };
    expect(dates("bank-operation-not-mine", thursday)).toContainEqual(["notify", "2026-11-19"]);
  });

  it("a bank that did not inform: its 30 days are counted from the application (bank-uninformed)", () => {
    const days = (fields: Fields) =>
      new Map(dates("bank-operation-not-mine", { "cross-border": "domestic", ...fields }));
    const silent = { informed: "no", "notified-on": "" };
    expect(days(silent).get("refund-uninformed")).toBe("2026-12-22");
    // What the terms were before 25 July 2024 nobody says.
    const before = { "operated-on": "2024-07-24", "notified-on": "2024-07-24", "called-on": "2024-07-24" };
    expect(
      [...days({ ...before, ...silent }).keys(), ...days(before).keys()].filter((id) => /^refund/.test(id)),
    ).toEqual([]);
    // Nobody said when the message came: the letter rests on the duty to refund all the same.
    expect(days({ "notified-on": "" }).get("refund-30")).toBe("2026-12-22");
  });

  it("a bank that was told by phone: no alarm about the day to tell it", () => {
    expect(dates("bank-operation-not-mine", { "called-on": "2026-11-21" }).map(([id]) => id)).not.toContain("notify");
  });

  it("a child paid: no money is asked of the bank, so nothing leads to the ombudsman, who takes claims for money (bank-answer-15)", () => {
    for (const border of ["domestic", "abroad", ""]) {
      for (const rest of [{}, { amount: "620000" }, { "called-on": "" }]) {
        const fields = { "made-by": "child", "received-on": "", "cross-border": border, ...rest };
        const one = claim("bank-operation-not-mine", filled("bank-operation-not-mine", fields));
        // 15 working days from Sunday the 22nd.
        expect(one.dates.map(({ id, date }) => [id, date])).toEqual([
          ["answer-child", "2026-12-11"],
          ["answer-child-next", "2026-12-12"],
        ]);
        const beside = [...one.dates, ...one.next, ...one.limits, ...one.before].map(({ text }) => text.ru).join("\n");
        expect(beside).not.toMatch(/уполномоченн|500 тысяч/);
        expect(one.next.map(({ id }) => id)).toEqual(["cbr", "police"]);
      }
    }
  });

  it("a bank, a transfer abroad: 60 days", () => {
    expect(dates("bank-operation-not-mine", { "cross-border": "abroad" })).toContainEqual(["refund-60", "2027-01-21"]);
  });

  it("a regulator: when silence becomes a ground, and 30 days for Roskomnadzor (letter-rkn)", () => {
    expect(
      dates("regulator-complaint", { "charged-on": "2026-10-05", "claimed-on": "2026-10-20", outcome: "silent" }),
    ).toEqual([
      ["claim-registered", "2026-10-21"],
      ["operator-30", "2026-11-20"],
      // Three days for the registration, 30 from it.
      ["rkn-registered", "2026-11-25"],
      ["rkn-30", "2026-12-25"],
      ["rkn-30-next", "2026-12-26"],
    ]);
    const claimed = { "charged-on": "2026-10-05", "claimed-on": "2026-10-20", regulator: "rospotrebnadzor" };
    expect(dates("regulator-complaint", claimed)).toEqual([
      ["rpn-registered", "2026-11-25"],
      ["rpn-30", "2026-12-25"],
      ["rpn-30-next", "2026-12-26"],
    ]);
  });

  it("a complaint whose registration falls on a day off: 30 days from the working day (Civil Code art. 193)", () => {
    // Three days from Tuesday 29 December end on 1 January 2027; the first working day is Monday the 11th.
    const sent = {
      "charged-on": "2026-10-05",
      "claimed-on": "2026-10-20",
      date: "2026-11-22",
      "received-on": "2026-12-29",
    };
    const found = dates("regulator-complaint", { ...sent, regulator: "rospotrebnadzor" });
    expect(found).toContainEqual(["rpn-registered", "2027-01-01"]);
    expect(found).toContainEqual(["rpn-30", "2027-02-10"]);
  });

  it("the Bank of Russia: seven working days to pass the complaint on, 15 for the bank (bank-answer-15)", () => {
    const claimed = {
      "charged-on": "2026-10-05",
      "claimed-on": "2026-10-20",
      regulator: "bank-of-russia",
      outcome: "silent",
    };
    // Seven working days after Sunday 22 November end on Tuesday 1 December, 15 more on the 22nd.
    expect(dates("regulator-complaint", claimed)).toEqual([
      ["bank-30", "2026-11-19"],
      ["cbr-passed", "2026-12-01"],
      ["cbr-15", "2026-12-22"],
      ["cbr-15-next", "2026-12-23"],
    ]);
  });
});

describe("a date that cannot be counted", () => {
  it("names the field it needs and stands last", () => {
    const { dates: found } = claim("content-without-consent", { date: "2026-11-22" });
    expect(found.at(-1)).toMatchObject({ id: "file-by", date: null, daysLeft: null, needs: "charged-on" });
  });

  it("is said to have passed, with the days", () => {
    const { dates: found } = claim("content-without-consent", { "charged-on": "2026-01-31" });
    expect(found.find(({ id }) => id === "file-by")).toMatchObject({ date: "2026-07-31", daysLeft: -114 });
  });

  it("tells a day off and a year whose calendar is not known", () => {
    // Registered on Friday 4 December, 30 days later is Sunday 3 January 2027: by Civil Code art. 193 the term ends on Monday 11 January.
    const { dates: found } = claim("content-without-consent", { "received-on": "2026-12-03" });
    expect(found.find(({ id }) => id === "answer-30")).toMatchObject({
      date: "2027-01-03",
      dayOff: true,
      calendarKnown: true,
    });
    expect(found.find(({ id }) => id === "answer-30-next")).toMatchObject({ date: "2027-01-12", dayOff: false });
    const { dates: later } = claim("content-without-consent", { "received-on": "2027-12-03" });
    expect(later.find(({ id }) => id === "answer-30")).toMatchObject({ date: "2028-01-05", calendarKnown: false });
  });
});
