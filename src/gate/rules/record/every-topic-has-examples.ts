import { OUT_OF_SCOPE } from "../../../understanding/topic-model.js";
import { type Finding, type GateRule, unknownAmong } from "../rule.js";

export const everyTopicHasExamples: GateRule = {
  id: "every-topic-has-examples",
  why: {
    ru: "тему без примеров программа не узнает в вопросе, а примеры без темы ни к чему не ведут",
    en: "a topic without examples is never recognised, and examples without a topic lead nowhere",
  },
  check({ topics: { topics }, beside: { examples } }) {
    const known = [OUT_OF_SCOPE, ...topics.map(({ id }) => id)];
    const shown = examples.map(({ content }) => content);
    const strange = examples.flatMap(({ file, content }): Finding[] =>
      known.includes(content) ? [] : [{ file, path: "", ...unknownAmong(content, known) }],
    );
    const silent = topics.flatMap(({ id }, index): Finding[] => {
      if (examples.length === 0 || shown.includes(id)) return [];
      const message = { ru: `${id}: нет примеров`, en: `${id} has no examples` };
      const name = `understanding/examples/${id}.txt`;
      const instead = { ru: `вопросы в ${name}`, en: `questions into ${name}` };
      return [{ file: "topics.json", path: `topics[${index}].id`, message, instead }];
    });
    return [...strange, ...silent];
  },
};
