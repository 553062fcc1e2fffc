import { resolve } from "node:path";
import { loadDirectory } from "../../directory/load.js";
import type { Directory } from "../../directory/types.js";
import { factTexts } from "../../render/ask/text.js";
import { clean } from "../../render/clean.js";
import type { Setting as Shown } from "../../render/outputs.js";
import type { Words } from "../../render/words.js";
import { FACT_TABLE } from "../../situation/fact-table.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { LASTING_FACTS } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { readSettings, SAVED_KEYS, type Saved, type SavedKey, settingsPath } from "../files/settings.js";
import { withCountry } from "../known-facts.js";
import { command } from "../line/spec.js";
import { FOLDERS } from "../package.js";
import type { Answer } from "../runner.js";

type Setting = Shown & { key: SavedKey };

const isFact = (key: SavedKey): key is (typeof LASTING_FACTS)[number] => LASTING_FACTS.some((fact) => fact === key);

/** What people call them by, as the help and the README do. */
const CALLED = new Map<string, SavedKey>([
  ["language", "lang"],
  ["place", "roaming"],
  ["contract", "subscriber"],
]);

const asKey = (given: string): SavedKey =>
  CALLED.get(given.trim().toLowerCase()) ?? oneOf(given, SAVED_KEYS, { code: "unknown-value", key: "unknown-setting" });

async function asValue(key: SavedKey, given: string, context: Context): Promise<string> {
  const value = given.trim();
  if (value === "") throw new Problem("usage", "empty-value", { fact: key });
  if (key === "directory") {
    // Asked from another folder it would be another overlay; and one that does not pass would stop every command.
    const folder = resolve(value);
    (await import("../../gate/overlay.js")).openOverlay(FOLDERS.compiled, folder, context.moment().date);
    return folder;
  }
  if (!isFact(key)) return oneOf(value, LANGUAGES, key);
  const { [key]: fact } = await withCountry({ [key]: { value, from: "flag" } }, context);
  return String(FACT_TABLE[key].parse(fact?.value ?? value, await context.directory()));
}

/** What applies now and where it comes from: of all, or of one. */
function settings({ env, flags }: Context, ...keys: SavedKey[]): Setting[] {
  // Read anew: what has just been changed is shown as it is now.
  const { saved } = flags["--no-config"] ? { saved: {} as Saved } : readSettings();
  return (keys.length > 0 ? keys : SAVED_KEYS).map((key): Setting => {
    const flag = key === "lang" || key === "directory" ? flags[`--${key}`] : undefined;
    if (flag !== undefined) return { key, value: flag, origin: "flag" };
    const fromEnvironment = env[`DOZVON_${key.toUpperCase()}`];
    if (fromEnvironment) return { key, value: fromEnvironment, origin: "environment" };
    const value = saved[key];
    return value === undefined ? { key, value: null, origin: "default" } : { key, value, origin: "saved" };
  });
}

/** A value by the name people use; one that is none, as an environment may hold, as it stands there. */
function named({ key, value }: Setting, directory: Directory, words: Words): string {
  if (value === null) return words.say("config.unset");
  if (!isFact(key)) return clean(value);
  try {
    const known = { value: FACT_TABLE[key].parse(value, directory), from: "saved" } as const;
    return clean(factTexts({ [key]: known }, directory, words)[0] ?? value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return clean(value);
  }
}

async function answerOf(list: readonly Setting[], context: Context, withOrigin = false): Promise<Answer> {
  const { words } = context;
  // The way out of an overlay that is broken is here.
  const directory = await context.directory().catch(() => loadDirectory(FOLDERS.compiled));
  const line = (setting: Setting): string => {
    const where = withOrigin ? `  (${words.say(`origin.${setting.origin}`)})` : "";
    return `${setting.key} = ${named(setting, directory, words)}${where}\n`;
  };
  return {
    kind: "config",
    result: () => ({ path: settingsPath(), settings: list }),
    text: () =>
      list.map(line).join("") +
      (list.length > 1 && list.every(({ value }) => value === null) ? `${words.say("config.hint")}\n` : ""),
  };
}

const key = { "<key>": { text: "config-key", offers: SAVED_KEYS } } as const;

export const configCommand = command({
  commands: {
    list: command({
      flags: { "--origin": {} },
      run: ({ flags }, context) => answerOf(settings(context), context, flags["--origin"]),
    }),
    get: command({
      operands: key,
      async run(line, context) {
        const found = settings(context, asKey(line.key));
        return { ...(await answerOf(found, context)), text: () => `${clean(found[0]?.value ?? "")}\n` };
      },
    }),
    path: command({
      run: async (_line, context) => ({
        ...(await answerOf(settings(context), context)),
        text: () => `${clean(settingsPath())}\n`,
      }),
    }),
    set: command({
      operands: { ...key, "<value>": { text: "config-value", offers: "settingValues" } },
      async run(line, context) {
        const known = asKey(line.key);
        const checked = await asValue(known, line.value, context);
        await (await import("../files/settings-store.js")).save({ [known]: checked });
        return answerOf([{ key: known, value: checked, origin: "saved" }], context);
      },
    }),
    unset: command({
      operands: key,
      async run(line, context) {
        const known = asKey(line.key);
        await (await import("../files/settings-store.js")).forget(known);
        return answerOf(settings(context, known), context);
      },
    }),
  },
});
