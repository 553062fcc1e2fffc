/** What the program answers about numbers, held against what the register's file says. */
import { type Row, rowHolding } from "./register-file.js";

interface Answer {
  ok: boolean;
  result: {
    numbers: { e164: string; assigned: boolean | null; holder: { inn: string } | null; regions: { name: string }[] }[];
  } | null;
}

const described = (inn: string | null, regions: readonly string[]): string =>
  inn === null ? "nobody" : `${inn} in ${[...regions].sort().join(", ")}`;

/** @param line one document of `whose - --json --lang ru`. @returns what is wrong with it, or null. */
export function wrong(line: string, number: number, rows: readonly Row[]): string | null {
  const { result } = JSON.parse(line) as Answer;
  const [answer] = result?.numbers ?? [];
  if (!answer) return `${number}: no answer: ${line.slice(0, 300)}`;
  const row = rowHolding(rows, number);
  const expected = described(row?.inn ?? null, row?.regions ?? []);
  const given = described(
    answer.holder?.inn ?? null,
    answer.regions.map(({ name }) => name),
  );
  // Of a code that another country has inside +7 the register holds nothing, and nothing is said of who has it.
  const assigned = answer.assigned ?? false;
  const same = answer.e164 === `+7${number}` && assigned === (row !== null) && given === expected;
  return same ? null : `${number}: ${answer.e164} answered as ${given}, the register says ${expected}`;
}
