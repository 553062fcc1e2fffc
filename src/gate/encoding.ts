import { isUtf8 } from "node:buffer";

/** Letters of Russian words, as the usual encoding of Windows has them. */
const RUSSIAN_WORD = /[а-яё]{3}/i;

/** Text in UTF-16 is half zeros where it is JSON; nothing in UTF-8 is. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = bytes.subarray(0, 400).filter((byte) => byte === 0).length;
  return zeros > 0 && zeros < Math.min(bytes.length, 400);
}

/** @returns the encoding of a file of text; null where it is none of those that people save in. */
export function encodingOf(bytes: Uint8Array): "UTF-8" | "UTF-16" | "windows-1251" | null {
  if (isUtf16(bytes)) return "UTF-16";
  if (isUtf8(bytes)) return "UTF-8";
  return RUSSIAN_WORD.test(new TextDecoder("windows-1251").decode(bytes)) ? "windows-1251" : null;
}
