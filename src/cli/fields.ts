/** `--fields`: the members of a document that are asked for, held to the published schema of its kind. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keep, namesBelow, type Schema } from "../render/envelope/fields.js";
import { notListed } from "../values/choice.js";
import { FOLDERS } from "./package.js";

/** @returns null for a kind of document that has none. */
function schemaOf(kind: string): Schema | null {
  const file = join(FOLDERS.schemas, `${kind}.schema.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Schema) : null;
}

/** @throws Problem usage for a name that no document of this kind has: the names that there are. */
function check(path: readonly string[], schema: Schema): void {
  for (const [at, name] of path.entries()) {
    const before = path.slice(0, at);
    const names = namesBelow(before, schema);
    if (names !== null && !names.includes(name)) {
      const known = names.map((one) => [...before, one].join("."));
      throw notListed(path.slice(0, at + 1).join("."), known, { code: "usage", key: "unknown-member" });
    }
  }
}

/** For documents of one line after another: what is asked for is checked once a kind. @throws Problem usage when called. */
export function onlyFields(given: string): (document: unknown) => unknown {
  const paths = given.split(",").map((field) => field.trim().split("."));
  const checked = new Set<string>();
  return (document) => {
    const { kind, ok } = document as { kind: string; ok: boolean };
    // Whoever asks for a result must be told why there is none.
    if (!ok) return document;
    const schema = checked.has(kind) ? null : schemaOf(kind);
    if (schema) for (const path of paths) check(path, schema);
    checked.add(kind);
    return keep(document, paths);
  };
}

/** What Tab offers: the fields that go on what is typed, after the last comma. */
export function fieldsFrom(begun: string, kind: string): string[] {
  const schema = schemaOf(kind);
  const typed = begun.slice(begun.lastIndexOf(",") + 1);
  const path = typed.split(".").slice(0, -1);
  const before = begun.slice(0, begun.length - typed.length) + path.map((name) => `${name}.`).join("");
  return (schema && namesBelow(path, schema))?.map((name) => before + name) ?? [];
}
