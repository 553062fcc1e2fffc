import type { Channel, Directory, ForWhom, Rule, Topic } from "../directory/types.js";
import { DEFAULT_TOPIC, type Situation } from "../situation/facts.js";
import { type ChannelKind, PHONE_KINDS, type RuleRole } from "../vocabulary/channels.js";
import type { Grade } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import { type Answer, declared } from "./answer.js";
import type { Caller } from "./caller.js";

export interface Advice {
  id: string;
  role: RuleRole | null;
  text: Text;
  grade: Grade | null;
  sources: Rule["sources"];
}

const BINDING: readonly RuleRole[] = ["not-by-phone", "office-only", "owner-only"];

/** Whether it decides that the way shown will not do at all; the rest of the advice helps those whom it will do for. */
export const isBinding = ({ role }: Advice): boolean => role === null || BINDING.includes(role);

const fromRule = ({ id, role, text, grade, sources }: Rule): Advice => ({ id, role, text, grade, sources });

/** Rules for every topic are said where the question is general; elsewhere only those that name the topic. */
function applies(rule: Rule, topic: Topic): boolean {
  if (rule.part !== null || topic.asked?.whole === false) return rule.part === topic.asked?.id;
  if (rule.topics !== "all") return rule.topics.includes(topic.id);
  return topic.id === DEFAULT_TOPIC || (rule.role === "asks-for" && topic.prepare.length > 0);
}

/** What can be done by phone is said to those who can call. */
const forRule = ({ role, when }: Rule): ForWhom => (role === "can-by-phone" ? { kind: "voice", ...when } : when);

/** Somebody the advice may be for, and what is answered to them. */
export interface Advised {
  caller: Caller;
  answer: Answer;
}

const offers = ({ offered }: Answer, kind: ChannelKind): boolean =>
  offered.some(({ channel }) => channel.kind === kind);

const isFor = ({ roaming, from, subscriber, service, kind }: ForWhom, { caller, answer }: Advised): boolean =>
  (roaming?.includes(caller.place) ?? true) &&
  (from?.includes(caller.line) ?? true) &&
  (subscriber === undefined || subscriber === caller.subscriber) &&
  (service === undefined || service === caller.service) &&
  (kind === undefined || offers(answer, kind));

/** A code or an app asks for nothing; a page does where the topic is about what is sent in. */
function asks({ answer: { offered } }: Advised, { kinds }: Topic): boolean {
  const kind = offered[0]?.channel.kind;
  if (kind === undefined || kind === "ussd" || kind === "sms" || kind === "app") return false;
  return kind !== "web" || kinds[0] === "web";
}

/** A number or code that stands in a text by itself, not within a longer one. */
export function names(text: string, { kind, display }: Channel): boolean {
  if (!PHONE_KINDS.includes(kind) || !text.includes(display.ru)) return false;
  return new RegExp(`(?<![\\d*#-])${display.ru.replace(/\W/g, "\\$&")}(?![\\d*#-])`).test(text);
}

/** Whether a text would name what is rejected beside it, or what stands above it already. */
const repeats = (text: string, { answer: { offered, leftOut } }: Advised): boolean =>
  /\d/.test(text) && [...offered.slice(0, 1), ...leftOut].some(({ channel }) => names(text, channel));

/**
 * What to have ready, and what cannot be done or only by the owner: the topic's own texts, then the operator's rules, as far as they are for
 * these people.
 * @param people the usual case, or everybody there may be.
 */
export function advise(directory: Directory, topic: Topic, situation: Situation, people: readonly Advised[]) {
  const { operator, merchant } = situation;
  const ids = topic.operatorNeeded
    ? [operator?.value ?? []].flat()
    : declared(directory, topic, merchant?.value ?? null).map(({ id }) => id);
  const isMeant = (when: ForWhom) => people.some((one) => isFor(when, one));
  const all = ids.flatMap((id) => directory.party(id).rules);
  const rules = all.filter((rule) => applies(rule, topic) && isMeant(forRule(rule)));
  // A topic's text gives way to what the operator's own rules say on the same matter.
  const fromTopic = (known: readonly string[], texts: Directory["prepare"]): Advice[] =>
    known.flatMap((id) => {
      const found = Object.hasOwn(texts, id) ? texts[id] : undefined;
      if (!found || rules.some(({ role }) => role === found.unless) || !isMeant(found.when)) return [];
      return [{ id, role: null, text: found.text, grade: null, sources: [] }];
    });
  const asked = people.some((one) => asks(one, topic));
  const asking = rules.filter(({ role }) => role === "asks-for");
  const prepare = [...fromTopic(topic.prepare, directory.prepare), ...asking.map(fromRule)];
  const others = rules.filter((rule) => !asking.includes(rule));
  const texts = topic.asked ? { ...directory.limits, ...directory.parts().limits } : directory.limits;
  const limits = [...fromTopic(topic.limits, texts), ...others.map(fromRule)];
  const said = ({ text }: Advice) => people.length > 1 || !people.some((one) => repeats(text.ru, one));
  return { prepare: asked ? prepare.filter(said) : [], limits: limits.filter(said) };
}
