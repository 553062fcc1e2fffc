/**
 * Runs an installation in this process, again and again: whole, and with each of its files in turn missing or cut in half.
 * argv: its folder, and command lines as JSON; what came of each goes to descriptor 3.
 */
const fs = require("node:fs");
const { join, relative, dirname } = require("node:path");
const { Readable, Writable } = require("node:stream");

const root = process.argv[2];
const dist = join(root, "dist");
const lines = JSON.parse(process.argv[3]);
/** A folder of files of one kind is read by one piece of code. */
const MOST_IN_A_FOLDER = 2;
const PATIENCE_MS = 2000;

const read = fs.readFileSync;
let opened = new Set();
fs.readFileSync = (file, ...rest) => {
  if (typeof file === "string" && file.startsWith(dist)) opened.add(file);
  return read(file, ...rest);
};

let thrown = null;
process.on("unhandledRejection", (error) => {
  thrown = error;
});

function collecting(name) {
  const parts = [];
  const value = new Writable({
    write(part, _, done) {
      parts.push(part);
      done();
    },
  });
  Object.defineProperty(process, name, { value, configurable: true });
  return () => Buffer.concat(parts).toString();
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function run(words) {
  for (const name of Object.keys(require.cache)) if (name.startsWith(root)) delete require.cache[name];
  const [out, err] = [collecting("stdout"), collecting("stderr")];
  Object.defineProperty(process, "stdin", { value: Readable.from([]), configurable: true });
  process.argv = [process.execPath, "dozvon", ...words];
  process.exitCode = undefined;
  thrown = null;
  opened = new Set();
  require(join(root, "bin/dozvon.js"));
  const end = Date.now() + PATIENCE_MS;
  while (!out() && !err() && !thrown && Date.now() < end) await pause(1);
  await pause(2);
  for (const name of Object.keys(require.cache)) if (name.startsWith(dist)) opened.add(name);
  return { code: process.exitCode ?? 0, out: out(), err: err(), thrown: thrown && String(thrown.stack) };
}

function fewOfEach(files) {
  const seen = new Map();
  return files.filter((file) => {
    const folder = dirname(file);
    seen.set(folder, (seen.get(folder) ?? 0) + 1);
    return folder === dist || seen.get(folder) <= MOST_IN_A_FOLDER;
  });
}

(async () => {
  const users = new Map();
  const whole = new Map();
  for (const words of lines) {
    whole.set(words, await run(words));
    for (const file of opened) if (!users.has(file)) users.set(file, words);
  }
  const tried = [];
  for (const file of fewOfEach([...users.keys()])) {
    const words = users.get(file);
    const bytes = read(file);
    for (const damage of ["gone", "half"]) {
      if (damage === "gone") fs.rmSync(file);
      else fs.writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      const ended = await run(words);
      fs.writeFileSync(file, bytes);
      tried.push({ file: relative(dist, file), damage, words, ended, whole: whole.get(words) });
    }
  }
  process.exitCode = 0;
  fs.writeFileSync(3, JSON.stringify(tried));
})();
