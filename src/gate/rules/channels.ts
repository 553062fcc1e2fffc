/** Channels by themselves and beside each other, and the names of those who have them. */

import type { AuthoredChannel } from "../../schemas/parties.js";
import { fold } from "../../values/choice.js";
import { PHONE_KINDS } from "../../vocabulary/channels.js";
import type { AuthoredEntry } from "../authored.js";
import { at, type GateRule, inEveryChannel } from "./rule.js";

export const costHasADefault: GateRule = {
  id: "cost-has-a-default",
  why: {
    ru: "цена должна найтись для любого звонящего: последняя запись — без условия",
    en: "a cost must be found for every caller: the last entry has no condition",
  },
  check: (directory) =>
    inEveryChannel(directory, ({ cost }) => {
      const message = {
        ru: "без условия должна быть последняя запись, и только она",
        en: "the last entry, and only it, should have no condition",
      };
      const instead = {
        ru: 'последней записью { "class": …, "text": … } без when',
        en: 'as the last entry { "class": …, "text": … } without when',
      };
      const isLast = cost.findIndex(({ when }) => when === undefined) === cost.length - 1;
      return isLast ? [] : [{ key: "cost", message, instead }];
    }),
};

export const oneChannelAValue: GateRule = {
  id: "one-channel-a-value",
  why: {
    ru: "один номер в двух записях разъезжается при первой же правке и показывается дважды",
    en: "one number in two records drifts apart at the first correction and is shown twice",
  },
  check(directory) {
    const seen = new Map<string, string>();
    const instead = {
      ru: "одну запись: её темы и условия вместе",
      en: "one record, with the topics and conditions of both",
    };
    return inEveryChannel(directory, ({ id, kind, value, subscriber, countries }, { party }) => {
      if (value === null) return [];
      const key = [party.id, kind, value, subscriber, countries].join(" ");
      const other = seen.get(key);
      seen.set(key, id);
      return other ? [{ message: { ru: `то же, что ${other}`, en: `the same as ${other}` }, instead }] : [];
    });
  },
};

const isLine = ({ kind, value }: AuthoredChannel): boolean => kind === "voice" && value !== null;

const meets = (one: string, other: string): boolean => one === other || one === "any" || other === "any";

/** Whether both answer the same people, wherever these are. */
const sameCallers = (one: AuthoredChannel, other: AuthoredChannel): boolean =>
  meets(one.subscriber, other.subscriber) &&
  meets(one.service, other.service) &&
  one.numberType === other.numberType &&
  JSON.stringify([one.from, one.roaming]) === JSON.stringify([other.from, other.roaming]);

export const ownLineOfATopic: GateRule = {
  id: "own-line-of-a-topic",
  why: {
    ru: "общая линия стала бы впереди той, что заведена для этой темы",
    en: "a general line would stand before the one that is there for this topic",
  },
  check(directory) {
    return inEveryChannel(directory, (general, { type, party }) => {
      if (type !== "operator" || !isLine(general) || !general.general) return [];
      const own = party.channels.filter((one) => isLine(one) && !one.general && sameCallers(one, general));
      return general.topics.flatMap((topic, index) =>
        own
          .filter(({ topics }) => topics.includes(topic))
          .map(({ id }) => ({
            key: `topics[${index}]`,
            message: {
              ru: `для темы ${topic} есть своя линия: ${id}`,
              en: `topic ${topic} has a line of its own: ${id}`,
            },
            instead: { ru: "остальные темы", en: "the other topics" },
          })),
      );
    });
  },
};

/** Digits and signs only, so that spellings of one number compare equal; the trunk 8 and +7 are one. */
const bare = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^7(?=\d{10}$)/, "8");

/** What is false in Russia may be right in another country: 123 is no ambulance here and one in Egypt. */
const offered = ({ party }: AuthoredEntry): Map<string, string> =>
  new Map(
    party.channels.flatMap(({ id, kind, value, countries }) =>
      value !== null && countries.length === 0 && PHONE_KINDS.includes(kind) ? [[bare(value), id]] : [],
    ),
  );

export const refutedIsNotOffered: GateRule = {
  id: "refuted-is-not-offered",
  why: {
    ru: "отвергнутый номер не должен вернуться в ответы другим путём",
    en: "a refuted number must not come back into answers by another door",
  },
  check: ({ parties }) =>
    parties.flatMap((entry) => {
      const values = offered(entry);
      return entry.party.neverOffered.flatMap((withdrawn, index) =>
        withdrawn.values.flatMap((found, one) => {
          const value = typeof found === "string" ? found : found.ru;
          const channel = /^[\d\s()+*#-]+$/.test(value) ? values.get(bare(value)) : undefined;
          const message = { ru: `${value} предлагается как ${channel}`, en: `${value} is offered as ${channel}` };
          const instead = { ru: "номер в одном из двух мест", en: "the number in one of the two places" };
          return channel ? [at(entry, `neverOffered[${index}].values[${one}]`, { message, instead })] : [];
        }),
      );
    }),
};

export const namesAreUnambiguous: GateRule = {
  id: "names-are-unambiguous",
  why: {
    ru: "одно имя не может значить двух операторов",
    en: "one name cannot mean two operators",
  },
  check(directory) {
    const owners = new Map<string, string>();
    const instead = { ru: "имена, которых нет у других", en: "names that nobody else has" };
    return directory.parties.flatMap((entry) => {
      const { id, name, aliases = [], sentences } = entry.party;
      if (entry.type !== "operator") return [];
      const spellings = [...new Set([id, name.ru, name.en, ...aliases, ...(sentences?.names ?? [])].map(fold))];
      return spellings.flatMap((spelling) => {
        const owner = owners.get(spelling) ?? id;
        owners.set(spelling, id);
        const message = { ru: `«${spelling}» уже у ${owner}`, en: `"${spelling}" already means ${owner}` };
        return owner === id ? [] : [at(entry, "aliases", { message, instead })];
      });
    });
  },
};
