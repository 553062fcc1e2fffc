/** Letters of the authored data, composed as the program would. */
import { type Claim, compose } from "../../src/claims/compose.js";
import { type Company, type Values, valuesOf } from "../../src/claims/values.js";
import type { ClaimLetter } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";
import { assembled } from "./assembled.js";

const { claims, grounds: list, calendar, parties, index } = assembled();

export const CLAIMS: readonly ClaimLetter[] = claims;
export const GROUNDS = new Map(list.map((ground) => [ground.id, ground]));
export const KINDS = [
  "content-without-consent",
  "imposed-option",
  "refund-refused",
  "merchant",
  "bank-operation-not-mine",
  "regulator-complaint",
];

/** The day the letters are written on, a Sunday. */
export const WRITTEN = "2026-11-22";

export function template(kind: string): ClaimLetter {
  const found = claims.find((claim) => claim.id === kind);
  if (!found) throw new Error(`no letter ${kind}`);
  return found;
}

export function company(id: string): Company {
  const legalEntity = parties.find((party) => party.id === id)?.legalEntity ?? null;
  return { legalEntity, services: index.parties.find((party) => party.id === id)?.services ?? [] };
}

export type Fields = Readonly<Record<string, string>>;

export interface Situation {
  operator?: string;
  today?: string;
  skip?: readonly string[];
}

export const values = (kind: string, fields: Fields, { operator, today = WRITTEN }: Situation = {}): Values =>
  valuesOf(template(kind), new Map(Object.entries(fields)), parseMoment(today), operator ? company(operator) : null);

export function claim(kind: string, fields: Fields, situation: Situation = {}): Claim {
  const { skip = [] } = situation;
  const today = parseMoment(situation.today ?? WRITTEN).date;
  const named = (id: string) => {
    const body = parties.find((one) => one.type === "body" && one.id === id);
    if (!body) throw new Error(`no body ${id}`);
    return { name: body.name, address: body.channels.find(({ kind }) => kind === "post")?.display ?? null };
  };
  return compose(template(kind), values(kind, fields, situation), skip, named, {
    grounds: GROUNDS,
    calendar,
    today,
  });
}

/** Every field of every kind with a value that fits; the rest of a situation is set over it. */
export const FILLED: Fields = {
  name: "Иванов Пётр Сергеевич",
  address: "117997, г. Москва, ул. Вавилова, д. 1, кв. 5",
  number: "+7 926 123-45-67",
  contract: "12345678",
  service: "Гороскоп",
  option: "Антиспам Плюс",
  "connected-on": "2026-10-01",
  "charged-on": "2026-11-05",
  until: "2026-11-20",
  amount: "1 299,50",
  "asked-on": "2026-11-21",
  ticket: "A-77",
  circumstances: "Телефоном пользуется пожилая мама.",
  email: "ivanov@example.ru",
  contact: "+7 495 123-45-67",
  representative: "Петрова Анна Ивановна, доверенность № 5 от 01.02.2026",
  company: "ООО «Сервис»",
  "company-address": "г. Москва, ул. Ленина, д. 2",
  "paid-from": "card",
  order: "77-88",
  product: "Подписка на кино",
  reason: "recurring",
  "cancelled-on": "2026-10-20",
  "card-refused-on": "2026-10-21",
  "promised-by": "2026-11-20",
  defect: "Сломано то, что чинили.",
  demanded: "500",
  "child-age": "under-14",
  "claimed-on": "2026-11-10",
  "refused-on": "2026-11-15",
  "no-consent": "none",
  bank: "Банк «Пример»",
  "bank-address": "г. Москва, ул. Банковская, д. 3",
  card: "4321",
  "operated-on": "2026-11-20",
  merchant: "SHOP*EXAMPLE",
  "notified-on": "2026-11-20",
  "called-on": "2026-11-21",
  police: "КУСП 12 от 21.11.2026",
  regulator: "roskomnadzor",
  date: "2026-11-22",
  "received-on": "2026-11-23",
};

/** What of FILLED a letter has fields for; the reason of a refusal is in words, that of a purchase a choice. */
export function filled(kind: string, over: Fields = {}): Fields {
  const { fields } = template(kind);
  const known = new Map<string, string>(Object.entries(FILLED));
  const reason = fields.find((field) => field.id === "reason");
  if (reason && reason.kind !== "choice") known.set("reason", "Услуга оказана полностью.");
  const all = fields.flatMap(({ id, choices }) => {
    const value = known.get(id) ?? choices[0]?.value;
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...Object.fromEntries(all), ...over };
}
