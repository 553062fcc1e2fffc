/** By when: terms of the sources counted from what happened, as a person with a paper calendar would count. */
import { describe, expect, it } from "vitest";
import { awaited, type Due, duesOf } from "../../src/checklists/due.js";
import type { Run, RunEvent } from "../../src/checklists/run.js";
import { nextDeadline, stepFor, viewRun } from "../../src/checklists/step.js";
import { CALENDAR, COMPILED, compiled, GROUNDS, runOf, sceneOf } from "./scene.js";

const start = (chargedOn: string | null): RunEvent => ({ type: "start", at: "2026-11-22", facts: {}, chargedOn });
const done = (step: string, on: string): RunEvent => ({ type: "done", at: on, step, answer: null, on });

const basis = (today: string) => ({ grounds: GROUNDS, calendar: CALENDAR, today });

function dues(run: Run, step: string, today = "2026-11-22"): Due[] {
  const found = run.checklist.steps.find(({ id }) => id === step);
  if (!found) throw new Error(`no step ${step}`);
  return duesOf(found, run, basis(today));
}
const term = (found: Due[], ground: string): Due => {
  const one = found.find((due) => due.ground === ground);
  if (!one) throw new Error(`no ${ground}`);
  return one;
};

describe("from the charge", () => {
  const xsolla = compiled("xsolla");

  it.each([["xsolla"], ["auto-renewal"], ["child-purchase"], ["fraud-or-stolen-sim"]])(
    "bank-notify-next-day (%s): nobody said when the bank wrote, so no term runs out",
    (id) => {
      const checklist = compiled(id);
      const steps = checklist.steps.filter((one) => one.deadlines.includes("bank-notify-next-day"));
      expect(steps.length).toBeGreaterThan(0);
      for (const one of steps)
        for (const run of [runOf(checklist, start("2026-11-20")), runOf(checklist)])
          expect(term(dues(run, one.id), "bank-notify-next-day")).toMatchObject({
            date: null,
            from: null,
            daysLeft: null,
          });
    },
  );

  it("the day a purchase arrived is no day of the charge (xsolla-14-days)", () => {
    expect(term(dues(runOf(xsolla, start("2026-11-10")), "request-refund"), "xsolla-14-days").date).toBeNull();
  });

  it.each([
    ["unwanted-subscription", "save-evidence"],
    ["unwanted-subscription", "check-next-day"],
    ["imposed-option", "find-option"],
    ["imposed-option", "demand-refund"],
    ["unknown-mobile-charges", "account-or-card"],
    ["unknown-mobile-charges", "ask-recalculation"],
    ["refund-refused", "folder"],
    ["refund-refused", "send"],
  ])("law-55-filing (%s %s): the last day to claim comes before what is only to be done at once", (id, at) => {
    const [first] = dues(runOf(compiled(id), start("2026-05-30")), at, "2026-11-30").filter(
      ({ kind }) => kind !== "reminder",
    );
    expect(first).toMatchObject({ ground: "law-55-filing", date: "2026-11-30", daysLeft: 0 });
  });

  it.each(compiled("child-purchase").steps.flatMap(({ id }) => (id === "protect" ? [] : [[id]])))(
    "law-gk181 (%s): a year to sue over a teenager's deal",
    (at) => {
      // 5 December 2026 is a Saturday (Civil Code art. 193).
      const found = dues(runOf(compiled("child-purchase"), start("2025-12-05")), at, "2026-12-06");
      expect(term(found, "law-gk181")).toMatchObject({ date: "2026-12-07", daysLeft: 1 });
    },
  );

  it("law-55-filing: six months", () => {
    const claim = runOf(compiled("refund-refused"), start("2026-05-31"));
    expect(term(dues(claim, "folder"), "law-55-filing")).toMatchObject({ date: "2026-11-30", daysLeft: 8 });
  });
});

