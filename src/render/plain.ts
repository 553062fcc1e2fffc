import { clean } from "./clean.js";

/** Records for `cut` and `awk`: one a line, fields between tabs, no heading, no tab or line break inside a field. */
export const plainRecords = (records: readonly (readonly string[])[]): string =>
  records.map((fields) => `${fields.map(clean).join("\t")}\n`).join("");
