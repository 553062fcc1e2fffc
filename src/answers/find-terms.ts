/** Words as they are compared: one spelling, without the endings that Russian and English add. */

/** Long ones first: what is left of a word should be the same in all of its forms, not a dictionary form. */
const ENDINGS: readonly string[] = [
  ..."иями ями ами ыми ими ого его ому ему ать ять ить еть ться".split(" "),
  ..."ал ял ил ел ан ян ен ую юю ая яя ое ее ые ие ый ий ой ей ых их ым им ом ем ов ев ам ям ах ях ию ия ии ью".split(
    " ",
  ),
  ..."а я о е ы и у ю й ь".split(" "),
  ..."ing ed es s".split(" "),
].sort((a, b) => b.length - a.length);

/** Fewer letters than this tell nothing. */
const SHORTEST_STEM = 3;

/** Words that every question has. */
const EMPTY = new Set(
  "и в во на с со к ко по у о об от до за из не как где что мне мой моя мои нужно надо можно ли а the a an to of for on in at my how where what is i do".split(
    " ",
  ),
);

export const foldWord = (word: string): string => word.normalize("NFKC").toLowerCase().replaceAll("ё", "е");

export function stem(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

/** The words of a text in one spelling, in their order. */
export const wordsIn = (text: string): string[] => foldWord(text).match(/[\p{L}\d]+/gu) ?? [];

export const isEmptyWord = (word: string): boolean => EMPTY.has(word);