describe("from an answer that says what happened", () => {
  const xsolla = compiled("xsolla");
  const answered = (answer: string): RunEvent => ({ ...done("wait-for-answer", "2026-11-24"), answer }) as RunEvent;

  it("xsolla-10-business-days: ten working days, thirty days, from the day of the approval", () => {
    // 24.11.2026 is a Tuesday: two weeks of five working days.
    const found = dues(runOf(xsolla, answered("approved")), "wait-for-money").filter(({ kind }) => kind === "term");
    expect(found.map(({ from, date }) => [from, date])).toEqual([
      ["2026-11-24", "2026-12-08"],
      ["2026-11-24", "2026-12-24"],
    ]);
  });

  it("a refusal dates nothing, and leads past the money to the bank", () => {
    const refused = runOf(xsolla, answered("refused"));
    expect(term(dues(refused, "wait-for-money"), "xsolla-10-business-days").date).toBeNull();
    expect(refused.steps.find(({ step }) => step.id === "wait-for-money")?.state).toBe("passed");
  });

  it("an approval taken back dates nothing any more", () => {
    const both = runOf(xsolla, answered("approved"), answered("refused"));
    expect(term(dues(both, "wait-for-money"), "xsolla-10-business-days").date).toBeNull();
  });
});

describe("from what was done in the run", () => {
  const claim = compiled("refund-refused");
  const sent = runOf(claim, done("send", "2026-11-24"));

  it("law-55-answer-30 and -60: from the registration of the claim, undated before it", () => {
    expect(term(dues(runOf(claim), "wait-for-answer"), "law-55-answer-30")).toMatchObject({
      date: null,
      daysLeft: null,
    });
    expect(term(dues(sent, "wait-for-answer"), "law-55-answer-30")).toMatchObject({
      from: "2026-11-25",
      date: "2026-12-25",
      daysLeft: 33,
    });
    expect(term(dues(sent, "wait-for-answer"), "law-55-answer-60").date).toBe("2027-01-24");
    // Handed in on a Friday, as the letter counts it: registered on Monday.
    const friday = runOf(claim, done("send", "2026-11-27"));
    expect(term(dues(friday, "wait-for-answer"), "law-55-answer-30").date).toBe("2026-12-30");
  });

  it("law-55-filing: no date while nobody said when the charge was, since the start of the list is too late", () => {
    expect(term(dues(runOf(claim), "folder"), "law-55-filing")).toMatchObject({ date: null, from: null });
  });

  it("law-zpp31: ten days from the demand", () => {
    expect(term(dues(sent, "wait-for-answer"), "law-zpp31").date).toBe("2026-12-04");
  });

  it("bank-claim-30: calendar days, as for every money claim against a bank (123-FZ, art. 16)", () => {
    expect(term(dues(sent, "wait-for-answer"), "bank-claim-30").date).toBe("2026-12-24");
  });

  it("letter-rkn: from the complaint's own registration, not from that of the claim", () => {
    expect(term(dues(sent, "complain"), "letter-rkn").date).toBeNull();
    const complained = runOf(claim, done("send", "2026-11-24"), done("complain", "2026-12-28"));
    expect(term(dues(complained, "complain"), "letter-rkn").date).toBe("2027-01-27");
  });

  it.each([
    ["operator", ["2026-11-23", "2026-11-30", "2026-12-23", "2027-01-22", "2027-12-01", "2029-12-03"]],
    ["merchant", ["2026-11-23", "2026-11-30", "2026-11-30", "2027-12-01", "2029-12-03"]],
    ["bank", ["2026-12-20", "2026-12-20", "2027-01-19", "2027-12-01", "2029-12-03"]],
  ])("to %s: its own terms only, all of them named, once it is known whom the claim goes to", (answer, dates) => {
    const addressed: RunEvent = { type: "done", at: "2026-11-20", step: "addressee", answer, on: "2026-11-20" };
    const run = runOf(claim, start("2026-12-01"), addressed, done("send", "2026-11-20"));
    const found = dues(run, "wait-for-answer", "2026-12-01");
    expect(found.map(({ date }) => date)).toEqual(dates);
    expect(found.filter(({ term }) => !term?.when?.ru)).toEqual([]);
  });

  it("to nobody knows whom: the terms of all, each named", () => {
    const found = dues(sent, "wait-for-answer");
    expect(found).toHaveLength(10);
    expect(new Set(found.map(({ term }) => term?.when?.ru)).size).toBe(10);
  });

  it("is what is waited for once it is done", () => {
    const run = runOf(
      compiled("imposed-option"),
      done("demand-refund", "2026-11-22"),
      done("written-claim", "2026-11-22"),
    );
    const waiting = awaited(run, basis("2026-11-23")).map(({ due }) => [due.ground, due.date, due.daysLeft]);
    expect(waiting).toEqual([
      ["law-zpp16-3-days", "2026-11-25", 2],
      ["law-55-answer-30", "2026-12-23", 30],
    ]);
    expect(awaited(runOf(compiled("imposed-option")), basis("2026-11-23"))).toEqual([]);
  });
});

