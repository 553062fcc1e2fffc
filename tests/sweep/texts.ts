/**
 * What the sweep asks of texts: advice, notes and steps beside the channels: a number or code of the operator's stands there only where it answers, or together with
 * the line it answers from. Otherwise "call 0500" would reach a person abroad, for whom the list above has just left it out.
 */
import type { Routing } from "../../src/routing/route.js";
import { OPERATORS } from "../support/authored.js";

const PHONE_VALUE = /(?<![\d.])(?:\+7 ?\d{3}[\d -]+\d|8 \d{3} \d{3}-\d\d-\d\d|\*[\d*]+#|0\d{2,4}|\b\d{3,4}\b)/g;
/** How a text says which line a value is for, in the clause that names it. */
const FROM_WHERE = /с любого телефона|с чужой SIM|своей SIM|с номера|из-за границы|за границей/;

const national = (value: string): string => value.replace(/[^\d*#]/g, "").replace(/^[78](?=\d{10}$)/, "");

const phones = new Map(
  OPERATORS.map(({ id, channels }) => [
    id,
    channels.flatMap((one) =>
      one.value !== null && ["voice", "sms", "ussd"].includes(one.kind)
        ? [{ id: one.id, value: national(one.value) }]
        : [],
    ),
  ]),
);

function textsOf({ prepare, limits, channels }: Routing): { where: string; text: string }[] {
  return [
    ...[...prepare, ...limits].map(({ id, text }) => ({ where: id, text: text.ru })),
    ...channels.flatMap(({ channel: { id, note, steps } }) =>
      [...(note ? [note] : []), ...steps].map((text) => ({ where: id, text: text.ru })),
    ),
  ];
}

/** Values a text names with no word on the line they answer from, though here they do not answer. */
export function deadEnds(answer: Routing, operator: string): string[] {
  const offered = new Set(answer.channels.map(({ channel }) => channel.id));
  return textsOf(answer).flatMap(({ where, text }) =>
    text.split(/[;:.,](?=\s|$)/).flatMap((clause) => {
      if (FROM_WHERE.test(clause)) return [];
      return (clause.match(PHONE_VALUE) ?? []).flatMap((named) => {
        const same = (phones.get(operator) ?? []).filter(({ value }) => value === national(named));
        const dead = same.length > 0 && !same.some(({ id }) => offered.has(id));
        return dead ? [`${where}: ${named} in “${text}”`] : [];
      });
    }),
  );
}

/** How many texts of an answer name a number or code. */
export const naming = (answer: Routing): number => textsOf(answer).filter(({ text }) => text.match(PHONE_VALUE)).length;
