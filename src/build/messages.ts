import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../gate/words-schema.js";
import type { Language } from "../vocabulary/language.js";

/** The interface's words by key, of all subjects together. @throws when a text is malformed: the gate says where. */
export function readMessages(data: string, language: Language): Record<string, string> {
  const folder = join(data, "messages");
  const subjects = readdirSync(folder)
    // Bundled with the gate, which few answers open.
    .filter((name) => name !== "gate.json")
    .map((name) => messages.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  const entries = subjects.flatMap((subject) => Object.entries(subject));
  return Object.fromEntries(entries.map(([key, text]) => [key, text[language]]));
}
