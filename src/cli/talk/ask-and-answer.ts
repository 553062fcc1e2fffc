/** From what is known to an answer on the screen, asking what is missing, and then what goes on from it. */
import { capital, shown } from "../../render/channel/text.js";
import { problemText } from "../../render/envelope/json.js";
import { operatorName } from "../../render/route/conditions.js";
import { textOf } from "../../render/text/blocks.js";
import type { RoutedChannel } from "../../routing/route.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { type Menu, OPEN_FACTS, type OpenFact, OTHER_MERCHANT, OTHER_OPERATOR } from "../../vocabulary/situation.js";
import { exitCode } from "../commands/route.js";
import { writeOutput } from "../files/output-file.js";
import { readSettings } from "../files/settings.js";
import { savedNotice } from "../known-facts.js";
import type { Talk } from "../prompts/prompter.js";
import { showAnswer, showDetails } from "../show.js";
import { isLink, openLink } from "../terminal/open-link.js";
import { screenOf } from "../terminal/screen.js";
import { commandLine } from "./command-line.js";
import { checklistActions, openClaim } from "./home.js";
import type { Action, Outcome } from "./menu.js";
import { commandText, leaving, menuUnder, named, printOver, roomOver, screenOver, stay } from "./menu.js";
import { askFact, askYesNo, BACK, firstOf, pick, type Settled, type Step, saveAs, settle } from "./questions.js";

const BELL = "\u0007";

/** Parts of the menu whose answers a letter may follow. */
const LETTERS_FOR: readonly Menu[] = ["money", "papers"];
/** Other topics a sentence may have meant stand beside no more than these, all of which digits pick with what leads away; one always does. */
const MOST_ACTIONS = 6;
/** More would fill the menu. */
const MOST_CHECKLISTS = 2;

/** What comes after an answer: another one, to other facts, or none. */
type After = { next: "again"; from: Step } | { next: Outcome["next"] };
type AnswerAction = Action<After>;

interface At extends Talk {
  settled: Settled;
  main: RoutedChannel | null;
}

const again = (from: Step) => ({ leave: { next: "again", from } as const });

type Offer = readonly [value: string, fits: boolean, act: AnswerAction["act"], values?: { topic: string }];

/** Those that make sense. */
const fitting = ({ words }: At, ...offers: readonly Offer[]): AnswerAction[] =>
  offers.flatMap(([value, fits, act, values]) =>
    fits ? [{ value, name: words.say(`action.${value.split(":")[0]}`, values), act }] : [],
  );

/**
 * Actions that make sense for a channel; a USSD code is for typing, so it has no link and no code to scan. A dumb terminal has no
 * clipboard and would print the sequence.
 */
function withChannel(main: RoutedChannel, at: At): AnswerAction[] {
  const { context, words } = at;
  const { io, env, plain } = context;
  const { channel } = main;
  const { dial, kind, id } = channel;
  const uri = channel.uri ?? "";
  const showCode = async () => {
    // A picture is of no use to a screen reader or a terminal that cannot draw.
    const { qrLines } = await import("../../render/contacts/qr.js");
    const lines = plain ? [uri] : [words.say("action.qr.hint"), ...qrLines(uri, io.coloured)];
    io.out(`${lines.join("\n")}\n`);
    return { lines: lines.length };
  };
  const save = async () => {
    const { channelCard } = await import("../../render/contacts/vcard.js");
    const file = `${id}.vcf`;
    await saveAs(file, () => writeOutput(file, channelCard(channel, words), true), at);
  };
  const copy = () => {
    const text = dial ?? uri;
    // The terminal's own clipboard sequence (OSC 52): it works over ssh too and needs no program installed.
    io.out(`\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}${BELL}`);
    // As on the screen: for a screen reader the digits stand apart.
    const said = words.say("action.copy.done", { text: dial === null ? text : shown(main, words) });
    io.err(`${screenOf(context).layout.paragraph(said).join("\n")}\n`);
  };
  const open = async () => {
    io.out(`${uri}\n`);
    if (!(await askYesNo({ message: words.say("action.open.sure") }, at))) return;
    if (!(await openLink(channel))) io.err(`${words.say("action.open.failed")}\n`);
  };
  return fitting(
    at,
    ["qr", uri !== "", showCode],
    ["save", kind === "voice" && dial !== null, stay(save)],
    ["copy", env.TERM !== "dumb" && (dial !== null || uri !== ""), stay(copy)],
    ["open", isLink(channel), stay(open)],
  );
}

