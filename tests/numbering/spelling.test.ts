/** Every way people write a number is that number; what is no number says which mistake it is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf } from "../../src/numbering/key.js";
import { mobileInText } from "../../src/numbering/mobile.js";
import { FIRST_MOBILE } from "../../src/numbering/ranges.js";
import { read } from "../../src/numbering/reading.js";
import { LONGEST, readSpelling } from "../../src/numbering/spelling.js";
import { anyText } from "../support/any-text.js";
import { tries } from "../support/tries.js";

const key = (text: string): string => keyOf(readSpelling(text), text);

const national = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map(String);
const separator = fc.constantFrom("", " ", "-", ".", "  ", "\u00a0", "\u2011", " - ", "/");
const prefix = fc.constantFrom("+7", "8", "7", "", "+7 ", "8-", "tel:+7", "007", "8107", "  +7");
/** Where each script's digits begin: ASCII, full-width, Arabic, Devanagari, mathematical. */
const script = fc.constantFrom(0x30, 0xff10, 0x660, 0x966, 0x1d7ce);
const inScript = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe("a mobile number", () => {
  it("is the same in any spelling", () => {
    const groups = fc.tuple(separator, separator, separator, fc.boolean());
    const parts = fc.tuple(national, prefix, groups, script);
    fc.assert(
      fc.property(parts, ([number, start, [a, b, c, bracketed], zero]) => {
        const code = bracketed ? `(${number.slice(0, 3)})` : number.slice(0, 3);
        const text = `${start}${code}${a}${number.slice(3, 6)}${b}${number.slice(6, 8)}${c}${number.slice(8)}`;
        expect({ text, key: key(inScript(text, zero)) }).toEqual({ text, key: `+7${number}` });
      }),
    );
  });

  it.each(["доб. 12", "ext 12", "x12", ",12", "внутр. 12", ";12"])("keeps its extension: %s", (end) => {
    const text = `+7 926 111-05-00 ${end}`;
    expect(key(text)).toBe("+79261110500");
    expect(readSpelling(text)).toMatchObject({ extension: "12" });
  });

  it("is read the same straight from its characters, or left to the general reading", () => {
    const loose = fc.stringMatching(/^ ?[+]?[0-9 ().-]{0,20}$/);
    const near = fc
      .tuple(prefix, national, separator)
      .map(([start, number, gap]) => `${start}${number.slice(0, 3)}${gap}${number.slice(3)}`);
    fc.assert(
      fc.property(fc.oneof(loose, near), (text) => {
        const offset = mobileInText(text);
        if (offset >= 0) expect({ text, key: key(text) }).toEqual({ text, key: `+7${FIRST_MOBILE + offset}` });
      }),
      { numRuns: tries(2000) },
    );
    expect(mobileInText("+7 (926) 111-05-00")).toBe(261_110_500);
    expect(mobileInText("89261110500")).toBe(261_110_500);
    expect(mobileInText("9261110500")).toBe(261_110_500);
  });
});

describe("other numbers", () => {
  it.each([
    ["8 800 550-05-00", "+78005500500"],
    ["+7 495 123-45-67", "+74951234567"],
    ["3432690000", "+73432690000"],
    ["0500", "0500"],
    ["000105", "000105"],
    ["1-1-2", "112"],
    ["00493012345678", "+493012345678"],
    ["8~10 49 30 12345678", "+493012345678"],
    ["8 701 234 56 78", "+77012345678"],
    ["+7 701 234 56 78", "+77012345678"],
    ["+89261110500", "+79261110500"],
    ["+8 800 550-05-00", "+78005500500"],
    ["+880 2 5566 7788", "+880255667788"],
    ["* 100 #", "*100#"],
    ["＊１００＃", "*100#"],
    ["*144*номер#", "*144*{number}#"],
    ["*144*<number>#", "*144*{number}#"],
    ["**21*+79261110500#", "**21*+79261110500#"],
  ])("%s is %s", (text, expected) => {
    expect(key(text)).toBe(expected);
  });
});

const faultIn = (text: string): string | null => {
  const spelling = readSpelling(text);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  return reading.form === "fault" ? reading.fault : null;
};

describe("what is no number", () => {
  it.each([
    ["", "empty"],
    [" \u200b ", "empty"],
    ["abc", "letters"],
    ["89161234567\u0000", "binary"],
    ["\ufffd\ufffd1", "binary"],
    ["5", "too-short"],
    ["92611105", "too-short"],
    ["1234567", "no-area-code"],
    ["+7926111050", "missing-digit"],
    ["8800550050", "missing-digit"],
    ["892611105000000000", "too-long"],
    ["+792611105000", "too-long"],
    ["8 800 550-05-001", "too-long"],
    ["1".repeat(LONGEST + 1), "too-long"],
    ["+900", "plus-short"],
    ["***#", "bad-code"],
    ["926+1110500", "not-valid"],
  ])("%j is %s", (text, fault) => {
    expect(faultIn(text)).toBe(fault);
  });

  it.each([
    ["8 926 111-O5-OO", "8 926 111-05-00"],
    ["звони 8 926 111-05-00 сейчас", "8 926 111-05-00"],
    ["+900", "900"],
  ])("%j probably means %j", (text, meant) => {
    const spelling = readSpelling(text);
    const reading = spelling.form === "number" ? read(spelling) : spelling;
    expect(reading).toMatchObject({ form: "fault", meant: [meant] });
  });

  it("never makes the reading fail", () => {
    const any = fc.oneof(anyText(20), fc.stringMatching(/^[0-9+*#()a-zа-я ~{}<>"-]{0,60}$/));
    fc.assert(
      fc.property(any, (text) => {
        expect(typeof key(text)).toBe("string");
        expect(() => faultIn(text)).not.toThrow();
      }),
      { numRuns: tries(500) },
    );
  });
});
