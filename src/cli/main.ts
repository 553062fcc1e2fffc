import { Refusal } from "../gate/refusal.js";
import { clean } from "../render/clean.js";
import { problemText } from "../render/envelope/json.js";
import type { Notice } from "../situation/facts.js";
import { notListed } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { EXIT, type ProblemCode } from "../vocabulary/codes.js";
import { findCommand, HELP, isCommand, LISTED, outputKinds } from "./commands.js";
import { type Context, contextOf } from "./context.js";
import { languageIn, languageOf, readSettings, type Saved, settingsPath, strangeVariables } from "./files/settings.js";
import { FACT_FLAGS, factsOf, type GlobalFlags } from "./line/flags.js";
import { type Head, readHead, readLine } from "./line/read.js";
import type { Command } from "./line/spec.js";
import { Interrupted } from "./prompts/prompter.js";
import { noticeLines, type Outcome, show } from "./runner.js";
import { charsetAdvice, foreignCharset } from "./terminal/charset.js";
import { type Io, processIo } from "./terminal/io.js";

const EXIT_OF: Partial<Record<ProblemCode, number>> = {
  internal: EXIT.bug,
  "bad-directory": EXIT.badDirectory,
  "bad-settings": EXIT.badDirectory,
  "file-unavailable": EXIT.badDirectory,
  "missing-facts": EXIT.needsFacts,
  "several-runs": EXIT.needsFacts,
  "out-of-scope": EXIT.needsFacts,
};

async function problemLines(problem: Problem, context: Context): Promise<string> {
  const { words, io, open } = context;
  const { title, detail } = problemText(problem, words);
  // Sellers are typed by their names.
  const sellers = problem.key.endsWith("-merchant") ? open.merchants() : [];
  const named = (id: string) => words.text(sellers.find((one) => one.id === id)?.name ?? { ru: id, en: id });
  const { hints, allowed } = problem;
  const values = (hints.length > 0 ? hints : allowed).map(named).join(", ");
  const lines = [
    `dozvon: ${title}. ${detail}`,
    ...(values === "" ? [] : [words.say(hints.length > 0 ? "error.hints" : "error.allowed", { values })]),
    // Whoever was not understood may be in danger.
    ...(problem.code === "out-of-scope" ? [words.say("text.danger")] : []),
  ];
  // A pipe takes a line as it is; a person's terminal would break it in the middle of a word.
  const layout = io.interactive ? (await import("./terminal/screen.js")).screenOf(context).layout : null;
  return `${lines.flatMap((line) => layout?.paragraph(clean(line)) ?? clean(line)).join("\n")}\n`;
}

async function report(error: unknown, named: string | null, below: string | undefined, context: Context) {
  const problem = asProblem(error);
  const [kind = "usage"] = outputKinds(named !== null && isCommand(named) ? named : null, below);
  const refused = problem instanceof Refusal ? await import("../render/envelope/issues.js") : null;
  const issues = problem instanceof Refusal ? problem.issues : [];
  if (context.json) context.fail(kind, problem, refused ? { issues: refused.issuesJson(issues, context.words) } : {});
  else context.io.err((await problemLines(problem, context)) + (refused?.issuesText(issues, context.words) ?? ""));
  return EXIT_OF[problem.code] ?? EXIT.usage;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { syscall } = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd") return new Problem("file-unavailable", "no-working-folder");
  const message = error instanceof Error ? error.message : String(error);
  return new Problem("internal", "internal", { message });
}

/** Saved defaults; a damaged file is kept aside and named, and the answer goes on without it. */
async function savedDefaults(flags: GlobalFlags, io: Io): Promise<Saved> {
  if (flags["--no-config"]) return {};
  const { saved, damaged } = readSettings();
  if (!damaged) return saved;
  const file = settingsPath();
  const { words } = contextOf(io, {}, languageIn(undefined, process.env), process.env, {});
  const { setDamagedAside } = await import("./files/settings-store.js");
  const kept = await setDamagedAside();
  if (kept !== null) io.err(`${clean(words.say("settings.set-aside", { file, kept }))}\n`);
  return {};
}

/** The context to answer in, or to say in what is wrong with the command line or the settings. */
async function contextFor(flags: GlobalFlags, io: Io): Promise<{ context: Context; fault: unknown }> {
  const { env } = process;
  try {
    const saved = await savedDefaults(flags, io);
    return { context: contextOf(io, flags, languageOf(flags["--lang"], env, saved), env, saved), fault: null };
  } catch (fault) {
    return { context: contextOf(io, flags, languageIn(flags["--lang"], env), env, {}), fault };
  }
}

