import type { AuthoredDirectory, AuthoredEntry } from "../authored.js";
import { at, type Finding, type GateRule, recordsIn } from "./rule.js";

function conflictReferences(entry: AuthoredEntry): { id: string; path: string }[] {
  return entry.party.conflicts.flatMap((conflict, index) => [
    ...conflict.chosen.map((id, one) => ({ id, path: `conflicts[${index}].chosen[${one}]` })),
    ...conflict.about.map((id, one) => ({ id, path: `conflicts[${index}].about[${one}]` })),
    ...conflict.candidates.flatMap(({ channel }, one) =>
      channel ? [{ id: channel, path: `conflicts[${index}].candidates[${one}].channel` }] : [],
    ),
  ]);
}

const insteadReferences = (entry: AuthoredEntry): { id: string; path: string }[] =>
  entry.party.neverOffered.flatMap(({ instead }, index) =>
    instead ? [{ id: instead, path: `neverOffered[${index}].instead` }] : [],
  );

const unknown = (id: string) => ({ ru: `${id}: такой записи нет`, en: `${id} does not exist` });

function unknownHosts({ parties }: AuthoredDirectory): Finding[] {
  const operators = new Set(parties.filter((entry) => entry.type === "operator").map((entry) => entry.party.id));
  return parties.flatMap((entry) => {
    const host = entry.party.network?.host;
    return host && !operators.has(host) ? [at(entry, "network.host", unknown(host))] : [];
  });
}

function unknownSuccessors({ parties, retired }: AuthoredDirectory, topics: ReadonlySet<string>): Finding[] {
  const channels = parties.flatMap((entry) => entry.party.channels.map((channel) => channel.id));
  const known = new Set([...topics, ...parties.map((entry) => entry.party.id), ...channels]);
  return retired.flatMap(({ instead }, index) =>
    instead !== null && !known.has(instead)
      ? [{ file: "retired.json", path: `ids[${index}].instead`, message: unknown(instead) }]
      : [],
  );
}

const GROUND_KEYS = ["ground", "means"];
const GROUND_LISTS = ["explains", "cancel", "support", "also", "request", "payout"];

/** The grounds a record names, with their place in it. */
function groundsNamed(record: Record<string, unknown>): { id: string; key: string }[] {
  const single = GROUND_KEYS.flatMap((key) => {
    const id = record[key];
    return typeof id === "string" ? [{ id, key }] : [];
  });
  const listed = GROUND_LISTS.flatMap((key) => {
    const ids = record[key];
    return Array.isArray(ids) ? ids.map((id, index) => ({ id: String(id), key: `${key}[${index}]` })) : [];
  });
  return [...single, ...listed];
}

function unknownGrounds({ grounds, merchants, refundRoutes }: AuthoredDirectory): Finding[] {
  const known = new Set(grounds.flatMap(({ content }) => content.grounds.map(({ id }) => id)));
  const naming = [
    ...merchants.map(({ file, content: { charge, refund } }) => ({ file, content: { charge, refund } })),
    ...(refundRoutes ? [refundRoutes] : []),
  ];
  return naming.flatMap(({ file, content }) =>
    recordsIn(content).flatMap(({ record, path }) =>
      groundsNamed(record).flatMap(({ id, key }) =>
        known.has(id) ? [] : [{ file, path: path === "" ? key : `${path}.${key}`, message: unknown(id) }],
      ),
    ),
  );
}

function unknownChecklists({ checklists, merchants }: AuthoredDirectory): Finding[] {
  const known = new Set(checklists.map(({ content }) => content.id));
  return merchants.flatMap(({ file, content: { charge } }) =>
    (["checklist", "shortNumbers"] as const).flatMap((key) => {
      const id = charge[key];
      return id === undefined || known.has(id) ? [] : [{ file, path: `charge.${key}`, message: unknown(id) }];
    }),
  );
}

export const knownReferences: GateRule = {
  id: "known-references",
  why: {
    ru: "ссылка на несуществующую запись молча теряет спор, совет или тему",
    en: "a reference to a record that is not there silently loses a conflict, an advice or a topic",
  },
  check(directory) {
    const topics = new Set(directory.topics.topics.map((topic) => topic.id));
    const findings: Finding[] = [];
    for (const entry of directory.parties) {
      const ids = new Set(entry.party.channels.map((channel) => channel.id));
      for (const { id, path } of [...conflictReferences(entry), ...insteadReferences(entry)]) {
        if (!ids.has(id)) findings.push(at(entry, path, unknown(id)));
      }
      entry.party.channels.forEach((channel, index) => {
        channel.topics.forEach((id, one) => {
          if (!topics.has(id)) findings.push(at(entry, `channels[${index}].topics[${one}]`, unknown(id)));
        });
      });
      entry.party.rules.forEach((rule, index) => {
        const named = rule.topics === "all" ? [] : rule.topics;
        named.forEach((id, one) => {
          if (!topics.has(id)) findings.push(at(entry, `rules[${index}].topics[${one}]`, unknown(id)));
        });
      });
    }
    findings.push(
      ...unknownGrounds(directory),
      ...unknownChecklists(directory),
      ...unknownHosts(directory),
      ...unknownSuccessors(directory, topics),
    );
    directory.topics.topics.forEach((topic, index) => {
      for (const list of ["prepare", "limits"] as const) {
        topic[list].forEach((id, one) => {
          if (Object.hasOwn(directory.topics[list], id)) return;
          findings.push({ file: "topics.json", path: `topics[${index}].${list}[${one}]`, message: unknown(id) });
        });
      }
    });
    return findings;
  },
};
