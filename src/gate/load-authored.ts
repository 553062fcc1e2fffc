import { readStored, type Stored } from "../directory/stored.js";
import type { AuthoredDirectory } from "./authored.js";

/** What the gate accepted when the directory was built: the base that an overlay is laid over. */
export const AUTHORED: Stored<AuthoredDirectory> = { path: "authored.json" };

export const loadAuthored = (folder: string): AuthoredDirectory => readStored(folder, AUTHORED);
