import type { GoTo } from "../../../directory/types.js";
import type { AuthoredDirectory } from "../../authored.js";
import type { AuthoredChecklist, AuthoredStep } from "../../checklists-schema.js";
import { groundOf } from "../../compile-checklist.js";
import { type Finding, type GateRule, unknownAmong } from "../rule.js";

interface Known {
  topics: ReadonlySet<string>;
  grounds: ReadonlySet<string>;
  checklists: ReadonlySet<string>;
  operators: ReadonlySet<string>;
  /** Topics that each body, merchant or bank has a channel for. */
  parties: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Reference {
  path: string;
  id: string;
  known: Iterable<string>;
}

function knownIn({ topics, grounds, checklists, parties }: AuthoredDirectory): Known {
  const served = new Map<string, Set<string>>();
  for (const { type, party } of parties) {
    if (type === "operator") continue;
    const topicsOf = served.get(party.id) ?? new Set();
    for (const channel of party.channels) for (const topic of channel.topics) topicsOf.add(topic);
    served.set(party.id, topicsOf);
  }
  return {
    topics: new Set(topics.topics.map((topic) => topic.id)),
    grounds: new Set(grounds.flatMap(({ content }) => content.grounds.map((ground) => ground.id))),
    checklists: new Set(checklists.map(({ content }) => content.id)),
    operators: new Set(parties.flatMap((entry) => (entry.type === "operator" ? [entry.party.id] : []))),
    parties: served,
  };
}

const served = (topic: string, { parties }: Known): string[] =>
  [...parties].flatMap(([id, topics]) => (topics.has(topic) ? [id] : []));

function target(goTo: GoTo | undefined, path: string, checklist: AuthoredChecklist, known: Known): Reference[] {
  if (!goTo || "end" in goTo) return [];
  if ("checklist" in goTo) {
    const others = [...known.checklists].filter((id) => id !== checklist.id);
    return [{ path: `${path}.checklist`, id: goTo.checklist, known: others }];
  }
  return [{ path: `${path}.step`, id: goTo.step, known: checklist.steps.map((step) => step.id) }];
}

function references(step: AuthoredStep, path: string, checklist: AuthoredChecklist, known: Known): Reference[] {
  const routes = (step.route ?? []).flatMap(({ topic, party }, index) => [
    { path: `${path}.route[${index}].topic`, id: topic, known: known.topics },
    // A party that has no channel for the topic would be named and never reached.
    ...(party === undefined ? [] : [{ path: `${path}.route[${index}].party`, id: party, known: served(topic, known) }]),
  ]);
  const grounds = step.grounds
    .map(groundOf)
    .flatMap(({ id, operator }, index) => [
      { path: `${path}.grounds[${index}]`, id, known: known.grounds },
      ...(operator === null
        ? []
        : [{ path: `${path}.grounds[${index}].operator`, id: operator, known: known.operators }]),
    ]);
  const branches = (step.branches ?? []).flatMap(({ goTo }, index) =>
    target(goTo, `${path}.branches[${index}].goTo`, checklist, known),
  );
  return [...routes, ...grounds, ...branches, ...target(step.onFail.goTo, `${path}.onFail.goTo`, checklist, known)];
}

export const checklistReferences: GateRule = {
  id: "checklist-references",
  why: {
    ru: "шаг, ведущий в никуда, бросает человека посреди дела",
    en: "a step that leads nowhere leaves a person half-way",
  },
  check(directory) {
    const known = knownIn(directory);
    return directory.checklists.flatMap(({ file, content }): Finding[] => {
      const topics = content.topics.map((id, index) => ({ path: `topics[${index}]`, id, known: known.topics }));
      const steps = content.steps.flatMap((step, index) => references(step, `steps[${index}]`, content, known));
      return [...topics, ...steps].flatMap(({ path, id, known: ids }) =>
        [...ids].includes(id) ? [] : [{ file, path, ...unknownAmong(id, ids) }],
      );
    });
  },
};
