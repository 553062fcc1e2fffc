/** The interface's words as they stand in data/messages, whether or not the program was built since. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language, Text } from "../../src/vocabulary/language.js";

/** By key, of all subjects but the gate's. */
export function readMessages(data: string, language: Language): Record<string, string> {
  const names = readdirSync(join(data, "messages")).filter((name) => name !== "gate.json");
  const entries = names.flatMap((name) =>
    Object.entries<Text>(JSON.parse(readFileSync(join(data, "messages", name), "utf8"))),
  );
  return Object.fromEntries(entries.map(([key, text]) => [key, text[language]]));
}
