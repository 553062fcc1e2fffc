/** Text typed in the wrong keyboard layout, or Russian written in Latin letters, as it was meant. */
import { letters, retyped, tokens } from "./text.js";

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const CYRILLIC_KEYS = "ейцукенгшщзхъфывапролджэячсмитьбюехъжэбю";

const TO_CYRILLIC = letters(LATIN_KEYS, CYRILLIC_KEYS);
const TO_LATIN = letters("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm");

/** Letters that stand for one together, the longest first: "shch" before "sh". */
const TOGETHER = [
  ..."shch-щ tsya-ться sch-щ zh-ж kh-х ts-ц ci-ци ce-це ch-ч sh-ш yu-ю ju-ю ya-я ja-я".split(" "),
  ..."yo-е jo-е ye-е iy-ий yy-ый ey-ей oy-ой ay-ай x-кс".split(" "),
].map((pair) => pair.split("-") as [latin: string, cyrillic: string]);
const LETTERS = letters("abcdefghijklmnopqrstuvwyz", "абкдефгхийклмнопкрстуввыз");

/** A word in Latin letters as Russian writes it by ear: "telegram" and "телеграм" are one word. */
export function inCyrillic(word: string): string {
  let rest = word;
  let out = "";
  while (rest !== "") {
    const [latin, cyrillic] = TOGETHER.find(([begin]) => rest.startsWith(begin)) ?? [
      rest.slice(0, 1),
      retyped(rest.slice(0, 1), LETTERS),
    ];
    out += cyrillic;
    rest = rest.slice(latin.length);
  }
  return out;
}

export type Known = (word: string) => boolean;

/** Shorter words are known by chance in any spelling. */
const SHORTEST = 3;

const isLatin = (text: string): boolean => /[a-z]/.test(text);
const isCyrillic = (text: string): boolean => /[а-я]/.test(text);

const countKnown = (text: string, known: Known): number =>
  tokens(text).filter((word) => word.length >= SHORTEST && /\D/.test(word) && known(word)).length;

function relaid(normalised: string, known: Known): string {
  const chunks = normalised.split(/(\s+)/);
  const better = (chunk: string, keys: ReadonlyMap<string, string>): number =>
    countKnown(retyped(chunk, keys), known) - countKnown(chunk, known);
  const sum = (test: (chunk: string) => boolean, keys: ReadonlyMap<string, string>): number =>
    chunks.filter(test).reduce((total, chunk) => total + better(chunk, keys), 0);
  if (chunks.some(isLatin) && sum(isLatin, TO_CYRILLIC) > 0) {
    return chunks
      .map((chunk) => (isLatin(chunk) && better(chunk, TO_CYRILLIC) >= 0 ? retyped(chunk, TO_CYRILLIC) : chunk))
      .join("");
  }
  if (countKnown(normalised, known) === 0 && sum(isCyrillic, TO_LATIN) > 0) return retyped(normalised, TO_LATIN);
  return normalised;
}

function transliterated(normalised: string, known: Known, named: Known): string {
  // An operator, or a place, is written in Latin letters in any language.
  const words = tokens(normalised).filter((word) => isLatin(word) && word.length >= SHORTEST && !named(word));
  const asRussian = words.filter((word) => !known(word) && known(inCyrillic(word))).length;
  const asWritten = words.filter(known).length;
  if (asRussian === 0 || asRussian <= asWritten) return normalised;
  return normalised.replace(/[a-z]+/g, (word) => (named(word) || known(word) ? word : inCyrillic(word)));
}

/**
 * @param known whether a word, in either alphabet, is one that people write here.
 * @param named whether it is an operator's name, or a place's: China is no Russian rank.
 */
export function repaired(normalised: string, known: Known, named: Known): string {
  const either: Known = (word) => named(word) || known(word);
  return isLatin(normalised) || countKnown(normalised, either) === 0
    ? transliterated(relaid(normalised, either), known, named)
    : normalised;
}
