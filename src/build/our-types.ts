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
