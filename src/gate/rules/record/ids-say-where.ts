import { asJson } from "../../issue.js";
import { at, channelsOf, type GateRule } from "../rule.js";

const OTHER_NAME = { ru: "имя файла другое", en: "the file has another name" };
const nameOf = (id: string) => ({ ru: `имя файла ${id}.json`, en: `the file name ${id}.json` });

export const idsSayWhere: GateRule = {
  id: "ids-say-where",
  why: {
    ru: "по id видно, в каком файле запись и что это за канал",
    en: "an id tells which file holds the record and what kind of channel it is",
  },
  check(directory) {
    const files = directory.parties.flatMap((entry) => {
      const inOwnFile = entry.type === "operator" || entry.type === "merchant";
      if (!inOwnFile || entry.file.endsWith(`/${entry.party.id}.json`)) return [];
      return [at(entry, "id", OTHER_NAME, nameOf(entry.party.id))];
    });
    const channels = channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const start = `${entry.party.id}.${channel.kind}.`;
      if (channel.id.startsWith(start)) return [];
      const slug = channel.id.split(".").at(-1);
      const message = { ru: `должен начинаться с ${start}`, en: `should begin with ${start}` };
      return [at(entry, `${path}.id`, message, asJson(`${start}${slug}`))];
    });
    const checklists = directory.checklists.flatMap(({ file, content }) =>
      file.endsWith(`/${content.id}.json`)
        ? []
        : [
            {
              file,
              path: "id",
              message: OTHER_NAME,
              instead: nameOf(content.id),
            },
          ],
    );
    return [...files, ...channels, ...checklists];
  },
};
