/** For whom the answer differs, and what other ways there are: a line each, a value once. */

import type { Channel } from "../../directory/types.js";
import type { Condition } from "../../routing/conditions.js";
import { doesOneThing } from "../../routing/rank.js";
import type { RoutedChannel, Routing } from "../../routing/route.js";
import type { UsualException } from "../../routing/usual.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { isSlow, type Verdict } from "../../vocabulary/channels.js";
import { freeWay, isPhone, nearestText, sentence, shown, uncapital } from "../channel/text.js";
import type { Line, Row } from "../text/blocks.js";
import type { View } from "../text/screen.js";
import { operatorName, operatorOf } from "./conditions.js";

const MOST = { exceptions: 4, ways: 2, codes: 2, emergency: 8 } as const;

/** What leads the screen. */
export const leadOf = ({ routing: { otherPhone, main } }: View): RoutedChannel | null => otherPhone ?? main;

/** Who has no voice to have the number of a lost SIM blocked with. */
export const isSilent = ({ situation: { without }, topic: { ownLine } }: Routing): boolean =>
  ownLine === "none" && (without?.value.includes("voice") ?? false);

/** Where a call settles it and none can be made from there, somebody else's comes before a form that waits. */
export const leadsThroughOthers = (routing: Routing): boolean =>
  (routing.noCall === "none-answers-here" || isSilent(routing)) &&
  routing.viaSomeone !== null &&
  routing.topic.kinds[0] === "voice";

/** In whose words a value of a fact is an exception: any phone but the own, a foreign SIM, abroad, a corporate number. */
function exceptionLabel({ fact, values }: UsualException, view: View): string {
  const { words } = view;
  const known = values.find((value) => words.has(`first.${fact}.${value}`));
  return words.say(`first.${fact}.${known ?? "other"}`, { operator: operatorOf(view) });
}

/** The channel in the case where it is the answer: its price may differ elsewhere. */
function inCase({ channels }: Routing, { primary, fact, values }: UsualException): RoutedChannel | undefined {
  const own = channels.filter(({ channel }) => channel.id === primary);
  const holds = (one: Condition) => !one[fact] || values.some((value) => one[fact]?.includes(value));
  return own.find(({ conditions }) => conditions.length === 0 || conditions.some(holds));
}

/** Another phone before another place, and both before what few people have. */
const RARE: readonly string[] = ["foreign", "internet"];
const RAREST = 2;
const rarity = ({ fact, values }: UsualException): number => {
  if (fact !== "from") return ["roaming", "subscriber", "service"].indexOf(fact) + 1;
  // With them stands an own SIM that is gone.
  const rare = values.filter((value) => RARE.includes(value));
  return rare.length > 0 && values.every((value) => value === "own" || rare.includes(value)) ? RAREST + 1 : 0;
};

/** Longer addresses are for those who ask for all of it. */
const LONGEST_VALUE = 40;

const isShort = (value: string): boolean => value.length <= LONGEST_VALUE;

/** Codes, papers and what is in the flat are not what a traveller asks about. */
const isForHome = ({ kinds, menu, service }: Routing["topic"]): boolean =>
  kinds[0] !== "voice" || menu === "papers" || service === "fixed";

/** Whoever may have no network is told their own line apart, and whoever is abroad does not ask what there is at home. */
export function isWorthALine(exception: UsualException, { topic, usual, channels }: Routing): boolean {
  const { fact, values, primary } = exception;
  const others = usual?.exceptions.filter((one) => one.fact !== "service").map((one) => one.primary) ?? [];
  // Another service matters where its answer is one that nobody else gets.
  if (fact === "service" && others.includes(primary)) return false;
  if (fact === "from" && topic.ownLine === "doubtful" && values.includes("own")) return false;
  // A company is told its own lines, those that are sure by everybody; bodies of the state hear it and a person alike.
  const sure = channels.filter(({ channel }) => channel.id === primary && channel.status === "current");
  if (fact === "subscriber" && !(topic.operatorNeeded && sure.some(isCompanys))) return false;
  if (fact === "roaming" && (usual?.facts.roaming === "abroad" || isForHome(topic))) return false;
  return fact !== "from" || values.some((value) => value !== "internet");
}

/** Values that a line above has already are not said again. */
const oncePerValue = (rows: readonly Row[]): Row[] =>
  rows.filter(([, text], index) => rows.findIndex((one) => one[1] === text) === index);

