/** Spellings read by hand: what each is, or what is wrong with it and what was probably meant. */
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../src/numbering/format.js";
import { codeKeys, keyOf, phraseKey, rawKey } from "../../src/numbering/key.js";
import { mobileInText } from "../../src/numbering/mobile.js";
import { read } from "../../src/numbering/reading.js";
import { LONGEST, numbersIn, readSpelling } from "../../src/numbering/spelling.js";

/** `russian 9261110500`, or `letters: 8 926 111-05-00`. */
function said(text: string): string {
  const spelling = readSpelling(text);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  if (reading.form === "fault") return `${reading.fault}: ${reading.meant.join(", ")}`.trim();
  if (reading.form === "code") return `code ${reading.code}`;
  if (reading.form === "russian") return `russian ${reading.national}`;
  if (reading.form === "short") return `short ${reading.digits}`;
  const { digits, assumed, otherwise } = reading;
  const or = otherwise.fault === "not-valid" ? "" : `, or ${otherwise.fault}: ${otherwise.meant.join(", ")}`.trimEnd();
  return `foreign ${digits}${assumed ? " as it seems" : ""}${or}`;
}

describe("digits", () => {
  it.each([
    // After a plus.
    ["+12345", "plus-short: 12345"],
    ["+123456", "foreign 123456, or plus-short: 123456"],
    ["+1234567", "foreign 1234567"],
    ["+7 926 111-05-0", "missing-digit:"],
    ["+7 926 111-05-001", "too-long:"],
    ["+926 111-05-00", "foreign 9261110500 as it seems, or missing-digit: +7 926 111-05-00"],
    ["+7 940 111-05-00", "foreign 79401110500"],
    ["8 840 111-05-00", "foreign 78401110500"],
    ["+89261110500", "russian 9261110500"],
    ["+8926111050", "foreign 8926111050"],
    ["+892611105001", "foreign 892611105001"],
    ["+123456789012345", "foreign 123456789012345"],
    ["+1234567890123456", "too-long:"],
    ["(+7) 926 111-05-00", "russian 9261110500"],
    [" ( + 49 ) 30 1234567", "foreign 49301234567"],
    // Without one.
    ["1", "too-short:"],
    ["12", "short 12"],
    ["123456", "short 123456"],
    ["0001053", "short 0001053"],
    ["1234560", "no-area-code:"],
    ["12345678", "too-short:"],
    ["926111050", "too-short:"],
    ["8926111050", "missing-digit:"],
    ["4951234567", "russian 4951234567"],
    ["8123456789", "russian 8123456789"],
    ["49301234567", "foreign 49301234567 as it seems"],
    ["87012345678", "foreign 77012345678"],
    ["892611105001", "too-long:"],
    ["123456789012345", "foreign 123456789012345 as it seems, or too-long:"],
    ["1234567890123456", "too-long:"],
    // On the way out of Russia: the fifteen digits of any number of the world may follow, and no more.
    ["8~10 123456789012345", "foreign 123456789012345"],
    ["8~10 1234567890123456", "too-long:"],
    ["00 49 30 1234567", "foreign 49301234567"],
    ["00989601", "foreign 989601, or too-short:"],
    ["000105", "short 000105"],
    ["1".repeat(19), "too-long:"],
  ])("%j: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe("one field", () => {
  it.each([
    ["8 800 550-05-00; +7 926 111-05-00", ["8 800 550-05-00", "+7 926 111-05-00"]],
    ["88005500500,89261110500", ["88005500500", "89261110500"]],
    ["8 926 111-05-00 / 0500", ["8 926 111-05-00", "0500"]],
    ["тел. 8 926 111-05-00, факс: +49 30 1234567", ["тел. 8 926 111-05-00", "факс: +49 30 1234567"]],
    ["*100#; *102#", ["*100#", "*102#"]],
    ["0500, 112", ["0500", "112"]],
    // An extension, and a number in groups, stay one.
    ["8 800 550-05-00,12", null],
    ["8 800 550-05-00 доб. 12, 13", null],
    ["8/926/111/05/00", null],
    ["926/111-05-00", null],
    ["СТОП, пожалуйста на 5051", null],
    ["+7 926 111-05-00 / 05-01", null],
  ])("%s", (text, expected) => {
    expect(numbersIn(text)).toEqual(expected ?? [text]);
  });
});

describe("other signs", () => {
  it.each([
    ["  tel:0500 ", "short 0500"],
    ["tel://0500", "short 0500"],
    ["тел. 8 926 111-05-00", "russian 9261110500"],
    ["Моб.тел.: +7 926 111-05-00", "russian 9261110500"],
    ["phone: *100#", "code *100#"],
    ["т. 0500", "short 0500"],
    ["8tel:926 111 05 00", "letters: 926 111 05 00"],
    ["+", "letters:"],
    ["( )", "letters:"],
    ["oooo", "letters:"],
    ["1o", "letters: 10"],
    ["abc 12", "letters:"],
    ["1+2", "not-valid:"],
    ["*100*код#", "code *100*{code}#"],
    ["*100*[номер]#", "code *100*{number}#"],
    ["*144*xxxxx#", "code *144*{number}#"],
    ["*144*xx#", "code *144*{code}#"],
    ["* (100) - 1 #", "code *1001#"],
    ["abc*100#", "letters:"],
    ["*100#abc", "letters:"],
    ["*#", "bad-code:"],
    [`*${"1".repeat(58)}#`, `code *${"1".repeat(58)}#`],
    [`*${"1".repeat(59)}#`, "too-long:"],
    [`0500${" ".repeat(LONGEST - 4)}`, "short 0500"],
    [`0500${" ".repeat(LONGEST - 3)}`, "too-long:"],
    ["٠٥٠٠", "short 0500"],
    ["९८७", "short 987"],
  ])("%j: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ["стоп на 5051", "стоп"],
    [" stop to 5051 ", "stop"],
    ["«стоп» на номер 5051", "стоп"],
    ['"стоп" на 5051', "стоп"],
    ["sms стоп на 5051", "стоп"],
    ["СМС   стоп на 5051", "стоп"],
    ["мойсмс стоп на 5051", "мойсмс стоп"],
    ["смска на 5051", "смска"],
    ["смс на 5051", null],
    ["а«б на 5051", "а«б"],
    ["а»б на 5051", "а»б"],
    ["5051", null],
  ])("%j sends %j", (text, message) => {
    expect(readSpelling(text)).toMatchObject({ form: "number", digits: "5051", message });
  });
});

