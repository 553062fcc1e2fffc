/** A run is what happened in it, folded: where it stands, where answers lead, and that nothing said is lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRun, type Run, type RunEvent } from "../../src/checklists/run.js";
import { STEP_ACTIONS } from "../../src/vocabulary/checklists.js";
import { COMPILED, compiled, runOf, START } from "./scene.js";

const on = "2026-11-22";
const say = (type: (typeof STEP_ACTIONS)[number], step: string, answer: string | null = null): RunEvent => ({
  type,
  at: on,
  step,
  answer,
  on,
});
const done = (step: string, answer?: string) => say("done", step, answer ?? null);
const states = (run: Run) => run.steps.map(({ step, state }) => `${step.id} ${state}`);
const charges = compiled("unknown-mobile-charges");
const subscription = compiled("unwanted-subscription");

describe("going through steps", () => {
  it("begins with the first and ends with none", () => {
    expect(runOf(charges).next?.step.id).toBe("account-or-card");
    expect(runOf(charges).progress).toEqual({ settled: 0, total: 8 });
    const whole = runOf(charges, ...charges.steps.map(({ id }) => done(id)));
    expect(whole.next).toBeNull();
    expect(whole.progress).toEqual({ settled: 8, total: 8 });
  });

  it("counts what was skipped and what failed as settled, what was put off as not", () => {
    const run = runOf(charges, done("account-or-card"), say("skip", "charge-details"), say("later", "usual-causes"));
    expect(run.progress.settled).toBe(2);
    expect(run.next?.step.id).toBe("ask-operator");
    expect(runOf(charges, say("fail", "switch-off")).progress.settled).toBe(1);
  });

  it("comes back to what was put off when nothing else is left", () => {
    const rest = charges.steps.slice(1).map(({ id }) => done(id));
    const run = runOf(charges, say("later", "account-or-card"), ...rest);
    expect(run.next?.step.id).toBe("account-or-card");
    expect(run.progress).toEqual({ settled: 7, total: 8 });
  });

  it("keeps the last word on a step", () => {
    const run = runOf(charges, done("account-or-card"), say("fail", "account-or-card"));
    expect(run.steps[0]?.state).toBe("failed");
  });
});

describe("answers", () => {
  it("lead forward past what is not needed", () => {
    const run = runOf(charges, done("usual-causes", "explained"));
    expect(states(run).slice(2)).toEqual([
      "usual-causes done",
      "ask-operator passed",
      "switch-off passed",
      "ask-recalculation passed",
      "check-money passed",
      "prevent open",
    ]);
  });

  it("lead back to a step that has to be done again", () => {
    const before = ["save-evidence", "switch-off"].map((id) => done(id));
    const run = runOf(subscription, ...before, done("check-next-day", "again"));
    expect(run.next?.step.id).toBe("switch-off");
    expect(run.steps[2]?.state).toBe("open");
  });

  it("lead to another checklist, which ends this one", () => {
    const run = runOf(charges, done("account-or-card", "phone"), done("charge-details", "known-name"));
    expect(run.next).toBeNull();
    expect(run.followUps).toEqual([{ checklist: "unwanted-subscription", step: "charge-details" }]);
  });

  it("lead to another checklist beside this one", () => {
    const run = runOf(subscription, done("demand-refund", "refused"));
    expect(run.followUps).toEqual([{ checklist: "refund-refused", step: "demand-refund" }]);
    expect(run.steps.at(-1)?.state).toBe("open");
  });

  it("can be changed: what the first one passed over comes back", () => {
    const run = runOf(charges, done("charge-details", "known-name"), done("charge-details", "unclear"));
    expect(run.followUps).toEqual([]);
    expect(states(run).filter((one) => one.endsWith("passed"))).toEqual([]);
  });

  it("of a failure never end the rest", () => {
    const run = runOf(charges, say("fail", "ask-recalculation"));
    expect(run.followUps).toEqual([{ checklist: "refund-refused", step: "ask-recalculation" }]);
    expect(run.steps.at(-1)?.state).toBe("open");
  });
});

describe("what else is kept", () => {
  it("notes in order, facts the later over the earlier, the day of the charge", () => {
    const run = runOf(
      charges,
      { type: "note", at: on, step: null, text: "one" },
      { type: "facts", at: on, facts: { operator: "mts" } },
      { type: "note", at: on, step: "prevent", text: "two" },
      { type: "facts", at: on, facts: { operator: "t2", from: "own" } },
      { type: "charged", at: on, on: "2026-11-01" },
    );
    expect(run.notes.map(({ text }) => text)).toEqual(["one", "two"]);
    expect(run.facts).toEqual({ operator: "t2", from: "own" });
    expect(run.chargedOn).toBe("2026-11-01");
  });

  it("and a step of another version of the checklist changes nothing", () => {
    expect(runOf(charges, done("step-of-old"))).toEqual(runOf(charges));
  });
});

/** Anything a person, a script or two of them may say. */
const anything = fc.constantFrom(...COMPILED).chain((checklist) => {
  const event = fc
    .tuple(fc.constantFrom(...checklist.steps), fc.constantFrom(...STEP_ACTIONS), fc.nat())
    .map(([step, action, pick]) => say(action, step.id, step.branches[pick % (step.branches.length + 1)]?.id ?? null));
  return fc.record({ checklist: fc.constant(checklist), events: fc.array(event, { maxLength: 40 }) });
});

