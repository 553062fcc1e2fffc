import { join } from "node:path";
import { readJson } from "../directory/load.js";
import type { AuthoredDirectory } from "./authored.js";

/** @returns what the gate accepted when the directory was built: the base that an overlay is laid over. */
export const loadAuthored = (folder: string): AuthoredDirectory =>
  readJson<AuthoredDirectory>(join(folder, "authored.json"));
