/** Lines as people read them on statements, and who stands behind them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerCharge } from "../../src/charges/charge.js";
import { shownLine } from "../../src/charges/descriptor.js";
import { identify } from "../../src/charges/identify.js";
import { anyText } from "../support/any-text.js";
import { charges, DAY } from "../support/charge-book.js";

type Row = [line: string, merchant: string, confidence: "high" | "medium" | "low"];

const LINES: Row[] = [
  // The examples of the sellers' own help pages.
  ["Xsolla_Roblox", "xsolla", "high"],
  ["Xsolla*EFT", "xsolla", "high"],
  ["Xsolla Inc.", "xsolla", "high"],
  ["Xsolla_MTG ARENA INTERNET", "xsolla", "high"],
  ["Xsolla *civilization h.xsolla.com.ca", "xsolla", "high"],
  ["SURAWAY Ltd", "xsolla", "high"],
  ["APPLE.COM/BILL", "app-store", "high"],
  ["ITUNES.COM/BILL", "app-store", "high"],
  ["GOOGLE*Books", "google-play", "high"],
  ["Valve Software", "steam", "high"],
  ["Steampowered.com", "steam", "high"],
  ["Steam Games", "steam", "high"],
  // As banks print them.
  ["XSOLLA *CIVILIZATION", "xsolla", "high"],
  ["  xsolla   *  civilization  ", "xsolla", "high"],
  ["XSOLLA RUS", "xsolla", "high"],
  ["XSOLLA.COM", "xsolla", "high"],
  ["XSOLLA *WARTHUNDER SHERMAN OAKS US", "xsolla", "high"],
  ["XSOLLAROBLOX", "xsolla", "medium"],
  ["Покупка XSOLLA *EFT 599р", "xsolla", "medium"],
  ["PAYPAL *XSOLLA", "xsolla", "medium"],
  ["XSPLIT", "xsolla", "high"],
  ["APPLE.COM/BILL CORK IE", "app-store", "high"],
  ["apple.com/bill 866-712-7753", "app-store", "high"],
  ["APPLE COM BILL", "app-store", "high"],
  ["Списание 599р APPLE.COM/BILL", "app-store", "medium"],
  ["GOOGLE *YouTubePremium", "google-play", "high"],
  ["GOOGLE*SUPERCELL 650-253-0000 GB", "google-play", "high"],
  ["STEAMGAMES.COM 4259522985", "steam", "high"],
  ["STEAMGAMES.COM4259522985 DE", "steam", "high"],
  ["STEAM*PURCHASE", "steam", "high"],
  ["STEAM PURCHASE", "steam", "high"],
  ["WL STEAM PURCHASE SEATTLE", "steam", "medium"],
  // Cut by the bank.
  ["APPLE.COM/BI", "app-store", "medium"],
  ["ITUNES.COM/B", "app-store", "medium"],
  ["STEAMGAMES.C", "steam", "high"],
  ["STEAMPOWERED", "steam", "medium"],
  // Slips of the fingers.
  ["XSOLA *GAME", "xsolla", "low"],
  ["XSOLLLA", "xsolla", "low"],
  ["STEAMGAMS.COM", "steam", "low"],
  // Russian letters that look like Latin ones, and names in Russian.
  ["ХSОLLA *GAME", "xsolla", "high"],
  ["Иксолла", "xsolla", "high"],
  ["стим", "steam", "high"],
  ["Дота 2", "steam", "high"],
  ["Апп Стор", "app-store", "high"],
  ["гугл плей", "google-play", "high"],
  ["рустор", "rustore", "high"],
  ["Яндекс Плюс", "yandex-plus", "high"],
  ["YANDEX.PLUS", "yandex-plus", "high"],
  ["YANDEKS PLYUS", "yandex-plus", "high"],
  ["YM*YANDEX*PLUS", "yandex-plus", "medium"],
  ["СберПрайм", "sberprime", "high"],
  ["SBERPRIME", "sberprime", "high"],
  ["вконтакте", "vk", "high"],
  ["ВК", "vk", "high"],
  ["Винк", "wink", "high"],
  ["wink.ru", "wink", "high"],
  ["контентные услуги", "mobile-account", "high"],
  ["Мобильная подписка", "mobile-account", "high"],
  ["YANDEX*5815*PLUS", "yandex-plus", "high"],
  ["YM*PLUS", "yandex-plus", "high"],
  ["VK.COM", "vk", "high"],
  ["MAIL.RU", "vk", "high"],
  ["MAIL.RU VK", "vk", "high"],
  ["OKKO", "okko", "high"],
  ["IVI.RU", "ivi", "high"],
  ["KINOPOISK", "kinopoisk", "high"],
  ["LITRES", "litres", "high"],
  ["KION", "kion", "high"],
  ["START", "start-cinema", "high"],
  ["PREMIER", "premier-cinema", "high"],
  ["PREMIER.ONE", "premier-cinema", "high"],
  ["GAZPROMBONUS", "gazprom-bonus", "high"],
  ["TELEGRAM PREMIUM", "telegram-premium", "high"],
  ["MTS PREMIUM", "mts-premium", "high"],
  ["APPLE PAY OKKO", "okko", "low"],
  ["D01-1234567-1234567 GOOGLE*YouTube DE ABDj947DKEL917Dj", "google-play", "medium"],
  ["STEAM SAUNA MOSCOW", "steam", "low"],
  ["GOOGLE ADS", "google-play", "low"],
  // Senders and short numbers.
  ["mailer@xsolla.com", "xsolla", "high"],
  ["5151", "mobile-account", "medium"],
  ["77 50", "mobile-account", "medium"],
  // Only the mark makes it the shop: elsewhere Google sells other things.
  ["GOOGLE ROBLOX", "google-play", "low"],
  ["APPLE GARDEN CAFE", "app-store", "low"],
];

const UNKNOWN = [
  "PYATEROCHKA 1234 MOSCOW RUS",
  "VALUE STORE",
  "STEAK HOUSE",
  "STREAM TV",
  "SAUNA I BANYA",
  "OZON.RU",
  // A wallet pays for any shop, and a market of games is no shop of apps.
  "APPLE PAY ZARA",
  "APPLE PAY ZARA MOSCOW",
  "GOOGLE PAY ZARA",
  "GOOGLE PAY MAGNIT",
  "SAMSUNG PAY LENTA",
  "MIR PAY AZBUKA VKUSA",
  "PLATI.MARKET",
  "START UP CAFE",
  "AZS LUKOIL",
  "",
  "   ",
  "***",
  "12345678",
  "я не знаю что это",
  "toString",
  "__proto__",
];

describe("a line", () => {
  it.each(LINES)("%j is %s, %s", (line, merchant, confidence) => {
    const [best] = identify(line, charges);
    expect({ merchant: best?.merchant.id, confidence: best?.confidence }).toEqual({ merchant, confidence });
  });

  it.each(UNKNOWN)("%j is nobody we know", (line) => {
    expect(identify(line, charges).map(({ merchant }) => merchant.id)).toEqual([]);
  });

  it.each([
    ["XSOLLA *CIVILIZATION", "CIVILIZATION"],
    ["XSOLLA *WAR THUNDER 8005551234 US", "WAR THUNDER"],
    ["GOOGLE *Supercell Oy GB", "SUPERCELL OY"],
    ["XSOLLA", null],
    ["STEAMGAMES.COM 4259522985 US", null],
  ])("%j names %j as bought", (line, remainder) => {
    expect(identify(line, charges)[0]?.remainder).toBe(remainder);
  });

  it("says of XSplit what it is", () => {
    expect(identify("XSPLIT BROADCASTER", charges)[0]).toMatchObject({ means: "xsolla-why-xsplit" });
  });

  it("stands for each merchant once", () => {
    const ids = identify("XSOLLA STEAM PURCHASE APPLE.COM/BILL", charges).map(({ merchant }) => merchant.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(["xsolla", "steam", "app-store"]));
  });
});

describe("whatever is given", () => {
  it("it answers, and any case and spacing give the same", () => {
    fc.assert(
      fc.property(anyText(400), (text) => {
        const [first] = identify(text, charges);
        expect(identify(`  ${text} `, charges)[0]?.merchant.id).toBe(first?.merchant.id);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LINES.map(([line]) => line)), fc.boolean(), (line, upper) => {
        const other = upper ? line.toUpperCase() : line.toLowerCase();
        expect(identify(other, charges)[0]?.merchant.id).toBe(identify(line, charges)[0]?.merchant.id);
      }),
    );
  });

  const MEGABYTE = 1024 * 1024;
  it.each([
    ["letters", "A".repeat(MEGABYTE)],
    ["stars", "*".repeat(MEGABYTE)],
    ["digits", "1 ".repeat(MEGABYTE / 2)],
    ["letters that grow", "\u{FDFA}".repeat(MEGABYTE)],
    ["a known beginning", `XSOLLA *${"Z ".repeat(MEGABYTE / 2)}`],
  ])("a megabyte of %s takes no time", (_, text) => {
    const start = performance.now();
    identify(text, charges);
    shownLine(text);
    expect(performance.now() - start).toBeLessThan(250);
  });
});

const about = (given: string | null, account: "mobile" | "card" | null, date = DAY, ofOperator = false) =>
  answerCharge({ given, account, ofOperator, numberOf: null }, charges, date);

describe("what follows", () => {
  it.each([
    ["APPLE.COM/BILL", "2026-11-22", "unlikely"],
    ["APPLE.COM/BILL", "2026-04-01", "unlikely"],
    ["APPLE.COM/BILL", "2026-03-31", undefined],
    ["GOOGLE*Books", "2022-03-10", "unlikely"],
    ["GOOGLE*Books", "2022-03-09", undefined],
    ["STEAM PURCHASE", "2026-11-22", "unclear"],
    ["XSOLLA", "2026-11-22", "unclear"],
    ["RuStore", "2026-11-22", undefined],
  ])("%s on %s is %s", (line, date, verdict) => {
    const [main] = about(line, null, date).candidates;
    expect(main?.likely?.verdict).toBe(verdict);
    if (main?.likely) expect(main.likely.check.length).toBeGreaterThan(1);
  });

  it.each([
    ["XSOLLA", "xsolla"],
    ["STEAM PURCHASE", "auto-renewal"],
    ["Яндекс Плюс", "auto-renewal"],
    ["мобильная подписка", "unknown-mobile-charges"],
    ["5151", "unwanted-subscription"],
  ])("%s leads to the checklist %s", (line, checklist) => {
    expect(about(line, null).candidates[0]?.checklist).toBe(checklist);
  });

  it("an unknown line gets the general ways of the account it left", () => {
    expect(
      about("QWERTY", null)
        .paths.map(({ id }) => id)
        .sort(),
    ).toEqual(["bank", "mobile-account"]);
    expect(about("QWERTY", "card").paths.map(({ id }) => id)).toEqual(["bank"]);
    expect(about("QWERTY", "mobile").paths.map(({ id }) => id)).toEqual(["mobile-account"]);
    expect(about("XSOLLA", "card").paths).toEqual([]);
  });

  it("a seller of cards only, found on the phone account, is doubted and the phone's way is given too", () => {
    const { candidates, paths } = about("STEAM PURCHASE", "mobile");
    expect(candidates[0]?.otherAccount).toBe(true);
    expect(paths.map(({ id }) => id)).toEqual(["mobile-account"]);
  });

  it("the name of an operator means the account of the phone", () => {
    expect(about("megafon", null, DAY, true).candidates[0]?.merchant.id).toBe("mobile-account");
  });

  it("asks where the money left from only where it matters", () => {
    expect(about("XSOLLA", null).needs).toEqual([]);
    expect(about("QWERTY", null).needs).toEqual(["account"]);
    expect(about(null, "card").needs).toEqual(["descriptor"]);
  });

  it.each([
    ["Пакет 10 ГБ", ["account"]],
    ["Интернет 5 ГБ", ["account"]],
    ["Internet 5 GB", ["account"]],
    ["Мир игр", ["account"]],
    ["Подписка Карта", ["account"]],
    ["SMS Info DE", ["account"]],
    ["Доступ RU", ["account"]],
    ["IE Lounge", ["account"]],
    ["KAFE UYUT BERLIN DE", []],
    ["LAVKA 24 RUS", []],
    ["SBOL 1234", []],
    ["KARTA2 VISA", []],
  ])("takes %j for a card's line only where no phone has such: it asks for %j", (line, needs) => {
    const { needs: asked, paths } = about(line, null);
    expect(asked).toEqual(needs);
    expect(paths.map(({ id }) => id).sort()).toEqual(needs.length > 0 ? ["bank", "mobile-account"] : ["bank"]);
  });

  it("every merchant has spellings, a way to cancel and a checklist, or says what was looked for", () => {
    for (const one of charges) {
      expect(one.descriptors.length > 0 || one.descriptorsNotEstablished !== null, one.id).toBe(true);
      expect(one.cancel.length, one.id).toBeGreaterThan(0);
    }
  });
});
