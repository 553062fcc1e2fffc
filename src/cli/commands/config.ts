import { resolve } from "node:path";
import { clean } from "../../render/clean.js";
import { findOperator } from "../../situation/names.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { SUBSCRIBERS } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { readSettings, SAVED_KEYS, type SavedKey, settingsPath } from "../files/saved.js";
import { command } from "../line/spec.js";

const CLOSED: Partial<Record<SavedKey, readonly string[]>> = { subscriber: SUBSCRIBERS, lang: LANGUAGES };

/** What a setting may be, where that is a closed list. */
export const closedValues = (key: string): readonly string[] => CLOSED[key as SavedKey] ?? [];

const asKey = (given: string): SavedKey => oneOf(given, SAVED_KEYS, { code: "unknown-value", key: "unknown-setting" });

async function asValue(key: SavedKey, given: string, context: Context): Promise<string> {
  const value = given.trim();
  if (value === "") throw new Problem("usage", "empty-value", { fact: key });
  if (key === "operator") return findOperator(value, await context.directory()).id;
  // Asked from another folder it would be another overlay.
  if (key === "directory") return resolve(value);
  const allowed = CLOSED[key];
  return allowed ? oneOf(value, allowed, key) : value;
}

interface Setting {
  key: string;
  value: string | null;
  origin: "flag" | "environment" | "saved" | "default";
}

/** What applies now and where it comes from. */
function settings({ env, flags }: Context): Setting[] {
  const { saved } = readSettings();
  return SAVED_KEYS.map((key): Setting => {
    const flag = key === "lang" || key === "directory" ? flags[`--${key}`] : undefined;
    if (flag !== undefined) return { key, value: flag, origin: "flag" };
    const fromEnvironment = env[`DOZVON_${key.toUpperCase()}`];
    if (fromEnvironment) return { key, value: fromEnvironment, origin: "environment" };
    const value = saved[key];
    return value === undefined ? { key, value: null, origin: "default" } : { key, value, origin: "saved" };
  });
}

function show(list: readonly Setting[], withOrigin: boolean, { json, io, words, succeed }: Context): number {
  if (json) {
    succeed("config", { path: settingsPath(), settings: list });
    return EXIT.answered;
  }
  for (const { key, value, origin } of list) {
    const where = withOrigin ? `  (${words.say(`origin.${origin}`)})` : "";
    io.out(`${key} = ${clean(value ?? words.say("config.unset"))}${where}\n`);
  }
  return EXIT.answered;
}

const key = { "<key>": { text: "config-key", offers: SAVED_KEYS } } as const;

export const configCommand = command({
  commands: {
    list: command({
      flags: { "--origin": {} },
      run: ({ flags }, context) => show(settings(context), flags["--origin"] === true, context),
    }),
    get: command({
      operands: key,
      run(line, context) {
        const asked = asKey(line.key);
        const found = settings(context).filter((setting) => setting.key === asked);
        if (context.json) return show(found, false, context);
        context.io.out(`${clean(found[0]?.value ?? "")}\n`);
        return EXIT.answered;
      },
    }),
    path: command({
      run(_line, context) {
        if (context.json) return show(settings(context), false, context);
        context.io.out(`${clean(settingsPath())}\n`);
        return EXIT.answered;
      },
    }),
    set: command({
      operands: { ...key, "<value>": { text: "config-value", offers: "settingValues" } },
      async run(line, context) {
        const known = asKey(line.key);
        const checked = await asValue(known, line.value, context);
        await (await import("../files/settings-store.js")).save(known, checked);
        return show([{ key: known, value: checked, origin: "saved" }], false, context);
      },
    }),
    unset: command({
      operands: key,
      async run(line, context) {
        const known = asKey(line.key);
        await (await import("../files/settings-store.js")).forget(known);
        return show(
          settings(context).filter((setting) => setting.key === known),
          false,
          context,
        );
      },
    }),
  },
});
