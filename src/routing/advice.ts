import type { Directory, Rule, Topic } from "../directory/types.js";
import { DEFAULT_TOPIC, type Situation } from "../situation/facts.js";
import type { RuleRole } from "../vocabulary/channels.js";
import { declared } from "./answer.js";
import type { Advice, Routing } from "./routing.js";

const BINDING: readonly RuleRole[] = ["not-by-phone", "office-only", "owner-only"];

/** Whether it decides that the way shown will not do at all; the rest of the advice helps those whom it will do for. */
export const isBinding = ({ role }: Advice): boolean => role === null || BINDING.includes(role);

/** A topic's text gives way to what the operator's own rules say on the same matter. */
function fromTopic(ids: readonly string[], texts: Directory["prepare"], rules: readonly Rule[]): Advice[] {
  return ids.flatMap((id) => {
    const found = Object.hasOwn(texts, id) ? texts[id] : undefined;
    if (!found || rules.some((rule) => rule.role === found.unless)) return [];
    return [{ id, role: null, text: found.text, grade: null, sources: [] }];
  });
}

const fromRule = ({ id, role, text, grade, sources }: Rule): Advice => ({ id, role, text, grade, sources });

/** Rules for every topic are said where the question is general; elsewhere only those that name the topic. */
function applies(rule: Rule, topic: Topic): boolean {
  if (rule.topics !== "all") return rule.topics.includes(topic.id);
  return topic.id === DEFAULT_TOPIC || (rule.role === "asks-for" && topic.prepare.length > 0);
}

/** What to have ready, and what cannot be done or only by the owner: the topic's own texts, then the operator's rules. */
export function advise(
  directory: Directory,
  topic: Topic,
  { operator, merchant }: Situation,
): Pick<Routing, "prepare" | "limits"> {
  const ids = topic.operatorNeeded
    ? [operator?.value ?? []].flat()
    : declared(directory, topic, merchant?.value ?? null).map(({ id }) => id);
  const parties = ids.map((id) => directory.party(id));
  const rules = parties.flatMap((one) => one.rules).filter((rule) => applies(rule, topic));
  return {
    prepare: [
      ...fromTopic(topic.prepare, directory.prepare, rules),
      ...rules.filter((rule) => rule.role === "asks-for").map(fromRule),
    ],
    limits: [
      ...fromTopic(topic.limits, directory.limits, rules),
      ...rules.filter((rule) => rule.role !== "asks-for").map(fromRule),
    ],
  };
}
