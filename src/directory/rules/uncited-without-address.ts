import { UNCITED } from "../grade.js";
import { at, type GateRule, sourcesOf } from "./rule.js";

export const uncitedWithoutAddress: GateRule = {
  id: "uncited-without-address",
  why: {
    ru: "источник либо назван и проверяем, либо честно помечен как неназванный",
    en: "a source is either named and can be checked, or honestly marked as uncited",
  },
  check(directory) {
    return directory.parties.flatMap((entry) =>
      sourcesOf(entry).flatMap(({ source, path }) => {
        const uncited = source.publisher === UNCITED;
        if (uncited === (source.url === null) && !(uncited && source.tier !== "third-party")) return [];
        return [
          at(entry, path, {
            ru: "uncited — без адреса и уровня third-party, названный источник — с адресом",
            en: "uncited goes without an address and with tier third-party, a named source with an address",
          }),
        ];
      }),
    );
  },
};
