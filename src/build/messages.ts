import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Language } from "../vocabulary/language.js";

const words = z.string().min(1);
const subject = z.record(z.string().regex(/^[a-z0-9.-]+$/), z.strictObject({ ru: words, en: words }));

/**
 * The interface's words by key, of all subjects together.
 *
 * @throws when a key or a text is malformed, or a key stands under two subjects.
 */
export function readMessages(data: string, language: Language): Record<string, string> {
  const folder = join(data, "messages");
  const entries = readdirSync(folder).flatMap((name) =>
    Object.entries(subject.parse(JSON.parse(readFileSync(join(folder, name), "utf8")))),
  );
  const messages = Object.fromEntries(entries.map(([key, text]) => [key, text[language]]));
  if (Object.keys(messages).length < entries.length) {
    const twice = entries.map(([key]) => key).filter((key, index, keys) => keys.indexOf(key) !== index);
    throw new Error(`data/messages: stands twice: ${twice.join(", ")}`);
  }
  return messages;
}
