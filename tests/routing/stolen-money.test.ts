/** Money already gone to fraudsters: nothing is asked, the bank first, then the police. */
import { expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const answer = (facts: Record<string, string>) =>
  route(directory, given({ topic: "stolen-money", ...facts }), parseMoment(SWEEP_DAY));

it.each([[{}], [{ operator: "megafon" }], [{ roaming: "russia", from: "mts" }], [{ subscriber: "corporate" }]])(
  "knowing only %o it asks nothing and says bank, then 102",
  (facts) => {
    const { needs, complete, primary, escalation, checklists } = answer(facts);
    expect({ needs, complete, primary }).toEqual({ needs: [], complete: true, primary: "bank.voice.card-number" });
    expect(escalation[0]?.channel.display.ru).toBe("102");
    expect(checklists).toContain("fraud-or-stolen-sim");
  },
);

it("says both in words, and when to block the line", () => {
  const { limits, prepare } = answer({});
  expect(limits.map(({ id }) => id).slice(0, 2)).toEqual(["bank-then-police", "block-if-taken"]);
  expect(prepare).toEqual([]);
});

it("abroad the bank is still first, and no Russian short number is named", () => {
  const { primary, escalation } = answer({ roaming: "abroad" });
  expect(primary).toBe("bank.voice.card-number");
  expect(escalation.map(({ channel }) => channel.display.ru)).not.toContain("102");
});
