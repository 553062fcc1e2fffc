import { join } from "node:path";
import type { Directory } from "../../src/directory/types.js";
import { assemble, inMemory } from "../../src/gate/assemble.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";

/** The authored data/ folder through the gate, as the program would open it. */
export function builtInDirectory(): Directory {
  const folder = join(import.meta.dirname, "../../data");
  const { directory, issues } = gate(readAuthored(folder), new Date().toISOString().slice(0, 10));
  if (!directory) throw new Error(issues.map(({ file, path, message }) => `${file} ${path}: ${message.en}`).join("\n"));
  return inMemory(assemble(directory, "built-in"));
}
