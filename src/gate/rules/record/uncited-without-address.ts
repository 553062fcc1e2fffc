import type { Text } from "../../../vocabulary/language.js";
import { UNCITED } from "../../grade.js";
import { asJson } from "../../issue.js";
import type { AuthoredSource } from "../../schema.js";
import { at, documentsOf, type GateRule, sourcesIn, sourcesOf } from "../rule.js";

const MESSAGE = {
  ru: "uncited — без адреса и уровня third-party, названный источник — с адресом",
  en: "uncited goes without an address and with tier third-party, a named source with an address",
};

function isSound({ publisher, url, tier }: AuthoredSource): boolean {
  const uncited = publisher === UNCITED;
  return uncited === (url === null) && !(uncited && tier !== "third-party");
}

const instead = ({ publisher, url, date }: AuthoredSource): Text =>
  url === null || publisher === UNCITED
    ? asJson({ publisher: UNCITED, url: null, tier: "third-party", date })
    : asJson({ publisher, url });

export const uncitedWithoutAddress: GateRule = {
  id: "uncited-without-address",
  why: {
    ru: "источник либо назван и проверяем, либо честно помечен как неназванный",
    en: "a source is either named and can be checked, or honestly marked as uncited",
  },
  check(directory) {
    return [
      ...directory.parties.flatMap((entry) =>
        sourcesOf(entry).flatMap(({ source, path }) =>
          isSound(source) ? [] : [at(entry, path, MESSAGE, instead(source))],
        ),
      ),
      ...documentsOf(directory).flatMap((document) =>
        sourcesIn(document).flatMap(({ source, path }) =>
          isSound(source) ? [] : [{ file: document.file, path, message: MESSAGE, instead: instead(source) }],
        ),
      ),
    ];
  },
};
