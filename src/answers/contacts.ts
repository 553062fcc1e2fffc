/** The contact card of one operator: every channel it has, each with the situations it answers in. */
import type { Channel, Directory, NeverOffered } from "../directory/types.js";
import { type Answer, candidates } from "../routing/answer.js";
import { completions } from "../routing/completions.js";
import { isOpen } from "../routing/hours.js";
import { compareKeys, sortKey } from "../routing/rank.js";
import { ageNotice, answersOf, casesOf, conditionsOf, type Routing, route, type Scene } from "../routing/route.js";
import { DEFAULT_TOPIC, EMERGENCY_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import type { Moment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import { CHANNEL_KINDS, type ChannelKind } from "../vocabulary/channels.js";
import { STATUSES } from "../vocabulary/evidence.js";
import { LANGUAGES, type Text } from "../vocabulary/language.js";

/** Facts that decide what is on a card; saved and environment facts are left out on purpose: it is the operator's card. */
export const CARD_FACTS = ["service", "subscriber", "roaming", "from", "topic", "country", "without"] as const;

/** Each channel with its cases; `key` of the first caller it could serve. */
function collect(answers: readonly (Answer | null)[]) {
  const all = casesOf(answers);
  return [...new Set(all.map(({ channel }) => channel))].map((channel) => {
    const cases = all.filter((one) => one.channel === channel);
    const proven = cases.filter(({ verdict }) => verdict === "proven");
    return { channel, proven, unproven: cases.filter((one) => !proven.includes(one)), key: cases[0]?.key ?? "" };
  });
}

type Found = ReturnType<typeof collect>[number];

const quotes = (note: Text, values: readonly NeverOffered[]): boolean =>
  values.some((entry) =>
    entry.values.some((value) => LANGUAGES.some((language) => note[language].includes(value[language]))),
  );

function entryOf(found: Found, scene: Scene, withdrawn: readonly NeverOffered[]) {
  const { channel, proven, unproven } = found;
  const said = (cases: Found["proven"]) => {
    const cells = cases.flatMap((one) => one.cells);
    return cells.length > 0 ? conditionsOf(cells, scene) : null;
  };
  // What a case that may fail would cost says nothing where there is one that will not.
  const priced = proven.length > 0 ? proven : unproven;
  return {
    channel,
    /** Where it answers for sure: `[]` always, null nowhere. */
    proven: said(proven),
    /** Where it may answer. */
    unproven: said(unproven),
    costs: priced.map(({ cost, cells }) => ({ cost, conditions: conditionsOf(cells, scene) })),
    open: channel.hours && isOpen(channel.hours, scene.moment),
    /** The channel's note, unless it quotes a value that is never offered. */
    note: channel.note && !quotes(channel.note, withdrawn) ? channel.note : null,
  };
}

export type CardEntry = ReturnType<typeof entryOf>;

/** The order of a printed card: kinds as the vocabulary lists them, support before the rest, sure before doubtful. */
function cardKey({ channel, proven }: Found): string {
  const support = channel.general || channel.topics.includes(DEFAULT_TOPIC);
  return sortKey([
    CHANNEL_KINDS.indexOf(channel.kind),
    channel.status === "disputed" ? 1 : 0,
    proven.length > 0 ? 0 : 1,
    support ? 0 : 1,
    channel.subscriber === "corporate" ? 1 : 0,
    STATUSES.indexOf(channel.status),
    channel.preference,
  ]);
}

const FROM_ABROAD: GivenFacts = { roaming: { value: "abroad", from: "derived" } };
const HELP = { value: EMERGENCY_TOPIC, from: "derived" } as const;

const OVER_WIFI: readonly ChannelKind[] = ["chat", "app", "messenger", "web"];

/** What a traveller saves: the number that answers from abroad, the one for a lost SIM, and a free way over Wi-Fi. */
function worthCarrying(directory: Directory, given: GivenFacts, moment: Moment) {
  const routed = (topic: string, from: string) => {
    const facts = { topic, from, subscriber: given.subscriber?.value ?? "personal" };
    const stated = Object.entries(facts).map(([fact, value]) => [fact, { value, from: "derived" }]);
    return route(directory, { ...FROM_ABROAD, ...given, ...Object.fromEntries(stated) }, moment);
  };
  const proven = ({ channels }: Routing) =>
    channels.filter(({ verdict }) => verdict === "proven").map(({ channel }) => channel);
  const own = routed(DEFAULT_TOPIC, "own");
  const support = proven(own);
  const gone = directory.topics.find(({ ownLine }) => ownLine === "none");
  const lost = routed(gone?.id ?? DEFAULT_TOPIC, "foreign");
  const online = proven(routed(DEFAULT_TOPIC, "internet")).find(({ kind }) => OVER_WIFI.includes(kind));
  const isCall = ({ kind }: Channel) => kind === "voice";
  const block = proven(lost).find(isCall) ?? null;
  const ids = new Set([support.find(isCall), block, online].flatMap((one) => one?.id ?? []));
  const viaSomeone = own.viaSomeone?.channel ?? null;
  return { ids, noCall: own.noCall, viaSomeone, block, blockedBySomeone: lost.viaSomeone?.channel ?? null };
}

/**
 * @param given the operator, and the facts that narrow the card; none of them for the whole card.
 * @throws Problem when the operator or a fact is unknown or facts contradict each other.
 */
export function cardOf(directory: Directory, given: GivenFacts, moment: Moment, travel: boolean) {
  const { roaming } = given;
  if (travel && roaming && roaming.value.trim().toLowerCase() !== "abroad")
    throw new Problem("contradictory-facts", "travel-is-abroad");
  const facts = travel ? { ...FROM_ABROAD, ...given } : given;
  const operator = findOperator(facts.operator?.value ?? "", directory);
  const { situation, topic, notices } = understand(facts, directory);
  const stated = Object.keys(facts).some((fact) => fact !== "operator");
  const grid = completions(situation, topic, directory);
  const scene: Scene = { directory, topic, grid, operator: operator.id, moment };
  const party = directory.party(operator.id);
  const own = { operator: operator.id, merchant: null };
  const channels = facts.topic ? candidates(directory, topic, own) : [...party.channels];
  const found = collect(answersOf(() => channels, scene));
  const keyOf = (one: Found) => (facts.topic ? one.key : cardKey(one));
  const sorted = found.sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const kept = stated ? sorted.filter((one) => one.proven.length > 0) : sorted;
  const carried = travel ? worthCarrying(directory, facts, moment) : null;
  // Worth saving for an emergency: the numbers of the stated country, and the one most countries share.
  const { country } = facts;
  const help: GivenFacts = { ...FROM_ABROAD, topic: HELP, ...(country && { country }) };
  const abroad = travel ? route(directory, help, moment) : { channels: [], notices: [] };
  return {
    operator,
    legalEntity: party.legalEntity,
    situation,
    moment,
    /** No situation was stated: every channel is on it. */
    whole: !stated,
    /** For a journey abroad: what to save before leaving. */
    travel,
    entries: kept
      .filter(({ channel }) => carried?.ids.has(channel.id) ?? true)
      .map((one) => entryOf(one, scene, party.neverOffered)),
    /** Channels of the operator that may answer in the stated situation, and are kept off the card. */
    doubtful: sorted.flatMap((one) => (kept.includes(one) ? [] : [one.channel])),
    /** With `travel`: why there is no number to ring from abroad, and what somebody in Russia can ring instead. */
    noCall: carried?.noCall ?? null,
    viaSomeone: carried?.viaSomeone ?? null,
    /** With `travel`: what blocks a lost SIM from another phone abroad, or by somebody in Russia. */
    block: carried?.block ?? null,
    blockedBySomeone: carried?.blockedBySomeone ?? null,
    /** With `travel`: the emergency numbers worth saving. */
    emergency: abroad.channels,
    notices: [...notices, ...ageNotice(directory, moment), ...abroad.notices.filter(isAboutEmergency)],
  };
}

export type Card = ReturnType<typeof cardOf>;

const isAboutEmergency = ({ code }: Notice): boolean => code.startsWith("emergency-");
