/** What a person can do with an answer on the screen. */
import { existsSync, writeFileSync } from "node:fs";
import { shown } from "../../render/channel/text.js";
import type { RoutedChannel } from "../../routing/routing.js";
import type { Context } from "../context.js";
import type { Choice, Prompter } from "../prompts/prompter.js";
import { isLink, openLink } from "../terminal/open-link.js";
import { screenOf } from "../terminal/screen.js";
import { askYesNo } from "./questions.js";

const BELL = "\u0007";

/** The terminal's own clipboard sequence (OSC 52): it works over ssh too and needs no program installed. */
const clipboardSequence = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}${BELL}`;

const isDialled = ({ channel }: RoutedChannel): boolean => channel.kind === "voice" && channel.dial !== null;

/**
 * Actions that make sense for this channel; a USSD code is for typing, so it has no link and no code to scan. A dumb terminal has no
 * clipboard and would print the sequence.
 */
export function actionsFor(main: RoutedChannel, { words, env }: Context): Choice[] {
  const { channel } = main;
  const offered = [
    ["copy", env.TERM !== "dumb" && (channel.dial !== null || channel.uri !== null)],
    ["qr", channel.uri !== null],
    ["open", isLink(channel)],
    ["save", isDialled(main)],
  ] as const;
  return offered.flatMap(([value, fits]) => (fits ? [{ value, name: words.say(`action.${value}`) }] : []));
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

/** @returns how many lines must stay in sight, where that matters. @throws Interrupted */
export async function act(
  action: string,
  main: RoutedChannel,
  context: Context,
  prompter: Prompter,
): Promise<number | undefined> {
  const { io, words } = context;
  if (action === "copy") {
    const { channel } = main;
    const text = channel.dial ?? channel.uri ?? "";
    io.out(clipboardSequence(text));
    // As on the screen: for a screen reader the digits stand apart.
    const seen = channel.dial === null ? text : shown(main, screenOf(context));
    io.err(`${words.say("action.copy.done", { text: seen })}\n`);
  }
  if (action === "qr") return showCode(main, context);
  if (action === "open") await confirmAndOpen(main, context, prompter);
  if (action === "save") await saveContact(main, context);
  return undefined;
}
