/**
 * Text from people, overlays or the environment, made safe for a terminal: control characters and invisible marks, which reorder or
 * hide text, go; line breaks become spaces. Two marks stay: the joiners inside emoji and some scripts.
 */
export function clean(text: string): string {
  return text
    .replace(/[\r\n\t\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2065\u{e0000}-\u{e0fff}]/gu, "");
}

/** Records for `cut` and `awk`: one a line, fields between tabs, no heading, no tab or line break inside a field. */
export const plainRecords = (records: readonly (readonly string[])[]): string =>
  records.map((fields) => `${fields.map(clean).join("\t")}\n`).join("");
