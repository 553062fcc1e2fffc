import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/**
 * One CommonJS program in chunks: Node 20 starts a CommonJS file about a tenth faster than an ES module, and what a look-up does not
 * need stays in chunks it never opens. Everything is bundled, so an installed dozvon resolves no packages.
 */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, external: [...builtinModules] },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: true,
    minify: "esbuild",
    rollupOptions: {
      input: { cli: "src/cli/main.ts", build: "src/build/main.ts" },
      output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "chunk-[name].cjs" },
    },
  },
  test: { include: ["tests/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
