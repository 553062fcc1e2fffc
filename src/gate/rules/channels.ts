/** Channels by themselves and beside each other, and the names of those who have them. */

import type { AuthoredChannel } from "../../schemas/parties.js";
import { fold } from "../../values/choice.js";
import { PHONE_KINDS } from "../../vocabulary/channels.js";
import type { AuthoredEntry } from "../authored.js";
import { fault } from "../words.js";
import { at, type Check, inEveryChannel } from "./rule.js";

export const costHasADefault: Check = (directory) =>
  inEveryChannel(directory, ({ cost }) => {
    const isLast = cost.findIndex(({ when }) => when === undefined) === cost.length - 1;
    return isLast ? [] : [{ key: "cost", ...fault("cost-without-default") }];
  });

export const oneChannelAValue: Check = (directory) => {
  const seen = new Map<string, string>();
  return inEveryChannel(directory, ({ id, kind, value, subscriber, countries }, { party }) => {
    if (value === null) return [];
    const key = [party.id, kind, value, subscriber, countries].join(" ");
    const other = seen.get(key);
    seen.set(key, id);
    return other ? [fault("same-value", { other })] : [];
  });
};

const meets = (one: string, other: string): boolean => one === other || one === "any" || other === "any";

/** Whether both answer the same people, wherever these are. */
const sameCallers = (one: AuthoredChannel, other: AuthoredChannel): boolean =>
  meets(one.subscriber, other.subscriber) &&
  meets(one.service, other.service) &&
  one.numberType === other.numberType &&
  JSON.stringify([one.from, one.roaming]) === JSON.stringify([other.from, other.roaming]);

export const ownLineOfATopic: Check = (directory) =>
  inEveryChannel(directory, (general, { type, party }) => {
    if (type !== "operator" || general.kind !== "voice" || !general.general) return [];
    const own = party.channels.filter((one) => one.kind === "voice" && !one.general && sameCallers(one, general));
    return general.topics.flatMap((topic, index) => {
      const lines = own.filter(({ topics }) => topics.includes(topic));
      return lines.map(({ id }) => ({ key: `topics[${index}]`, ...fault("has-own-line", { topic, id }) }));
    });
  });

/** Digits and signs only, so that spellings of one number compare equal; the trunk 8 and +7 are one. */
const bare = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^7(?=\d{10}$)/, "8");

/** What is false in Russia may be right in another country: 123 is no ambulance here and one in Egypt. */
const offered = ({ party }: AuthoredEntry): Map<string, string> =>
  new Map(
    party.channels.flatMap(({ id, kind, value, countries }) =>
      value !== null && countries.length === 0 && PHONE_KINDS.includes(kind) ? [[bare(value), id]] : [],
    ),
  );

export const refutedIsNotOffered: Check = ({ parties }) =>
  parties.flatMap((entry) => {
    const values = offered(entry);
    return entry.party.neverOffered.flatMap((withdrawn, index) =>
      withdrawn.values.flatMap((found, one) => {
        const value = typeof found === "string" ? found : found.ru;
        // Of a command such as «СТОП на 5051» the word may be wrong, and the number right.
        const channel = /\p{L}/u.test(value) ? undefined : values.get(bare(value));
        const path = `neverOffered[${index}].values[${one}]`;
        return channel ? [at(entry, path, fault("offered-and-refuted", { value, channel }))] : [];
      }),
    );
  });

export const namesAreUnambiguous: Check = (directory) => {
  const owners = new Map<string, string>();
  return directory.parties.flatMap((entry) => {
    const { id, name, aliases = [], sentences } = entry.party;
    if (entry.type !== "operator") return [];
    const spellings = [...new Set([id, name.ru, name.en, ...aliases, ...(sentences?.names ?? [])].map(fold))];
    return spellings.flatMap((spelling) => {
      const owner = owners.get(spelling) ?? id;
      owners.set(spelling, id);
      return owner === id ? [] : [at(entry, "aliases", fault("name-taken", { name: spelling, owner }))];
    });
  });
};
