import { at, channelsOf, type GateRule, sourcesOf } from "./rule.js";

const message = (date: string) => ({ ru: `${date} ещё не наступило`, en: `${date} has not come yet` });

export const datesNotInFuture: GateRule = {
  id: "dates-not-in-future",
  why: {
    ru: "проверить источник завтрашним числом нельзя; такая дата прячет старые данные",
    en: "no source was read tomorrow; such a date hides old data",
  },
  check(directory, { today }) {
    const checked = channelsOf(directory).flatMap(({ entry, channel, path }) =>
      channel.checkedOn > today ? [at(entry, `${path}.checkedOn`, message(channel.checkedOn))] : [],
    );
    const sources = directory.parties.flatMap((entry) =>
      sourcesOf(entry).flatMap(({ source, path }) =>
        source.date !== null && source.date > today ? [at(entry, `${path}.date`, message(source.date))] : [],
      ),
    );
    return [...checked, ...sources];
  },
};
