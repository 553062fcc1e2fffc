/** How a line is compared with a seller's spellings, held with made-up sellers: each row is one step beyond or short of a limit. */
import { describe, expect, it } from "vitest";
import { identify } from "../../src/charges/identify.js";
import type { MerchantCharge } from "../../src/directory/types.js";
import { seller } from "../support/made-up-seller.js";

const spelled = (text: string, whole = false) => ({ text, whole, ground: `ground of ${text}`, means: null });

const ID = "wwwwwwwwwwwwwwwwwwww";

/** `match, confidence, what follows`, or null where the line is nobody's. */
function said(line: string, parts: Partial<MerchantCharge>): string | null {
  const found = identify(line, [seller(ID, parts)]);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ? `${found[0].match} ${found[0].confidence} ${found[0].remainder}` : null;
}

describe("a descriptor", () => {
  it.each<[line: string, descriptor: string, expected: string | null]>([
    // As it stands, and with something behind it.
    ["PLAYRU", "PLAYRU", "exact high null"],
    ["PLAYRU GAME", "PLAYRU", "prefix high GAME"],
    ["PLAYRU PLAYRU", "PLAYRU", "prefix high PLAYRU"],
    ["WORLD OF TANKS", "WORLD OF TANKS", "exact high null"],
    // Digits of an order come glued on, at its end only.
    ["PLAYRU42", "PLAYRU", "prefix high null"],
    ["WORLD OF TANKS77", "WORLD OF TANKS", "prefix high null"],
    ["WORLD1 OF TANKS", "WORLD OF TANKS", "near low null"],
    ["9PLAYRU", "PLAYRU", "near low null"],
    ["DOTA2 COM", "DOTA2", "prefix high COM"],
    // The game glued on; behind a short word it would be another word.
    ["PLAYRUROBLOX", "PLAYRU", "prefix medium ROBLOX"],
    ["PLAYRUROBLOX MOSCOW", "PLAYRU", "prefix medium ROBLOX MOSCOW"],
    ["BIGPLAYROBLOX", "BIG PLAY", "prefix medium ROBLOX"],
    ["KIONOSK", "KION", null],
    // A go-between needs its mark.
    ["GOPAY*", "GOPAY*", "exact high null"],
    ["GOPAY *SHOP", "GOPAY*", "prefix high SHOP"],
    ["GOPAY_SHOP", "GOPAY*", "prefix high SHOP"],
    ["GOPAY SHOP", "GOPAY*", "prefix low SHOP"],
    ["GOPAY SHOP*RED", "GOPAY*", "prefix low SHOP RED"],
    ["GOPAY", "GOPAY*", null],
    // Cut short: five letters at least, and six tenths of it.
    ["PLAYMA", "PLAYMARKET", "truncated medium null"],
    ["PLAYM", "PLAYMARKET", null],
    ["KINOP", "KINOPLEX", "truncated medium null"],
    ["PLAY", "PLAYRU", null],
    ["MARKET", "PLAYMARKET", null],
    // The last word cut by the bank, in a line of the length at which banks cut.
    ["POKUPKA 23 RUB PLAYMA", "PLAYMARKET", null],
    ["POKUPKA 230 RUB PLAYMA", "PLAYMARKET", "truncated low null"],
    ["POKUPKA 230000 RUB PLAYMA", "PLAYMARKET", "truncated low null"],
    ["POKUPKA 2300000 RUB PLAYMA", "PLAYMARKET", null],
    ["POKUPKA 230000 RUB PLAY", "PLAYMARKET", "truncated low null"],
    ["POKUPKA 2300000 RUB PLA", "PLAYMARKET", null],
    ["POKUPKA 2300 RUB MARKET", "PLAYMARKET", null],
    ["POKUPKA 23 RUB PLAYMARKET", "PLAYMARKET", "within medium null"],
    // Inside the line.
    ["OPLATA PLAYRU GAME", "PLAYRU", "within medium GAME"],
    ["OPLATA WORLD OF TANKS HD", "WORLD OF TANKS", "within medium HD"],
    ["OPLATA GOPAY*SHOP", "GOPAY*", "within medium SHOP"],
    ["OPLATA GOPAY SHOP", "GOPAY*", null],
    ["OPLATA BIG PAY*SHOP", "BIG PAY*", "within medium SHOP"],
    ["OPLATA BIG*PAY SHOP", "BIG PAY*", null],
    ["OPLATA BIG PAY SHOP*RED", "BIG PAY*", null],
    // Slips: none in five letters, one from six, two from nine.
    ["GOPEY", "GOPAY", null],
    ["PLAIRU", "PLAYRU", "near low null"],
    ["PLAIRU GAME", "PLAYRU", "near low GAME"],
    ["PLAIRO", "PLAYRU", null],
    ["KINAPLES", "KINOPLEX", null],
    ["PLEYSTARE", "PLAYSTORE", "near low null"],
    ["PLEISTARE", "PLAYSTORE", null],
    ["GOPLEY*SHOP", "GOPLAY*", "near low SHOP"],
    ["GOPLEY SHOP", "GOPLAY*", null],
    ["BIG PLEY SHOP", "BIG PLAY", "near low SHOP"],
  ])("%j by %j: %j", (line, descriptor, expected) => {
    expect(said(line, { descriptors: [spelled(descriptor)] })).toBe(expected);
  });

  it.each([
    ["ARENA", "exact high null"],
    ["arena ", "exact high null"],
    ["ARENA MOSCOW", null],
    ["MOSCOW ARENA", null],
    ["ARENA77", null],
  ])("for whole lines: %j is %j", (line, expected) => {
    expect(said(line, { descriptors: [spelled("ARENA", true)] })).toBe(expected);
  });
});

