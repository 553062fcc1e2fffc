import { MENTION } from "../../spelled-out.js";
import { at, channelsOf, documentsOf, type Finding, type GateRule, recordsIn, unknownAmong } from "../rule.js";

/** Mentions of channels that there are have become their values by now. */
function leftIn(content: unknown, known: readonly string[]): Omit<Finding, "file">[] {
  return recordsIn(content).flatMap(({ record, path }) =>
    (["ru", "en"] as const).flatMap((language) =>
      [...String(record[language] ?? "").matchAll(MENTION)].map(([, id = ""]) => ({
        path: path === "" ? language : `${path}.${language}`,
        ...unknownAmong(id, known),
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
    const known = channelsOf(directory).map(({ channel }) => channel.id);
    const documents = [...documentsOf(directory), { file: "topics.json", content: directory.topics }];
    return [
      ...directory.parties.flatMap((entry) =>
        leftIn(entry.party, known).map(({ path, message, instead }) => at(entry, path, message, instead)),
      ),
      ...documents.flatMap(({ file, content }) => leftIn(content, known).map((found) => ({ file, ...found }))),
    ];
  },
};
