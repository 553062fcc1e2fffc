import type { DirectoryIndex } from "../../directory/types.js";
import type { Routing } from "../../routing/route.js";
import type { Notice } from "../../situation/facts.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { adviceJson, channelJson, rejectedJson } from "../channel/json.js";
import type { NoticeJson } from "../envelope/json.js";
import { noticeText, pick, type Words } from "../words.js";

export const operatorIds = (directory: DirectoryIndex): ReadonlySet<string> =>
  new Set(directory.parties.flatMap((party) => (party.type === "operator" ? [party.id] : [])));

export function routingJson(routing: Routing, operators: ReadonlySet<string>, words: Words) {
  return {
    ...pick(routing, "complete", "needs", "primary", "primaries", "usual"),
    channels: routing.channels.map((channel) => channelJson(channel, operators, words)),
    rejected: routing.rejected.map((channel) => rejectedJson(channel, words)),
    escalation: routing.escalation.map((channel) => channelJson(channel, operators, words)),
    /** Topics a free text may be about, the likeliest first; empty where the topic is settled. */
    candidates: [] as ReturnType<typeof candidatesJson>,
    prepare: routing.prepare.map((advice) => adviceJson(advice, words)),
    limits: routing.limits.map((advice) => adviceJson(advice, words)),
    ...pick(routing, "checklists"),
    /** Where the own SIM is counted as gone and is all there is in hand: what answers from any other phone. */
    otherPhone: routing.otherPhone && channelJson(routing.otherPhone, operators, words),
    ...pick(routing, "noCall"),
    /** For whoever is abroad or without a phone: what somebody in Russia can call for them. */
    viaSomeone: routing.viaSomeone && channelJson(routing.viaSomeone, operators, words),
  };
}

/** Topics a sentence may be about: to choose from, or beside the one that was acted on. */
export const candidatesJson = (candidates: readonly ScoredTopic[], { topics }: DirectoryIndex, words: Words) =>
  candidates.map(({ topic, confidence }) => {
    const label = topics.find(({ id }) => id === topic)?.label;
    return { topic, label: label ? words.text(label) : topic, confidence: Math.round(confidence * 100) / 100 };
  });

/** Instead of a routing where a text may be about several topics. */
export const undecidedJson = (candidates: readonly ScoredTopic[], directory: DirectoryIndex, words: Words) => ({
  complete: false,
  needs: [],
  primary: null,
  primaries: [],
  usual: null,
  channels: [],
  rejected: [],
  escalation: [],
  candidates: candidatesJson(candidates, directory, words),
  prepare: [],
  limits: [],
  checklists: [],
  otherPhone: null,
  noCall: null,
  viaSomeone: null,
});

export const noticesJson = (notices: readonly Notice[], words: Words): NoticeJson[] =>
  notices.map((notice) => ({ code: notice.code, text: noticeText(notice, words) }));
