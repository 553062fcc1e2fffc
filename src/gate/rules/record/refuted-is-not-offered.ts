import type { AuthoredEntry } from "../../authored.js";
import { at, type GateRule } from "../rule.js";

/** Digits and signs only, so that spellings of one number compare equal; the trunk 8 and +7 are one. */
export const bare = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^7(?=\d{10}$)/, "8");

/** What is false in Russia may be right in another country: 123 is no ambulance here and one in Egypt. */
function offered({ party }: AuthoredEntry): Map<string, string> {
  const phone = party.channels.filter(
    ({ kind, value, countries = [] }) =>
      value !== null && countries.length === 0 && ["voice", "sms", "ussd"].includes(kind),
  );
  return new Map(phone.map((channel) => [`${bare(channel.value ?? "")}`, channel.id]));
}

export const refutedIsNotOffered: GateRule = {
  id: "refuted-is-not-offered",
  why: {
    ru: "отвергнутый номер не должен вернуться в ответы другим путём",
    en: "a refuted number must not come back into answers by another door",
  },
  check(directory) {
    return directory.parties.flatMap((entry) => {
      const values = offered(entry);
      return entry.party.neverOffered.flatMap((withdrawn, index) =>
        withdrawn.values.flatMap((found, one) => {
          const value = typeof found === "string" ? found : found.ru;
          const whole = /^[\d\s()+*#-]+$/.test(value) && bare(value) !== "";
          const channel = whole ? values.get(bare(value)) : undefined;
          if (!channel) return [];
          const path = `neverOffered[${index}].values[${one}]`;
          return [
            at(
              entry,
              path,
              { ru: `${value} предлагается как ${channel}`, en: `${value} is offered as ${channel}` },
              { ru: "номер в одном из двух мест", en: "the number in one of the two places" },
            ),
          ];
        }),
      );
    });
  },
};
