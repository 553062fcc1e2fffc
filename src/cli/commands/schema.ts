import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oneOf } from "../../values/choice.js";
import { REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { EXIT, NO_CALL, NOTICES, PROBLEMS } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { command } from "../line/spec.js";
import { FOLDERS } from "../package.js";

const CODES = { problems: PROBLEMS, reasons: REASONS, rules: REACH_RULES, notices: NOTICES, noCall: NO_CALL };

/** Whose schema can be printed. */
export const schemaKinds = (): string[] =>
  readdirSync(FOLDERS.schemas)
    .map((name) => name.replace(/\.schema\.json$/, ""))
    .sort();

function showKinds({ json, io, succeed }: Context): void {
  const all = schemaKinds();
  if (json) succeed("schema", { kinds: all });
  else io.out(`${all.join("\n")}\n`);
}

function showCodes({ json, io, succeed }: Context): void {
  if (json) succeed("codes", CODES);
  else
    for (const [list, codes] of Object.entries(CODES))
      io.out(`${list}\n${codes.map((code) => `  ${code}\n`).join("")}`);
}

function schemaText(kind: string): string {
  const known = oneOf(kind, schemaKinds(), { code: "unknown-kind" });
  return readFileSync(join(FOLDERS.schemas, `${known}.schema.json`), "utf8");
}

export const schemaCommand = command({
  operands: { "[kind]": { offers: "kinds" } },
  run({ kind }, context) {
    if (kind === undefined) showKinds(context);
    else if (kind === "codes") showCodes(context);
    else context.io.out(schemaText(kind));
    return EXIT.answered;
  },
});