describe("the six months of a written claim (law-55-filing)", () => {
  const on = "2026-11-29";
  const word = (type: "done" | "later" | "skip" | "fail", step: string, answer: string | null = null) => ({
    ...({ type, at: on, step, answer, on } as const),
  });
  /** The last days to claim that a person sees: of the step whose turn it is, then of what is waited for. */
  const lastDays = (id: string, ...said: ReturnType<typeof word>[]) => {
    const checklist = compiled(id);
    const at = checklist.steps.findIndex((one) => one.id === said[0]?.step);
    const before = checklist.steps.slice(0, at).map((one) => word("done", one.id));
    const run = runOf(checklist, start("2026-06-05"), ...before, ...said);
    const own = run.next ? duesOf(run.next.step, run, basis("2026-12-05")) : [];
    const waiting = awaited(run, basis("2026-12-05")).map(({ due }) => due);
    const claims = [...own, ...waiting].filter(({ ground }) => ground === "law-55-filing");
    return [run.next?.step.id, ...claims.map(({ date, daysLeft }) => `${date} ${daysLeft}`)];
  };
  // Six months from 5 June end on a Saturday: Monday the 7th is in time.
  const IN_SIGHT = "2026-12-07 2";

  it.each([
    ["promised", ["check-money", IN_SIGHT]],
    ["returned", ["prevent"]],
  ])("of charges that nobody explains, the money %s: a promise is not the money", (answer, seen) => {
    expect(lastDays("unknown-mobile-charges", word("done", "ask-recalculation", answer))).toEqual(seen);
  });

  it("ends with the promised money", () => {
    const said = [word("done", "ask-recalculation", "promised"), word("done", "check-money", "returned")];
    expect(lastDays("unknown-mobile-charges", ...said)).toEqual(["prevent"]);
  });

  it.each([
    [null, ["prevent", IN_SIGHT]],
    ["refused", ["prevent", IN_SIGHT]],
    ["returned", ["prevent"]],
  ])("of a subscription, the money asked for and answered with %s", (answer, seen) => {
    expect(lastDays("unwanted-subscription", word("done", "demand-refund", answer))).toEqual(seen);
  });

  it("comes before three days for the money that have run out in vain", () => {
    const said = ["save-evidence", "switch-off", "check-next-day", "ask-for-consent", "demand-refund"].map((step) =>
      word("done", step),
    );
    const run = runOf(compiled("unwanted-subscription"), start("2026-06-05"), ...said);
    const nearest = (day: string) => nextDeadline(viewRun(run, sceneOf({}, day)))?.due.date;
    expect(["2026-12-02", "2026-12-05"].map(nearest)).toEqual(["2026-12-02", "2026-12-07"]);
  });

  it.each([
    ["imposed-option", "written-claim", "complain"],
    ["unknown-mobile-charges", "check-money", "prevent"],
    // Said once, where the step whose turn it is says it itself.
    ["unwanted-subscription", "demand-refund", "prevent"],
    ["unknown-mobile-charges", "ask-operator", "switch-off"],
  ])("goes on running while a step is put off (%s, %s)", (id, step, next) => {
    expect(lastDays(id, word("later", step))).toEqual([next, IN_SIGHT]);
  });

  it.each<[string, Parameters<typeof word>[], string | undefined]>([
    [
      "unknown-mobile-charges",
      [
        ["skip", "ask-recalculation"],
        ["skip", "check-money"],
      ],
      "prevent",
    ],
    [
      "unknown-mobile-charges",
      [
        ["fail", "ask-recalculation"],
        ["fail", "check-money"],
      ],
      "prevent",
    ],
    ["unknown-mobile-charges", [["done", "check-money"]], "prevent"],
    [
      "unwanted-subscription",
      [
        ["done", "demand-refund"],
        ["done", "prevent"],
      ],
      undefined,
    ],
    [
      "imposed-option",
      [
        ["done", "demand-refund"],
        ["skip", "written-claim"],
      ],
      "complain",
    ],
    ["imposed-option", [["done", "demand-refund", "refused"]], "written-claim"],
    ["refund-refused", [["fail", "send"]], "wait-for-answer"],
  ])("stays in sight after %s %j", (id, said, next) => {
    expect(lastDays(id, ...said.map((one) => word(...one)))).toEqual([next, IN_SIGHT]);
  });

  it.each<[string, Parameters<typeof word>[], string | undefined]>([
    ["imposed-option", [["done", "written-claim"]], "complain"],
    [
      "imposed-option",
      [
        ["later", "demand-refund"],
        ["done", "written-claim"],
      ],
      "complain",
    ],
    ["imposed-option", [["done", "demand-refund", "returned"]], "prevent"],
    ["imposed-option", [["done", "ask-consent", "my-consent"]], "prevent"],
    ["unknown-mobile-charges", [["done", "usual-causes", "explained"]], "prevent"],
    ["refund-refused", [["done", "send"]], "wait-for-answer"],
  ])("is over with the claim or the money, after %s %j", (id, said, next) => {
    expect(lastDays(id, ...said.map((one) => word(...one)))).toEqual([next]);
  });

  it("is no claim to have asked by phone: no answer is due in 30 days", () => {
    const run = runOf(compiled("imposed-option"), done("demand-refund", "2026-11-22"));
    const waiting = awaited(run, basis("2026-11-23")).map(({ due }) => due.ground);
    expect(waiting).toEqual(["law-zpp16-3-days"]);
  });
});

