import type { AuthoredDirectory, AuthoredEntry } from "../../authored.js";
import { at, type Finding, type GateRule, recordsIn, unknownAmong } from "../rule.js";

interface Reference {
  id: string;
  path: string;
}

/** References of one list, by its path. */
const listed = (ids: readonly string[], path: string): Reference[] =>
  ids.map((id, index) => ({ id, path: `${path}[${index}]` }));

const channelReferences = ({ party: { conflicts, neverOffered } }: AuthoredEntry): Reference[] => [
  ...conflicts.flatMap(({ chosen, about, candidates }, index) => [
    ...listed(chosen, `conflicts[${index}].chosen`),
    ...listed(about, `conflicts[${index}].about`),
    ...candidates.flatMap(({ channel }, one) =>
      channel ? [{ id: channel, path: `conflicts[${index}].candidates[${one}].channel` }] : [],
    ),
  ]),
  ...neverOffered.flatMap(({ instead }, index) =>
    instead ? [{ id: instead, path: `neverOffered[${index}].instead` }] : [],
  ),
];

const topicReferences = ({ party: { channels, rules } }: AuthoredEntry): Reference[] => [
  ...channels.flatMap(({ topics }, index) => listed(topics, `channels[${index}].topics`)),
  ...rules.flatMap(({ topics }, index) => (topics === "all" ? [] : listed(topics, `rules[${index}].topics`))),
];

const hostReferences = ({ party: { network } }: AuthoredEntry): Reference[] =>
  network?.host ? [{ id: network.host, path: "network.host" }] : [];

const GROUND_KEYS = ["ground", "means"];
const GROUND_LISTS = ["explains", "cancel", "support", "also", "request", "payout"];

const groundReferences = (content: object): Reference[] =>
  recordsIn(content).flatMap(({ record, path }) =>
    [...GROUND_KEYS, ...GROUND_LISTS].flatMap((key) => {
      const named = record[key];
      const place = path === "" ? key : `${path}.${key}`;
      if (typeof named === "string") return [{ id: named, path: place }];
      return Array.isArray(named) ? listed(named.map(String), place) : [];
    }),
  );

/** Those references of a file that lead to none of the ids. */
const lost = (file: string, references: readonly Reference[], known: ReadonlySet<string>): Finding[] =>
  references.flatMap(({ id, path }) => (known.has(id) ? [] : [{ file, path, ...unknownAmong(id, known) }]));

function partyFindings({ parties, topics }: AuthoredDirectory): Finding[] {
  const topicIds = new Set(topics.topics.map((topic) => topic.id));
  const operators = new Set(parties.flatMap(({ type, party }) => (type === "operator" ? [party.id] : [])));
  return parties.flatMap((entry) => {
    const channels = new Set(entry.party.channels.map((channel) => channel.id));
    return [
      ...lost(entry.file, channelReferences(entry), channels),
      ...lost(entry.file, topicReferences(entry), topicIds),
      ...lost(entry.file, hostReferences(entry), operators),
    ].map((finding) => ({ ...at(entry, finding.path, finding.message), instead: finding.instead }));
  });
}

function topicFindings({ topics }: AuthoredDirectory): Finding[] {
  const references = (list: "prepare" | "limits") =>
    topics.topics.flatMap((topic, index) => listed(topic[list], `topics[${index}].${list}`));
  return (["prepare", "limits"] as const).flatMap((list) =>
    lost("topics.json", references(list), new Set(Object.keys(topics[list]))),
  );
}

function retiredFindings({ parties, topics, retired }: AuthoredDirectory): Finding[] {
  const channels = parties.flatMap(({ party }) => party.channels.map((channel) => channel.id));
  const ids = [...topics.topics.map((topic) => topic.id), ...parties.map(({ party }) => party.id), ...channels];
  const references = retired.flatMap(({ instead }, index) =>
    instead === null ? [] : [{ id: instead, path: `ids[${index}].instead` }],
  );
  return lost("retired.json", references, new Set(ids));
}

function merchantFindings({ grounds, merchants, refundRoutes, checklists }: AuthoredDirectory): Finding[] {
  const groundIds = new Set(grounds.flatMap(({ content }) => content.grounds.map(({ id }) => id)));
  const checklistIds = new Set(checklists.map(({ content }) => content.id));
  return [
    ...merchants.flatMap(({ file, content: { charge, refund } }) => {
      const named = (["checklist", "shortNumbers"] as const).flatMap((key) => {
        const id = charge[key];
        return id === undefined ? [] : [{ id, path: `charge.${key}` }];
      });
      return [...lost(file, groundReferences({ charge, refund }), groundIds), ...lost(file, named, checklistIds)];
    }),
    ...(refundRoutes ? lost(refundRoutes.file, groundReferences(refundRoutes.content), groundIds) : []),
  ];
}

export const knownReferences: GateRule = {
  id: "known-references",
  why: {
    ru: "ссылка на несуществующую запись молча теряет спор, совет или тему",
    en: "a reference to a record that is not there silently loses a conflict, an advice or a topic",
  },
  check: (directory) => [
    ...partyFindings(directory),
    ...merchantFindings(directory),
    ...retiredFindings(directory),
    ...topicFindings(directory),
  ],
};