/** What goes on from the answer: the next best way, a checklist, a letter, the rules of a refund. */
function goingOn(at: At): AnswerAction[] {
  const { settled, main, words, context } = at;
  const { routing, given, unknown, usual } = settled;
  const merchant = routing.situation.merchant?.value;
  const more = usual.channels.some((one) => one !== main);
  const nextWay = async () => {
    if (routing.topic.id === EMERGENCY_TOPIC) {
      // Where one number for all does not answer, those of each service at once: going through them one by one costs lives.
      const others = usual.channels.filter(
        (one) => one.channel.kind === "voice" && one.verdict === main?.verdict && one.channel !== main.channel,
      );
      const rows = others.map(({ channel }) => [words.text(channel.display), words.text(channel.label)] as const);
      const text = textOf([words.say("action.no-answer.services"), { rows }], screenOf(context));
      context.io.out(`\n${text}`);
      return { lines: text.split("\n").length };
    }
    // As the person sees it: it is said again in what was understood.
    const display = main ? words.text(main.channel.display) : "";
    const seen = display.includes(",") ? (main?.channel.id ?? "") : display;
    const value = given.tried ? `${given.tried.value}, ${seen}` : seen;
    return again({ given: { ...given, tried: { value, from: "answer" } }, unknown });
  };
  const refund = async () => {
    const outcome = await (await import("./money.js")).converseAboutRefund(merchant ?? null, {}, at);
    return outcome ? { leave: { next: outcome.next } } : undefined;
  };
  return [
    ...fitting(at, ["no-answer", main !== null && more, nextWay]),
    ...checklistActions(routing.checklists.slice(0, MOST_CHECKLISTS), given, at),
    ...fitting(
      at,
      ["refund", merchant !== undefined && merchant !== OTHER_MERCHANT, refund],
      ["letter", LETTERS_FOR.includes(routing.topic.menu), stay(() => openClaim(at, given))],
    ),
  ];
}

/** Another answer to one fact, said or taken as usual. @returns undefined when the person went back. */
async function changed(fact: OpenFact, at: At) {
  const { settled } = at;
  // What was tried elsewhere or with another phone says nothing of here.
  const kept = Object.entries(settled.given).filter(([one]) => one !== fact && one !== "tried");
  const step = await askFact(fact, { ...settled, given: Object.fromEntries(kept) }, settled.routing, at);
  return step === BACK ? undefined : again(step);
}

function otherFacts(at: At): AnswerAction[] {
  const { settled, words } = at;
  const { given, routing } = settled;
  const facts = OPEN_FACTS.filter((fact) => fact !== "operator" && (given[fact] || routing.usual?.facts[fact]));
  const which = async () => {
    const choices = facts.map((fact) => ({ value: fact as string, name: capital(words.say(`fact.${fact}`)) }));
    const picked = facts.length > 1 ? await pick({ message: words.say("action.change.which"), choices }, at) : facts[0];
    const fact = facts.find((one) => one === picked);
    return fact && changed(fact, at);
  };
  const operator = given.operator !== undefined;
  return fitting(at, ["change", facts.length > 0, which], ["operator", operator, () => changed("operator", at)]);
}

