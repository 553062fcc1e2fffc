import { resolve } from "node:path";
import type { Command } from "commander";
import { clean } from "../../render/clean.js";
import { findOperator } from "../../situation/names.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { SUBSCRIBERS } from "../../vocabulary/situation.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { readSettings, SAVED_KEYS, type SavedKey, settingsPath } from "../files/saved.js";

const CLOSED: Partial<Record<SavedKey, readonly string[]>> = { subscriber: SUBSCRIBERS, lang: LANGUAGES };

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
    const flag = key === "lang" || key === "directory" ? flags[key] : undefined;
    if (flag !== undefined) return { key, value: flag, origin: "flag" };
    const fromEnvironment = env[`DOZVON_${key.toUpperCase()}`];
    if (fromEnvironment) return { key, value: fromEnvironment, origin: "environment" };
    const value = saved[key];
    return value === undefined ? { key, value: null, origin: "default" } : { key, value, origin: "saved" };
  });
}

function show(list: readonly Setting[], withOrigin: boolean, { json, io, words, succeed }: Context): void {
  if (json) {
    succeed("config", { path: settingsPath(), settings: list });
    return;
  }
  for (const { key, value, origin } of list) {
    const where = withOrigin ? `  (${words.say(`origin.${origin}`)})` : "";
    io.out(`${key} = ${clean(value ?? words.say("config.unset"))}${where}\n`);
  }
}

function addReaders(command: Command, context: Context): void {
  const { words } = context;
  command
    .command("list")
    .description(words.say("help.config-list"))
    .option("--origin", words.say("help.origin"))
    .action(({ origin = false }: { origin?: boolean }) => show(settings(context), origin, context));
  command
    .command("get")
    .description(words.say("help.config-get"))
    .argument("<key>", words.say("help.config-key"))
    .action((given: string) => {
      const key = asKey(given);
      const found = settings(context).filter((setting) => setting.key === key);
      if (context.json) show(found, false, context);
      else context.io.out(`${clean(found[0]?.value ?? "")}\n`);
    });
  command
    .command("path")
    .description(words.say("help.config-path"))
    .action(() => {
      if (context.json) show(settings(context), false, context);
      else context.io.out(`${clean(settingsPath())}\n`);
    });
}

function addWriters(command: Command, context: Context): void {
  const { words } = context;
  command
    .command("set")
    .description(words.say("help.config-set"))
    .argument("<key>", words.say("help.config-key"))
    .argument("<value>", words.say("help.config-value"))
    .action(async (key: string, value: string) => {
      const known = asKey(key);
      const checked = await asValue(known, value, context);
      await (await import("../files/settings-store.js")).save(known, checked);
      show([{ key: known, value: checked, origin: "saved" }], false, context);
    });
  command
    .command("unset")
    .description(words.say("help.config-unset"))
    .argument("<key>", words.say("help.config-key"))
    .action(async (given: string) => {
      const key = asKey(given);
      await (await import("../files/settings-store.js")).forget(key);
      show(
        settings(context).filter((setting) => setting.key === key),
        false,
        context,
      );
    });
}

function configure(command: Command, context: Context): void {
  addReaders(command, context);
  addWriters(command, context);
}

export const configCommand: CommandModule = {
  configure,
};
