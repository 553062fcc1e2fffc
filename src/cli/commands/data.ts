import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadDirectory } from "../../directory/load.js";
import { readStored } from "../../directory/stored.js";
import { assemble, inMemory } from "../../gate/assemble.js";
import { gate } from "../../gate/gate.js";
import { AUTHORED, overlay, readable } from "../../gate/overlay.js";
import { readAuthored } from "../../gate/read.js";
import { clean } from "../../render/clean.js";
import { issuesJson, issuesText } from "../../render/envelope/issues.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { holdSignals } from "../files/output-file.js";
import { command } from "../line/spec.js";
import { FOLDERS } from "../package.js";

/** A folder with the single files is a whole directory; anything else is an overlay on the built-in one. */
function check(folder: string, today: string) {
  const files = readAuthored(folder);
  const isWhole = files.some(({ role }) => role === "emergency" || role === "escalation");
  const whole = isWhole && gate(files, today);
  const { issues, directory } = whole
    ? { ...whole, directory: whole.directory && inMemory(assemble(whole.directory)) }
    : overlay(readStored(FOLDERS.compiled, AUTHORED), folder, today);
  const parties = directory?.parties ?? [];
  const operators = parties.filter(({ type }) => type === "operator").length;
  const channels = parties.reduce((sum, { id }) => sum + (directory?.party(id).channels.length ?? 0), 0);
  return { issues, operators, channels, topics: directory?.topics.length ?? 0 };
}

/** The shapes of what an overlay holds, for editors. */
const SCHEMAS = ["operator", "operator-patch", "topics"].map((name) => `${name}.schema.json`);
const NEW_OPERATOR = "new-operator";

/**
 * @param operator the id of a new operator, in place of the example of lines for one that there is.
 * @returns texts by the files they go into, relative to the folder.
 */
function overlayFiles(operator: string | undefined, today: string): (readonly [file: string, text: string])[] {
  const example = (file: string): string => readFileSync(join(FOLDERS.overlayExample, file), "utf8");
  const schemas = SCHEMAS.map((name) => [`schema/${name}`, example(`../schema/${name}`)] as const);
  const read = ["README.md", example("README.md")] as const;
  if (operator !== undefined) {
    const whole = example(`${NEW_OPERATOR}.json`).replaceAll(NEW_OPERATOR, operator);
    return [read, [`operators/${operator}.json`, whole.replace(/\d{4}-\d\d-\d\d/g, today)], ...schemas];
  }
  const lines = readdirSync(join(FOLDERS.overlayExample, "operators")).map((name) => `operators/${name}`);
  const own = lines.map((name) => [name, example(name).replace("../../schema/", "../schema/")] as const);
  return [read, ...own, ...schemas];
}

/**
 * Copied file by file: what a standalone executable carries can be read, not handed to the system to copy.
 * @returns the files written, relative to the folder.
 * @throws Problem when the folder holds something or cannot be written.
 */
function writeInto(folder: string, files: ReturnType<typeof overlayFiles>): string[] {
  if (folder.trim() === "") throw new Problem("usage", "empty-value", { fact: "folder" });
  let made = false;
  let begun = false;
  holdSignals();
  try {
    if (!existsSync(folder)) {
      // Not with its parents: a mistyped path should be named, not made.
      mkdirSync(folder);
      made = true;
    }
    if (readdirSync(folder).length > 0) throw new Problem("usage", "folder-not-empty", { folder });
    begun = true;
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return files.map(([file]) => file);
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Half an example would be taken for a whole one.
    for (const name of begun ? readdirSync(folder) : []) rmSync(join(folder, name), { recursive: true });
    if (made) rmSync(folder, { recursive: true });
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    throw new Problem("file-unavailable", "folder-unreadable", { folder, reason });
  }
}

const checkCommand = command({
  operands: { "[folder]": { offers: "files" } },
  run({ folder = FOLDERS.authored }, { words, moment }) {
    const { issues, ...counted } = readable(folder, () => check(folder, moment().date));
    const counts = Object.fromEntries(Object.entries(counted).map(([name, count]) => [name, String(count)]));
    return {
      kind: "data-check",
      result: () => ({ valid: issues.length === 0, ...counted, issues: issuesJson(issues, words) }),
      text: () => (issues.length === 0 ? `${words.say("check.ok", counts)}\n` : issuesText(issues, words)),
      code: issues.length === 0 ? EXIT.answered : EXIT.badDirectory,
    };
  },
});

const newOverlayCommand = command({
  operands: { "<folder>": { text: "new-folder", offers: "files" } },
  flags: { "--operator": { value: "id", text: "new-operator" } },
  run({ folder, flags: { "--operator": operator } }, context) {
    if (operator !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(operator))
      throw new Problem("usage", "operator-id", { operator: clean(operator) });
    if (operator !== undefined && loadDirectory(FOLDERS.compiled).parties.some(({ id }) => id === operator))
      throw new Problem("usage", "operator-known", { operator });
    const files = writeInto(folder, overlayFiles(operator, context.moment().date));
    return {
      kind: "data-new-overlay",
      result: () => ({ folder, files }),
      text: ({ words }) => `${clean(words.say("overlay.written", { folder }))}\n`,
    };
  },
});

export const dataCommand = command({ commands: { check: checkCommand, "new-overlay": newOverlayCommand } });
