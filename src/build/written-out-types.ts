/** The types that are derived from schemas, written out in full: whoever uses the published types has no zod to derive them with. */
import type { OurTypes } from "./our-types.js";

/** @returns the text of a declaration file: what a schema exports besides types is nothing to anybody outside. */
export function writtenOut(file: string, { compiler, checker, of }: OurTypes): string {
  const lines = [...of(file)].map(
    ([name, type]) =>
      `export type ${name} = ${checker.typeToString(type, undefined, compiler.TypeFormatFlags.NoTruncation)};\n`,
  );
  return lines.join("") || "export {};\n";
}
