import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oneOf } from "../../values/choice.js";
import { REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { EXIT, NO_CALL, NOTICES, PROBLEMS } from "../../vocabulary/codes.js";
import { command } from "../line/spec.js";
import { FOLDERS } from "../package.js";

const CODES = { problems: PROBLEMS, reasons: REASONS, rules: REACH_RULES, notices: NOTICES, noCall: NO_CALL };

/** Whose schema can be printed. */
export const schemaKinds = (): string[] =>
  readdirSync(FOLDERS.schemas)
    .map((name) => name.replace(/\.schema\.json$/, ""))
    .sort();

export const schemaCommand = command({
  operands: { "[kind]": { offers: "kinds" } },
  run({ kind }, { io }) {
    const kinds = schemaKinds();
    if (kind === undefined) return { kind: "schema", result: () => ({ kinds }), text: () => `${kinds.join("\n")}\n` };
    if (kind === "codes") {
      const lists = Object.entries(CODES).map(([list, all]) => [list, ...all.map((code) => `  ${code}`)].join("\n"));
      return { kind: "codes", result: () => CODES, text: () => `${lists.join("\n")}\n` };
    }
    // A document of its own, with --json too.
    const known = oneOf(kind, kinds, { code: "unknown-kind" });
    io.out(readFileSync(join(FOLDERS.schemas, `${known}.schema.json`), "utf8"));
    return EXIT.answered;
  },
});
