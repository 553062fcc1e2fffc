/** How large an operator is beside others is counted from the register that ships. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readRanges } from "../../src/gate/ranges.js";
import { realDirectory } from "../support/real-directory.js";

const read = (file: string) => readFileSync(`data/numbering/${file}`, "utf8");

it("each operator has the mobile numbers that the register gives it", () => {
  const { parties, party } = realDirectory();
  const listed = parties.filter(({ type }) => type === "operator");
  const operators = new Map(listed.map(({ id }) => [party(id).legalEntity?.inn, id]));
  const counted: Record<string, number> = {};
  for (const { from, to, inn } of readRanges(read("ranges.txt"))) {
    const operator = operators.get(inn);
    if (operator) counted[operator] = (counted[operator] ?? 0) + to - from + 1;
  }
  const stated = parties.flatMap(({ id, mobileNumbers }) => (mobileNumbers ? [[id, mobileNumbers]] : []));
  expect(Object.fromEntries(stated)).toEqual(counted);
});
