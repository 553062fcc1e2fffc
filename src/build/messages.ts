import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Language } from "../vocabulary/language.js";

const messages = z.record(z.string().regex(/^[a-z0-9.-]+$/), z.string().min(1));

/** @throws when a key or a text is malformed. */
export function readMessages(data: string, language: Language): Record<string, string> {
  return messages.parse(JSON.parse(readFileSync(join(data, "messages", `${language}.json`), "utf8")));
}
