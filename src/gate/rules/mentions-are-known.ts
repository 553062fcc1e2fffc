import { MENTION } from "../spelled-out.js";
import { at, documentsOf, type Finding, type GateRule, recordsIn } from "./rule.js";

const unknown = (id: string) => ({ ru: `${id}: такого канала нет`, en: `${id} does not exist` });

/** Mentions of channels that there are have become their values by now. */
function leftIn(content: unknown): Omit<Finding, "file">[] {
  return recordsIn(content).flatMap(({ record, path }) =>
    (["ru", "en"] as const).flatMap((language) =>
      [...String(record[language] ?? "").matchAll(MENTION)].map(([, id = ""]) => ({
        path: path === "" ? language : `${path}.${language}`,
        message: unknown(id),
      })),
    ),
  );
}

export const mentionsAreKnown: GateRule = {
  id: "mentions-are-known",
  why: {
    ru: "иначе на месте номера в тексте останется имя канала",
    en: "else a text would show a channel's id where its number should stand",
  },
  check(directory) {
    const documents = [...documentsOf(directory), { file: "topics.json", content: directory.topics }];
    return [
      ...directory.parties.flatMap((entry) => leftIn(entry.party).map(({ path, message }) => at(entry, path, message))),
      ...documents.flatMap(({ file, content }) => leftIn(content).map((found) => ({ file, ...found }))),
    ];
  },
};
