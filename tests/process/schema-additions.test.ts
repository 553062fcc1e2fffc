/** A schema that somebody saved goes on accepting what later minor versions write, and refuses the next major one. */
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { json, run } from "../support/run.js";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);

const ROUTE = ["route", "--operator", "mts", "--topic", "balance"];
const UNKNOWN = ["route", "--operator", "nobody"];

it.each([ROUTE, UNKNOWN])("accepts additions of a minor version: %s %s %s", async (...line) => {
  const validate = ajv.compile(JSON.parse((await run(["schema", "route"])).out));
  const { document } = await json(line);
  const faults = (changes: object) => (validate({ ...document, ...changes }) ? "" : ajv.errorsText(validate.errors));

  expect(faults({})).toBe("");
  expect(faults({ schemaVersion: "1.9", weather: { rain: true } })).toBe("");
  expect(faults({ notices: [{ code: "thunder", text: "…", since: "2027-01-01" }] })).toBe("");
  expect(faults({ schemaVersion: "2.0" })).not.toBe("");
  expect(faults({ notices: [{ text: "…" }] })).not.toBe("");
  expect(faults({ ok: "yes" })).not.toBe("");
});
