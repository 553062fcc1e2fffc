import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Caller } from "../../src/routing/caller.js";
import type { Grid } from "../../src/routing/completions.js";
import { type Condition, conditions } from "../../src/routing/conditions.js";
import type { OpenQuestion } from "../../src/situation/questions.js";
import { tries } from "../support/tries.js";

const FROM = ["own", "landline"];
const ROAMING = ["home", "russia", "abroad"];
const dimensions: OpenQuestion[] = [
  { fact: "from", values: FROM },
  { fact: "roaming", values: ROAMING },
];
/** Cells by name: `own home` is 0, `landline abroad` is 5. */
const cells = (...names: string[]) =>
  new Set(
    names.map((name) => {
      const [from = "", roaming = ""] = name.split(" ");
      return FROM.indexOf(from) * 3 + ROAMING.indexOf(roaming);
    }),
  );
/** Nobody is in the cells that are impossible. */
const gridOf = (questions: readonly OpenQuestion[], impossible: (cell: number) => boolean): Grid => {
  const total = questions.reduce((all, { values }) => all * values.length, 1);
  const callers = Array.from({ length: total }, (_, cell) => (impossible(cell) ? null : ({} as Caller)));
  return { dimensions: questions, callers };
};

describe("a set of situations as alternatives", () => {
  test.each<[string, string[], Condition[]]>([
    ["every situation is always", FROM.flatMap((from) => ROAMING.map((place) => `${from} ${place}`)), []],
    ["one situation", ["landline russia"], [{ from: ["landline"], roaming: ["russia"] }]],
    ["a fact that makes no difference is left out", ["own home", "own russia", "own abroad"], [{ from: ["own"] }]],
    ["two places of one line", ["own home", "own russia"], [{ from: ["own"], roaming: ["home", "russia"] }]],
    [
      "what no single alternative covers",
      ["own home", "landline abroad"],
      [
        { from: ["own"], roaming: ["home"] },
        { from: ["landline"], roaming: ["abroad"] },
      ],
    ],
  ])("%s", (_, names, expected) => {
    expect(
      conditions(
        cells(...names),
        gridOf(dimensions, () => false),
      ),
    ).toEqual(expected);
  });

  test("situations that nobody is in count as covered", () => {
    const grid = gridOf(dimensions, (cell) => cells("own abroad").has(cell));
    const all = cells("own home", "own russia", "landline home", "landline russia", "landline abroad");
    expect(conditions(cells("own home", "own russia"), grid)).toEqual([{ from: ["own"] }]);
    expect(conditions(all, grid)).toEqual([]);
  });
});

describe("operators in an alternative", () => {
  /** `own` and `landline` of operators a, b and c; cell 0 is own a, cell 5 landline c. */
  const grid = [
    { fact: "from", values: FROM },
    { fact: "operator", values: ["a", "b", "c"] },
  ] as OpenQuestion[];

  test("one that nobody in it can be with is not named", () => {
    const some = gridOf(grid, (cell) => cell === 1 || cell === 4);
    expect(conditions(new Set([0, 3]), some)).toEqual([{ operator: ["a"] }]);
  });

  test("one that somebody in it can be with is", () => {
    const some = gridOf(grid, (cell) => cell === 4);
    expect(conditions(new Set([0, 1, 3]), some)).toEqual([{ operator: ["a", "b"] }]);
  });
});

test("the alternatives cover exactly the set, whatever its shape", () => {
  const facts = ["operator", "from", "roaming"] as const;
  const grids = fc.tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 3 }),
  );
  const cases = grids.chain((sizes) => {
    const total = sizes.reduce((all, size) => all * size, 1);
    const states = fc.array(fc.constantFrom("in", "out", "impossible"), { minLength: total, maxLength: total });
    return fc.tuple(fc.constant(sizes), states);
  });
  fc.assert(
    fc.property(cases, ([sizes, states]) => {
      const set = new Set(states.flatMap((state, cell) => (state === "in" ? [cell] : [])));
      fc.pre(set.size > 0);
      const grid = facts.map((fact, index) => ({ fact, values: [..."abcd"].slice(0, sizes[index]) }));
      const alternatives = conditions(
        set,
        gridOf(grid, (cell) => states[cell] === "impossible"),
      );
      states.forEach((state, cell) => {
        if (state === "impossible") return;
        const steps = { operator: (sizes[1] ?? 1) * (sizes[2] ?? 1), from: sizes[2] ?? 1, roaming: 1 };
        const said = facts.map((fact, index) => "abcd"[Math.floor(cell / steps[fact]) % (sizes[index] ?? 1)] ?? "");
        const holds = alternatives.some((one) => facts.every((fact, i) => one[fact]?.includes(said[i] ?? "") ?? true));
        expect(holds || alternatives.length === 0).toBe(state === "in");
      });
    }),
    { numRuns: tries(500) },
  );
});
