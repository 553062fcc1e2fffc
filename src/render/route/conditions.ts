import type { DirectoryIndex } from "../../directory/types.js";
import { linesFrom } from "../../routing/completions.js";
import type { Condition } from "../../routing/conditions.js";
import { NAMED_LINES, type OpenFact, OTHER_MERCHANT } from "../../vocabulary/situation.js";
import type { View, Wording } from "../text/screen.js";
import type { Words } from "../words.js";

/** Other operators' ids are said as one phrase when they are all there. */
function lines(values: readonly string[], operator: string | null, { directory, words }: Wording): string {
  const others = linesFrom("other-operator", operator, directory);
  const everyOther = others.every((id) => values.includes(id));
  const are = (phones: readonly string[]) =>
    everyOther && values.length === phones.length + others.length && phones.every((line) => values.includes(line));
  if (are(["own", "landline", "foreign"])) return words.say("line.any-phone");
  if (are(["own", "landline"])) return words.say("line.russian-phone");
  const named = NAMED_LINES.filter((line) => values.includes(line)).map((line) => words.say(`line.${line}`));
  const ids = values.filter((value) => !NAMED_LINES.some((line) => line === value));
  const operators = everyOther
    ? [words.say("line.other-operator")]
    : ids.map((id) => words.say("line.sim-of", { operator: operatorName(id, directory, words) }));
  const [own, ...rest] = named.includes(words.say("line.own")) ? named : ["", ...named];
  return [own, ...operators, ...rest].filter((phrase) => phrase !== "").join(words.say("list.or"));
}

export const operatorName = (id: string, { parties }: DirectoryIndex, words: Words): string =>
  words.text(parties.find((one) => one.id === id)?.name ?? { ru: id, en: id });

/** Whose customer it is; nothing where that is not known. */
export const operatorOf = ({ routing, directory, words }: View): string =>
  operatorName(routing.situation.operator?.value ?? "", directory, words);

export const topicName = (id: string, { topics }: DirectoryIndex, words: Words): string =>
  words.text(topics.find((one) => one.id === id)?.label ?? { ru: id, en: id });

function merchants(values: readonly string[], { directory, words }: Wording): string {
  const named = (id: string) =>
    id === OTHER_MERCHANT ? words.say("merchant.other") : operatorName(id, directory, words);
  return words.say("merchant.took", { merchant: values.map(named).join(words.say("list.or")) });
}

/** The flag that states a missing fact, and what it takes. */
export function needText(fact: OpenFact, { parties }: DirectoryIndex, words: Words): string {
  const sellers = parties.flatMap(({ id, seller }) => (seller ? [id] : []));
  return words.say(`need.${fact}`, { values: [...sellers, OTHER_MERCHANT].join(", ") });
}

/** "с SIM этого оператора, дома или в поездке по России" */
export function conditionText(condition: Condition, operator: string | null, wording: Wording): string {
  const { directory, words } = wording;
  const whose = operator ?? condition.operator?.[0] ?? null;
  const phrases = Object.entries(condition).map(([fact, values]) => {
    if (fact === "from") return lines(values, whose, wording);
    if (fact === "merchant") return merchants(values, wording);
    const inRussia = fact === "roaming" && values.length === 2 && !values.includes("abroad");
    if (inRussia) return words.say("roaming.in-russia");
    const said = (value: string) =>
      fact === "operator" ? operatorName(value, directory, words) : words.say(`${fact}.${value}`);
    return values.map(said).join(words.say("list.or"));
  });
  return phrases.join(", ");
}

/** Alternatives, in as few words as tell them. */
export const conditionsText = (conditions: readonly Condition[], operator: string | null, wording: Wording): string =>
  conditions.map((one) => conditionText(one, operator, wording)).join("; ");
