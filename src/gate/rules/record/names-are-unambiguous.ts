import { fold } from "../../../values/choice.js";
import { at, type Finding, type GateRule } from "../rule.js";

export const namesAreUnambiguous: GateRule = {
  id: "names-are-unambiguous",
  why: {
    ru: "одно имя не может значить двух операторов",
    en: "one name cannot mean two operators",
  },
  check(directory) {
    const owners = new Map<string, string>();
    const findings: Finding[] = [];
    for (const entry of directory.parties.filter((one) => one.type === "operator")) {
      const { id, name, aliases = [], sentences } = entry.party;
      for (const spelling of new Set([id, name.ru, name.en, ...aliases, ...(sentences?.names ?? [])].map(fold))) {
        const owner = owners.get(spelling);
        if (owner && owner !== id) {
          findings.push(
            at(
              entry,
              "aliases",
              { ru: `«${spelling}» уже у ${owner}`, en: `"${spelling}" already means ${owner}` },
              { ru: "имена, которых нет у других", en: "names that nobody else has" },
            ),
          );
        }
        owners.set(spelling, id);
      }
    }
    return findings;
  },
};
