import fc from "fast-check";

/** Every character there is, surrogates apart; fast-check's own "binary" unit takes a second to set up. */
const character = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
);

export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: character.map((code) => String.fromCodePoint(code)), maxLength });
