import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, resolve } from "node:path";
import license from "rollup-plugin-license";
import type { Plugin, Rollup } from "vite";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The program and what others import, and in mode "tools" what only the build and those who work on dozvon run. */
const TARGETS = {
  production: {
    input: { cli: "src/cli/main.ts", start: "src/cli/start.ts", dozvon: "src/library/dozvon.ts" },
    outDir: "dist",
  },
  tools: {
    input: {
      build: "src/build/main.ts",
      "build-standalone": "src/build/standalone/main.ts",
      evaluate: "tests/eval/main.ts",
      "regenerate-numbering": "src/build/numbering/regenerate.ts",
      "check-register": "tests/register/check-register.ts",
      bench: "tests/bench/main.ts",
      torture: "tests/torture/main.ts",
      "test-nodes": "tests/nodes/main.ts",
    },
    outDir: ".build",
  },
};

/**
 * What is wanted together stands in one file: to open another costs a look-up more than to read it. A file holds all that its module
 * needs at once and no file before it has.
 */
const FILES: readonly (readonly [name: string, module: string])[] = [
  ["cli", "src/cli/main.ts"],
  ["cli", "src/numbering/format.ts"],
  ["help", "src/cli/line/help.ts"],
  ["screen", "src/cli/terminal/screen.ts"],
  ["screen", "src/render/channel/text.ts"],
  ["show", "src/cli/show.ts"],
  ["numbers", "src/understanding/numbers.ts"],
  ["whose", "src/cli/commands/whose.ts"],
  ["ask", "src/cli/commands/ask.ts"],
];

function fileOf(): (module: string, graph: Pick<Rollup.PluginContext, "getModuleInfo">) => string | undefined {
  const files = new Map<string, string>();
  return (module, { getModuleInfo }) => {
    const add = (id: string, file: string): void => {
      if (files.has(id)) return;
      files.set(id, file);
      for (const needed of getModuleInfo(id)?.importedIds ?? []) add(needed, file);
    };
    if (files.size === 0) for (const [file, root] of FILES) add(resolve(root), file);
    return files.get(module);
  };
}

const TERMINAL = "tests/terminal/**/*.test.ts";

/** Tests of the npm package alone: its files, its library, which of its files are read, and what is watched from inside Node. */
const OF_THE_PACKAGE = ["package", "library", "loading", "machine"].map((name) => `tests/process/${name}.test.ts`);

/** Test files that start the program as a process, whichever program that is. */
const startProgram = (): string[] =>
  readdirSync("tests", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `tests/${name.replaceAll("\\", "/")}`)
    .filter((file) => readFileSync(file, "utf8").includes('support/run.js"'))
    .filter((file) => !OF_THE_PACKAGE.includes(file));

/** Keys in a real terminal want a machine that is not busy: they have runs of their own. */
const TESTS: Partial<
  Record<string, { include: string[]; exclude?: string[]; provide?: { standalone?: boolean; ownProcess?: boolean } }>
> = {
  test: { include: ["tests/**/*.test.ts"], exclude: [TERMINAL, "node_modules/**"] },
  terminal: { include: [TERMINAL] },
  package: { include: [...startProgram(), ...OF_THE_PACKAGE], provide: { ownProcess: true } },
  standalone: { include: startProgram(), provide: { standalone: true, ownProcess: true } },
  "standalone-terminal": {
    include: [TERMINAL],
    exclude: ["tests/terminal/no-network.test.ts", "node_modules/**"],
    provide: { standalone: true },
  },
};

const NOTICES_HEAD = `dozvon contains the work of others, under these licences.

The numbering data is derived from the register of the Russian numbering plan: see data/numbering/register.json.
`;

/** Published as one file with its own dependencies inside, which no bundler can see any more. */
const BUNDLED_ALREADY = ["docx"];

interface Manifest {
  version: string;
  license: string;
  dependencies?: Record<string, string>;
}

/** The licences of a package and of all it depends on, by name. */
function licencesBelow(name: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(name) || name.startsWith("@types/")) return found;
  const folder = `node_modules/${name}`;
  const {
    version,
    license: kind,
    dependencies = {},
  } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Manifest;
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "";
  found.set(name, `${name} ${version} (${kind})\n\n${text}\n`);
  for (const below of Object.keys(dependencies)) licencesBelow(below, found);
  return found;
}

const insideOthers = (): string[] =>
  BUNDLED_ALREADY.flatMap((name) => [...licencesBelow(name)].flatMap(([one, text]) => (one === name ? [] : [text])));

/** Everything is bundled, so the licences of what is inside have to come along. */
const notices = (file: string): Plugin => ({
  ...(license({
    thirdParty: {
      output: {
        file,
        template: (dependencies) =>
          [
            NOTICES_HEAD,
            ...dependencies
              .map((one) => `${one.name} ${one.version} (${one.license})\n\n${one.licenseText?.trim() ?? ""}\n`)
              .concat(insideOthers())
              .sort(),
          ].join(`\n${"-".repeat(80)}\n\n`),
      },
    },
  }) as Plugin),
  apply: "build",
});

/** Our own modules, found by Node's rules: Vite (6.4) ends a path at a #, which may stand in the name of the folder it is built in. */
const ownModules: Plugin = {
  name: "own-modules",
  enforce: "pre",
  resolveId(source, importer) {
    if (!importer || !source.startsWith(".") || importer.includes("node_modules")) return null;
    const file = resolve(dirname(importer), source.replace(/\.js$/, ".ts"));
    return existsSync(file) ? file : null;
  },
};

/**
 * One CommonJS program in chunks: Node 20 starts a CommonJS file about a tenth faster than an ES module, and what a look-up does not
 * need stays in chunks it never opens. Everything is bundled, so an installed dozvon resolves no packages.
 */
export default defineConfig(({ mode }) => {
  const { input, outDir } = mode === "tools" ? TARGETS.tools : TARGETS.production;
  return {
    define: { __VERSION__: JSON.stringify(version), __STANDALONE__: "false" },
    plugins: [ownModules, ...(mode === "production" ? [notices("dist/THIRD-PARTY-NOTICES.txt")] : [])],
    ssr: { noExternal: true, external: [...builtinModules, "@lydell/node-pty"] },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: true,
      minify: "esbuild",
      rollupOptions: {
        input,
        // Of the program's own file chunks may want more than its `main`; what the library exports a test holds.
        preserveEntrySignatures: "allow-extension" as const,
        output: {
          format: "cjs",
          entryFileNames: "[name].cjs",
          chunkFileNames: "chunk-[name].cjs",
          ...(mode === "production" && { manualChunks: fileOf(), onlyExplicitManualChunks: true }),
        },
      },
    },
    test: {
      globalSetup: "tests/support/pack.ts",
      setupFiles: "tests/support/properties.ts",
      ...(TESTS[mode] ?? TESTS.test),
      fileParallelism: !mode.endsWith("terminal"),
      // Half of the time is spent waiting for processes: as many workers as cores, where the default leaves one core free.
      maxWorkers: "100%",
      // Modules are pure, and what tests change in a process they put back: a worker loads the directory and the schemas once, not a file.
      isolate: false,
      // A twelfth of the time went into collecting small garbage: more of it at once is less work.
      execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=64"],
      testTimeout: 60_000,
      hookTimeout: 300_000,
    },
  };
});
