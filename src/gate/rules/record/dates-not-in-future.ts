import type { Text } from "../../../vocabulary/language.js";
import type { AuthoredDocument, AuthoredEntry } from "../../authored.js";
import { asJson } from "../../issue.js";
import { at, documentsOf, type GateRule, recordsIn, sourcesOf } from "../rule.js";

interface Dated {
  date: string | null;
  path: string;
}

/** Every date a party states, with its JSON path. */
function datesOf(entry: AuthoredEntry): Dated[] {
  const { channels, rules, conflicts, legalEntity } = entry.party;
  const checked = (list: string, records: readonly { checkedOn: string }[]): Dated[] =>
    records.map(({ checkedOn }, index) => ({ date: checkedOn, path: `${list}[${index}].checkedOn` }));
  return [
    ...checked("channels", channels),
    ...checked("rules", rules),
    ...checked("conflicts", conflicts),
    ...(legalEntity ? [{ date: legalEntity.checkedOn, path: "legalEntity.checkedOn" }] : []),
    ...sourcesOf(entry).map(({ source, path }) => ({ date: source.date, path: `${path}.date` })),
  ];
}

/** Every date a document states of itself: when it was checked, when a source was published. */
const datesIn = (document: AuthoredDocument): Dated[] =>
  recordsIn(document.content).flatMap(({ record, path }) =>
    ["checkedOn", "date"].flatMap((key) => {
      const date = record[key];
      return typeof date === "string" ? [{ date, path: path === "" ? key : `${path}.${key}` }] : [];
    }),
  );

const notYet = (date: string): Text => ({ ru: `${date} ещё не наступило`, en: `${date} has not come yet` });

export const datesNotInFuture: GateRule = {
  id: "dates-not-in-future",
  why: {
    ru: "проверить источник завтрашним числом нельзя; такая дата прячет старые данные",
    en: "no source was read tomorrow; such a date hides old data",
  },
  check(directory, { today }) {
    const late = (dates: readonly Dated[]) =>
      dates.flatMap(({ date, path }) =>
        date !== null && date > today ? [{ path, message: notYet(date), instead: asJson(today) }] : [],
      );
    return [
      ...directory.parties.flatMap((entry) =>
        late(datesOf(entry)).map(({ path, message, instead }) => at(entry, path, message, instead)),
      ),
      ...documentsOf(directory).flatMap((document) =>
        late(datesIn(document)).map((found) => ({ file: document.file, ...found })),
      ),
    ];
  },
};
