/**
 * Scripts rely on the published shapes: a changed schema needs a new `schemaVersion`. When one changes on purpose, raise
 * SCHEMA_VERSION and write the new digests with `npx vitest run tests/process/schema-version.test.ts -u`.
 */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { outputSchemas } from "../../src/build/schemas.js";
import { SCHEMA_VERSION } from "../../src/render/envelope/json.js";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

it(`has the shapes of schema version ${SCHEMA_VERSION}`, async () => {
  const digests = Object.entries(outputSchemas()).map(([file, text]) => `${file} ${digest(text)}`);
  const page = `${digests.sort().join("\n")}\n`;
  await expect(page).toMatchFileSnapshot(`../fixtures/schemas-${SCHEMA_VERSION}.txt`);
});
