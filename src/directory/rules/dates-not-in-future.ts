import type { AuthoredEntry } from "../authored.js";
import { at, type GateRule, sourcesOf } from "./rule.js";

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

export const datesNotInFuture: GateRule = {
  id: "dates-not-in-future",
  why: {
    ru: "проверить источник завтрашним числом нельзя; такая дата прячет старые данные",
    en: "no source was read tomorrow; such a date hides old data",
  },
  check(directory, { today }) {
    return directory.parties.flatMap((entry) =>
      datesOf(entry).flatMap(({ date, path }) =>
        date !== null && date > today
          ? [at(entry, path, { ru: `${date} ещё не наступило`, en: `${date} has not come yet` })]
          : [],
      ),
    );
  },
};
