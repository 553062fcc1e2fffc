/** The index from numbers and codes to where the directory speaks of them: channels, withdrawn values, candidates of conflicts. */

import type { Channel, Conflict, NeverOffered, Party, ValueIndex, ValueUse } from "../directory/types.js";
import { keyOf, keyOfText, phraseKey, RAW, rawKey } from "../numbering/key.js";
import { readSpelling } from "../numbering/spelling.js";
import { PHONE_KINDS } from "../vocabulary/channels.js";

type Entry = ValueUse & { key: string };
type Keyed = Pick<Entry, "key" | "exact">;

/** Codes and full numbers can be told from other digits wherever they stand: `*110*9# отключает SMS`. */
const CODE = /[*#]{1,2}[\d*]+#/g;
const FULL = /(?:\+7|\b8)[ (-]{0,2}\d{3}[) -]{0,2}\d[\d -]{5,9}\d/g;
/** A short number at the head of a phrase or after "to": `0500, затем 0`, `СТОП на 5051`, `$ на короткий номер` has none. */
const SHORT_AT_HEAD = /^(\d{3,7})(?=[,\s])(?!\s*(?:₽|дней|дня|месяц|год|руб))/;
const SHORT_AT_END = /(?:на|to)\s+(\d{3,7})$/;

function mentioned(text: string): string[] {
  const short = SHORT_AT_HEAD.exec(text)?.[1] ?? SHORT_AT_END.exec(text)?.[1];
  return [...(text.match(CODE) ?? []), ...(text.match(FULL) ?? []), ...(short ? [short] : [])].map(keyOfText);
}

/** Nothing but a number or code, a place for one's own number included. */
const isValue = (text: string): boolean => {
  const { form } = readSpelling(text);
  return form !== "fault" || /^[\d\s()+*#-]+$/.test(text);
};

function withdrawnKeys(value: string, offered: ReadonlySet<string>): Keyed[] {
  if (!isValue(value)) {
    const mentions = mentioned(value).map((key) => ({ key, exact: false }));
    // A phrase without a number, such as an address, is nothing this index is asked for.
    return mentions.length === 0 ? [] : [{ key: phraseKey(value), exact: true }, ...mentions];
  }
  const spelling = readSpelling(value);
  // A command such as `СТОП на 5051` says something of the command; of the number itself it is a mention.
  const key = keyOf(spelling, value);
  if (spelling.form === "number" && spelling.message !== null)
    return [phraseKey(value), key].map((one) => ({ key: one, exact: one !== key }));
  // An offered number without its 8 or +7 is withdrawn as a spelling: the number itself stays good.
  const misspelt = spelling.form === "number" && !spelling.plus && spelling.digits.length === 10 && offered.has(key);
  return [{ key: misspelt ? rawKey(value) : key, exact: true }];
}

const channelKey = ({ kind, dial, display }: Channel): string | null => {
  if (!PHONE_KINDS.includes(kind)) return null;
  if (dial !== null) return keyOfText(dial);
  return kind === "ussd" ? keyOfText(display.ru) : null;
};

/** A value by itself, not the area code of an enumeration such as `+7 920, 921 или 924 111-05-00`. */
const SEPARATE = /^(?:[01*#]|\+?\d[\d\s()-]{3})/;

/** The parts of a candidate such as `0628 или 8 800 700-06-28` that are values by themselves. */
function candidateKeys({ candidates }: Conflict): string[] {
  return candidates
    .flatMap(({ text }) => text.ru.split(/\s+(?:и|или)\s+|[,;]\s*/))
    .map((part) => part.replace(/^(?:да|нет),?\s*/, ""))
    .filter((part) => SEPARATE.test(part))
    .map(keyOfText)
    .filter((key) => !key.startsWith(RAW));
}

const channelEntries = ({ id: party, channels }: Party): Entry[] =>
  channels.flatMap((channel) => {
    const key = channelKey(channel);
    return key === null ? [] : [{ key, party, role: "channel", id: channel.id, exact: true }];
  });

const withdrawnEntries = (party: string, { id, values }: NeverOffered, offered: ReadonlySet<string>): Entry[] =>
  values
    .flatMap(({ ru, en }) => (ru === en ? [ru] : [ru, en]))
    .flatMap((value) => withdrawnKeys(value, offered))
    .map((keyed) => ({ ...keyed, party, role: "never-offered", id }));

const candidateEntries = ({ id: party, conflicts }: Party): Entry[] =>
  conflicts.flatMap((conflict) =>
    candidateKeys(conflict).map((key) => ({ key, party, role: "conflict" as const, id: conflict.id, exact: true })),
  );

/** @returns the uses of every key, those that are channels first. */
export function indexValues(parties: readonly Party[]): ValueIndex {
  const index = new Map<string, ValueUse[]>();
  const usesOf = (key: string): ValueUse[] => index.get(key) ?? [];
  const add = ({ key, ...use }: Entry) => {
    const same = usesOf(key).find((one) => one.party === use.party && one.role === use.role && one.id === use.id);
    if (same) same.exact ||= use.exact;
    else index.set(key, [...usesOf(key), use]);
  };
  const channels = parties.flatMap(channelEntries);
  const offered = new Set(channels.map(({ key }) => key));
  channels.forEach(add);
  for (const { id, neverOffered } of parties)
    for (const one of neverOffered) withdrawnEntries(id, one, offered).forEach(add);
  // What a party says of the value itself already tells how a conflict about it was settled.
  const settled = ({ key, party }: Entry) => usesOf(key).some((use) => use.party === party && use.exact);
  parties
    .flatMap(candidateEntries)
    .filter((entry) => !settled(entry))
    .forEach(add);
  return Object.fromEntries(index);
}