describe("whatever is said", () => {
  it("the progress is between nothing and all, and the next step is one that is not settled", () => {
    fc.assert(
      fc.property(anything, ({ checklist, events }) => {
        const { progress, next, steps } = runOf(checklist, ...events);
        const waiting = steps.filter(({ state }) => state === "open" || state === "later");
        expect(progress).toEqual({ settled: steps.length - waiting.length, total: checklist.steps.length });
        expect(next === null).toBe(waiting.length === 0);
        if (next) expect(waiting).toContain(next);
      }),
    );
  });

  it("every step that was spoken of has the state of its last word, unless an answer led back to it", () => {
    fc.assert(
      fc.property(anything, ({ checklist, events }) => {
        const { steps } = runOf(checklist, ...events);
        const last = events.at(-1);
        const state = steps.find(({ step }) => last && "step" in last && step.id === last.step)?.state;
        expect(
          last === undefined ||
            state === "open" ||
            state === { done: "done", skip: "skipped", later: "later", fail: "failed" }[last.type as "done"],
        ).toBe(true);
        expect(steps.map(({ step }) => step.id)).toEqual(checklist.steps.map(({ id }) => id));
      }),
    );
  });

  it("saying the same twice is saying it once", () => {
    fc.assert(
      fc.property(anything, ({ checklist, events }) => {
        const last = events.at(-1);
        if (last) expect(states(runOf(checklist, ...events, last))).toEqual(states(runOf(checklist, ...events)));
      }),
    );
  });

  it("words on different steps without answers count in any order", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMPILED),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (checklist, picks) => {
          const plain = checklist.steps.map(({ id }, index) =>
            say(STEP_ACTIONS[(picks[index % 8] ?? 0) % 3] ?? "done", id),
          );
          const other = [...plain].sort((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a)));
          expect(states(runOf(checklist, ...other))).toEqual(states(runOf(checklist, ...plain)));
        },
      ),
    );
  });
});

describe("walked to the end", () => {
  const walkTo = (checklist: (typeof COMPILED)[number], choose: (run: Run) => RunEvent): Run => {
    const events: RunEvent[] = [START];
    for (let turn = 0; turn < 60; turn += 1) {
      const run = foldRun("r", checklist, events);
      if (!run.next) return run;
      events.push(choose(run));
    }
    throw new Error(`${checklist.id} does not end`);
  };
  const nextOf = ({ next }: Run) => {
    if (!next) throw new Error("over");
    return next.step;
  };

  it.each(COMPILED.map((one) => [one.id, one] as const))("%s ends, whatever is answered", (_, checklist) => {
    for (const choose of [
      (run: Run) => done(nextOf(run).id),
      (run: Run) => say("skip", nextOf(run).id),
      (run: Run) => done(nextOf(run).id, nextOf(run).branches[0]?.id),
      (run: Run) => {
        const { id, branches } = nextOf(run);
        const forward = branches.filter(({ goTo }) => goTo === null || "step" in goTo);
        return done(id, forward.find(({ goTo }) => goTo === null)?.id);
      },
    ]) {
      const run = walkTo(checklist, choose);
      expect(run.progress.settled).toBe(run.progress.total);
    }
  });

  it.each(COMPILED.map((one) => [one.id, one] as const))("%s: every step has its turn in some walk", (_, checklist) => {
    const seen = new Set<string>();
    // All walks that leave this checklist at no answer, breadth first, a place of a walk once.
    const queue: RunEvent[][] = [[START]];
    const known = new Set<string>();
    while (queue.length > 0 && seen.size < checklist.steps.length) {
      const events = queue.shift() ?? [];
      const run = foldRun("r", checklist, events);
      const key = states(run).join();
      if (!run.next || known.has(key)) continue;
      known.add(key);
      const { id, branches } = run.next.step;
      seen.add(id);
      const answers = branches.length > 0 ? branches.map((branch) => done(id, branch.id)) : [done(id)];
      for (const event of [...answers, say("fail", id)]) queue.push([...events, event]);
    }
    expect(checklist.steps.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });
});
