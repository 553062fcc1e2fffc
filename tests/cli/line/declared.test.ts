/** A command line read by its declarations alone, against commander. */
import { Command } from "commander";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Declared, readDeclared } from "../../../src/cli/line/declared.js";
import { once } from "../../../src/cli/line/facts.js";

type Given = readonly unknown[];
type Outcome = { given: Given } | { refused: string } | null;

const declareGlobal = (line: Declared) => {
  line.option("--json", "").option("--lang <code>", "", once("lang")).option("--no-input", "");
};

const declareInto = (line: Declared, args: readonly string[], take: (given: Given) => void) => {
  for (const spec of args) line.argument(spec);
  line
    .option("-o, --operator <id>", "", once("operator"))
    .option("--show-numbers", "")
    .option("--plain", "")
    .action((...given: unknown[]) => take(given.slice(0, args.length + 1)));
};

const refusal = (error: unknown): Outcome => ({ refused: (error as Error).message });

function byDeclarations(words: readonly string[], args: readonly string[]): Outcome {
  let given: Given = [];
  try {
    const run = readDeclared(words, declareGlobal, (line) =>
      declareInto(line, args, (one) => {
        given = one;
      }),
    );
    if (!run) return null;
    run();
    return { given };
  } catch (error) {
    return refusal(error);
  }
}

function byCommander(words: readonly string[], args: readonly string[]): Outcome {
  let given: Given = [];
  const quiet = { writeOut: () => {}, writeErr: () => {} };
  const program = new Command("dozvon").exitOverride().configureOutput(quiet);
  declareGlobal(program);
  const command = program.command("whose").exitOverride().configureOutput(quiet);
  declareInto(command, args, (one) => {
    given = one;
  });
  try {
    program.parse(["whose", ...words], { from: "user" });
    return { given };
  } catch (error) {
    return refusal(error);
  }
}

const ARGUMENTS = [[], ["<one>"], ["[one]"], ["<one...>"], ["[one...]"], ["<one>", "[rest...]"]];
const DECLARED = ["-o", "--operator", "--show-numbers", "--plain", "--json", "--lang", "--no-input"];
const OTHER = [
  "mts",
  "8 800",
  "-",
  "",
  " ",
  "ru",
  "help",
  "--",
  "--operator=mts",
  "-omts",
  "--unknown",
  "-5",
  "-op",
  "—",
];

describe("a command line read by its declarations", () => {
  test("means what commander would make of it, or is left to commander", () => {
    const words = fc.array(fc.constantFrom(...DECLARED, ...OTHER), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.constantFrom(...ARGUMENTS), (line, args) => {
        const read = byDeclarations(line, args);
        if (read !== null) expect(read).toEqual(byCommander(line, args));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each<[string[], string[], Given]>([
    [[], [], [{}]],
    [["-o", "mts", "--json"], [], [{ operator: "mts" }]],
    [["--lang", "ru", "--show-numbers", "--operator", "t2"], [], [{ operator: "t2", showNumbers: true }]],
    [["89261110500"], ["<one...>"], [["89261110500"], {}]],
    [["-"], ["<one...>"], [["-"], {}]],
    [
      ["a", "--plain", "b"],
      ["<one>", "[rest...]"],
      ["a", ["b"], { plain: true }],
    ],
    [[], ["[one]"], [undefined, {}]],
  ])("%j of %j needs no commander", (words, args, given) => {
    expect(byDeclarations(words, args)).toEqual({ given });
  });

  test.each([[["-o", "", "--lang"]], [["-o", " ", "--unknown"]]])(
    "%j is wrong in form before it is in a value",
    (words) => {
      expect(byDeclarations(words, [])).toBeNull();
    },
  );

  test.each([[["--operator=mts"]], [["-omts"]], [["--unknown"]], [["extra"]], [["-o"]], [["-o", "-x"]], [["--"]]])(
    "%j is commander's to read",
    (words) => {
      expect(byDeclarations(words, [])).toBeNull();
    },
  );
});
