/** Text as it was meant: typed in the wrong keyboard layout, Russian in Latin letters, with slips of the fingers, spelt by ear. */
import { letters, retyped } from "../values/keyboard.js";
import { tokens } from "./text.js";

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
/** How often people here write a word, in any of its forms; 0 where nobody does. */
export type Frequency = (word: string) => number;

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

/** "Nomer" is met in Latin letters too, and "internet" in Russian ones: by so many times a word must be the one to be it. */
const RATHER = 3;

function transliterated(normalised: string, frequency: Frequency, named: Known): string {
  // "Slomalas" leaves out the soft sign.
  const asRussian = (word: string): string => {
    const plain = inCyrillic(word);
    return frequency(`${plain}ь`) > frequency(plain) ? `${plain}ь` : plain;
  };
  const isRussian: Known = (word) => frequency(asRussian(word)) > RATHER * frequency(word);
  // An operator, or a place, is written in Latin letters in any language.
  const words = tokens(normalised).filter((word) => isLatin(word) && !named(word));
  const russian = words.filter((word) => word.length >= SHORTEST && isRussian(word)).length;
  const isEnglish: Known = (word) => frequency(word) > 0 && !isRussian(word);
  if (russian <= words.filter(isEnglish).length) return normalised;
  return normalised.replace(/[a-z]+/g, (word) => (named(word) || isEnglish(word) ? word : asRussian(word)));
}

/**
 * @param frequency of a word, in either alphabet.
 * @param named whether it is an operator's name, or a place's: China is no Russian rank.
 */
export function repaired(normalised: string, frequency: Frequency, named: Known): string {
  const either: Known = (word) => named(word) || frequency(word) > 0;
  return isLatin(normalised) || countKnown(normalised, either) === 0
    ? relaid(transliterated(normalised, frequency, named), either)
    : normalised;
}

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя"] as const;

/** What a slip of the fingers makes of a word: a letter too few, too many, another, or two the other way round. */
export function* slips(word: string): Generator<string> {
  const letters = ALPHABETS[isCyrillic(word) ? 1 : 0];
  for (let at = 0; at <= word.length; at++) {
    const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
    yield before + after;
    yield before + after.slice(0, 1) + here + after.slice(1);
    for (const letter of letters) {
      yield before + letter + here + after;
      yield before + letter + after;
    }
  }
}

const CONSONANT_PAIRS = letters("бпвфгкджшзстд", "пбфвкгтшжсздт");

type Sound = readonly [written: RegExp, others: (part: string) => readonly string[]];
const alike = (written: RegExp, others: string): Sound => [written, () => others.split(" ")];

/** What one hears alike, by how it is written: the first that fits. */
const SOUNDS: readonly Sound[] = [
  alike(/(тс|тьс|цц?)а$|ть?ся$/y, "тся ться"),
  alike(/сч|щ/y, "сч щ ш"),
  [/([а-я])\1/y, (part) => [part.slice(1)]],
  [/(?<=[аеиоуыэюя])[лмнпрсткф](?=[аеиоуыэюя])/y, (part) => [part + part]],
  // Voiced or not is not heard at the end of a word and before such another consonant.
  [/[бпвфгкджшзст](?![аеиоуыэюяйлмнрвьъ])/y, (part) => [retyped(part, CONSONANT_PAIRS)]],
  alike(/а(?=.)/y, "о"),
  alike(/о(?=.)/y, "а е"),
  alike(/[еияэ](?=.)/y, "е и я"),
  alike(/ы(?=.)/y, "и"),
  alike(/ш/y, "щ"),
];

/** Of a long word the last letters stay as they are written. */
const MOST_SPELLINGS = 500;

/** How a word that is heard as this one may be written, in any number of its letters. */
export function heard(word: string): string[] {
  let begun = [""];
  for (let at = 0; at < word.length; ) {
    const sound = SOUNDS.find(([written]) => {
      written.lastIndex = at;
      return written.test(word);
    });
    const part = word.slice(at, sound?.[0].lastIndex ?? at + 1);
    const parts = new Set([part, ...(begun.length < MOST_SPELLINGS ? (sound?.[1](part) ?? []) : [])]);
    begun = begun.flatMap((begin) => Array.from(parts, (one) => begin + one));
    at += part.length;
  }
  return begun;
}

/** Of shorter words every second is a slip away from another. */
const SHORTEST_SLIP = 4;

/** Russian words have 24 letters at most; what is longer is no word, and takes a minute to try. */
const LONGEST_WORD = 24;

/**
 * The text with the most frequent other spelling in place of each word that nobody here writes.
 * @param spellings slips or what is heard alike.
 */
export const corrected = (
  normalised: string,
  frequency: Frequency,
  known: Known,
  spellings: (word: string) => Iterable<string>,
): string =>
  normalised.replace(/[a-z]+|[а-я]+/g, (word) => {
    if (word.length < SHORTEST_SLIP || word.length > LONGEST_WORD || known(word)) return word;
    let best = { near: word, times: 0 };
    for (const near of [...new Set([word, inCyrillic(word)])].flatMap((one) => [...spellings(one)])) {
      const times = frequency(near);
      if (times > best.times) best = { near, times };
    }
    return best.near;
  });
