/** What a person can do with an answer on the screen. */
import { existsSync, writeFileSync } from "node:fs";
import type { Directory } from "../../directory/types.js";
import { shown } from "../../render/channel/text.js";
import { checklistTitle } from "../../render/checklist/json.js";
import type { Words } from "../../render/words.js";
import type { RoutedChannel } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import { type Menu, OPEN_FACTS, type OpenFact, OTHER_MERCHANT } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import type { Choice, Prompter } from "../prompts/prompter.js";
import { isLink, openLink } from "../terminal/open-link.js";
import { screenOf } from "../terminal/screen.js";
import { firstOf } from "./first-screen.js";
import { BACK } from "./interview.js";
import { askYesNo } from "./questions.js";
import { askFact, type Settled, type Step } from "./situation.js";

const BELL = "\u0007";

/** The terminal's own clipboard sequence (OSC 52): it works over ssh too and needs no program installed. */
const clipboardSequence = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}${BELL}`;

const isDialled = ({ channel }: RoutedChannel): boolean => channel.kind === "voice" && channel.dial !== null;

/** Parts of the menu whose answers a letter may follow. */
const LETTERS_FOR: readonly Menu[] = ["money", "papers"];
/** More would fill the menu. */
const MOST_CHECKLISTS = 2;

/** What an action leads to: other facts to answer with, or lines that should stay in sight. */
type Done = { from: Step } | { lines: number };

export interface Action extends Choice {
  act(prompter: Prompter): Promise<Done | undefined>;
}

interface At {
  settled: Settled;
  main: RoutedChannel | null;
  directory: Directory;
  context: Context;
}

const action = (value: string, { context: { words } }: At, act: Action["act"], values = {}): Action => ({
  value,
  name: words.say(`action.${value.split(":")[0]}`, values),
  act,
});

/**
 * Actions that make sense for a channel; a USSD code is for typing, so it has no link and no code to scan. A dumb terminal has no
 * clipboard and would print the sequence.
 */
function withChannel(main: RoutedChannel, at: At): Action[] {
  const { context } = at;
  const { channel } = main;
  const quiet = (act: (prompter: Prompter) => unknown) => async (prompter: Prompter) => {
    await act(prompter);
    return undefined;
  };
  const offered: readonly (readonly [string, boolean, Action["act"]])[] = [
    ["qr", channel.uri !== null, async () => ({ lines: await showCode(main, context) })],
    ["save", isDialled(main), quiet(() => saveContact(main, context))],
    ["copy", context.env.TERM !== "dumb" && (channel.dial ?? channel.uri) !== null, quiet(() => copy(main, context))],
    ["open", isLink(channel), quiet((prompter) => confirmAndOpen(main, context, prompter))],
  ];
  return offered.flatMap(([value, fits, act]) => (fits ? [action(value, at, act)] : []));
}

function alsoTried({ channel }: RoutedChannel, { given, unknown }: Step, words: Words): Step {
  // As the person sees it: it is said again in what was understood.
  const display = words.text(channel.display);
  const seen = display.includes(",") ? channel.id : display;
  const value = given.tried ? `${given.tried.value}, ${seen}` : seen;
  return { given: { ...given, tried: { value, from: "answer" } }, unknown };
}

/** What goes on from the answer: the next best way, a checklist, a letter, the rules of a refund. */
function goingOn(at: At): Action[] {
  const { settled, main, directory, context } = at;
  const { routing, given } = settled;
  const { words } = context;
  const merchant = routing.situation.merchant?.value;
  const more = settled.usual.channels.filter((one) => one !== main).length > 0;
  const steps = routing.checklists.slice(0, MOST_CHECKLISTS).map((id) =>
    action(
      `checklist:${id}`,
      at,
      async (prompter) => {
        await (await import("./runs.js")).beginAndWalk(id, given, context, prompter);
        return undefined;
      },
      { title: checklistTitle(id, directory, words) },
    ),
  );
  const letter = async (prompter: Prompter) => {
    await (await import("./tools.js")).openClaimLetter(given, context, prompter);
    return undefined;
  };
  const refund = async (prompter: Prompter) => {
    const charge = (await context.desk()).open.merchants().find(({ id }) => id === merchant);
    if (charge) await (await import("./refund.js")).askAboutRefund(charge, {}, context, prompter);
    return undefined;
  };
  return [
    ...(main && more ? [action("no-answer", at, async () => ({ from: alsoTried(main, settled, words) }))] : []),
    ...(context.flags["--no-config"] ? [] : steps),
    ...(merchant === undefined || merchant === OTHER_MERCHANT ? [] : [action("refund", at, refund)]),
    ...(LETTERS_FOR.includes(routing.topic.menu) ? [action("letter", at, letter)] : []),
  ];
}

/** What was tried elsewhere or with another phone says nothing of here. */
const without = (fact: OpenFact, given: GivenFacts): GivenFacts =>
  Object.fromEntries(Object.entries(given).filter(([one]) => one !== fact && one !== "tried"));

/** Another answer to one fact, said or taken as usual. @returns undefined when the person went back. */
async function changed(fact: OpenFact, { settled, directory, context }: At, prompter: Prompter) {
  const rest = { ...settled, given: without(fact, settled.given) };
  const step = await askFact(fact, rest, settled.routing, directory, context, prompter);
  return step === BACK ? undefined : { from: step };
}

function otherFacts(at: At): Action[] {
  const { settled, context } = at;
  const { given, routing } = settled;
  const facts = OPEN_FACTS.filter((fact) => fact !== "operator" && (given[fact] || routing.usual?.facts[fact]));
  const which = async (prompter: Prompter) => {
    const choices = facts.map((fact) => ({ value: fact as string, name: context.words.say(`fact.${fact}`) }));
    const question = { message: context.words.say("action.change.which"), choices, searchable: false, back: true };
    const reply = facts.length === 1 ? null : await prompter.choose(question);
    const fact = reply === null ? facts[0] : facts.find((one) => reply.kind === "choice" && one === reply.value);
    return fact && changed(fact, at, prompter);
  };
  return [
    ...(facts.length > 0 ? [action("change", at, which)] : []),
    ...(given.operator ? [action("operator", at, (prompter) => changed("operator", at, prompter))] : []),
  ];
}

/** What a person can do with an answer, what most often goes on from it first. */
export async function actionsOf(settled: Settled, directory: Directory, context: Context): Promise<Action[]> {
  const at = { settled, main: firstOf(settled), directory, context };
  return [...goingOn(at), ...(at.main ? withChannel(at.main, at) : []), ...otherFacts(at)];
}

function copy(main: RoutedChannel, context: Context): void {
  const { io, words } = context;
  const { channel } = main;
  const text = channel.dial ?? channel.uri ?? "";
  io.out(clipboardSequence(text));
  // As on the screen: for a screen reader the digits stand apart.
  const said = words.say("action.copy.done", { text: channel.dial === null ? text : shown(main, words) });
  io.err(`${screenOf(context).layout.paragraph(said).join("\n")}\n`);
}

/** @returns how many lines the code takes on the screen. */
async function showCode(main: RoutedChannel, { io, words, plain }: Context): Promise<number> {
  const uri = main.channel.uri ?? "";
  // A picture is of no use to a screen reader or a terminal that cannot draw.
  if (plain) {
    io.out(`${uri}\n`);
    return 1;
  }
  const { qrLines } = await import("../../render/contacts/qr.js");
  const lines = [words.say("action.qr.hint"), ...qrLines(uri, io.coloured)];
  io.out(`${lines.join("\n")}\n`);
  return lines.length;
}

async function saveContact(main: RoutedChannel, { io, words }: Context): Promise<void> {
  const { channelCard } = await import("../../render/contacts/vcard.js");
  const file = `${main.channel.id}.vcf`;
  if (existsSync(file)) {
    io.err(`${words.say("action.save.exists", { file })}\n`);
    return;
  }
  try {
    writeFileSync(file, channelCard(main.channel, words), { flag: "wx" });
    io.err(`${words.say("action.save.done", { file })}\n`);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    io.err(`${words.say("action.save.failed", { file, reason })}\n`);
  }
}

async function confirmAndOpen(main: RoutedChannel, context: Context, prompter: Prompter): Promise<void> {
  const { io, words } = context;
  const link = main.channel.uri ?? "";
  io.out(`${link}\n`);
  if (!(await askYesNo({ message: words.say("action.open.sure") }, context, prompter))) return;
  if (!(await openLink(main.channel))) io.err(`${words.say("action.open.failed")}\n`);
}
