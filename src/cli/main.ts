import { Refusal } from "../gate/refusal.js";
import { clean } from "../render/clean.js";
import { problemText } from "../render/envelope/json.js";
import { notListed } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { EXIT, type ProblemCode } from "../vocabulary/codes.js";
import { findCommand, HELP, isCommand, LISTED, outputKinds } from "./commands.js";
import { type Context, checkMoment, contextOf } from "./context.js";
import { readSettings, type Saved, settingsPath } from "./files/saved.js";
import { languageOf } from "./files/settings.js";
import type { GlobalFlags } from "./line/global-flags.js";
import { type Head, readHead, readLine } from "./line/read.js";
import type { Command } from "./line/spec.js";
import { Interrupted } from "./prompts/prompter.js";
import { type Outcome, show } from "./runner.js";
import { charsetAdvice, foreignCharset } from "./terminal/charset.js";
import { type Io, processIo } from "./terminal/io.js";
import { asLanguage, localeLanguage } from "./terminal/language.js";

const EXIT_OF: Partial<Record<ProblemCode, number>> = {
  internal: EXIT.bug,
  "bad-directory": EXIT.badDirectory,
  "bad-settings": EXIT.badDirectory,
  "missing-facts": EXIT.needsFacts,
  "several-runs": EXIT.needsFacts,
  "out-of-scope": EXIT.needsFacts,
};

function showProblem(problem: Problem, context: Context): void {
  const { words, io } = context;
  const { title, detail } = problemText(problem, words);
  const list = (key: string, values: readonly string[]) =>
    values.length > 0 ? [words.say(key, { values: values.join(", ") })] : [];
  const lines = [
    `dozvon: ${title}. ${detail}`,
    ...list("error.hints", problem.hints),
    ...list("error.missing", problem.missing),
    ...(problem.hints.length > 0 ? [] : list("error.allowed", problem.allowed)),
    // Whoever was not understood may be in danger.
    ...(problem.code === "out-of-scope" ? [words.say("text.danger")] : []),
  ];
  io.err(lines.map((line) => `${clean(line)}\n`).join(""));
}

async function report(error: unknown, named: string | null, context: Context): Promise<number> {
  const problem = asProblem(error);
  const [kind = "usage"] = outputKinds(named !== null && isCommand(named) ? named : null);
  const issues = problem instanceof Refusal ? problem.issues : null;
  if (context.json) {
    const more = issues && { issues: (await import("./issues.js")).issuesJson(issues, context.words) };
    context.fail(kind, problem, more ?? {});
  } else {
    showProblem(problem, context);
    if (issues) context.io.err((await import("./issues.js")).issuesText(issues, context.words));
  }
  return EXIT_OF[problem.code] ?? EXIT.usage;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Problem("internal", "internal", { message });
}

/** @returns where a damaged file is kept: where it is, if it cannot be moved; null where another process has moved it. */
async function keptAside(file: string): Promise<string | null> {
  const { setDamagedAside } = await import("./files/settings-store.js");
  try {
    return await setDamagedAside();
  } catch (error) {
    if (error instanceof Problem) return file;
    throw error;
  }
}

/** Saved defaults; a damaged file is kept aside and named, and the answer goes on without it. */
async function savedDefaults(flags: GlobalFlags, io: Io): Promise<Saved> {
  if (flags["--no-config"]) return {};
  const { saved, damaged } = readSettings();
  if (!damaged) return saved;
  const file = settingsPath();
  const { words } = contextOf(io, {}, localeLanguage(process.env, process.platform), process.env, {});
  const kept = await keptAside(file);
  if (kept !== null) io.err(`${clean(words.say("settings.set-aside", { file, kept }))}\n`);
  return {};
}

/** The context to answer in, or to say in what is wrong with the command line or the settings. */
async function contextFor(flags: GlobalFlags, io: Io): Promise<{ context: Context; fault: unknown }> {
  const { env, platform } = process;
  try {
    const saved = await savedDefaults(flags, io);
    return {
      context: contextOf(io, flags, languageOf(flags["--lang"], env, saved, platform), env, saved),
      fault: null,
    };
  } catch (fault) {
    const language = asLanguage(flags["--lang"] ?? "") ?? localeLanguage(env, platform);
    return { context: contextOf(io, flags, language, env, {}), fault };
  }
}

/** Nothing is asked of the system but what the environment already says, unless that is bad news. */
function adviseOnCharset({ words, io, json, env }: Context): void {
  const charset = json || words.language === "en" ? null : foreignCharset(env, process.platform);
  if (charset !== null && process.stderr.isTTY) io.err(charsetAdvice(charset));
}

async function home(context: Context): Promise<number> {
  if (!context.canAsk) throw new Problem("usage", "no-command");
  return (await import("./talk/home.js")).home(context);
}

/** @throws Problem usage where there is no document to take fields of, or none that has them. */
async function checkFields({ flags = {}, json }: Command, named: string | null, context: Context): Promise<void> {
  const { "--fields": fields, ...others } = context.flags;
  // A letter has fields of its own.
  if (Object.hasOwn(flags, "--fields")) context.flags = others;
  else if (fields !== undefined && !context.json && !json)
    throw new Problem("usage", "flag-needs", { one: "--fields", other: "--json" });
  else if (fields !== undefined) (await import("./fields.js")).checkFields(fields, outputKinds(named));
}

/** @param named what stands where a command should. */
async function run(
  words: readonly string[],
  { operands }: Head,
  named: string | null,
  context: Context,
): Promise<Outcome> {
  if (named !== null && !isCommand(named)) throw notListed(named, LISTED, { code: "unknown-command" });
  const { path, spec } = (await findCommand(operands)) ?? { path: [], spec: {} as Command };
  const line = readLine(words, path, spec);
  if (!line || spec.commands) return (await import("./line/help.js")).explain(words, named, context);
  if (!spec.run) return home(context);
  await checkFields(spec, named, context);
  checkMoment(context);
  return spec.run(line, context);
}

/** Runs one command line; sets the exit code, never exits: a pipe must drain. */
export async function main(words: readonly string[]): Promise<void> {
  const head = readHead(words);
  const { flags, operands } = head;
  const named = (operands[0] === HELP ? operands[1] : operands[0]) ?? null;
  const io = await processIo(flags["--no-color"] === true);
  const { context, fault } = await contextFor(flags, io);
  adviseOnCharset(context);
  try {
    if (fault) throw fault;
    const outcome = await run(words, head, named, context);
    process.exitCode = typeof outcome === "number" ? outcome : await show(outcome, context);
  } catch (error) {
    // Ctrl-C at a prompt: what was answered is on the screen, and there is nothing to explain.
    if (error instanceof Interrupted) process.exitCode = EXIT.interrupted;
    else process.exitCode = await report(error, named, context);
  }
}
