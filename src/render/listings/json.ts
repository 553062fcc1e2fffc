import type { Sources } from "../../answers/listings.js";
import type { Channel, Directory, DirectoryIndex, Party } from "../../directory/types.js";
import { operators } from "../../situation/names.js";
import { trustOf } from "../channel/json.js";
import { groundJson } from "../ground/json.js";
import { pick, said, type Words } from "../words.js";

export function operatorsJson(directory: Directory, words: Words) {
  const all = operators(directory).map((operator) => {
    const { legalEntity, channels } = directory.party(operator.id);
    return {
      ...pick(operator, "id", "name", "aliases", "services"),
      channels: channels.length,
      origin: operator.origin,
      legalEntity:
        legalEntity && pick(legalEntity, "name", "inn", "ogrn", "claimAddress", "grade", "checkedOn", "sources"),
    };
  });
  return said(all, words);
}

export const topicsJson = ({ topics }: DirectoryIndex, words: Words) =>
  topics.map((topic) =>
    said(pick(topic, "id", "label", "explanation", "operatorNeeded", "service", "kinds", "ownLine"), words),
  );

/** Three digits, as a share of one. */
const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 1000;

const valueJson = (channel: Channel, words: Words) =>
  said({ ...pick(channel, "id", "display", "label"), ...trustOf(channel) }, words);

/** What each value of a party rests on, and how much of what its customers ask that proves; or what is stale, or the norms. */
export const sourcesJson = ({ parties, coverage, stale, norms }: Sources, words: Words) => ({
  parties: parties.map((party) => ({
    party: party.id,
    name: words.text(party.name),
    values: party.channels.map((channel) => valueJson(channel, words)),
  })),
  /** In how many situations of an operator's customers something proven answers first, by its grade. */
  coverage: coverage.map(({ grades, ...one }) => ({ ...one, ...grades, share: share(one.proven, one.situations) })),
  /** With --stale: what was not read for so many days, the worst first. */
  stale: stale.map(({ party, channel, days }) => ({ party, days, ...valueJson(channel, words) })),
  /** With --law: what letters, checklists and refund answers rest on, and where. */
  norms: norms.map(({ ground, usedIn }) => ({ ...groundJson(ground, words), usedIn })),
});

export const conflictsJson = (parties: readonly Party[], words: Words) =>
  parties.map(({ id, name, conflicts, neverOffered }) => ({
    party: id,
    name: words.text(name),
    conflicts: said(conflicts, words),
    neverOffered: neverOffered.map((value) =>
      said(pick(value, "id", "status", "values", "claim", "why", "instead", "sources"), words),
    ),
  }));
