/** A routing as a message to the customer who asked: polite, short, ready to paste into a chat. */
import type { Directory } from "../../directory/types.js";
import { isBinding } from "../../routing/advice.js";
import type { RoutedChannel, Routing } from "../../routing/route.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { capital, doubts, nameText, priceText, sentence, uncapital } from "../channel/text.js";
import { clean } from "../clean.js";
import { exceptionRows } from "../route/differences.js";
import { prepareTexts } from "../route/first-screen.js";
import { dateText, type View } from "../text/screen.js";
import type { Words } from "../words.js";

/** "Позвоните: 8 800 550-05-00 — поддержка с любого телефона в России." */
const wayOf = (routed: RoutedChannel, words: Words): string =>
  sentence(words.say(`reply.way.${routed.channel.kind}`, { what: clean(nameText(routed, words)) }));

/** A way, what it costs, and what is not sure of it. @param key how it is brought in, where it is not the first. */
function wayText(routed: RoutedChannel, words: Words, key?: "reply.other-phone" | "reply.otherwise"): string {
  const way = key ? words.say(key, { way: uncapital(wayOf(routed, words)) }) : wayOf(routed, words);
  const price = key === "reply.otherwise" ? "" : capital(priceText(routed, words));
  return [way, price, ...doubts(routed, words, "reply")].filter(Boolean).join(" ");
}

/** One more way, of another kind first: whoever could not call is not helped by one more number to call. */
function spare(main: RoutedChannel, { channels }: Routing): RoutedChannel[] {
  const others = channels.filter(({ channel, verdict }) => channel.id !== main.channel.id && verdict === "proven");
  const sound = others.filter(({ channel }) => channel.status !== "disputed");
  return [sound.find((one) => one.channel.kind !== main.channel.kind) ?? sound[0]].flatMap((one) => one ?? []);
}

function limitLines({ limits }: Routing, words: Words): string[] {
  const values = limits.filter(isBinding).map(({ text }) => sentence(words.text(text)));
  return values.length > 0 ? [words.say("reply.limits", { values: values.join(" ") })] : [];
}

function answerLines(main: RoutedChannel, asked: Routing, view: View): string[] {
  const { routing: usual, words } = view;
  // For whom the answer differs, and the value: "Из-за границы: +7 495 766-01-66."
  const exceptions = exceptionRows(asked, view).map(([label, text]) => sentence(`${label}: ${text}`));
  const { otherPhone } = usual;
  const { steps } = main.channel;
  return [
    ...(otherPhone ? [wayText(otherPhone, words, "reply.other-phone")] : []),
    wayText(main, words),
    ...steps.map((step, index) => (steps.length > 1 ? `${index + 1}. ` : "") + sentence(words.text(step))),
    ...exceptions,
    ...(exceptions.length > 0 ? [] : spare(main, usual).map((other) => wayText(other, words, "reply.otherwise"))),
  ];
}

/**
 * As lines, with the channel the customer is sent to; null where the reply asks back or nothing answers.
 * @param usual the same, completed to the usual case.
 */
export function replyTo(routing: Routing, usual: Routing, directory: Directory, words: Words) {
  const { topic } = routing;
  const { main } = usual;
  const hello = words.say("reply.hello");
  const about = words.say("reply.about", { topic: words.text(topic.label) });
  const limits = limitLines(usual, words);
  if (main) {
    const trust = words.say("reply.trust", { date: dateText(directory.asOf, words) });
    const lines = [
      `${hello} ${topic.reply ? words.text(topic.reply) : about}`,
      ...answerLines(main, routing, { words, routing: usual, directory }),
      ...limits,
      ...[prepareTexts(usual.prepare, "reply.prepare", words).join(" ")].filter(Boolean),
      ...(main.channel.origin === BUILT_IN ? [trust] : []),
    ];
    return { channel: main.channel, lines: lines.map(clean) };
  }
  // What the usual case leaves open, an operator or a seller, is asked alone: the rest may be taken for granted.
  const open = usual.needs.length > 0 ? usual.needs : routing.needs;
  const asked = open.map((fact) => words.say(`reply.ask.${fact}`)).join("; ");
  const rest = words.say(asked === "" ? "reply.none" : "reply.ask", { asked });
  return { channel: null, lines: [`${hello} ${about}`, rest, ...limits].map(clean) };
}

export const replyJson = ({ topic, complete, needs }: Routing, { channel, lines }: ReturnType<typeof replyTo>) => ({
  topic: topic.id,
  /** Where the customer is sent; null where the reply asks back or nothing answers. */
  channel: channel?.id ?? null,
  /** Where that channel comes from: the directory, or an overlay. */
  origin: channel?.origin ?? null,
  complete,
  needs,
  text: `${lines.join("\n")}\n`,
});
