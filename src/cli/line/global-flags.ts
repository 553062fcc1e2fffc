import { LANGUAGES } from "../../vocabulary/language.js";
import type { Flags, Given } from "./spec.js";

/** The flags every command takes. */
export const GLOBAL_FLAGS = {
  "--json": {},
  "--fields": { value: "names", text: "json-fields", offers: "fields" },
  "--full": {},
  "--lang": { value: "code", offers: LANGUAGES },
  "--as-of": { value: "date" },
  "--strict": {},
  "--directory": { value: "folder", offers: "files" },
  "--no-input": {},
  "--no-config": {},
  "--accessible": {},
  "--no-color": {},
} as const satisfies Flags;

export type GlobalFlags = Given<typeof GLOBAL_FLAGS>;
