import { at, channelsOf, type Finding, type GateRule } from "./rule.js";

export const uniqueIds: GateRule = {
  id: "unique-ids",
  why: {
    ru: "по id на запись ссылаются скрипты и прогоны; он постоянный и один на всех",
    en: "scripts and saved runs refer to a record by its id; it is permanent and belongs to one record",
  },
  check(directory) {
    const seen = new Set<string>();
    const findings: Finding[] = [];
    for (const entry of directory.parties) {
      if (seen.has(entry.party.id)) {
        findings.push(
          at(entry, "id", { ru: `${entry.party.id}: id уже занят`, en: `${entry.party.id} is already taken` }),
        );
      }
      seen.add(entry.party.id);
    }
    for (const { entry, channel, path } of channelsOf(directory)) {
      if (seen.has(channel.id)) {
        findings.push(
          at(entry, `${path}.id`, { ru: `${channel.id}: id уже занят`, en: `${channel.id} is already taken` }),
        );
      }
      seen.add(channel.id);
    }
    return findings;
  },
};
