/** What editors are shown is what the gate checks. */
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { editorSchemas } from "../../src/build/editor-schemas.js";

const DATA = "data";
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const inFolder = (folder: string, schema: string) =>
  readdirSync(join(DATA, folder)).map((name) => [`${folder}/${name}`, `${schema}.schema.json`] as const);

const FILES = [
  ...inFolder("operators", "operator"),
  ...inFolder("merchants", "merchant"),
  ...inFolder("grounds", "grounds"),
  ...inFolder("overlay-example/operators", "operator-patch"),
  ...inFolder("claims", "claim"),
  ...inFolder("checklists", "checklist"),
  ...["topics", "costs", "usual", "emergency", "escalation", "retired", "calendar", "refund-routes"].map(
    (name) => [`${name}.json`, `${name}.schema.json`] as const,
  ),
  ["overlay-example/new-operator.json", "operator.schema.json"] as const,
  ["claims-shared.json", "claim-parts.schema.json"] as const,
  ...["holders", "regions", "plan"].map((name) => [`numbering/${name}.json`, `numbering-${name}.schema.json`] as const),
];

describe("the editors' schemas", () => {
  it("are those the code would write", () => {
    const stored = readdirSync(join(DATA, "schema")).map((name) => [
      name,
      readFileSync(join(DATA, "schema", name), "utf8"),
    ]);
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(editorSchemas()));
  });

  it("cover every record of the directory", () => {
    // messages/ and understanding/ are words, no records; README.md and schema/ are no data; register.json is written by a command.
    const known = new Set<string>(FILES.map(([file]) => file));
    const records = readdirSync(DATA, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter(
        (name) => name.endsWith(".json") && !/^(schema|messages|understanding)\/|^numbering\/register/.test(name),
      );
    expect(records.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(FILES)("%s names %s, which is there and accepts it", (file, schema) => {
    const record = read(join(DATA, file)) as { $schema?: string };
    expect(normalize(join(DATA, file, "..", record.$schema ?? ""))).toBe(normalize(join(DATA, "schema", schema)));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const accepts = ajv.compile(read(join(DATA, "schema", schema)) as object);
    expect(accepts(record), JSON.stringify(accepts.errors)).toBe(true);
  });
});
