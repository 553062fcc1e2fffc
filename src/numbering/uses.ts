/** What the directory and the plan know of a number or code: whose it is said to be, for what, how sure, and what stands against it. */

import type { NumberingPlan, PhoneCode, PlannedShort } from "../directory/numbering-types.js";
import type { Channel, Conflict, Directory, Party, Source, ValueUse } from "../directory/types.js";
import type { ChannelKind } from "../vocabulary/channels.js";
import { BUILT_IN, type Grade } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import { type NumberVerdict, USE_STATUSES, type UseStatus } from "../vocabulary/numbers.js";

/** What a use is beyond whose, for what and how sure, as long as nobody says more of it. */
const BARE = {
  grade: null as Grade | null,
  kind: null as ChannelKind | null,
  channel: null as Channel | null,
  why: null as Text | null,
  /** What the directory has in its place. */
  instead: [] as readonly Channel[],
  conflicts: [] as readonly Conflict[],
  checkedOn: null as string | null,
  sources: [] as readonly Source[],
  /** The number itself, not a command or a phrase that mentions it. */
  exact: true,
  /** Who says so: the directory, or a company's own folder. */
  origin: BUILT_IN as string,
};

export type Use = typeof BARE & {
  owner: {
    /** A party of the directory; null for those outside it. */
    party: string | null;
    operator: boolean;
    name: Text;
  };
  /** What it is said to be for. */
  claim: Text;
  status: UseStatus;
};

const ownerOf = ({ id, type, name }: Party): Use["owner"] => ({ party: id, operator: type === "operator", name });

function ofChannel(channel: Channel, party: Party): Use {
  const { label: claim, status, grade, kind, checkedOn, sources, origin } = channel;
  const conflicts = party.conflicts.filter(({ id }) => channel.conflicts.includes(id));
  const owner = ownerOf(party);
  const use = { ...BARE, owner, claim, status, grade, kind, channel, conflicts, checkedOn, sources, origin };
  if (status !== "disputed") return use;
  const passedOver = conflicts.filter(({ chosen }) => !chosen.includes(channel.id));
  const chosen = passedOver.flatMap((conflict) => conflict.chosen);
  return { ...use, why: passedOver[0]?.why ?? null, instead: party.channels.filter(({ id }) => chosen.includes(id)) };
}

/** Ids of channels begin with their party's. */
function channelNamed(id: string, directory: Directory): Channel[] {
  const named = directory.parties.find((party) => id.startsWith(`${party.id}.`));
  return named ? directory.party(named.id).channels.filter((channel) => channel.id === id) : [];
}

function resolve({ id, party: of, role, exact }: ValueUse, directory: Directory): Use[] {
  const party = directory.party(of);
  const { channels, conflicts } = party;
  const named = (one: { id: string }) => one.id === id;
  const origin = directory.parties.find((one) => one.id === of)?.origin ?? BUILT_IN;
  const bare = { ...BARE, owner: ownerOf(party), exact, origin };
  if (role === "channel") return channels.filter(named).map((channel) => ofChannel(channel, party));
  if (role === "conflict") {
    return conflicts.filter(named).map((conflict) => ({
      ...bare,
      claim: conflict.question,
      status: "disputed",
      why: conflict.why,
      instead: channels.filter((channel) => conflict.chosen.includes(channel.id)),
      conflicts: [conflict],
      checkedOn: conflict.checkedOn,
    }));
  }
  const withdrawn = party.neverOffered.filter(named);
  return withdrawn.map(({ claim, status, why, instead, sources }) => ({
    ...bare,
    claim,
    status,
    why,
    instead: instead === null ? [] : channelNamed(instead, directory),
    sources,
  }));
}

const rank = ({ status, exact }: Use): number => USE_STATUSES.indexOf(status) + (exact ? 0 : USE_STATUSES.length);

export const usesOf = (found: readonly ValueUse[], directory: Directory): Use[] =>
  found.flatMap((use) => resolve(use, directory)).sort((a, b) => rank(a) - rank(b));

/** The phone itself answers, so nobody's name stands on it. */
const THE_PHONE: Text = { ru: "Сам телефон", en: "The phone itself" };

/** Uses of a short number or code that the plan knows. */
export function plannedUses(key: string, { shortNumbers, phoneCodes }: NumberingPlan): Use[] {
  const outside = (name: Text, why: Text | null, known: PlannedShort | PhoneCode) => {
    const { claim, status, grade, checkedOn, sources } = known;
    return { ...BARE, owner: { party: null, operator: false, name }, claim, why, status, grade, checkedOn, sources };
  };
  const codes = phoneCodes.filter(({ pattern }) => new RegExp(pattern).test(key));
  return [
    ...shortNumbers.filter(({ value }) => value === key).map((short) => outside(short.owner, null, short)),
    ...codes.map((code) => outside(THE_PHONE, code.text, code)),
  ];
}

/** The best use decides; what is only mentioned counts where nothing else is known. @returns null without any use. */
export function verdictOf(uses: readonly Use[]): NumberVerdict | null {
  const [best] = [...uses].sort((a, b) => rank(a) - rank(b));
  if (!best) return null;
  return best.status === "current" || best.status === "unconfirmed" ? "known" : best.status;
}
