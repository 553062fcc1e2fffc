/**
 * Which law a letter cites in which situation, against a table written by hand from the facts: letter-law-line, checklist (h) and (i),
 * and the recheck of the law. Each row names the grounds of the law lines in their order, the closing line last.
 */
import { describe, expect, it } from "vitest";
import { CLAIMS, claim, type Fields, filled, GROUNDS, KINDS } from "../support/claims.js";

const CONTENT = ["law-content-definition", "law-44-5-consent", "law-44-5-info"];
const UNORDERED_NEW = ["law-unordered-service", "law-zpp16-3-days"];
const UNORDERED_OLD = ["law-unordered-service"];
const RULES = ["law-tr59"];
const HOME_RULES = ["law-home-rules"];
const IN_30 = ["law-55-register", "law-55-answer-30"];
const IN_60 = ["law-55-register", "law-55-answer-60"];
/** Moral harm, interest and the 50 %: what a court adds (law 2300-1, art. 15 and 13 p. 6; Civil Code, art. 395). */
const FINE = ["law-zpp15", "law-gk395", "law-zpp13"];
/** Where the law sets a penalty for the delay, it takes the place of interest. */
const PENALTY = ["law-zpp15", "law-zpp13", "law-one-penalty"];

const THURSDAY = { "operated-on": "2026-11-19", "notified-on": "2026-11-19" };
const FRIDAY = { "operated-on": "2026-11-13", "notified-on": "2026-11-13" };
/** On the working day after a day off: art. 193 of the Civil Code, and the database should the bank not agree. */
const ON_MONDAY = [
  "bank-must-inform",
  "bank-notify-next-day",
  "bank-refund-duty",
  "bank-30-60",
  "law-gk193",
  "bank-db-30",
];
const IN_TIME = ["bank-must-inform", "bank-notify-next-day", "bank-refund-duty", "bank-30-60", "bank-db-30"];