/** What a person can do with an answer, what most often goes on from it first. */
function actionsOf(settled: Settled, talk: Talk): AnswerAction[] {
  const at = { ...talk, settled, main: firstOf(settled) };
  const [before, after] = [goingOn(at), [...(at.main ? withChannel(at.main, at) : []), ...otherFacts(at)]];
  const room = Math.max(1, MOST_ACTIONS - before.length - after.length);
  // Where a sentence may have been about something else.
  const others = settled.nearest.flatMap((id) => {
    const label = talk.directory.topics.find((topic) => topic.id === id)?.label;
    const given: GivenFacts = { ...settled.given, topic: { value: id, from: "answer" } };
    const act = async () => again({ ...settled, given, nearest: [] });
    return label ? fitting(at, [`not-this:${id}`, true, act, { topic: talk.words.text(label) }]) : [];
  });
  return [...before, ...others.slice(0, room), ...after];
}

/** The answer, and what is done with it, until the person leaves it. @param below what stands under it where no menu does. */
async function answerWith(settled: Settled, below: string, talk: Talk): Promise<After> {
  const { context, words, directory } = talk;
  const { io } = context;
  const notices = [...settled.routing.notices, ...(await savedNotice(settled.given, context))];
  const answer = { ...settled, notices };
  if (!talk.home) {
    io.out(showAnswer(answer, directory, context, undefined, below));
    io.err(below);
    return { next: "exit" };
  }
  const lines = printOver(showAnswer(answer, directory, context, roomOver(context)), context);
  const details = stay(() => io.out(`\n${showDetails(answer, directory, context, screenOver(context))}\n`));
  const actions: AnswerAction[] = [
    ...actionsOf(settled, talk),
    { ...named("details", talk), act: details },
    ...leaving(talk).map((one) => ({ ...one, act: async () => ({ leave: { next: one.value } }) })),
  ];
  const main = firstOf(settled);
  // The number stays in the question, in sight however far the screen has moved on.
  const message = main ? words.say("ask.next-with", { value: shown(main, words) }) : words.say("ask.next");
  return menuUnder({ message }, lines, actions, talk);
}

/** Offers once, ever, to remember the operator and kind of contract; nothing is saved unasked. */
async function offerToSave({ given }: Settled, talk: Talk): Promise<void> {
  const { words, context, directory, prompter } = talk;
  const operator = given.operator?.from === "answer" ? given.operator.value : null;
  try {
    if (context.flags["--no-config"] || operator === null || operator === OTHER_OPERATOR || readSettings().offered)
      return;
    const message = words.say("ask.save", { operator: operatorName(operator, directory, words) });
    const wanted = await askYesNo({ message, why: words.say("why.save") }, talk);
    const subscriber = given.subscriber?.from === "answer" ? { subscriber: given.subscriber.value } : {};
    const { save } = await import("../files/settings-store.js");
    await save({ offered: true, ...(wanted && { operator, ...subscriber }) });
    if (wanted) prompter.say(words.say("settings.saved"));
  } catch (error) {
    // The answer was given: a settings file that cannot be used does not make it a failure.
    if (!(error instanceof Problem)) throw error;
    prompter.say(problemText(error, words).detail);
  }
}

/** @returns null when the person went back from the first question. @throws Interrupted, Problem */
export async function converse(start: Step, talk: Talk): Promise<Outcome | null> {
  const { context } = talk;
  for (let from = start; ; ) {
    const settled = await settle(from, talk);
    if (!settled) return null;
    // After no question there is nothing to spare next time.
    const command = talk.home || settled.given !== start.given ? commandText(commandLine(settled.given), context) : "";
    const after = await answerWith(settled, command, talk);
    if (after.next === "again") {
      from = after.from;
      continue;
    }
    // Not before: a question or a line under the answer would push the number off a small screen.
    if (talk.home) {
      await offerToSave(settled, talk);
      context.io.err(command);
    }
    return { code: exitCode(settled.routing, [], context.strict), next: after.next };
  }
}
