/** What must never reach a person's terminal, whatever was given. */

const allowedAt = (text: string, index: number): boolean => text[index] === "\n";

/** Control characters, lone halves of a character, and the marks that reorder or hide text: counted out from the Unicode charts. */
export function isUnsafe(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return (
    [0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff].includes(code) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

/** @param tabs whether fields stand between tabs. @throws Error naming the first character that must not be there. */
export function judgeTerminal(stream: string, text: string, tabs = false): void {
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0;
    if (isUnsafe(code) && !allowedAt(text, index) && !(tabs && code === 9)) {
      const around = JSON.stringify(text.slice(Math.max(0, index - 40), index + 40));
      throw new Error(`U+${code.toString(16).padStart(4, "0")} on ${stream}: ${around}`);
    }
    if (code > 0xffff) index++;
  }
}

/** What Node prints of an exception: the lines of a stack, or an error of its own. */
export function judgeNoStack(stream: string, text: string): void {
  const found = /^\s+at .*[:(]\d+:\d+\)?$|^node:internal|^Node\.js v\d|\bat (?:async )?\w+ \(.*:\d+:\d+\)/m.exec(text);
  if (found) throw new Error(`a stack trace on ${stream}: ${JSON.stringify(text.slice(0, 600))}`);
}
