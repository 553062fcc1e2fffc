import type { Sources } from "../../answers/listings.js";
import type { Channel, Directory, DirectoryIndex, Party } from "../../directory/types.js";
import { operators } from "../../situation/names.js";
import { conflictJson, sourceJson } from "../channel/json.js";
import { groundJson } from "../ground/json.js";
import type { Words } from "../words.js";

export function operatorsJson(directory: Directory, words: Words) {
  return operators(directory).map(({ id, name, aliases, services, origin }) => {
    const { legalEntity, channels } = directory.party(id);
    return {
      id,
      name: words.text(name),
      aliases,
      services,
      channels: channels.length,
      origin,
      legalEntity: legalEntity && {
        name: words.text(legalEntity.name),
        inn: legalEntity.inn,
        ogrn: legalEntity.ogrn,
        claimAddress: legalEntity.claimAddress && words.text(legalEntity.claimAddress),
        grade: legalEntity.grade,
        checkedOn: legalEntity.checkedOn,
        sources: legalEntity.sources.map(sourceJson),
      },
    };
  });
}

export function topicsJson({ topics }: DirectoryIndex, words: Words) {
  return topics.map((topic) => ({
    id: topic.id,
    label: words.text(topic.label),
    explanation: words.text(topic.explanation),
    operatorNeeded: topic.operatorNeeded,
    service: topic.service,
    kinds: topic.kinds,
    ownLine: topic.ownLine,
  }));
}

/** Three digits, as a share of one. */
const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 1000;

const valueJson = ({ id, display, label, grade, status, checkedOn, origin, sources }: Channel, words: Words) => ({
  id,
  display: words.text(display),
  label: words.text(label),
  grade,
  status,
  checkedOn,
  origin,
  sources: sources.map(sourceJson),
});

/** What each value of a party rests on, and how much of what its customers ask that proves; or what is stale, or the norms. */
export const sourcesJson = ({ parties, coverage, stale, norms }: Sources, words: Words) => ({
  parties: parties.map((party) => ({
    party: party.id,
    name: words.text(party.name),
    values: party.channels.map((channel) => valueJson(channel, words)),
  })),
  coverage: coverage.map(({ grades, ...one }) => ({ ...one, ...grades, share: share(one.proven, one.situations) })),
  stale: stale.map(({ party, channel, days }) => ({ party, days, ...valueJson(channel, words) })),
  norms: norms.map(({ ground, usedIn }) => ({ ...groundJson(ground, words), usedIn })),
});

export function conflictsJson(parties: readonly Party[], directory: Directory, words: Words) {
  return parties.map((party) => ({
    party: party.id,
    name: words.text(party.name),
    conflicts: party.conflicts.map((conflict) => conflictJson(conflict, words)),
    neverOffered: directory.neverOffered(party.id).map((value) => ({
      id: value.id,
      status: value.status,
      values: value.values.map(words.text),
      claim: words.text(value.claim),
      why: words.text(value.why),
      instead: value.instead,
      sources: value.sources.map(sourceJson),
    })),
  }));
}
