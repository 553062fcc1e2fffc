import { isValidPhoneNumber } from "libphonenumber-js/max";
import { at, channelsOf, type GateRule } from "../rule.js";

export const validFullNumbers: GateRule = {
  id: "valid-full-numbers",
  why: {
    ru: "лишняя или потерянная цифра в полном номере ведёт к чужому человеку",
    en: "a digit too many or too few in a full number rings somebody else",
  },
  check(directory) {
    return channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const { value } = channel;
      // Of what is not even of the form, another rule speaks.
      if (!value || !/^\+\d{7,15}$/.test(value) || isValidPhoneNumber(value)) return [];
      return [
        at(
          entry,
          `${path}.value`,
          { ru: `${value}: такого номера не бывает`, en: `${value} is not a valid number` },
          { ru: "номер, сверенный с источником", en: "the number as its source has it" },
        ),
      ];
    });
  },
};
