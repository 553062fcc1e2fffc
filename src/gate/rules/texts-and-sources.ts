/** What every record is held to wherever it stands: its dates, its sources, its two languages. */
import { UNCITED } from "../../vocabulary/evidence.js";
import type { Text } from "../../vocabulary/language.js";
import { WITNESS } from "../spelled-out.js";
import { asJson, type Fault, fault } from "../words.js";
import { type Check, inEveryRecord } from "./rule.js";

export const datesNotInFuture: Check = (directory, { today }) =>
  inEveryRecord(directory, (record) =>
    ["checkedOn", "date"].flatMap((key) => {
      const date = record[key];
      const isSound = typeof date !== "string" || date <= today;
      return isSound ? [] : [{ key, ...fault("in-future", { date }, asJson(today)) }];
    }),
  );

export const uncitedWithoutAddress: Check = (directory) =>
  inEveryRecord(directory, ({ publisher, url, tier, date }) => {
    const uncited = publisher === UNCITED;
    if (uncited === (url === null) && !(uncited && tier !== "third-party")) return [];
    return [fault("uncited-unsound", {}, asJson({ ...WITNESS, date }))];
  });

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** A run of lower-case Latin words is a sentence; names such as "App Store" or addresses are not. */
const LATIN_SENTENCE = /(?:^|\s)[a-z]{2,}(?:[\s,]+[a-z]{2,}){2,}/;

export const textsInTheirLanguage: Check = (directory) =>
  inEveryRecord(directory, ({ ru, en }) => {
    if (CYRILLIC.test(String(en))) return [fault("not-english")];
    return !CYRILLIC.test(String(ru)) && LATIN_SENTENCE.test(String(ru)) ? [fault("not-russian")] : [];
  });

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(" ");

function messageFaults({ ru, en }: Text): Fault[] {
  if (CYRILLIC.test(en)) return [fault("not-english")];
  return placeholders(ru) === placeholders(en) ? [] : [fault("other-values", {}, asJson(placeholders(ru)))];
}

export const messagesAreWhole: Check = ({ files: { messages } }) => {
  const owners = new Map<string, string>();
  return messages.flatMap(({ file, content }) =>
    Object.entries(content).flatMap(([key, text]) => {
      const owner = owners.get(key);
      owners.set(key, file);
      return [
        ...messageFaults(text).map((wrong) => ({ file, path: `${key}.en`, ...wrong })),
        ...(owner ? [{ file, path: key, ...fault("message-twice", { key, owner }) }] : []),
      ];
    }),
  );
};
