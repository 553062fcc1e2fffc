/** What the directory and the plan know of a number or code: whose it is said to be, for what, how sure, and what stands against it. */

import type { NumberingPlan, PhoneCode, PlannedShort } from "../directory/numbering-types.js";
import type { Channel, Conflict, Directory, Party, Source, ValueUse } from "../directory/types.js";
import type { ChannelKind } from "../vocabulary/channels.js";
import type { Grade } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import { type NumberVerdict, USE_STATUSES, type UseStatus } from "../vocabulary/numbers.js";

export interface Owner {
  /** A party of the directory; null for those outside it. */
  party: string | null;
  operator: boolean;
  name: Text;
}

export interface Use {
  owner: Owner;
  /** What it is said to be for. */
  claim: Text;
  status: UseStatus;
  grade: Grade | null;
  kind: ChannelKind | null;
  channel: Channel | null;
  why: Text | null;
  /** What the directory has in its place. */
  instead: readonly Channel[];
  conflicts: readonly Conflict[];
  checkedOn: string | null;
  sources: readonly Source[];
  /** The number itself, not a command or a phrase that mentions it. */
  exact: boolean;
}

const ownerOf = ({ id, type, name }: Party): Owner => ({ party: id, operator: type === "operator", name });

/** Ids of channels begin with their party's. */
function channelOf(id: string, directory: Directory): Channel[] {
  const [party = ""] = id.split(".");
  if (!directory.parties.some((one) => one.id === party)) return [];
  return directory.party(party).channels.filter((channel) => channel.id === id);
}

function ofChannel(channel: Channel, party: Party, owner: Owner): Use {
  const conflicts = party.conflicts.filter(({ id }) => channel.conflicts.includes(id));
  const passedOver = conflicts.filter(({ chosen }) => !chosen.includes(channel.id));
  const chosen = passedOver.flatMap((conflict) => conflict.chosen);
  const disputed = channel.status === "disputed";
  return {
    owner,
    claim: channel.label,
    status: channel.status,
    grade: channel.grade,
    kind: channel.kind,
    channel,
    why: disputed ? (passedOver[0]?.why ?? null) : null,
    instead: disputed ? party.channels.filter(({ id }) => chosen.includes(id)) : [],
    conflicts,
    checkedOn: channel.checkedOn,
    sources: channel.sources,
    exact: true,
  };
}

const OUTSIDE = { grade: null, kind: null, channel: null } as const;

function resolve(use: ValueUse, directory: Directory): Use[] {
  const party = directory.party(use.party);
  const owner = ownerOf(party);
  const { exact } = use;
  if (use.role === "channel") {
    return party.channels.filter(({ id }) => id === use.id).map((channel) => ofChannel(channel, party, owner));
  }
  if (use.role === "conflict") {
    return party.conflicts
      .filter(({ id }) => id === use.id)
      .map((conflict) => ({
        ...OUTSIDE,
        owner,
        claim: conflict.question,
        status: "disputed",
        why: conflict.why,
        instead: party.channels.filter(({ id }) => conflict.chosen.includes(id)),
        conflicts: [conflict],
        checkedOn: conflict.checkedOn,
        sources: [],
        exact,
      }));
  }
  return directory
    .neverOffered(use.party)
    .filter(({ id }) => id === use.id)
    .map(({ claim, status, why, instead, sources }) => ({
      ...OUTSIDE,
      owner,
      claim,
      status,
      why,
      instead: instead === null ? [] : channelOf(instead, directory),
      conflicts: [],
      checkedOn: null,
      sources,
      exact,
    }));
}

function planned({ owner, claim, status, grade, checkedOn, sources }: PlannedShort): Use {
  const who = { party: null, operator: false, name: owner };
  return {
    ...OUTSIDE,
    owner: who,
    claim,
    status,
    grade,
    why: null,
    instead: [],
    conflicts: [],
    checkedOn,
    sources,
    exact: true,
  };
}

/** The phone itself answers, so nobody's name stands on it. */
const THE_PHONE: Owner = { party: null, operator: false, name: { ru: "Сам телефон", en: "The phone itself" } };

function ofPhone({ claim, text, status, grade, checkedOn, sources }: PhoneCode): Use {
  const more = { why: text, instead: [], conflicts: [], checkedOn, sources, exact: true };
  return { ...OUTSIDE, owner: THE_PHONE, claim, status, grade, ...more };
}

const rank = ({ status, exact }: Use): number => USE_STATUSES.indexOf(status) + (exact ? 0 : USE_STATUSES.length);

export function usesOf(found: readonly ValueUse[], directory: Directory): Use[] {
  return found.flatMap((use) => resolve(use, directory)).sort((a, b) => rank(a) - rank(b));
}

/** Uses of a short number or code that the plan knows. */
export function plannedUses(key: string, { shortNumbers, phoneCodes }: NumberingPlan): Use[] {
  return [
    ...shortNumbers.filter(({ value }) => value === key).map(planned),
    ...phoneCodes.filter(({ pattern }) => new RegExp(pattern).test(key)).map(ofPhone),
  ];
}

const VERDICTS: Readonly<Record<UseStatus, NumberVerdict>> = {
  current: "known",
  unconfirmed: "known",
  disputed: "disputed",
  "not-established": "not-established",
  stale: "stale",
  refuted: "refuted",
};

/** The best use decides; what is only mentioned counts where nothing else is known. @returns null without any use. */
export function verdictOf(uses: readonly Use[]): NumberVerdict | null {
  const [best] = [...uses].sort((a, b) => rank(a) - rank(b));
  return best ? VERDICTS[best.status] : null;
}
