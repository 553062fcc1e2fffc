import type { Sources } from "../../answers/listings.js";
import type { Directory, DirectoryIndex, Party } from "../../directory/types.js";
import { conflictJson, sourceJson } from "../channel/json.js";
import { groundJson } from "../ground/json.js";
import type { Words } from "../words.js";

export function operatorsJson(directory: Directory, words: Words) {
  return directory.parties
    .filter((summary) => summary.type === "operator")
    .map((summary) => {
      const { legalEntity, channels } = directory.party(summary.id);
      return {
        id: summary.id,
        name: words.text(summary.name),
        aliases: summary.aliases,
        services: summary.services,
        channels: channels.length,
        origin: summary.origin,
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

/** What each value of a party rests on, and how much of what its customers ask that proves; or what is stale, or the norms. */
export const sourcesJson = ({ parties, coverage, stale, norms }: Sources, words: Words) => ({
  parties: parties.map((party) => ({
    party: party.id,
    name: words.text(party.name),
    values: party.channels.map((channel) => ({
      id: channel.id,
      display: words.text(channel.display),
      label: words.text(channel.label),
      grade: channel.grade,
      status: channel.status,
      checkedOn: channel.checkedOn,
      origin: channel.origin,
      sources: channel.sources.map(sourceJson),
    })),
  })),
  coverage: coverage.map(({ grades, ...one }) => ({ ...one, ...grades, share: share(one.proven, one.situations) })),
  stale: stale.map(({ party, channel: { id, display, label, checkedOn }, days }) => ({
    party,
    id,
    display: words.text(display),
    label: words.text(label),
    checkedOn,
    days,
  })),
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
