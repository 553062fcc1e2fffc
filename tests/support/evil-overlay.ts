/** A company's folder whose texts try to be markup, formulas and records of whatever format they end in. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FOLDER } from "./packed.js";

export const EVIL = {
  formula: '=HYPERLINK("http://evil.example","x")',
  markup: `</li><script>alert(1)</script><img src=x onerror='alert("2")'>&lt;`,
  table: "a | b `c` [d](http://evil.example) **e** <b>f</b> https://evil.example www.evil.example g@evil.example \\",
  record: "END:VCARD; TEL:+70000000000, N:x\\n",
} as const;

const source = { publisher: "Company", url: "https://company.example/lines", tier: "third-party", date: "2026-11-20" };

/** A line of MegaFon's that says the same text wherever a channel has one. */
export const saying = (text: string, id: string, value: string, preference: number) => ({
  id: `megafon.voice.${id}`,
  kind: "voice",
  numberType: "e164",
  value,
  display: { ru: text, en: text },
  label: { ru: text, en: text },
  note: { ru: text, en: text },
  hours: { text: { ru: text, en: text }, schedule: null },
  subscriber: "any",
  from: "any",
  roaming: "any",
  topics: ["general-support"],
  cost: [{ class: "free", text: { ru: text, en: text } }],
  preference,
  checkedOn: "2026-11-20",
  sources: [source],
});

/** @returns the folder: one line of MegaFon's for each text, each also as the display, the note and the hours. */
export function evilOverlay(): string {
  const folder = mkdtempSync(join(FOLDER, "evil-"));
  const channels = Object.entries(EVIL).map(([name, text], index) =>
    saying(text, `evil-${name}`, `+7495000000${index}`, 900 + index),
  );
  mkdirSync(join(folder, "operators"));
  writeFileSync(join(folder, "operators", "megafon.json"), JSON.stringify({ id: "megafon", channels }));
  return folder;
}
