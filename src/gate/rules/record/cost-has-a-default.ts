import { at, channelsOf, type GateRule } from "../rule.js";

const INSTEAD = {
  ru: 'последней записью { "class": …, "text": … } без when',
  en: 'as the last entry { "class": …, "text": … } without when',
};

export const costHasADefault: GateRule = {
  id: "cost-has-a-default",
  why: {
    ru: "цена должна найтись для любого звонящего: последняя запись — без условия",
    en: "a cost must be found for every caller: the last entry has no condition",
  },
  check(directory) {
    return channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const open = channel.cost.findIndex((cost) => cost.when === undefined);
      if (open === channel.cost.length - 1) return [];
      return [
        at(
          entry,
          `${path}.cost`,
          {
            ru: "без условия должна быть последняя запись, и только она",
            en: "the last entry, and only it, should have no condition",
          },
          INSTEAD,
        ),
      ];
    });
  },
};
