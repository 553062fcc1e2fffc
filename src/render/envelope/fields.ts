/** Some members of a document, by their names: `result.primary`, `result.channels.dial`. Lists are gone through. */

/** The part of JSON Schema that the published schemas are made of. */
export interface Schema {
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
export function namesBelow(path: readonly string[], root: Schema): string[] | null {
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

/** The members in the document's own order. */
export function keep(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) return value.map((one) => keep(one, paths));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    if (below.length === 0) return [];
    return [[name, below.some((rest) => rest.length === 0) ? member : keep(member, below)] as const];
  });
  return Object.fromEntries(kept);
}
