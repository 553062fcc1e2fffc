/** Our own types as the compiler sees them, for what the build makes of them. */
import { createRequire } from "node:module";
import type ts from "typescript";

/** @param files what is exported from them is asked for. */
export function typesIn(files: readonly string[]) {
  // Not bundled: the build alone needs the compiler.
  const compiler = createRequire(import.meta.url)("typescript") as typeof ts;
  const { ModuleKind, ModuleResolutionKind, ScriptTarget, SymbolFlags } = compiler;
  const program = compiler.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    target: ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    resolveJsonModule: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const exportsOf = (file: string): ts.Symbol[] => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module) : [];
  };
  return {
    compiler,
    checker,
    /** The types that a file exports, by their names. */
    of: (file: string): ReadonlyMap<string, ts.Type> =>
      new Map(
        exportsOf(file)
          .filter(({ flags }) => flags & SymbolFlags.TypeAlias)
          .map((type) => [type.name, checker.getDeclaredTypeOfSymbol(type)]),
      ),
  };
}

export type OurTypes = ReturnType<typeof typesIn>;

/**
 * Types that are derived from schemas, written out in full: whoever uses the published types has no zod to derive them with.
 * @returns the text of a declaration file: what a schema exports besides types is nothing to anybody outside.
 */
export function writtenOut(file: string, { compiler, checker, of }: OurTypes): string {
  const whole = (type: ts.Type) => checker.typeToString(type, undefined, compiler.TypeFormatFlags.NoTruncation);
  return [...of(file)].map(([name, type]) => `export type ${name} = ${whole(type)};\n`).join("") || "export {};\n";
}
