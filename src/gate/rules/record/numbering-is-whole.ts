import type { Text } from "../../../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredDocument } from "../../authored.js";
import { asJson } from "../../issue.js";
import { type Finding, type GateRule, unknownAmong } from "../rule.js";

type Beside = AuthoredDirectory["beside"];

const TWICE: Text = { ru: "уже есть", en: "stands twice" };
const DROP: Text = { ru: "одну запись", en: "one record" };
const TOGETHER: Text = { ru: "brand и confidence идут вместе", en: "brand and confidence go together" };
const BOTH: Text = { ru: "оба или null в обоих", en: "both, or null in both" };

function repeated(file: string, ids: readonly string[], pathOf: (index: number) => string): Finding[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ file, path: pathOf(index), message: TWICE, instead: DROP }],
  );
}

/** What ranges.txt names and a file of companies or regions lacks. */
const lacking = (
  file: string,
  list: string,
  named: Iterable<string>,
  known: ReadonlySet<string>,
  key: string,
): Finding[] =>
  [...new Set(named)].flatMap((id) => {
    const message = { ru: `нет ${id}, который назван в ranges.txt`, en: `lacks ${id}, which ranges.txt names` };
    return known.has(id) ? [] : [{ file, path: list, message, instead: asJson({ [key]: id }) }];
  });

function holderFindings(
  { file, content: { holders } }: NonNullable<Beside["holders"]>,
  ranges: Beside["ranges"],
): Finding[] {
  const inns = holders.map(({ inn }) => inn);
  return [
    ...repeated(file, inns, (index) => `holders[${index}].inn`),
    ...lacking(
      file,
      "holders",
      ranges.map(({ inn }) => inn),
      new Set(inns),
      "inn",
    ),
    ...holders.flatMap(({ brand, confidence }, index) =>
      (brand === null) === (confidence === null)
        ? []
        : [{ file, path: `holders[${index}].confidence`, message: TOGETHER, instead: BOTH }],
    ),
  ];
}

function regionFindings(
  { file, content: { regions } }: NonNullable<Beside["regions"]>,
  { ranges, plan }: Beside,
): Finding[] {
  const ids = regions.map(({ id }) => id);
  return [
    ...repeated(file, ids, (index) => `regions[${index}].id`),
    ...lacking(
      file,
      "regions",
      ranges.flatMap((range) => range.regions),
      new Set(ids),
      "id",
    ),
    ...(plan ? areaFindings(plan, ids) : []),
  ];
}

const areaFindings = (
  { file, content }: AuthoredDocument<{ areaCodes: { codes: Record<string, string[]> } }>,
  ids: string[],
) =>
  Object.entries(content.areaCodes.codes).flatMap(([code, regions]) =>
    regions.flatMap((id, index): Finding[] =>
      ids.includes(id) ? [] : [{ file, path: `areaCodes.codes.${code}[${index}]`, ...unknownAmong(id, ids) }],
    ),
  );

export const numberingIsWhole: GateRule = {
  id: "numbering-is-whole",
  why: {
    ru: "диапазон без компании или региона ничего не скажет о номере",
    en: "a range without its company or region says nothing of a number",
  },
  check: ({ beside }) => [
    ...(beside.holders ? holderFindings(beside.holders, beside.ranges) : []),
    ...(beside.regions ? regionFindings(beside.regions, beside) : []),
  ],
};
