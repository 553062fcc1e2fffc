/** What a person can do with an answer on the screen. */
import { shown } from "../../render/channel/text.js";
import { textOf } from "../../render/text/blocks.js";
import type { Words } from "../../render/words.js";
import type { RoutedChannel } from "../../routing/routing.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { type Menu, OPEN_FACTS, type OpenFact, OTHER_MERCHANT } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { writeOutput } from "../files/output-file.js";
import type { Talk } from "../prompts/prompter.js";
import { isLink, openLink } from "../terminal/open-link.js";
import { screenOf } from "../terminal/screen.js";
import { checklistActions, openClaimLetter } from "./errands.js";
import { type Action, type Outcome, stay } from "./menu.js";
import { askYesNo, BACK, faultIn, mayWrite, pick } from "./questions.js";
import { askFact, firstOf, type Settled, type Step } from "./situation.js";

const BELL = "\u0007";

/** The terminal's own clipboard sequence (OSC 52): it works over ssh too and needs no program installed. */
const clipboardSequence = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}${BELL}`;

const isDialled = ({ channel }: RoutedChannel): boolean => channel.kind === "voice" && channel.dial !== null;

/** Parts of the menu whose answers a letter may follow. */
const LETTERS_FOR: readonly Menu[] = ["money", "papers"];
/** With what leads away from an answer, as many as digits pick. */
const MOST_ACTIONS = 6;
/** More would fill the menu. */
const MOST_CHECKLISTS = 2;

/** What comes after an answer: another one, to other facts, or none. */
export type After = { next: "again"; from: Step } | { next: Outcome["next"] };
type AnswerAction = Action<After>;

interface At extends Talk {
  settled: Settled;
  main: RoutedChannel | null;
}

const again = (from: Step) => ({ leave: { next: "again", from } as const });

const action = (value: string, { words }: At, act: AnswerAction["act"], values = {}): AnswerAction => ({
  value,
  name: words.say(`action.${value.split(":")[0]}`, values),
  act,
});

type Offer = readonly [value: string, fits: boolean, act: AnswerAction["act"]];

const fitting = (at: At, ...offers: readonly Offer[]): AnswerAction[] =>
  offers.filter(([, fits]) => fits).map(([value, , act]) => action(value, at, act));

/**
 * Actions that make sense for a channel; a USSD code is for typing, so it has no link and no code to scan. A dumb terminal has no
 * clipboard and would print the sequence.
 */
function withChannel(main: RoutedChannel, at: At): AnswerAction[] {
  const { context } = at;
  const { channel } = main;
  return fitting(
    at,
    ["qr", channel.uri !== null, async () => ({ lines: await showCode(main, context) })],
    ["save", isDialled(main), stay(() => saveContact(main, at))],
    ["copy", context.env.TERM !== "dumb" && (channel.dial ?? channel.uri) !== null, stay(() => copy(main, context))],
    ["open", isLink(channel), stay(() => confirmAndOpen(main, at))],
  );
}

function alsoTried({ channel }: RoutedChannel, { given, unknown }: Step, words: Words): Step {
  // As the person sees it: it is said again in what was understood.
  const display = words.text(channel.display);
  const seen = display.includes(",") ? channel.id : display;
  const value = given.tried ? `${given.tried.value}, ${seen}` : seen;
  return { given: { ...given, tried: { value, from: "answer" } }, unknown };
}

/** Where one number for all does not answer, those of each service at once: going through them one by one costs lives. */
function showServices(main: RoutedChannel, { settled, context }: At): { lines: number } {
  const { words, io } = context;
  const rows = settled.usual.channels
    .filter(({ channel, verdict }) => channel.kind === "voice" && verdict === main.verdict && channel !== main.channel)
    .map(({ channel }) => [words.text(channel.display), words.text(channel.label)] as const);
  const text = textOf([words.say("action.no-answer.services"), { rows }], screenOf(context));
  io.out(`\n${text}`);
  return { lines: text.split("\n").length };
}

/** What goes on from the answer: the next best way, a checklist, a letter, the rules of a refund. */
function goingOn(at: At): AnswerAction[] {
  const { settled, main, words } = at;
  const { routing, given } = settled;
  const merchant = routing.situation.merchant?.value;
  const more = settled.usual.channels.filter((one) => one !== main).length > 0;
  const emergency = routing.topic.id === EMERGENCY_TOPIC;
  const nextWay = (tried: RoutedChannel) => again(alsoTried(tried, settled, words));
  const refund = async () => {
    const outcome = await (await import("./refund.js")).converseAboutRefund(merchant ?? null, {}, at);
    return outcome ? { leave: { next: outcome.next } } : undefined;
  };
  return [
    ...(main && more
      ? [action("no-answer", at, async () => (emergency ? showServices(main, at) : nextWay(main)))]
      : []),
    ...checklistActions(routing.checklists.slice(0, MOST_CHECKLISTS), given, at),
    ...fitting(
      at,
      ["refund", merchant !== undefined && merchant !== OTHER_MERCHANT, refund],
      ["letter", LETTERS_FOR.includes(routing.topic.menu), stay(() => openClaimLetter(given, at))],
    ),
  ];
}

/** Where a sentence may have been about something else. */
const otherTopics = (at: At): AnswerAction[] =>
  at.settled.nearest.flatMap((id) => {
    const label = at.directory.topics.find((topic) => topic.id === id)?.label;
    const from = {
      ...at.settled,
      given: { ...at.settled.given, topic: { value: id, from: "answer" as const } },
      nearest: [],
    };
    return label ? [action(`not-this:${id}`, at, async () => again(from), { topic: at.words.text(label) })] : [];
  });

/** What was tried elsewhere or with another phone says nothing of here. */
const without = (fact: OpenFact, given: GivenFacts): GivenFacts =>
  Object.fromEntries(Object.entries(given).filter(([one]) => one !== fact && one !== "tried"));

/** Another answer to one fact, said or taken as usual. @returns undefined when the person went back. */
async function changed(fact: OpenFact, at: At) {
  const { settled } = at;
  const step = await askFact(fact, { ...settled, given: without(fact, settled.given) }, settled.routing, at);
  return step === BACK ? undefined : again(step);
}

function otherFacts(at: At): AnswerAction[] {
  const { settled, words } = at;
  const { given, routing } = settled;
  const facts = OPEN_FACTS.filter((fact) => fact !== "operator" && (given[fact] || routing.usual?.facts[fact]));
  const which = async () => {
    const choices = facts.map((fact) => ({ value: fact as string, name: words.say(`fact.${fact}`) }));
    const picked = facts.length > 1 ? await pick({ message: words.say("action.change.which"), choices }, at) : facts[0];
    const fact = facts.find((one) => one === picked);
    return fact && changed(fact, at);
  };
  const operator = given.operator !== undefined;
  return fitting(at, ["change", facts.length > 0, which], ["operator", operator, () => changed("operator", at)]);
}

/** What a person can do with an answer, what most often goes on from it first. */
export function actionsOf(settled: Settled, talk: Talk): AnswerAction[] {
  const at = { ...talk, settled, main: firstOf(settled) };
  const [before, after] = [goingOn(at), [...(at.main ? withChannel(at.main, at) : []), ...otherFacts(at)]];
  const room = Math.max(1, MOST_ACTIONS - before.length - after.length);
  return [...before, ...otherTopics(at).slice(0, room), ...after];
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

async function saveContact(main: RoutedChannel, talk: Talk): Promise<void> {
  const { words, context } = talk;
  const { channelCard } = await import("../../render/contacts/vcard.js");
  const file = `${main.channel.id}.vcf`;
  if (!(await mayWrite(file, talk))) return;
  const fault = faultIn(() => writeOutput(file, channelCard(main.channel, words), true), words);
  context.io.err(`${fault ?? words.say("action.save.done", { file })}\n`);
}

async function confirmAndOpen(main: RoutedChannel, talk: Talk): Promise<void> {
  const { words, context } = talk;
  const { io } = context;
  const link = main.channel.uri ?? "";
  io.out(`${link}\n`);
  if (!(await askYesNo({ message: words.say("action.open.sure") }, talk))) return;
  if (!(await openLink(main.channel))) io.err(`${words.say("action.open.failed")}\n`);
}
