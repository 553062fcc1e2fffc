/** What stands beside the directory: the numbering plan, and the questions that topics are learnt from. */
import { OUT_OF_SCOPE } from "../../understanding/topic-model.js";
import { asJson, type Finding, fault } from "../words.js";
import { type Check, idsOf, unknownAmong } from "./rule.js";

export const numberingIsWhole: Check = ({ files }) => {
  const [holders] = files["numbering-holders"];
  const [regions] = files["numbering-regions"];
  const ranges = files.ranges.flatMap(({ content }) => content);
  /** What ranges.txt names and a file of companies or regions lacks. */
  const lacking = (file: string, list: string, key: string, named: readonly string[], known: readonly string[]) =>
    [...new Set(named)]
      .filter((id) => !known.includes(id))
      .map((id): Finding => ({ file, path: list, ...fault("lacks-named", { id }, asJson({ [key]: id })) }));
  const apart = ({ file, content }: NonNullable<typeof holders>) =>
    content.holders.flatMap(({ brand, confidence }, index): Finding[] => {
      const path = `holders[${index}].confidence`;
      return (brand === null) === (confidence === null) ? [] : [{ file, path, ...fault("brand-alone") }];
    });
  const inns = ranges.map(({ inn }) => inn);
  const regionIds = ranges.flatMap((range) => range.regions);
  return [
    ...(holders ? apart(holders) : []),
    ...(holders ? lacking(holders.file, "holders", "inn", inns, idsOf(holders.content, "holders[].inn")) : []),
    ...(regions ? lacking(regions.file, "regions", "id", regionIds, idsOf(regions.content, "regions[].id")) : []),
  ];
};

export const everyTopicHasExamples: Check = ({ topics: { topics }, files: { examples } }) => {
  const known = [OUT_OF_SCOPE, ...topics.map(({ id }) => id)];
  const shown = examples.map(({ content }) => content);
  const strange = examples.filter(({ content }) => !known.includes(content));
  const silent = topics.flatMap(({ id }, index): Finding[] => {
    if (examples.length === 0 || shown.includes(id)) return [];
    return [{ file: "topics.json", path: `topics[${index}].id`, ...fault("no-examples", { id }) }];
  });
  return [...strange.map(({ file, content }) => ({ file, path: "", ...unknownAmong(content, known) })), ...silent];
};
