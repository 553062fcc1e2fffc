/**
 * Scripts rely on the published shapes: a changed schema needs a new `schemaVersion`. When one changes on purpose, raise
 * SCHEMA_VERSION and write the new digests with `npx vitest run tests/process/schema-version.test.ts -u`.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../src/render/envelope/json.js";
import { PACKAGE, packed } from "../support/packed.js";

/** What is said of a member is the comment where it is made, and may be worded anew. */
const shapeOf = (schema: string): string =>
  JSON.stringify(JSON.parse(schema), (name, value) =>
    name === "description" && typeof value === "string" ? undefined : value,
  );

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

it(`has the shapes of schema version ${SCHEMA_VERSION}`, async () => {
  await packed();
  const folder = join(PACKAGE, "dist/schema");
  const digests = readdirSync(folder).map(
    (file) => `${file} ${digest(shapeOf(readFileSync(join(folder, file), "utf8")))}`,
  );
  const page = `${digests.sort().join("\n")}\n`;
  await expect(page).toMatchFileSnapshot(`../fixtures/schemas-${SCHEMA_VERSION}.txt`);
});