/** Around an emergency nothing may be wrong: without settings, overlay, variables and a clock of one's own. */
function bareContext({ flags, io }: Context): Context {
  const { "--lang": lang = process.env.DOZVON_LANG, "--as-of": _clock, "--directory": _folder, ...rest } = flags;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DOZVON_")));
  return contextOf(io, rest, languageIn(lang, env), env, {});
}

/** What is said of the surroundings before anything is answered: that they cannot show Russian, or hold a variable that is none. */
function advise({ words, io, json, env }: Context): void {
  const charset = json || words.language === "en" ? null : foreignCharset(env, process.platform);
  if (charset !== null && process.stderr.isTTY) io.err(charsetAdvice(charset));
  for (const { name, hint } of strangeVariables(env)) {
    const near = hint === null ? "" : ` ${words.say("error.hints", { values: hint })}`;
    io.err(`${clean(words.say("environment.unknown", { name }) + near)}\n`);
  }
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

/** @throws Problem unknown-command; where a flag's value is empty, or given twice. */
async function readCall(words: readonly string[], { operands }: Head) {
  // What stands where a command should.
  const named = (operands[0] === HELP ? operands[1] : operands[0]) ?? null;
  if (named !== null && !isCommand(named)) throw notListed(named, LISTED, { code: "unknown-command" });
  const { path, spec } = (await findCommand(operands)) ?? { path: [], spec: { flags: FACT_FLAGS } as Command };
  // Without a line it is not in order, or asks for help.
  return { words, named, spec, line: readLine(words, path, spec) };
}

type Called = Awaited<ReturnType<typeof readCall>>;

async function answer({ words, named, spec, line }: Called, context: Context): Promise<Outcome> {
  if (!line || (spec.commands && !spec.run)) return (await import("./line/help.js")).explain(words, named, context);
  await checkFields(spec, named, context);
  // A date that does not exist is wrong for every command, also for those whose answer has no date.
  context.moment();
  if (spec.run) return spec.run(line, context);
  if (context.json) throw new Problem("usage", "no-command");
  // Facts alone ask nothing.
  if (!context.canAsk || Object.keys(factsOf(line.flags)).length > 0) {
    context.io.err(`dozvon: ${context.words.say("help.short")}\n`);
    return EXIT.usage;
  }
  return (await import("./talk/home.js")).home(context);
}

/** What may be wrong around a question that has nothing to do with it. */
const SURROUNDINGS: readonly ProblemCode[] = ["bad-directory", "bad-settings", "bad-environment", "internal"];
const LINE_SURROUNDINGS: readonly ProblemCode[] = ["impossible-date", "unknown-value"];

/** Nothing stands between a person and 112, help or the version: what is wrong is said, and they are answered without it. */
async function answerBare(error: unknown, called: Called, context: Context): Promise<number | null> {
  const problem = asProblem(error);
  const { spec, line } = called;
  const stated = context.flags["--as-of"] ?? context.flags["--lang"];
  const around =
    SURROUNDINGS.includes(problem.code) || (stated !== undefined && LINE_SURROUNDINGS.includes(problem.code));
  const bare = bareContext(context);
  if (!around || (line && spec.run && !(await spec.urgent?.(line, bare)))) return null;
  const outcome = await answer(called, bare);
  const { detail: reason } = problemText(problem, bare.words);
  const notice: Notice = { code: "surroundings-left-out", values: { reason } };
  if (!context.json || typeof outcome === "number") context.io.err(noticeLines([notice], bare.words));
  if (typeof outcome === "number") return outcome;
  return show({ ...outcome, notices: [notice, ...(outcome.notices ?? [])] }, bare);
}

/** Runs one command line; sets the exit code, never exits: a pipe must drain. */
export async function main(words: readonly string[]): Promise<void> {
  const head = readHead(words);
  const io = await processIo(head.flags["--no-color"] === true);
  const { context, fault } = await contextFor(head.flags, io);
  io.describeLoss = (reason) => context.words.say("output.lost", { reason });
  let called: Called | null = null;
  try {
    called = await readCall(words, head);
    advise(context);
    if (fault) throw fault;
    const outcome = await answer(called, context);
    process.exitCode = typeof outcome === "number" ? outcome : await show(outcome, context);
  } catch (error) {
    process.exitCode = await rescued(error, called, head, context);
  }
}

async function rescued(error: unknown, called: Called | null, { operands }: Head, context: Context): Promise<number> {
  // Ctrl-C at a prompt: what was answered is on the screen, and there is nothing to explain.
  if (error instanceof Interrupted) return EXIT.interrupted;
  // Where that fails too, what was wrong to begin with is said.
  const code = called && (await answerBare(error, called, context).catch(() => null));
  return code ?? report(error, called?.named ?? operands[0] ?? null, operands[1], context);
}
