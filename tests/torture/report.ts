import { type Outcome, slowestOf } from "./outcome.js";

const WIDEST = 100;

/** One line, whatever was in it. */
const shown = (text: string): string => {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}… (${text.length} characters)` : line;
};

const replayOf = (name: string, seed: number, index: number): string =>
  `npm run torture -- ${name} --seed ${seed} --try ${index}`;

function faultsOf({ name, faults }: Outcome, seed: number): string[] {
  return faults.map(
    ({ index, message }) =>
      `FAULT ${name}\n  ${message.replaceAll("\n", "\n  ")}\n  again: ${replayOf(name, seed, index)}`,
  );
}

/** Tries, faults and seconds of each trial, the slowest inputs of all, and each fault with the line that repeats it. */
export function reportOf(outcomes: readonly Outcome[], seed: number): string {
  const sum = (of: (one: Outcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
  const row = (name: string, tries: number, faults: number, seconds: number) =>
    `${name.padEnd(24)}${String(tries).padStart(9)}${String(faults).padStart(9)}${seconds.toFixed(1).padStart(10)}`;
  return [
    `seed ${seed}`,
    `${"trial".padEnd(24)}${"tries".padStart(9)}${"faults".padStart(9)}${"seconds".padStart(10)}`,
    ...outcomes.map(({ name, tries, faults, seconds }) => row(name, tries, faults.length, seconds)),
    row(
      "all",
      sum((one) => one.tries),
      sum((one) => one.faults.length),
      sum((one) => one.seconds),
    ),
    "",
    "slowest, ms",
    ...slowestOf(
      outcomes.flatMap(({ name, slowest }) => slowest.map((one) => ({ ...one, input: `${name}: ${one.input}` }))),
    ).map(({ input, ms }) => `${ms.toFixed(0).padStart(7)}  ${shown(input)}`),
    ...outcomes.flatMap((one) => faultsOf(one, seed)).flatMap((text) => ["", text]),
    "",
  ].join("\n");
}