describe("the time to sue", () => {
  const on = "2026-11-30";
  const said = (step: string, answer: string | null = null): RunEvent => ({ type: "done", at: on, step, answer, on });
  /** Of three days before the year is over: what is shown of it and of the three years. */
  const inSight = (id: string, ...events: RunEvent[]) => {
    const { next, awaited: waiting } = viewRun(runOf(compiled(id), start("2025-12-03"), ...events), sceneOf({}, on));
    const all = [...(next?.dues ?? []), ...waiting.map(({ due }) => due)];
    const shown = all.filter(({ ground }) => ground === "law-gk181" || ground === "law-gk196");
    return [next?.step.id, ...shown.map(({ date }) => date)];
  };
  const early = ["stop-it", "do-not-approve", "tell-bank"].map((step) => said(step));
  const refused = [...early, said("write-to-seller", "refused"), said("written-claim", "refused")];
  const YEAR = "2026-12-03";
  const THREE = "2028-12-04";

  it.each<[string, string, RunEvent[], (string | null | undefined)[]]>([
    ["refused everywhere", "child-purchase", refused, ["protect", YEAR]],
    ["the list gone through", "child-purchase", [...refused, said("protect", "ban-is-on")], [undefined, YEAR]],
    ["the money back", "child-purchase", [...early, said("write-to-seller", "returned")], ["protect"]],
    ["the claim to come", "refund-refused", [], ["folder", YEAR, THREE]],
    ["a child bought it", "refund-refused", [said("folder", "child")], ["addressee", YEAR]],
    ["an adult paid", "refund-refused", [said("folder", "adult")], ["addressee"]],
    [
      "the claim filed",
      "refund-refused",
      [said("folder", "child"), said("addressee", "merchant"), said("compose"), said("send")],
      ["wait-for-answer", YEAR, THREE],
    ],
    [
      "the suit filed",
      "refund-refused",
      ["folder", "addressee", "compose", "send", "wait-for-answer", "complain", "court"].map((step) => said(step)),
      [undefined],
    ],
    ["the answer is money", "refund-refused", [said("wait-for-answer", "returned")], ["folder", THREE]],
  ])("%s (%s)", (_case, id, events, seen) => {
    expect(inSight(id, ...events)).toEqual(seen);
  });
});

