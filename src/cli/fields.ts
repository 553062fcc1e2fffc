/** `--fields result.primary,result.channels.dial`: the members of a document that are asked for, held to the published schemas of its kinds. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notListed } from "../values/choice.js";
import { FOLDERS } from "./package.js";

/** The part of JSON Schema that the published schemas are made of. */
interface Schema {
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
}

/** The objects that stand at a place of the schema, in a list or as one of several. */
function objectsAt(place: Schema, root: Schema): Schema[] {
  const { $ref, anyOf = [], items } = place;
  const named = $ref === undefined ? undefined : root.$defs?.[$ref.replace("#/$defs/", "")];
  const inside = [...anyOf, ...(items ? [items] : []), ...(named ? [named] : [])];
  return inside.length === 0 ? [place] : inside.flatMap((one) => objectsAt(one, root));
}

/** @returns the names of the members below a path; null where any name may stand. */
function namesBelow(path: readonly string[], root: Schema): string[] | null {
  let objects = objectsAt(root, root);
  for (const name of path) {
    objects = objects
      .flatMap(({ properties = {}, additionalProperties: more }) => {
        if (Object.hasOwn(properties, name)) return properties[name] ?? [];
        return typeof more === "object" ? more : [];
      })
      .flatMap((one) => objectsAt(one, root));
  }
  if (objects.some(({ additionalProperties: more }) => typeof more === "object")) return null;
  return [...new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** The members in the document's own order; lists are gone through. */
function keep(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) return value.map((one) => keep(one, paths));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    if (below.length === 0) return [];
    return [[name, below.some((rest) => rest.length === 0) ? member : keep(member, below)] as const];
  });
  return Object.fromEntries(kept);
}

function schemasOf(kinds: readonly string[]): Schema[] {
  const files = kinds.map((kind) => join(FOLDERS.schemas, `${kind}.schema.json`)).filter(existsSync);
  return files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Schema);
}

/** What may stand below a path in any of them; null where any name may. */
function namesIn(path: readonly string[], schemas: readonly Schema[]): string[] | null {
  const names = schemas.map((schema) => namesBelow(path, schema));
  return names.includes(null) ? null : [...new Set(names.flatMap((one) => one ?? []))];
}

const pathsIn = (given: string): string[][] => given.split(",").map((field) => field.trim().split("."));

/** Before anything is answered. @throws Problem usage for a name that no such document has: the names that there are. */
export function checkFields(given: string, kinds: readonly string[]): void {
  const schemas = schemasOf(kinds);
  for (const path of pathsIn(given))
    for (const [at, name] of path.entries()) {
      const before = path.slice(0, at);
      const names = namesIn(before, schemas);
      if (names?.includes(name) ?? true) continue;
      const known = (names ?? []).map((one) => [...before, one].join("."));
      throw notListed([...before, name].join("."), known, { code: "usage", key: "unknown-member" });
    }
}

/** @returns what leaves of a document what is asked for. */
export function onlyFields(given: string): (document: unknown) => unknown {
  const paths = pathsIn(given);
  // Whoever asks for a result must be told why there is none.
  return (document) => ((document as { ok: boolean }).ok ? keep(document, paths) : document);
}

/** What Tab offers: the fields that go on what is typed, after the last comma. */
export function fieldsFrom(begun: string, kinds: readonly string[]): string[] {
  const typed = begun.slice(begun.lastIndexOf(",") + 1);
  const path = typed.split(".").slice(0, -1);
  const before = begun.slice(0, begun.length - typed.length) + path.map((name) => `${name}.`).join("");
  return namesIn(path, schemasOf(kinds))?.map((name) => before + name) ?? [];
}
