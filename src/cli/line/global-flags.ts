/** The flags every command takes, as they are declared; `argv.ts` reads them before all else. */
import type { Words } from "../../render/words.js";
import type { Declared } from "./declared.js";
import { once } from "./facts.js";

export function addGlobalFlags(line: Declared, words: Words): void {
  line
    .option("--json", words.say("help.json"))
    .option("--lang <code>", words.say("help.lang"), once("lang"))
    .option("--as-of <date>", words.say("help.as-of"), once("as-of"))
    .option("--strict", words.say("help.strict"))
    .option("--directory <folder>", words.say("help.directory"), once("directory"))
    .option("--no-input", words.say("help.no-input"))
    .option("--no-config", words.say("help.no-config"))
    .option("--accessible", words.say("help.accessible"))
    .option("--no-color", words.say("help.no-color"));
}