describe("a name", () => {
  it.each<[line: string, alias: string, expected: string | null]>([
    ["Big Play", "Big Play", "name high null"],
    ["bigplay", "Big Play", "name high null"],
    ["OPLATA BIG PLAY GAME", "Big Play", "within medium null"],
    ["АВИТО ДОСТАВКА", "Avito", "within low null"],
    ["KION KINO", "Kion", "within low null"],
    ["ZUZ KINO", "Zuz", null],
    ["ZUZ", "Zuz", "name high null"],
    ["BIG PLEY", "Big Play", "near low null"],
    ["BIG PLEI", "Big Play", null],
  ])("%j by %j: %j", (line, alias, expected) => {
    expect(said(line, { aliases: [alias] })).toBe(expected);
  });

  it("is the seller's own in either language, too", () => {
    expect(said("Щ".repeat(20), {})).toBe("name high null");
    expect(said("q".repeat(40), {})).toBe("name high null");
    expect(said(ID, {})).toBe("name high null");
  });
});

describe("of several readings", () => {
  const PLAY = spelled("PLAYRU");
  const GAMES = spelled("PLAYRU GAMES");

  it("of equal ones the longest spelling stands", () => {
    for (const descriptors of [
      [PLAY, GAMES],
      [GAMES, PLAY],
    ]) {
      const [best] = identify("PLAYRU GAMES HD", [seller(ID, { descriptors })]);
      expect(best).toMatchObject({ matched: "PLAYRU GAMES", ground: "ground of PLAYRU GAMES", remainder: "HD" });
    }
  });

  it("a descriptor of the whole line goes before the name", () => {
    for (const aliases of [["PLAYRU"], ["playru", "Play Ru"]]) {
      expect(said("PLAYRU", { aliases, descriptors: [PLAY] })).toBe("exact high null");
    }
  });

  it("the likeliest seller comes first, in whatever order they stand", () => {
    const sure = seller("aaaaaaaaaaaaaaaaaaaa", { descriptors: [PLAY] });
    const inside = seller("bbbbbbbbbbbbbbbbbbbb", { descriptors: [spelled("GAMEX")] });
    const slip = seller("cccccccccccccccccccc", { descriptors: [spelled("PLEYRU GAMAX")] });
    for (const sellers of [
      [slip, inside, sure],
      [inside, sure, slip],
    ]) {
      const ids = identify("PLAYRU GAMEX", sellers).map(({ merchant }) => merchant.id);
      expect(ids).toEqual([sure.id, inside.id, slip.id]);
    }
  });
});

describe("what is sent", () => {
  const senders = [{ text: "mail@play.ru", ground: "ground of mail" }];

  it("comes from the sender it names, and from no other", () => {
    const [found] = identify(" MAIL@play.ru ", [seller(ID, { senders })]);
    expect(found).toMatchObject({
      match: "sender",
      confidence: "high",
      matched: "mail@play.ru",
      ground: "ground of mail",
    });
    expect(identify("mail@plays.ru", [seller(ID, { senders })])).toEqual([]);
  });

  it.each([
    ["515", "515"],
    [" 51-51 ", "51-51"],
    ["515151", "515151"],
    ["51", null],
    ["5151515", null],
    ["a5151", null],
  ])("%j as a short number leads to those that have some: %j", (given, matched) => {
    const sellers = [seller("aaaaaaaaaaaaaaaaaaaa", {}), seller(ID, { shortNumbers: "checklist" })];
    const found = identify(given, sellers).map((one) => `${one.merchant.id} ${one.match} ${one.matched}`);
    expect(found).toEqual(matched === null ? [] : [`${ID} short-number ${matched}`]);
  });
});
