#!/usr/bin/env node

const words = process.argv.slice(2);

/** Nothing of the program is there to say it in: a file that it cannot begin without is missing or cut off. */
function damaged(error) {
  const title = "The installation is damaged";
  const detail = `${error.code ?? error.name}. Install it again: npm install -g dozvon`;
  if (words.includes("--json")) process.stdout.write(`${JSON.stringify(document(title, detail))}\n`);
  else process.stderr.write(`dozvon: ${title}. ${detail}\n`);
  process.exitCode = 1;
}

function version() {
  try {
    return require("../package.json").version;
  } catch {
    return "0.0.0";
  }
}

/** As every failure is told to a script: src/render/envelope/json.ts. */
const document = (title, detail) => ({
  schemaVersion: "1.1",
  kind: "usage",
  ok: false,
  lang: "en",
  tool: { name: "dozvon", version: version() },
  directory: null,
  query: { facts: {}, text: null, ref: null, asOf: null },
  result: null,
  problem: { code: "internal", title, detail, missing: [], allowed: [], hints: [] },
  notices: [],
});

(async () => require("../dist/start.cjs").start(words))().catch(damaged);
