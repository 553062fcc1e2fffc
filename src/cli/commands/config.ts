import { resolve } from "node:path";
import { clean } from "../../render/clean.js";
import { findOperator } from "../../situation/names.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { SUBSCRIBERS } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { readSettings, SAVED_KEYS, type SavedKey, settingsPath } from "../files/saved.js";
import { command } from "../line/spec.js";
import type { Answer } from "../runner.js";

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

function answerOf(list: readonly Setting[], { words }: Context, withOrigin = false): Answer {
  const line = ({ key, value, origin }: Setting): string => {
    const where = withOrigin ? `  (${words.say(`origin.${origin}`)})` : "";
    return `${key} = ${clean(value ?? words.say("config.unset"))}${where}\n`;
  };
  return {
    kind: "config",
    result: () => ({ path: settingsPath(), settings: list }),
    text: () => list.map(line).join(""),
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
      run(line, context) {
        const asked = asKey(line.key);
        const found = settings(context).filter((setting) => setting.key === asked);
        return { ...answerOf(found, context), text: () => `${clean(found[0]?.value ?? "")}\n` };
      },
    }),
    path: command({
      run: (_line, context) => ({
        ...answerOf(settings(context), context),
        text: () => `${clean(settingsPath())}\n`,
      }),
    }),
    set: command({
      operands: { ...key, "<value>": { text: "config-value", offers: "settingValues" } },
      async run(line, context) {
        const known = asKey(line.key);
        const checked = await asValue(known, line.value, context);
        await (await import("../files/settings-store.js")).save(known, checked);
        return answerOf([{ key: known, value: checked, origin: "saved" }], context);
      },
    }),
    unset: command({
      operands: key,
      async run(line, context) {
        const known = asKey(line.key);
        await (await import("../files/settings-store.js")).forget(known);
        return answerOf(
          settings(context).filter((setting) => setting.key === known),
          context,
        );
      },
    }),
  },
});
