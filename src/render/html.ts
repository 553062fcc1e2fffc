/** What pages that stand alone share: a contact card and a letter. */
import type { Language } from "../vocabulary/language.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text on a page of HTML, in an attribute too. */
export const inHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** @param heads further elements of its head, between the signs it is written in and its title. */
export const pageOf = (language: Language, title: string, heads: readonly string[], style: string, body: string) =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${heads.join("\n")}
<title>${inHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