/** One line an exception: for whom, then the value. */
export function exceptionRows(asked: Routing, view: View): Row[] {
  const lead = leadOf(view)?.channel.id;
  const own = asked.channels.find((one) => one.rule === "line-in-hand" && isCall(one) && one.channel.id !== lead);
  // To whom an office is the answer, a number for another place or phone is none.
  const officeAlone = view.routing.noCall === "not-by-phone";
  const rows = [...(officeAlone ? [] : (asked.usual?.exceptions ?? []))]
    .filter((exception) => isWorthALine(exception, asked))
    .sort((a, b) => rarity(a) - rarity(b))
    .flatMap((exception): Row[] => {
      const main = inCase(asked, exception);
      // A way to an office is no answer beside a number.
      if (!main || isSlow(main.channel.kind)) return [];
      const value = nearestText(main, view);
      if (!isPhone(main) && (rarity(exception) >= RAREST || !isShort(value))) return [];
      return [[exceptionLabel(exception, view), value]];
    });
  const calls: Row[] = own ? [[view.words.say("first.if-calls-work"), nearestText(own, view)]] : [];
  return oncePerValue([...calls, ...rows]).slice(0, MOST.exceptions);
}

const codesOf = ({ channels, topic }: Routing, verdict: Verdict): RoutedChannel[] =>
  channels.filter(
    (one) => one.verdict === verdict && one.channel.kind === "ussd" && one.channel.topics.includes(topic.id),
  );

/** Who is already signed in gets in over Wi-Fi without the code that a dead line cannot receive. */
const needsSignIn = ({ rule, channel }: RoutedChannel): boolean =>
  rule === "line-in-hand" && channel.login === "sms-code";

/** Whoever cannot sign in is sent to nothing that wants it. */
const LOGIN = "account-access";

/** What is online beside a call or an office; with a doubtful line the nearest that Wi-Fi reaches, sure or not. */
function onlineRow(main: RoutedChannel, others: readonly RoutedChannel[], view: View): Row[] {
  const { words, routing } = view;
  const { topic, channels, noCall } = routing;
  const online = (list: readonly RoutedChannel[]) => list.filter((one) => !isPhone(one) && !isSlow(one.channel.kind));
  const doubtful = topic.ownLine === "doubtful";
  const overWifi = doubtful ? online(channels).filter((one) => one !== main && one.rule === "line-in-hand") : [];
  const alone = isPhone(main) || isSlow(main.channel.kind) || noCall === "no-number-known";
  const found = [...(alone ? online(others) : []), ...overWifi];
  const usable = found.filter(({ channel }) => topic.id !== LOGIN || channel.login === null);
  const ways = usable.filter((one) => isShort(nearestText(one, view))).slice(0, MOST.ways);
  if (ways.length === 0) return [];
  const wifi = ways.every(needsSignIn) ? "first.over-wifi-signed-in" : "first.over-wifi";
  const label = doubtful ? wifi : main.channel.kind === "voice" ? "first.without-call" : "first.online";
  return [[words.say(label), ways.map((one) => nearestText(one, view)).join(words.say("list.comma"))]];
}

const isCall = ({ channel }: RoutedChannel): boolean => channel.kind === "voice";
const isCompanys = ({ channel }: RoutedChannel): boolean => channel.subscriber === "corporate";

/** The call beside anything else, and a company's own line: beside that the next that answers, whosever it is. */
function callsBeside(main: RoutedChannel, others: readonly RoutedChannel[], company: boolean) {
  const calls = others.filter(isCall);
  const isSettled = ({ channel }: RoutedChannel) => channel.status !== "disputed";
  const companies = company ? calls.find(isCompanys(main) && isCall(main) ? isSettled : isCompanys) : undefined;
  const beside = isCompanys(main) && !isCall(main) ? undefined : companies;
  return { beside, call: isCall(main) ? undefined : ((beside ? undefined : companies) ?? calls[0]) };
}

