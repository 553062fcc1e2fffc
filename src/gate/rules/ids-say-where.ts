import { at, channelsOf, type GateRule } from "./rule.js";

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
      return [
        at(entry, "id", {
          ru: `имя файла должно быть ${entry.party.id}.json`,
          en: `the file should be named ${entry.party.id}.json`,
        }),
      ];
    });
    const channels = channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const start = `${entry.party.id}.${channel.kind}.`;
      if (channel.id.startsWith(start)) return [];
      return [at(entry, `${path}.id`, { ru: `должен начинаться с ${start}`, en: `should begin with ${start}` })];
    });
    const checklists = directory.checklists.flatMap(({ file, content }) =>
      file.endsWith(`/${content.id}.json`)
        ? []
        : [
            {
              file,
              path: "id",
              message: {
                ru: `имя файла должно быть ${content.id}.json`,
                en: `the file should be named ${content.id}.json`,
              },
            },
          ],
    );
    return [...files, ...channels, ...checklists];
  },
};
