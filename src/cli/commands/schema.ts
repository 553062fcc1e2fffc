import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oneOf } from "../../values/choice.js";
import { REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { EXIT, NO_CALL, NOTICES, PROBLEMS } from "../../vocabulary/codes.js";
import { command } from "../line/spec.js";
import { FOLDERS } from "../package.js";
import type { Answer } from "../runner.js";

const CODES = { problems: PROBLEMS, reasons: REASONS, rules: REACH_RULES, notices: NOTICES, noCall: NO_CALL };

/** Whose schema can be printed. */
export const schemaKinds = (): string[] =>
  readdirSync(FOLDERS.schemas)
    .map((name) => name.replace(/\.schema\.json$/, ""))
    .sort();

function kinds(): Answer {
  const all = schemaKinds();
  return { kind: "schema", result: () => ({ kinds: all }), text: () => `${all.join("\n")}\n` };
}

const codes = (): Answer => ({
  kind: "codes",
  result: () => CODES,
  text: () =>
    Object.entries(CODES)
      .map(([list, all]) => `${list}\n${all.map((code) => `  ${code}\n`).join("")}`)
      .join(""),
});

function schemaText(kind: string): string {
  const known = oneOf(kind, schemaKinds(), { code: "unknown-kind" });
  return readFileSync(join(FOLDERS.schemas, `${known}.schema.json`), "utf8");
}

export const schemaCommand = command({
  operands: { "[kind]": { offers: "kinds" } },
  run({ kind }, { io }) {
    if (kind === undefined) return kinds();
    if (kind === "codes") return codes();
    // A document of its own, with --json too.
    io.out(schemaText(kind));
    return EXIT.answered;
  },
});
