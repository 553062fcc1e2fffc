/** Whose channels may answer, and whose come after: with made-up sellers, a bank and a body beside operators. */
import { describe, expect, it } from "vitest";
import type { Channel, Directory, PartySummary, Topic } from "../../src/directory/types.js";
import { candidates, declared, escalation } from "../../src/routing/answer.js";
import { SMALL } from "../support/small-index.js";

const party = (id: string, type: PartySummary["type"], seller: boolean): PartySummary => ({
  id,
  type,
  name: { ru: id, en: id },
  aliases: [],
  services: [],
  topics: ["card-charge", "sim-swap"],
  seller,
  mobileNumbers: null,
  origin: "built-in",
});

const OPERATORS = SMALL.parties
  .filter(({ type }) => type === "operator")
  .map((one) => ({ ...one, topics: ["card-charge", "sim-swap"] }));
const SHOP = party("shop", "merchant", true);
const GAME = party("game", "merchant", true);
const BANK = party("bank", "merchant", false);
const COURT = party("court", "body", false);
const ELSEWHERE = { ...party("elsewhere", "body", false), topics: ["cable"] };

const channel = (id: string, topics: string[], general = false) => ({ id, topics, general }) as unknown as Channel;

const directoryWith = (...others: PartySummary[]): Directory =>
  ({
    ...SMALL,
    parties: [...OPERATORS, ...others],
    party: (id: string) => ({
      id,
      channels: [channel(`${id}.all`, ["card-charge", "sim-swap"]), channel(`${id}.other`, ["cable"], true)],
    }),
  }) as unknown as Directory;

const topic = (id: string): Topic => {
  const found = SMALL.topics.find((one) => one.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return found;
};
const CHARGE = topic("card-charge");
const SWAP = topic("sim-swap");
const ids = (channels: readonly Channel[]) => channels.map(({ id }) => id);
const nobody = { operator: null, merchant: null };

describe("a charge that no operator made", () => {
  const directory = directoryWith(SHOP, GAME, BANK, COURT, ELSEWHERE);

  it("is answered by the seller who took the money and the bank, and then by the body", () => {
    const whose = { operator: "polyot", merchant: "game" };
    expect(ids(candidates(directory, CHARGE, whose))).toEqual(["game.all", "bank.all"]);
    expect(ids(escalation(directory, CHARGE, whose))).toEqual(["court.all"]);
  });

  it("is never a seller's who did not take it", () => {
    expect(ids(candidates(directory, CHARGE, { operator: null, merchant: "another" }))).toEqual(["bank.all"]);
    expect(declared(directory, CHARGE, null).map(({ id }) => id)).toEqual(["bank", "court"]);
  });

  it("is for the only seller there is, named or not", () => {
    expect(ids(candidates(directoryWith(SHOP, COURT), CHARGE, nobody))).toEqual(["shop.all"]);
  });

  it("is for the body where there is nobody else, and nobody comes after", () => {
    const alone = directoryWith(COURT);
    expect(ids(candidates(alone, CHARGE, nobody))).toEqual(["court.all"]);
    expect(ids(escalation(alone, CHARGE, nobody))).toEqual([]);
  });
});

describe("what an operator answers", () => {
  const directory = directoryWith(BANK, COURT, ELSEWHERE);

  it("goes to its own channels, the general ones too", () => {
    expect(ids(candidates(directory, SWAP, { operator: "svyaz", merchant: null }))).toEqual([
      "svyaz.all",
      "svyaz.other",
    ]);
    expect(ids(candidates(directory, SWAP, nobody))).toEqual([]);
  });

  it("goes on to everybody else who is declared for it, and to no operator", () => {
    expect(ids(escalation(directory, SWAP, { operator: "svyaz", merchant: null }))).toEqual(["bank.all", "court.all"]);
  });
});
