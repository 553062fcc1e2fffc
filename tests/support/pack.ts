/** Once per test run: a folder for the packed program, removed afterwards. Nothing is packed until a test asks (packed.ts). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    packedFolder: string;
    standalone?: boolean;
    /** Whether each command line is a process of its own. */
    ownProcess?: boolean;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-packed-"));
  project.provide("packedFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