const TABLE: readonly [kind: string, situation: string, fields: Fields, grounds: string[]][] = [
  ["content-without-consent", "now", {}, [...CONTENT, ...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE]],
  [
    "content-without-consent",
    "the last day before 69-FZ",
    { "charged-on": "2025-08-31", until: "" },
    [...CONTENT, ...UNORDERED_OLD, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "content-without-consent",
    "charged before 69-FZ and after",
    { "charged-on": "2025-08-31", until: "2025-09-01" },
    [...CONTENT, ...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "content-without-consent",
    "the first day of 69-FZ",
    { "charged-on": "2025-09-01" },
    [...CONTENT, ...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "content-without-consent",
    "home internet: content is a matter of mobile service (126-FZ art. 2 p. 34.1)",
    { line: "fixed" },
    [...UNORDERED_NEW, ...HOME_RULES, ...IN_30, ...FINE],
  ],
  [
    "content-without-consent",
    "roaming abroad",
    { subject: "abroad" },
    [...CONTENT, ...UNORDERED_NEW, ...RULES, ...IN_60, ...FINE],
  ],
  [
    "imposed-option",
    "since 1 September 2025",
    { "connected-on": "2025-09-01" },
    ["law-zpp16-options", ...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "before 1 September 2025 and on",
    { "connected-on": "2025-08-31", "charged-on": "2025-08-31" },
    [...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "added before 1 September 2025, charged since",
    { "connected-on": "2025-08-31", "charged-on": "2025-09-01" },
    [...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "a raised tariff",
    { what: "tariff-raised" },
    ["law-tariff-notice", ...RULES, "law-gk310", "law-zpp16-terms", ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "a tariff raised before article 16 had a point 3.1",
    { what: "tariff-raised", "connected-on": "2025-08-31" },
    ["law-tariff-notice", ...RULES, "law-gk310", ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "home internet",
    { line: "fixed", "connected-on": "2025-09-01" },
    ["law-zpp16-options", ...UNORDERED_NEW, ...HOME_RULES, ...IN_30, ...FINE],
  ],
  [
    "imposed-option",
    "a raised tariff of home internet",
    { line: "fixed", what: "tariff-raised" },
    ["law-tariff-notice", ...HOME_RULES, "law-gk310", "law-zpp16-terms", ...IN_30, ...FINE],
  ],
  [
    "refund-refused",
    "content from the phone account",
    { "paid-from": "phone-account", "no-consent": "content" },
    ["law-44-5-consent", "law-44-5-info", ...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "refund-refused",
    "home internet",
    { "paid-from": "phone-account", line: "fixed" },
    [...UNORDERED_NEW, ...HOME_RULES, ...IN_30, ...FINE],
  ],
  [
    "refund-refused",
    "an option of the operator: not content",
    { "paid-from": "phone-account" },
    [...UNORDERED_NEW, ...RULES, ...IN_30, ...FINE],
  ],
  [
    "refund-refused",
    "a raised price",
    { "paid-from": "phone-account", "no-consent": "raised" },
    ["law-gk310", "law-zpp16-terms", ...RULES, ...IN_30, ...FINE],
  ],
  [
    "refund-refused",
    "charged after the cancellation",
    { "no-consent": "cancelled", "card-refused-on": "" },
    ["law-gk1102", ...FINE],
  ],
  [
    "refund-refused",
    "cancelled after the charge",
    { "no-consent": "cancelled", "cancelled-on": "2026-11-06", "card-refused-on": "" },
    ["law-zpp32", ...FINE],
  ],
  [
    "refund-refused",
    "a service that came too late",
    { "no-consent": "not-provided" },
    ["law-zpp28", "law-zpp31", ...PENALTY],
  ],
  [
    "refund-refused",
    "a service with no term",
    { "no-consent": "not-provided", "promised-by": "" },
    ["law-zpp32", ...FINE],
  ],
  [
    "refund-refused",
    "a service with no term that is still wanted",
    { "no-consent": "not-provided", "promised-by": "", want: "performance" },
    ["law-gk314"],
  ],
  ["refund-refused", "goods that came too late", { "no-consent": "not-delivered" }, ["law-zpp231", ...PENALTY]],
  [
    "refund-refused",
    "goods on their last day",
    { "no-consent": "not-delivered", "promised-by": "2026-11-22" },
    ["law-zpp261", ...FINE],
  ],
  [
    "refund-refused",
    "goods on their last day that are still wanted",
    { "no-consent": "not-delivered", "promised-by": "2026-11-22", want: "performance" },
    ["law-gk314"],
  ],
  ["refund-refused", "a faulty service", { "no-consent": "faulty" }, ["law-zpp29", "law-zpp31", ...PENALTY]],
  [
    "refund-refused",
    "a service with a substantial defect",
    { "no-consent": "faulty", remedy: "withdraw" },
    ["law-zpp29", "law-zpp31", ...PENALTY],
  ],
  ["refund-refused", "a child under 14", { "no-consent": "child" }, ["law-gk28", "law-gk172", ...FINE]],
  [
    "refund-refused",
    "a child from 14",
    { "no-consent": "child", "child-age": "from-14" },
    ["law-gk26", "law-gk175", ...FINE],
  ],
  ["refund-refused", "a card withdrawn before the charge", {}, [...UNORDERED_NEW, "law-zpp161-4-2", ...FINE]],
  [
    "refund-refused",
    "a card withdrawn after the charge",
    { "card-refused-on": "2026-11-06" },
    [...UNORDERED_NEW, ...FINE],
  ],
  [
    "refund-refused",
    "ordered, paid by card, not withdrawn",
    { "no-consent": "given", "card-refused-on": "" },
    ["law-zpp32", ...FINE],
  ],
  [
    "merchant",
    "recurring, cancelled and the card withdrawn before the charge",
    {},
    ["law-zpp161-4-2", "law-zpp32", "law-gk1102", ...FINE],
  ],
  [
    "merchant",
    "recurring, cancelled after the charge",
    { "cancelled-on": "2026-11-06", "card-refused-on": "" },
    ["law-zpp32", ...FINE],
  ],
  [
    "merchant",
    "recurring, charged before 1 March 2026",
    { "charged-on": "2026-02-28", "card-refused-on": "2026-02-01" },
    ["law-zpp32", ...FINE],
  ],
  [
    "merchant",
    "recurring, charged on 1 March 2026",
    { "charged-on": "2026-03-01", "card-refused-on": "2026-02-01" },
    ["law-zpp161-4-2", "law-zpp32", ...FINE],
  ],
  [
    "merchant",
    "recurring, from the phone account",
    { "paid-from": "phone-account" },
    ["law-zpp32", "law-gk1102", ...FINE],
  ],
  ["merchant", "a service not provided", { reason: "not-received" }, ["law-zpp28", "law-zpp31", ...PENALTY]],
  ["merchant", "goods not delivered", { reason: "not-delivered" }, ["law-zpp231", ...PENALTY]],
  ["merchant", "a faulty service", { reason: "faulty" }, ["law-zpp29", "law-zpp31", ...PENALTY]],
  [
    "merchant",
    "a faulty service to be put right",
    { reason: "faulty", remedy: "repair" },
    ["law-zpp29", "law-zpp30", ...PENALTY],
  ],
  [
    "merchant",
    "a service with a substantial defect",
    { reason: "faulty", remedy: "withdraw" },
    ["law-zpp29", "law-zpp31", ...PENALTY],
  ],
  [
    "merchant",
    "goods whose day is to come that are still wanted",
    { reason: "not-delivered", "promised-by": "2026-12-20", want: "performance" },
    ["law-gk314"],
  ],
  ["merchant", "goods with no term", { reason: "not-delivered", "promised-by": "" }, ["law-zpp261", ...FINE]],
  ["merchant", "a service with no term", { reason: "not-received", "promised-by": "" }, ["law-zpp32", ...FINE]],
  [
    "merchant",
    "goods with no term that are still wanted",
    { reason: "not-delivered", "promised-by": "", want: "performance" },
    ["law-gk314"],
  ],
  [
    "merchant",
    "goods that came too late and are still wanted",
    { reason: "not-delivered", want: "performance" },
    ["law-zpp231", ...PENALTY],
  ],
  [
    "merchant",
    "a service that came too late and is still wanted",
    { reason: "not-received", want: "performance" },
    ["law-zpp28", ...PENALTY],
  ],
  [
    "refund-refused",
    "goods that came too late and are still wanted",
    { "no-consent": "not-delivered", want: "performance" },
    ["law-zpp231", ...PENALTY],
  ],
  [
    "refund-refused",
    "a service that came too late and is still wanted",
    { "no-consent": "not-provided", want: "performance" },
    ["law-zpp28", ...PENALTY],
  ],
  [
    "refund-refused",
    "a service of the operator that was not provided",
    { "paid-from": "phone-account", line: "fixed", "no-consent": "not-provided", "promised-by": "" },
    ["law-zpp29", "law-zpp31", ...HOME_RULES, ...IN_30, ...PENALTY],
  ],
  [
    "refund-refused",
    "a service of the operator that came too late",
    { "paid-from": "phone-account", line: "fixed", "no-consent": "not-provided" },
    ["law-zpp28", "law-zpp31", ...HOME_RULES, ...IN_30, ...PENALTY],
  ],
  ["merchant", "not ordered", { reason: "unordered", "card-refused-on": "" }, [...UNORDERED_NEW, ...FINE]],
  [
    "merchant",
    "not ordered, before 1 September 2025",
    { reason: "unordered", "charged-on": "2025-08-31", "card-refused-on": "" },
    [...UNORDERED_OLD, ...FINE],
  ],
  [
    "merchant",
    "not ordered, nobody knows when",
    { reason: "unordered", "charged-on": "" },
    [...UNORDERED_OLD, ...FINE],
  ],
  [
    "merchant",
    "changed mind, withdrew after the charge",
    { reason: "changed-mind", "cancelled-on": "2026-11-06" },
    ["law-zpp32", ...FINE],
  ],
  [
    "merchant",
    "changed mind, charged after one withdrew",
    { reason: "changed-mind" },
    ["law-zpp32", "law-gk1102", ...FINE],
  ],
  ["merchant", "a child under 14", { reason: "child" }, ["law-gk28", "law-gk172", ...FINE]],
  ["merchant", "a child from 14", { reason: "child", "child-age": "from-14" }, ["law-gk26", "law-gk175", ...FINE]],
  // Told on the 21st of a message of the 20th: in time; on the 22nd of one of Thursday the 19th: article 9 obliges the bank to nothing.
  ["bank-operation-not-mine", "told in time", {}, IN_TIME],
  ["bank-operation-not-mine", "written in time", { "called-on": "", date: "2026-11-21" }, IN_TIME],
  // The day after a message of Friday the 13th is a Saturday: Monday the 16th is the next working day (Civil Code art. 193).
  ["bank-operation-not-mine", "told on the Monday after a Friday", { ...FRIDAY, "called-on": "2026-11-16" }, ON_MONDAY],
  ["bank-operation-not-mine", "written on that Monday", { ...FRIDAY, "called-on": "", date: "2026-11-16" }, ON_MONDAY],
  [
    "bank-operation-not-mine",
    "told on the Tuesday",
    { ...FRIDAY, "called-on": "2026-11-17" },
    ["bank-must-inform", "bank-db-30"],
  ],
  [
    "bank-operation-not-mine",
    "not informed",
    { informed: "no" },
    ["bank-must-inform", "bank-uninformed", "bank-db-30"],
  ],
  [
    "bank-operation-not-mine",
    "told late of what was before 369-FZ",
    { "operated-on": "2024-07-10", "notified-on": "2024-07-10", "called-on": "2024-07-20" },
    ["bank-must-inform"],
  ],
  [
    "bank-operation-not-mine",
    "told in time of what was before 369-FZ",
    { "operated-on": "2024-07-10", "notified-on": "2024-07-10", "called-on": "2024-07-10" },
    ["bank-must-inform", "bank-notify-next-day", "bank-refund-duty"],
  ],
  [
    "bank-operation-not-mine",
    "written in time of what was before 369-FZ",
    { "operated-on": "2024-07-10", "notified-on": "2024-07-10", "called-on": "", date: "2024-07-10" },
    ["bank-must-inform", "bank-notify-next-day", "bank-refund-duty"],
  ],
  [
    "bank-operation-not-mine",
    "not informed of what was before 369-FZ",
    { "operated-on": "2024-07-10", informed: "no" },
    ["bank-must-inform", "bank-uninformed"],
  ],
  ["bank-operation-not-mine", "a child paid", { "made-by": "child" }, []],
  ["bank-operation-not-mine", "a transfer under deceit", { "made-by": "deceived" }, ["bank-db-30"]],
  [
    "regulator-complaint",
    "a transfer under deceit",
    { regulator: "bank-of-russia", "no-consent": "deceived" },
    ["bank-db-30"],
  ],
  [
    "bank-operation-not-mine",
    "told late",
    { ...THURSDAY, "called-on": "2026-11-22" },
    ["bank-must-inform", "bank-db-30"],
  ],
  ["bank-operation-not-mine", "written late", { ...THURSDAY, "called-on": "" }, ["bank-must-inform", "bank-db-30"]],
  ["regulator-complaint", "Roskomnadzor", {}, ["law-55-answer-30", ...RULES, ...UNORDERED_NEW]],
  [
    "regulator-complaint",
    "Roskomnadzor, content",
    { "no-consent": "content" },
    ["law-44-5-consent", "law-55-answer-30", ...RULES, ...UNORDERED_NEW],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, a faulty service",
    { regulator: "rospotrebnadzor", "no-consent": "faulty" },
    ["law-zpp29"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, a child under 14",
    { regulator: "rospotrebnadzor", "no-consent": "child" },
    ["law-gk28", "law-gk172"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, a child from 14",
    { regulator: "rospotrebnadzor", "no-consent": "child", "child-age": "from-14" },
    ["law-gk26", "law-gk175"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, a bank told late",
    { regulator: "bank-of-russia", informed: "yes", "notified-on": "2026-11-05", "told-on": "2026-11-09" },
    ["bank-db-30"],
  ],
  // The day after a message of Friday the 6th is a Saturday: Monday the 9th is in time (Civil Code art. 193), Tuesday is not.
  [
    "regulator-complaint",
    "the Bank of Russia, a bank told on the Monday after a Friday",
    { regulator: "bank-of-russia", informed: "yes", "notified-on": "2026-11-06", "told-on": "2026-11-09" },
    ["bank-refund-duty", "law-gk193", "bank-db-30"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, a bank told on the Tuesday",
    { regulator: "bank-of-russia", informed: "yes", "notified-on": "2026-11-06", "told-on": "2026-11-10" },
    ["bank-db-30"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, a bank that did not inform",
    { regulator: "bank-of-russia", informed: "no", "told-on": "2026-11-09" },
    ["bank-uninformed"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, nobody said whether the bank informed",
    { regulator: "bank-of-russia", informed: "", "notified-on": "", "told-on": "2026-11-09" },
    ["bank-refund-duty", "bank-uninformed"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, before 369-FZ, nobody said whether the bank informed",
    { regulator: "bank-of-russia", informed: "", "notified-on": "", "charged-on": "2024-07-10" },
    ["bank-refund-duty", "bank-uninformed"],
  ],
  // The day of the message says that there was one, as in the letter to the bank.
  [
    "regulator-complaint",
    "the Bank of Russia, a bank told late, the day of its message alone",
    { regulator: "bank-of-russia", informed: "", "notified-on": "2026-11-05", "told-on": "2026-11-09" },
    ["bank-db-30"],
  ],
  [
    "regulator-complaint",
    "the Bank of Russia, a bank that did not inform before 369-FZ",
    { regulator: "bank-of-russia", informed: "no", "charged-on": "2024-07-10" },
    ["bank-uninformed"],
  ],
  [
    "regulator-complaint",
    "Roskomnadzor, a card charged after it was withdrawn: no matter of telephone rules",
    { "no-consent": "card-withdrawn" },
    ["law-zpp161-4-2"],
  ],
  [
    "regulator-complaint",
    "Roskomnadzor, home internet",
    { line: "fixed" },
    ["law-55-answer-30", ...HOME_RULES, ...UNORDERED_NEW],
  ],
  [
    "regulator-complaint",
    "Roskomnadzor, a service that was ordered",
    { "no-consent": "given" },
    ["law-55-answer-30", ...RULES, "law-zpp32"],
  ],
  ["regulator-complaint", "Rospotrebnadzor", { regulator: "rospotrebnadzor" }, UNORDERED_NEW],
  ["regulator-complaint", "the Bank of Russia", { regulator: "bank-of-russia" }, ["bank-refund-duty"]],
  [
    "regulator-complaint",
    "Rospotrebnadzor, goods not delivered",
    { regulator: "rospotrebnadzor", "no-consent": "not-delivered" },
    ["law-zpp231"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, goods that nobody promised by a day",
    { regulator: "rospotrebnadzor", "no-consent": "not-delivered", "promised-by": "" },
    ["law-zpp261"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, an operator's service that was not there",
    { regulator: "rospotrebnadzor", "no-consent": "not-provided", "promised-by": "" },
    ["law-zpp29"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, a seller's service that nobody promised by a day",
    { regulator: "rospotrebnadzor", line: "none", "no-consent": "not-provided", "promised-by": "" },
    ["law-zpp32"],
  ],
  [
    "regulator-complaint",
    "a card charged after it was withdrawn",
    { regulator: "rospotrebnadzor", line: "none", "no-consent": "card-withdrawn" },
    ["law-zpp161-4-2"],
  ],
  [
    "regulator-complaint",
    "a card charged after it was withdrawn, before 376-FZ",
    { regulator: "rospotrebnadzor", line: "none", "no-consent": "card-withdrawn", "charged-on": "2026-02-28" },
    ["law-zpp32"],
  ],
  [
    "regulator-complaint",
    "Rospotrebnadzor, a service not provided",
    { regulator: "rospotrebnadzor", "no-consent": "not-provided" },
    ["law-zpp28", "law-zpp31"],
  ],
  [
    "regulator-complaint",
    "Roskomnadzor, a raised price",
    { "no-consent": "raised" },
    ["law-55-answer-30", ...RULES, "law-tariff-notice", "law-gk310", "law-zpp16-terms"],
  ],
  ["refund-refused", "nobody said whether there was consent", { "no-consent": "", "card-refused-on": "" }, FINE],
  ["regulator-complaint", "nobody said what the violation is", { "no-consent": "" }, ["law-55-answer-30", ...RULES]],
];

const cited = (kind: string, fields: Fields): string[] => {
  const { letter } = claim(kind, filled(kind, fields), { operator: "megafon" });
  return [...letter.law, ...letter.closing].flatMap((line) => line.grounds);
};

describe("the law of a letter", () => {
  it.each(TABLE)("%s, %s", (kind, _situation, fields, grounds) => {
    expect(cited(kind, fields)).toEqual(grounds);
  });

  it("never cites the earlier rules of telephone service, which still circulate on the web", () => {
    expect(JSON.stringify(CLAIMS)).not.toMatch(/(?:№|No\.?|N)\s*(?:59|1342)(?!\d)(?!-)/);
  });

  it("has a row for every kind", () => {
    expect([...new Set(TABLE.map(([kind]) => kind))]).toEqual(KINDS);
    expect(CLAIMS.map(({ id }) => id)).toEqual(KINDS);
  });

  it("is reached by some situation of the table, line by line", () => {
    const lines = CLAIMS.flatMap(({ id, law }) => law.map((line) => `${id} ${line.id}`));
    const seen = TABLE.flatMap(([kind, , fields]) =>
      claim(kind, filled(kind, fields)).letter.law.map((line) => `${kind} ${line.id}`),
    );
    const blank = KINDS.flatMap((kind) => claim(kind, {}).letter.law.map((line) => `${kind} ${line.id}`));
    const rest = [
      ...claim("imposed-option", filled("imposed-option", { subject: "abroad" })).letter.law.map(
        ({ id }) => `imposed-option ${id}`,
      ),
      ...["refund-refused", "regulator-complaint"].flatMap((kind) =>
        [
          { subject: "abroad" },
          { "charged-on": "2024-12-29" },
          { "charged-on": "2025-08-31" },
          { "charged-on": "" },
        ].flatMap((fields) =>
          claim(kind, filled(kind, { "paid-from": "phone-account", ...fields })).letter.law.map(
            ({ id }) => `${kind} ${id}`,
          ),
        ),
      ),
      ...["imposed-option", "content-without-consent"].flatMap((kind) =>
        [{ "charged-on": "" }, { "connected-on": "2024-12-29", "charged-on": "2024-12-29" }].flatMap((fields) =>
          claim(kind, filled(kind, fields)).letter.law.map(({ id }) => `${kind} ${id}`),
        ),
      ),
    ];
    expect(lines.filter((line) => ![...seen, ...blank, ...rest].includes(line))).toEqual([]);
  });
});

describe("what no letter says", () => {
  const said = (value: unknown): string[] =>
    value === null || typeof value !== "object"
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          (key === "ru" || key === "en") && typeof inner === "string" ? [inner] : said(inner),
        );
  const letters = CLAIMS.map((one) => [one.id, JSON.stringify(one)] as const);
  const texts = CLAIMS.map((one) => [one.id, said(one)] as const);

  it.each(texts)("%s: a decree that was replaced, or points of the one in force", (_id, lines) => {
    // No. 1994 of 30.12.2024 is in force (Rospotrebnadzor's warning of 25.11.2025); the numbers of its points nobody could confirm.
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /(?<!\d)(59|1342)(?!\d)/.test(line))).toEqual([]);
    const cited = lines.filter((line) => /1994|постановлени|decree/i.test(line));
    expect(cited.filter((line) => /пункт|p\. \d/.test(line) || !/№ 1994|No\. 1994/.test(line))).toEqual([]);
  });

  it("the rules of telephone service by anything but their title", () => {
    const lines = CLAIMS.flatMap(({ law }) => law.filter((line) => line.grounds.includes("law-tr59")));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ text }) => !/Правила(м|ми|х)? оказания услуг телефонной связи/.test(text.ru))).toEqual([]);
  });

  it.each(letters)("%s: what the facts forbid to assert", (_id, text) => {
    for (const doubtful of ["law-zpp161-24h", "law-union-3days", "law-antifraud2"]) {
      expect(text).not.toContain(doubtful);
    }
    expect(text).not.toMatch(/за 24 часа|@rkn\.gov\.ru|rsoc_in/);
  });

  it("a law line without a ground of the area of law or of banks", () => {
    const lines = CLAIMS.flatMap(({ id, law }) => law.map((line) => ({ id, line })));
    const groundless = lines.filter(
      ({ line }) => !line.grounds.some((one) => ["law", "bank"].includes(GROUNDS.get(one)?.area ?? "")),
    );
    expect(groundless.map(({ id, line }) => `${id} ${line.id}`)).toEqual([]);
  });
});
