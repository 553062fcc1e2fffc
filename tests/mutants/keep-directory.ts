import { mkdirSync, writeFileSync } from "node:fs";
import { assembled } from "../support/assembled.js";
import { KEPT } from "./kept-directory.js";

export default function setup(): void {
  mkdirSync(".mutants", { recursive: true });
  writeFileSync(KEPT, JSON.stringify(assembled()));
}
