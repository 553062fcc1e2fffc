/** What stands beside the directory: the numbering plan, and the questions that topics are learnt from. */
import { OUT_OF_SCOPE } from "../../understanding/topic-model.js";
import { asJson } from "../issue.js";
import { type Finding, type GateRule, idsOf, unknownAmong } from "./rule.js";

export const numberingIsWhole: GateRule = {
  id: "numbering-is-whole",
  why: {
    ru: "диапазон без компании или региона ничего не скажет о номере",
    en: "a range without its company or region says nothing of a number",
  },
  check({ beside: { holders, regions, ranges } }) {
    /** What ranges.txt names and a file of companies or regions lacks. */
    const lacking = (file: string, list: string, key: string, named: readonly string[], known: readonly string[]) =>
      [...new Set(named)].flatMap((id): Finding[] => {
        const message = { ru: `нет ${id}, который назван в ranges.txt`, en: `lacks ${id}, which ranges.txt names` };
        return known.includes(id) ? [] : [{ file, path: list, message, instead: asJson({ [key]: id }) }];
      });
    const inns = ranges.map(({ inn }) => inn);
    const regionIds = ranges.flatMap((range) => range.regions);
    const apart = (holders?.content.holders ?? []).flatMap(({ brand, confidence }, index): Finding[] => {
      const message = { ru: "brand и confidence идут вместе", en: "brand and confidence go together" };
      const instead = { ru: "оба или null в обоих", en: "both, or null in both" };
      const path = `holders[${index}].confidence`;
      return (brand === null) === (confidence === null) ? [] : [{ file: holders?.file ?? "", path, message, instead }];
    });
    return [
      ...apart,
      ...(holders ? lacking(holders.file, "holders", "inn", inns, idsOf(holders.content, "holders[].inn")) : []),
      ...(regions ? lacking(regions.file, "regions", "id", regionIds, idsOf(regions.content, "regions[].id")) : []),
    ];
  },
};

export const everyTopicHasExamples: GateRule = {
  id: "every-topic-has-examples",
  why: {
    ru: "тему без примеров программа не узнает в вопросе, а примеры без темы ни к чему не ведут",
    en: "a topic without examples is never recognised, and examples without a topic lead nowhere",
  },
  check({ topics: { topics }, beside: { examples } }) {
    const known = [OUT_OF_SCOPE, ...topics.map(({ id }) => id)];
    const shown = examples.map(({ content }) => content);
    const strange = examples.filter(({ content }) => !known.includes(content));
    const silent = topics.flatMap(({ id }, index): Finding[] => {
      if (examples.length === 0 || shown.includes(id)) return [];
      const message = { ru: `${id}: нет примеров`, en: `${id} has no examples` };
      const name = `understanding/examples/${id}.txt`;
      const instead = { ru: `вопросы в ${name}`, en: `questions into ${name}` };
      return [{ file: "topics.json", path: `topics[${index}].id`, message, instead }];
    });
    return [...strange.map(({ file, content }) => ({ file, path: "", ...unknownAmong(content, known) })), ...silent];
  },
};