describe("an urgent step put off", () => {
  const fraud = compiled("fraud-or-stolen-sim");
  const later = (step: string): RunEvent => ({ ...done(step, "2026-11-22"), type: "later" }) as RunEvent;
  const waiting = (...said: RunEvent[]) => {
    const run = runOf(fraud, ...said);
    const found = awaited(run, basis("2026-11-24"));
    return found.map(({ record, due }) => [record.step.id, due.kind, due.ground, due.daysLeft]);
  };
  const first = { ...done("what-happened", "2026-11-22"), answer: "yes" } as RunEvent;

  it("stays in sight, with a term whose day nobody stated and with what was to be done at once", () => {
    const called = [first, done("call-bank", "2026-11-22"), done("suspend-number", "2026-11-22")];
    expect(waiting(...called, later("dispute-operations"))).toEqual([
      ["dispute-operations", "term", "bank-notify-next-day", null],
    ]);
    expect(waiting(first, later("call-bank"))).toEqual([["call-bank", "today", null, -2]]);
  });

  it.each([
    ["child-purchase", "tell-bank"],
    ["fraud-or-stolen-sim", "dispute-operations"],
    ["xsolla", "tell-bank"],
  ])("goes on to be said where it did not work (%s, %s)", (id, step) => {
    const { steps } = compiled(id);
    const before = steps
      .slice(
        0,
        steps.findIndex((one) => one.id === step),
      )
      .map((one) => done(one.id, "2026-11-22"));
    const failed = { ...done(step, "2026-11-22"), type: "fail" } as RunEvent;
    const found = awaited(runOf(compiled(id), ...before, failed), basis("2026-11-24")).map(({ due }) => due.ground);
    expect(found).toContain("bank-notify-next-day");
  });

  it("is said once when its turn comes again", () => {
    const rest = fraud.steps.slice(3).map(({ id }) => done(id, "2026-11-22"));
    const run = [first, later("call-bank"), ...rest];
    expect(runOf(fraud, ...run).next?.step.id).toBe("call-bank");
    expect(waiting(...run).filter(([step]) => step === "call-bank")).toEqual([]);
  });
});

describe("an answer that rules a term out", () => {
  it.each([
    ["operator", ["roskomnadzor", "rospotrebnadzor", "fas"]],
    ["merchant", ["rospotrebnadzor", "fas"]],
    ["bank", ["bank-of-russia"]],
  ])("whom the claim goes to (%s) says where to complain", (answer, parties) => {
    const run = runOf(compiled("refund-refused"), { ...done("addressee", "2026-11-22"), answer } as RunEvent);
    const step = run.checklist.steps.find(({ id }) => id === "complain");
    expect(step && stepFor(step, run, sceneOf({}, "2026-11-22")).ways.map(({ party }) => party)).toEqual(parties);
  });

  it("a tariff that went up is no imposed service: three days are not its term, thirty are", () => {
    const found = (answer: string) => {
      const first = { ...done("find-option", "2026-11-22"), answer } as RunEvent;
      return dues(runOf(compiled("imposed-option"), first), "written-claim").map(({ ground }) => ground);
    };
    expect(found("option")).toEqual(expect.arrayContaining(["law-zpp16-3-days", "law-55-answer-30"]));
    expect(found("tariff")).toContain("law-55-answer-30");
    expect(found("tariff")).not.toContain("law-zpp16-3-days");
  });
});

describe("reminders and today", () => {
  it("a reminder counts from the day its turn came", () => {
    const run = runOf(
      compiled("unwanted-subscription"),
      done("save-evidence", "2026-11-22"),
      done("switch-off", "2026-11-25"),
    );
    expect(dues(run, "check-next-day")[0]).toMatchObject({ kind: "reminder", date: "2026-11-26", daysLeft: 4 });
  });

  it("at once means the day the step's turn came, and is late after it", () => {
    const run = runOf(compiled("spam"), start("2026-11-22"));
    expect(dues(run, "no-money-talk", "2026-11-22")[0]).toMatchObject({
      kind: "today",
      date: "2026-11-22",
      daysLeft: 0,
    });
    expect(dues(run, "no-money-talk", "2026-11-25")[0]).toMatchObject({ date: "2026-11-22", daysLeft: -3 });
  });

  it("the soonest date stands first and those without one last, at every step", () => {
    for (const checklist of COMPILED) {
      for (const { id } of checklist.steps) {
        const dates = dues(runOf(checklist, start("2026-11-01")), id).map(({ date }) => date ?? "9999");
        expect(dates).toEqual([...dates].sort());
      }
    }
  });
});