describe("how it is written and found again", () => {
  it.each([
    ["+79261110500", "+7 926 111-05-00"],
    ["+78005500500", "8 800 550-05-00"],
    ["+792611105001", "+792611105001"],
    ["x+79261110500", "x+79261110500"],
    ["*100#", "*100#"],
  ])("%s is shown as %s", (e164, shown) => {
    expect(formatNumber(e164)).toBe(shown);
  });

  it("one phrase has one key, another has another", () => {
    expect(phraseKey("Ещё to  5051")).toBe(phraseKey("«еще» на 5051"));
    expect(phraseKey("ещ на 5051")).not.toBe(phraseKey("ещё на 5051"));
    expect(phraseKey("тоtoто на 5051")).not.toBe(phraseKey("тонато на 5051"));
  });

  it("digits that are no number are kept as they stand, apart from numbers", () => {
    const key = (text: string) => keyOf(readSpelling(text), text);
    expect(key("8800 550050")).toBe(key("8800550050"));
    expect(key("8800 550050")).not.toBe(key("8800 550051"));
    expect(key("8800 550050")).toBe(rawKey("8800-550050"));
    expect(key("abc *1 # d")).toBe(rawKey("*1#"));
    expect(rawKey("0500")).not.toBe(key("0500"));
    expect(rawKey("05 00")).toBe("~0500");
  });

  it.each<[string, string[]]>([
    ["*100#", []],
    ["*144*9261110500#", ["*144*{number}#", "*144*{code}#"]],
    ["*144*1234#", ["*144*{number}#", "*144*{code}#"]],
    ["*144*123#", ["*144*{code}#"]],
    ["*1*2#3#", []],
    ["**21*+79261110500#", ["**{code}*+79261110500#", "**21*{number}#", "**21*{code}#"]],
  ])("%s may be the reader's own of %j", (code, patterns) => {
    expect(codeKeys(code)).toEqual([code, ...patterns]);
  });
});

describe("a mobile number straight from its characters", () => {
  it.each([
    ["9000000000", 0],
    ["9999999999", 999_999_999],
    ["79261110500", 261_110_500],
    ["89261110500", 261_110_500],
    ["  +79261110500", 261_110_500],
    ["8.926.111.05.00", 261_110_500],
    // Left to the general reading.
    ["+89261110500", -1],
    ["+9261110500", -1],
    ["8999999999", -1],
    ["10000000000", -1],
    ["69261110500", -1],
    ["926111050", -1],
    ["892611105001", -1],
    ["9261110500x", -1],
    ["９261110500", -1],
    ["", -1],
  ])("%j is %d", (text, offset) => {
    expect(mobileInText(text)).toBe(offset);
  });
});