/** What somebody else can call, a free way, and ways of the other kind: no call beside a call, a call beside anything else. */
function otherWays(main: RoutedChannel, view: View): Row[] {
  const { routing, directory, words } = view;
  const { viaSomeone, noCall, situation, topic } = routing;
  const silent = situation.without?.value.includes("voice");
  const free = freeWay(main, routing);
  const isForOthers = ({ channel }: RoutedChannel) =>
    channel.part !== topic.asked?.id &&
    (topic.asked?.label ? doesOneThing(channel) : channel.part !== null && !channel.general);
  const proven = routing.channels.filter(({ verdict }) => verdict === "proven");
  const others = proven.filter((one) => one !== main && one !== free && !isForOthers(one));
  const { beside, call } = callsBeside(main, others, situation.subscriber?.value === "corporate");
  // Where no line is sure to answer, one that may comes before nothing but a page.
  const mayAnswer = routing.channels.filter(
    (one) => isCall(one) && one.verdict === "unproven" && one.channel.status === "current" && one.channel.dial !== null,
  );
  const [trial] = isPhone(main) ? [] : [...codesOf(routing, "unproven"), ...(call || silent ? [] : mayAnswer)];
  const row = (key: string, one: RoutedChannel | null | undefined, whose = ""): Row[] =>
    one ? [[words.say(key), nearestText(one, view) + whose]] : [];
  // A number of another body than the one that leads is said to be its own.
  const elsewhere = call?.channel.dial && call.channel.party !== main.channel.party ? call.channel.party : null;
  const whose = elsewhere ? ` (${operatorName(elsewhere, directory, words)})` : "";
  return [
    ...row("first.trial", trial),
    ...(silent || leadsThroughOthers(routing) ? [] : row("first.via-someone", viaSomeone)),
    ...row(beside && isCompanys(beside) ? "first.company-line" : "first.general-line", beside),
    ...row("first.free", free),
    ...row(noCall === "not-by-phone" ? "first.ask-by-phone" : "first.by-phone", call, whose),
    ...onlineRow(main, others, view),
  ];
}

/** Codes of the same matter that tell something else: what is left of a package beside the balance. */
export function otherCodeLines(main: RoutedChannel, { routing, words }: View): Line[] {
  if (main.channel.kind !== "ussd") return [];
  const isAsked = ({ part }: Channel) => part !== null && part === routing.topic.asked?.id;
  const codes = codesOf(routing, "proven").filter(
    (one) => one !== main && (one.channel.status === "current" || isAsked(one.channel)),
  );
  const texts = codes.map((one) => `${shown(one, words)} (${uncapital(words.text(one.channel.label))})`);
  if (texts.length === 0) return [];
  return [words.say("first.codes", { codes: texts.slice(0, MOST.codes).join(words.say("list.comma")) })];
}

/** The other numbers of help, each with whom it brings; one worth a try in any country only where none is known. */
function emergencyRows(main: RoutedChannel, { routing, words }: View): Row[] {
  return routing.channels
    .filter((one) => isCall(one) && (one.verdict === "proven" || main.verdict !== "proven"))
    .map(({ channel }): Row => [words.text(channel.display), words.text(channel.label)])
    .filter(([value]) => value !== words.text(main.channel.display))
    .slice(0, MOST.emergency);
}

/** The code that people know from the web and that does not answer here: why, in one line. */
function deadCodeLines(rows: readonly Row[], { routing, words }: View): Line[] {
  if (routing.topic.ownLine === "doubtful") return [];
  const offered = new Set(routing.channels.map(({ channel }) => words.text(channel.display)));
  const said = (value: string) => rows.some(([, text]) => text.startsWith(value));
  const known = routing.rejected.find(
    ({ channel, reason }) =>
      channel.general &&
      channel.numberType === "short-code" &&
      (reason === "own-sim-only" || reason === "domestic-only") &&
      !offered.has(words.text(channel.display)) &&
      !said(words.text(channel.display)),
  );
  if (!known) return [];
  const value = words.text(known.channel.display);
  // Which phone it takes says why; that it is another one here nobody may have said.
  if (known.reason === "own-sim-only") return [sentence(words.say("first.own-sim-code", { value }))];
  return [sentence(words.say("first.dead-code", { value, why: words.say(`reason.${known.rule}`) }))];
}

const rowsOf = (rows: readonly Row[]): Line[] => (rows.length > 0 ? [{ rows }] : []);

/** One line for whom the answer differs, and other ways. */
export function differenceLines(main: RoutedChannel, asked: Routing, view: View): Line[] {
  if (view.routing.topic.id === EMERGENCY_TOPIC) return rowsOf(emergencyRows(main, view));
  const ways = otherWays(main, view);
  // What everybody can use is no exception.
  const said = ways.flatMap(([, text]) => [text, ...text.split(view.words.say("list.comma"))]);
  const differing = exceptionRows(asked, view).filter(([, text]) => !said.includes(text));
  const rows = oncePerValue([...differing, ...ways]);
  return [...rowsOf(rows), ...deadCodeLines(rows, view)];
}
