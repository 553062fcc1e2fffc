import { CommanderError } from "commander";
import { Refusal } from "../directory/refusal.js";
import { clean } from "../render/clean.js";
import { problemText } from "../render/json/envelope.js";
import { suggest } from "../situation/names.js";
import { Problem } from "../situation/problem.js";
import { EXIT, type ProblemCode } from "../vocabulary.js";
import { type Argv, readArgv } from "./argv.js";
import { charsetAdvice, foreignCharset } from "./charset.js";
import { LISTED, outputKind } from "./commands.js";
import { type Context, contextOf } from "./context.js";
import { type Io, processIo } from "./io.js";
import { asLanguage, localeLanguage } from "./language.js";
import { VERSION } from "./package.js";
import { programFor } from "./program.js";
import { Interrupted } from "./prompts/prompter.js";
import { readSettings, type Saved, settingsPath } from "./saved.js";
import { type GlobalFlags, languageOf } from "./settings.js";

const EXIT_OF: Partial<Record<ProblemCode, number>> = {
  internal: EXIT.bug,
  "bad-directory": EXIT.badDirectory,
  "bad-settings": EXIT.badDirectory,
  "missing-facts": EXIT.needsFacts,
  "several-runs": EXIT.needsFacts,
  "out-of-scope": EXIT.needsFacts,
};

function unknownCommand(given: string): Problem {
  const allowed = LISTED;
  return new Problem("unknown-command", "unknown-command", { given }, { allowed, hints: suggest(given, allowed) });
}

/** commander's own messages are English; their code says which of ours to use and the quoted word what it is about. */
function usageProblem(error: CommanderError, { command }: Argv, { words }: Context): Problem {
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const hint = /Did you mean (\S+)\?/.exec(error.message)?.[1];
  const hints = hint ? [hint] : [];
  if (error.code === "commander.help")
    return new Problem("usage", "no-subcommand", { given: `dozvon help ${command}` });
  if (error.code === "commander.unknownCommand")
    return new Problem("unknown-command", "unknown-command", { given }, { hints });
  const key = `usage.${error.code.replace("commander.", "").toLowerCase()}`;
  const message = words.has(key) ? words.say(key, { given }) : error.message.replace(/^error: /, "");
  return new Problem("usage", "usage", { message }, { hints });
}

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
  ];
  io.err(lines.map((line) => `${clean(line)}\n`).join(""));
}

async function report(error: unknown, argv: Argv, context: Context): Promise<number> {
  const problem = asProblem(error, argv, context);
  const kind = outputKind(argv.command);
  const issues = problem instanceof Refusal ? problem.issues : null;
  if (context.json) {
    const more = issues && { issues: (await import("./issues.js")).issuesJson(issues, context.words) };
    context.fail(kind, problem, more ?? {});
  } else {
    showProblem(problem, context);
    if (issues) (await import("./issues.js")).showIssues(issues, context.io.err, context.words);
  }
  return EXIT_OF[problem.code] ?? EXIT.usage;
}

function asProblem(error: unknown, argv: Argv, context: Context): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CommanderError) return usageProblem(error, argv, context);
  const message = error instanceof Error ? error.message : String(error);
  return new Problem("internal", "internal", { message });
}

const HELP_CODES = ["commander.helpDisplayed", "commander.help", "commander.version"];

/** Help and the version are answers, not failures; with --json they too are one document. */
function isAnswer(error: unknown): error is CommanderError {
  return error instanceof CommanderError && HELP_CODES.includes(error.code) && error.exitCode === 0;
}

async function parse(words: readonly string[], { command }: Argv, context: Context): Promise<void> {
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  try {
    await (await programFor(command, context, print)).parseAsync(words, { from: "user" });
  } catch (error) {
    if (!isAnswer(error)) throw error;
    const isVersion = error.code === "commander.version";
    if (!context.json) context.io.out(printed);
    else context.succeed(isVersion ? "version" : "help", isVersion ? { version: VERSION } : { text: printed });
  }
}

/** @returns where a damaged file is kept: where it is, if it cannot be moved; null where another process has moved it. */
async function keptAside(file: string): Promise<string | null> {
  const { setDamagedAside } = await import("./settings-store.js");
  try {
    return await setDamagedAside();
  } catch (error) {
    if (error instanceof Problem) return file;
    throw error;
  }
}

/** Saved defaults; a damaged file is kept aside and named, and the answer goes on without it. */
async function savedDefaults(flags: GlobalFlags, io: Io): Promise<Saved> {
  if (flags.config === false) return {};
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
    return { context: contextOf(io, flags, languageOf(flags.lang, env, saved, platform), env, saved), fault: null };
  } catch (fault) {
    const language = asLanguage(flags.lang ?? "") ?? localeLanguage(env, platform);
    return { context: contextOf(io, flags, language, env, {}), fault };
  }
}

/** Nothing is asked of the system but what the environment already says, unless that is bad news. */
function adviseOnCharset({ words, io, json, env }: Context): void {
  const charset = json || words.language === "en" ? null : foreignCharset(env, process.platform);
  if (charset !== null && process.stderr.isTTY) io.err(charsetAdvice(charset));
}

async function run(words: readonly string[], argv: Argv, context: Context): Promise<void> {
  if (argv.unknown !== null) throw unknownCommand(argv.unknown);
  if (argv.command !== null || argv.help) await parse(words, argv, context);
  // commander says what is wrong with a flag that does not exist.
  else if (!argv.bare) await parse(words, argv, context);
  else if (context.canAsk) process.exitCode = await (await import("./interactive/home.js")).home(context);
  else throw new Problem("usage", "no-command");
}

/** Runs one command line; sets the exit code, never exits: a pipe must drain. */
export async function main(words: readonly string[]): Promise<void> {
  const argv = readArgv(words);
  const io = await processIo(words.includes("--no-color"));
  const { context, fault } = await contextFor(argv.flags, io);
  adviseOnCharset(context);
  try {
    if (fault) throw fault;
    await run(words, argv, context);
  } catch (error) {
    // Ctrl-C at a prompt: what was answered is on the screen, and there is nothing to explain.
    if (error instanceof Interrupted) process.exitCode = EXIT.interrupted;
    else process.exitCode = await report(error, argv, context);
  }
}
