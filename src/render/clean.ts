/**
 * Text from people, overlays or the environment, made safe for a terminal: control characters and the invisible marks that
 * reorder text go, line breaks become spaces.
 */
export function clean(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "");
}
