/** The types that are derived from schemas, written out in full: whoever uses the published types has no zod to derive them with. */
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";

const SCHEMAS = "src/schemas";

/** @param to where the compiler has put the declarations of the schemas: what they export besides types is nothing to anybody outside. */
export function writeOutTypes(to: string): void {
  // Not bundled: the build alone needs the compiler.
  const { createProgram, ModuleResolutionKind, SymbolFlags, TypeFormatFlags } = createRequire(import.meta.url)(
    "typescript",
  ) as typeof ts;
  const derived = readdirSync(SCHEMAS).filter((name) => name !== "read.ts");
  const program = createProgram(
    derived.map((name) => join(SCHEMAS, name)),
    {
      strict: true,
      exactOptionalPropertyTypes: true,
      moduleResolution: ModuleResolutionKind.Bundler,
      skipLibCheck: true,
    },
  );
  const checker = program.getTypeChecker();
  for (const name of derived) {
    const file = program.getSourceFile(join(SCHEMAS, name));
    const module = file && checker.getSymbolAtLocation(file);
    const types = (module ? checker.getExportsOfModule(module) : []).filter(
      ({ flags }) => flags & SymbolFlags.TypeAlias,
    );
    const lines = types.map((type) => {
      const whole = checker.typeToString(
        checker.getDeclaredTypeOfSymbol(type),
        undefined,
        TypeFormatFlags.NoTruncation,
      );
      return `export type ${type.name} = ${whole};\n`;
    });
    writeFileSync(join(to, name.replace(/\.ts$/, ".d.ts")), lines.join("") || "export {};\n");
  }
}
