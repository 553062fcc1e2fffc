/** Each kind of letter, filled in and left blank: what it says, what it asks to fill in, what it leaves out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK, type Claim } from "../../src/claims/compose.js";
import { applies, withoutPersonal } from "../../src/claims/values.js";
import { Problem } from "../../src/values/problem.js";
import { CLAIMS, claim, FILLED, type Fields, filled, GROUNDS, KINDS, template, values } from "../support/claims.js";

const whole = ({ letter }: Claim, language: "ru" | "en" = "ru"): string =>
  [
    ...letter.to,
    ...letter.from,
    letter.subject,
    ...[...letter.paragraphs, ...letter.law, ...letter.demands, ...letter.closing, ...letter.attachments].map(
      ({ text }) => text,
    ),
    letter.date,
    letter.signed,
  ]
    .map((text) => text[language])
    .join("\n")
    .replaceAll("\u00a0", " ");

const missing = (one: Claim): string[] => one.missing.map(({ id }) => id);

/** Fields that have to stand in the filled letter as they are, by kind. */
const STAND: Readonly<Record<string, readonly string[]>> = {
  "content-without-consent": ["name", "address", "contract", "service", "ticket", "circumstances", "representative"],
  "imposed-option": ["name", "address", "contract", "option", "ticket", "circumstances", "representative"],
  "refund-refused": ["name", "address", "order", "service", "company", "company-address", "ticket", "circumstances"],
  merchant: ["name", "address", "email", "order", "product", "company", "company-address", "circumstances"],
  "bank-operation-not-mine": ["name", "address", "bank", "bank-address", "card", "merchant", "police", "ticket"],
  "regulator-complaint": ["name", "address", "company", "service", "ticket", "circumstances"],
};

describe.each(KINDS)("%s", (kind) => {
  it("filled in has no blank, and says what was stated", () => {
    const one = claim(kind, filled(kind), { operator: "megafon" });
    expect(missing(one)).toEqual([]);
    expect(whole(one)).not.toContain(BLANK);
    expect(whole(one)).not.toMatch(/[{}]/);
    expect(whole(one)).toContain("1 299 руб. 50 коп.");
    for (const field of STAND[kind] ?? []) expect(whole(one), field).toContain(FILLED[field]);
  });

  it("left blank lists every required field, keeps its blanks and still says what it wants", () => {
    const one = claim(kind, {});
    const required = template(kind).fields.filter((field) => field.required && field.preset === null);
    const unconditional = required.filter((field) => field.when.length === 0).map(({ id }) => id);
    expect(missing(one)).toEqual(expect.arrayContaining(unconditional));
    expect(whole(one).match(/_{8}/g)?.length).toBeGreaterThan(5);
    expect(one.letter.demands.length).toBeGreaterThan(1);
    // Nobody said that the bank sent a message to show.
    expect(one.letter.attachments.length).toBeGreaterThan(kind === "bank-operation-not-mine" ? 0 : 1);
  });

  it("has a gloss without Russian letters wherever nothing was typed", () => {
    expect(whole(claim(kind, {}), "en")).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it("tells a helper of a relative about the power of attorney, and puts it into the letter", () => {
    const one = claim(kind, filled(kind));
    expect(one.limits.map(({ text }) => text.ru).join(" ")).toMatch(/доверенност/);
    expect(one.limits.map(({ text }) => text.en).join(" ")).toMatch(/power of attorney/);
    expect(one.letter.signed.ru).toMatch(/^Петрова Анна Ивановна/);
    expect(whole(one)).toContain("Представитель: Петрова Анна Ивановна, доверенность № 5 от 01.02.2026");
    expect(one.letter.attachments.map(({ id }) => id)).toContain("power");
    expect(claim(kind, filled(kind, { representative: "" })).letter.attachments.map(({ id }) => id)).not.toContain(
      "power",
    );
  });

  it("names grounds that exist, in every line", () => {
    const lines = CLAIMS.filter(({ id }) => id === kind).flatMap((one) => [
      ...[one.paragraphs, one.law, one.demands, one.closing, one.attachments, one.before, one.send, one.next].flat(),
    ]);
    expect(lines.flatMap(({ grounds }) => grounds).filter((id) => !GROUNDS.has(id))).toEqual([]);
  });

  it("without what is about the person says nothing of it, in either language", () => {
    const fields = filled(kind);
    const hidden = template(kind)
      .fields.filter(({ id, personal }) => personal && fields[id])
      .map(({ id }) => fields[id] ?? "");
    expect(hidden.length).toBeGreaterThan(3);
    const shown = JSON.stringify([...withoutPersonal(template(kind), values(kind, fields))]);
    expect(hidden.filter((value) => shown.includes(value))).toEqual([]);
  });

  it("leaves out exactly the optional demands it is told to", () => {
    const all = claim(kind, filled(kind));
    const optional = all.demands.filter((one) => one.optional).map(({ id }) => id);
    expect(optional.length).toBeGreaterThan(0);
    const fewer = claim(kind, filled(kind), { skip: optional });
    const left = all.letter.demands.map(({ id }) => id).filter((id) => !optional.includes(id));
    expect(fewer.letter.demands.map(({ id }) => id)).toEqual(left);
    expect(fewer.demands.map(({ id }) => id)).toEqual(all.demands.map(({ id }) => id));
  });
});

describe("who it goes to", () => {
  it.each([
    ["megafon", "ПАО «МегаФон»", "127006, г. Москва, Оружейный пер., д. 41"],
    [
      "mts",
      "ПАО «МТС» (Публичное акционерное общество «Мобильные ТелеСистемы»)",
      "109147, г. Москва, ул. Марксистская, д. 4",
    ],
  ])("%s: its legal entity and claim address", (operator, name, address) => {
    expect(claim("content-without-consent", {}, { operator }).letter.to.map(({ ru }) => ru)).toEqual([name, address]);
  });

  it("an operator without a known address: a blank, and where to find it", () => {
    const one = claim("content-without-consent", {}, { operator: "yota" });
    expect(one.letter.to.map(({ ru }) => ru)).toEqual(["ООО «Скартел»", BLANK]);
    expect(one.addressee.find.ru).toContain("в договоре");
    expect(missing(one)).toContain("company-address");
    const said = claim("content-without-consent", { "company-address": "г. Казань" }, { operator: "yota" });
    expect(said.letter.to.map(({ ru }) => ru)).toEqual(["ООО «Скартел»", "г. Казань"]);
  });

  it("a refused refund: the operator for the phone account, the seller for a card", () => {
    const to = (fields: Fields, operator?: string) =>
      claim("refund-refused", fields, operator ? { operator } : {}).letter.to.map(({ ru }) => ru);
    expect(to({ "paid-from": "phone-account" }, "megafon")[0]).toBe("ПАО «МегаФон»");
    expect(to({ "paid-from": "card", company: "ООО «Сервис»" })).toEqual(["ООО «Сервис»"]);
  });

  it("a regulator by name, with its postal address where one is known", () => {
    expect(claim("regulator-complaint", { regulator: "roskomnadzor" }).letter.to.map(({ ru }) => ru)).toEqual([
      "Роскомнадзор",
      "Москва, Китайгородский проезд, д. 7, стр. 2",
    ]);
    const office = { regulator: "rospotrebnadzor", office: "Управление Роспотребнадзора по Томской области" };
    expect(claim("regulator-complaint", office).letter.to.map(({ ru }) => ru)).toEqual([office.office]);
    expect(claim("regulator-complaint", { regulator: "rospotrebnadzor" }).letter.to[0]?.ru).toBe("Роспотребнадзор");
    expect(claim("regulator-complaint", { regulator: "bank-of-russia" }).letter.to.map(({ ru }) => ru)).toEqual([
      "Банк России",
    ]);
  });
});

describe("home internet", () => {
  const HOME: Readonly<Record<string, Fields>> = {
    "content-without-consent": {},
    "imposed-option": {},
    "refund-refused": { "paid-from": "phone-account" },
    "regulator-complaint": { regulator: "roskomnadzor" },
  };
  const written = (kind: string, operator: string, over: Fields = {}): Claim => {
    // Which line it is follows from the operator, unless it is said.
    const { line: _usual, ...fields } = filled(kind, { ...HOME[kind], company: "", contact: "" });
    return claim(kind, { ...fields, ...over }, { operator });
  };

  it.each(Object.keys(HOME))(
    "%s to a company without mobile service names the contract and no phone number",
    (kind) => {
      const one = written(kind, "domru");
      expect(whole(one)).toContain("12345678");
      expect(whole(one)).not.toMatch(/926|телефонной связи|Номер телефона/);
      expect(whole(one)).toContain("Правила оказания услуг связи по передаче данных");
      expect(missing(written(kind, "domru", { number: "", contract: "" }))).toContain("contract");
      expect(missing(written(kind, "domru", { number: "", contract: "" }))).not.toContain("number");
    },
  );

  it.each(Object.keys(HOME))("%s to a company with both is about the mobile one until told otherwise", (kind) => {
    expect(whole(written(kind, "rostelecom"))).toContain("+7 926 123-45-67");
    expect(whole(written(kind, "rostelecom", { line: "fixed" }))).not.toContain("926");
    expect(missing(written(kind, "megafon", { number: "" }))).toContain("number");
  });

  it("is no matter of a complaint about a shop", () => {
    const shop = { regulator: "rospotrebnadzor", line: "none", company: "ООО «Кино»", contact: "" };
    expect(whole(claim("regulator-complaint", filled("regulator-complaint", shop)))).not.toMatch(/926|12345678/);
  });
});

describe("what a letter does not say", () => {
  it("to somebody who kept silent: that there was an answer", () => {
    for (const consent of ["none", "given"]) {
      const silent = whole(
        claim("refund-refused", filled("refund-refused", { outcome: "silent", "no-consent": consent })),
      );
      expect(silent).not.toMatch(/отказ\b|не соглашаюсь|Ответ получен|обоснование/);
    }
  });

  it.each<[what: string, kind: string, fields: Fields, never: RegExp, said: RegExp]>([
    [
      "that a service that was ordered was not, to Roskomnadzor",
      "regulator-complaint",
      { "no-consent": "given" },
      /без моего заказа|14\.8|доказательство моего согласия/,
      /удерживает деньги за услугу, от которой отказываюсь/,
    ],
    [
      "that a service that was ordered was not, to Rospotrebnadzor",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "given" },
      /без моего заказа|14\.8|доказательство моего согласия/,
      /удерживает деньги за услугу, от которой отказываюсь/,
    ],
    [
      "that there was no consent, where nobody said so",
      "regulator-complaint",
      { "no-consent": "" },
      /без моего заказа|согласия/,
      /Нарушение: ________\./,
    ],
    [
      "that there was no consent, nor a refusal, where nobody said so",
      "refund-refused",
      { "no-consent": "", outcome: "" },
      /без моего заказа|согласия|отказ\b|не соглашаюсь/,
      /Просьба вернуть деньги передана 10\.11\.2026, номер A-77: ________/,
    ],
    [
      "that a subscription cancelled before the charge ends today",
      "merchant",
      {},
      /со дня получения этого письма: от|Отменить подписку|этим письмом отказываюсь|за вычетом/,
      /заявлен 20\.10\.2026, до этого списания.*расторгнутым с 20\.10\.2026.*списано после отказа/s,
    ],
    [
      "that a charge came after a cancellation that followed it",
      "merchant",
      { "cancelled-on": "2026-11-05", "card-refused-on": "" },
      /до этого списания|после отмены|с даты этого письма/,
      /расторгнутым с 05\.11\.2026.*за вычетом фактических расходов/s,
    ],
    [
      "more than one defect of a service, nor that it is still wanted",
      "merchant",
      { reason: "not-received", "promised-by": "2026-11-10" },
      /недостат|проценты/,
      /Обещанный срок: 10\.11\.2026.*от его исполнения отказываюсь.*неустойку/s,
    ],
    [
      "of services where goods did not come",
      "merchant",
      { reason: "not-delivered" },
      /услуг|3 %|проценты/,
      /23\.1.*вернуть предоплату/s,
    ],
    [
      "the whole sum, where a part came back",
      "refund-refused",
      { outcome: "partial", outstanding: "400", "no-consent": "given" },
      /вернуть 1 299|этим письмом отказываюсь/,
      /от неё отказываюсь.*вернуть 400 руб\. 00 коп\./s,
    ],
    [
      "the whole price of a service that was ordered and given up",
      "refund-refused",
      { outcome: "refused", "no-consent": "given", "card-refused-on": "" },
      /вернуть 1 299|согласия/,
      /от неё отказываюсь.*уплаченное \(1 299 руб\. 50 коп\.\) за вычетом/s,
    ],
    [
      "a deduction, where a withdrawn card was charged",
      "refund-refused",
      { outcome: "refused", "no-consent": "given" },
      /за вычетом/,
      /вернуть 1 299 руб\. 50 коп\..*списано после отказа/s,
    ],
    [
      "a deduction, where a withdrawn card was charged before the cancelling",
      "refund-refused",
      { outcome: "silent", "no-consent": "cancelled", "cancelled-on": "2026-11-10" },
      /за вычетом/,
      /расторгнутым с 10\.11\.2026.*вернуть 1 299 руб\. 50 коп\..*списано после отказа от использования карты/s,
    ],
    [
      "that the law forbade a charge it did not forbid yet",
      "refund-refused",
      {
        outcome: "silent",
        "no-consent": "cancelled",
        "cancelled-on": "2026-11-10",
        "charged-on": "2026-02-10",
        "card-refused-on": "2026-02-01",
      },
      /списано после отказа/,
      /расторгнутым с 10\.11\.2026.*\(1 299 руб\. 50 коп\.\) за вычетом/s,
    ],
    [
      "for the grounds of a refusal, where a part was returned",
      "refund-refused",
      { outcome: "partial", outstanding: "400", "no-consent": "none" },
      /основан отказ/,
      /доказательство согласия и расчёт удержанной суммы/,
    ],
    [
      "the unused term, where a withdrawn card was charged",
      "merchant",
      { "cancelled-on": "" },
      /за вычетом/,
      /вернуть 1 299 руб\. 50 коп\..*списано после отказа/s,
    ],
    [
      "that a contract ends, where only the price rose",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "raised" },
      /расторгнут|[Пп]рекратить|согласия и|без моего заказа/,
      /Не позднее срока ответа на эту претензию восстановить прежнюю цену, пересчитать плату по ней и вернуть 500 руб\./,
    ],
    [
      "costs, nor a service, where a child paid",
      "refund-refused",
      { "no-consent": "child" },
      /за вычетом|расторгнут|отказываюсь/,
      /статьи 28 и 172.*вернуть 1 299 руб\. 50 коп\./s,
    ],
    [
      "the whole price of a faulty service",
      "merchant",
      { reason: "faulty" },
      /вернуть 1 299/,
      /Недостатки: Сломано.*уменьшить цену.*вернуть 500 руб\./s,
    ],
    [
      "that a term has passed on its last day",
      "merchant",
      { want: "performance", reason: "not-delivered", "promised-by": "2026-11-22" },
      /в срок|прошёл|23\.1|неустойк|вернуть|7 дней/,
      /Передать оплаченный товар в обещанный срок: не позднее 22\.11\.2026/,
    ],
    [
      "that what is late is given up, where it is still wanted",
      "merchant",
      { want: "performance", reason: "not-delivered", "promised-by": "2026-10-15" },
      /вернуть|не нуждаюсь|отказ|назад|10 дней/,
      /15\.10\.2026, он прошёл.*23\.1.*Передать оплаченный товар в новый срок/s,
    ],
    [
      "that a late service is given up, where it is still wanted",
      "merchant",
      { want: "performance", reason: "not-received", "promised-by": "2026-10-15" },
      /вернуть|расторгнут|отказ|10 дней/,
      /статьи 28.*Оказать оплаченную услугу в новый срок/s,
    ],
    [
      "that late goods are given up after a refusal, where they are still wanted",
      "refund-refused",
      { want: "performance", "no-consent": "not-delivered", "promised-by": "2026-10-15" },
      /вернуть 1|не нуждаюсь|расторгнут|назад/,
      /Передать оплаченный товар в новый срок/,
    ],
    [
      "that a late service is given up after a refusal, where it is still wanted",
      "refund-refused",
      { want: "performance", "no-consent": "not-provided", "promised-by": "2026-10-15" },
      /вернуть 1|расторгнут|отказаться/,
      /Оказать оплаченную услугу в новый срок/,
    ],
    [
      "that an option is still on: the checklist has it switched off before the letter",
      "imposed-option",
      { what: "option-added" },
      /действует/,
      /подключена платная услуга.*без моего заказа.*Отключить услугу «.*», если она ещё не отключена/s,
    ],
    [
      "a subscription given up after the charge only asked to be paid back",
      "refund-refused",
      { "no-consent": "cancelled", "cancelled-on": "2026-11-06", "card-refused-on": "" },
      /отказываюсь от неё/,
      /расторгнутым с 06.11.2026.*за вычетом фактических расходов.*прислать расчёт/s,
    ],
    [
      "that money comes back for what a child bought by itself",
      "bank-operation-not-mine",
      { "made-by": "child" },
      /возврате денег|базе Банка России/,
      /о несогласии с операцией/,
    ],
    [
      "nothing of an answer that is overdue",
      "regulator-complaint",
      {
        regulator: "roskomnadzor",
        line: "mobile",
        outcome: "silent",
        "charged-on": "2026-10-01",
        "claimed-on": "2026-10-10",
        date: "2026-11-22",
      },
      /рано/,
      /Срок ответа на претензию прошёл\./,
    ],
    [
      "that home internet ends, where it was not provided",
      "refund-refused",
      { "paid-from": "phone-account", line: "fixed", "no-consent": "not-provided", "promised-by": "" },
      /расторгнут|отказываюсь|за вычетом/,
      /Пересчитать плату за услугу, которая не оказана, и в течение 10 дней .* вернуть 1 299/,
    ],
    [
      "that home internet ends, where it came too late",
      "refund-refused",
      { "paid-from": "phone-account", line: "fixed", "no-consent": "not-provided" },
      /расторгнут|отказываюсь|за вычетом/,
      /вернуть 1 299/,
    ],
    [
      "that only a part is owed, nor of money, to a regulator after a full refusal",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "not-delivered" },
      /полностью не|не полностью/,
      /не передан\..*получен отказ\..*Деньги не возвращены\./s,
    ],
    [
      "that nothing came back, where a part did",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "not-delivered", outcome: "partial", outstanding: "400" },
      /Деньги не возвращены/,
      /деньги вернули не полностью\..*Не возвращено 400 руб\. 00 коп\./s,
    ],
    [
      "that a defect went unnamed",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "faulty" },
      /Деньги не возвращены/,
      /услуга оказана с недостатками\.\s+Недостатки: Сломано то, что чинили\./,
    ],
    [
      "a lower price, where the defect is to be put right",
      "merchant",
      { reason: "faulty", remedy: "repair" },
      /вернуть |статьи 31/,
      /статья 30.*В течение 10 дней со дня получения этого требования безвозмездно устранить недостатки/s,
    ],
    [
      "a lower price, where one paid for the repair",
      "merchant",
      { reason: "faulty", remedy: "costs" },
      /вернуть 1 299|Соответственно уменьшить/,
      /возместить расходы на устранение недостатков: вернуть 500 руб\..*Документы о расходах/s,
    ],
    [
      "a lower price, where the defect is substantial",
      "refund-refused",
      { "no-consent": "faulty", remedy: "withdraw" },
      /уменьш|500 руб/,
      /При существенных недостатках.*расторгнутым: недостатки существенные.*В течение 10 дней.*вернуть 1 299/s,
    ],
    [
      "that all of the price is owed, nor the norm on repairs, where part came back after a substantial defect",
      "refund-refused",
      { "no-consent": "faulty", remedy: "withdraw", outcome: "partial", outstanding: "700" },
      /вернуть 1 299|безвозмездного устранения/,
      /При существенных недостатках.*расторгнутым: недостатки существенные.*В течение 10 дней.*вернуть 700/s,
    ],
    [
      "that all of the price is owed, where part came back for a lower price",
      "refund-refused",
      { "no-consent": "faulty", outcome: "partial", outstanding: "700" },
      /вернуть 1 299|расторгнутым/,
      /Соответственно уменьшить цену.*вернуть ещё 700/s,
    ],
    [
      "that all of the price is owed, where part came back after a raise",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "raised", outcome: "partial", outstanding: "100" },
      /вернуть 1 299/,
      /восстановить прежнюю цену, пересчитать плату по ней и вернуть ещё 100/,
    ],
    [
      "that a contract with the operator ends by the norm that a late service is judged by",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "not-provided" },
      /отказаться|расторгнут|отказываюсь/,
      /уменьшения её цены \(пункт 1 статьи 28.*Пересчитать плату.*в течение 10 дней.*вернуть 1 299/s,
    ],
    [
      "that goods still wanted are given up, where a part of the money came back",
      "refund-refused",
      { "no-consent": "not-delivered", outcome: "partial", outstanding: "400", want: "performance" },
      /вернуть [14]|за вычетом|не соглашаюсь/,
      /возвращено 400.*остальное отзываю: за эту сумму требую исполнить.*Передать оплаченный товар в новый срок/s,
    ],
    [
      "that a service still wanted is given up, where a part of the money came back",
      "refund-refused",
      { "no-consent": "not-provided", outcome: "partial", outstanding: "400", want: "performance", "promised-by": "" },
      /вернуть [14]|расторгнут|отказываюсь/,
      /остальное отзываю.*оказать оплаченную услугу/s,
    ],
    [
      "that the money is still asked for, where performance is",
      "refund-refused",
      { "no-consent": "not-delivered", want: "performance" },
      /не соглашаюсь|о деньгах/,
      /Просьбу вернуть деньги отзываю: требую исполнить обещанное.*в новый срок/s,
    ],
    [
      "that a bank told on a Monday was told late",
      "bank-operation-not-mine",
      { "operated-on": "2026-11-13", "notified-on": "2026-11-13", "called-on": "2026-11-16" },
      /позже/,
      /следующего за сообщением.*был нерабочим.*статья 193 Гражданского кодекса РФ.*базе Банка России/s,
    ],
    [
      "of an accrued penalty as given up",
      "refund-refused",
      { "no-consent": "faulty", "claimed-on": "2026-11-10", date: "2026-11-21" },
      /проценты/,
      /неустойку, в том числе уже начисленную/,
    ],
    [
      "of an accrued penalty within the ten days of the first demand",
      "refund-refused",
      { "no-consent": "faulty", "claimed-on": "2026-11-10", date: "2026-11-20" },
      /начисленную/,
      /в суде потребую ещё неустойку/,
    ],
    [
      "both terms of a refund, where the payment stayed in Russia",
      "bank-operation-not-mine",
      { "cross-border": "domestic" },
      /60|за рубеж/,
      /в течение 30 дней после заявления \(статья 9/,
    ],
    [
      "of a missing consent, nor for the money, where a child paid",
      "bank-operation-not-mine",
      { "made-by": "child" },
      /не мной|согласия|статьи 9|Вернуть/,
      /Её провёл ребёнок без моего разрешения.*Оспорить операцию/s,
    ],
    [
      "that a transfer made under deceit was not one's own, nor a refund that art. 9 owes to others",
      "bank-operation-not-mine",
      { "made-by": "deceived" },
      /не мной|статьи? 9|подтвержд.*не мо/,
      /Перевод сделан мной под влиянием обмана.*в базе Банка России.*Вернуть 1 299/s,
    ],
    [
      "so to the Bank of Russia",
      "regulator-complaint",
      { regulator: "bank-of-russia", "no-consent": "deceived" },
      /не мной|без согласия на неё/,
      /Перевод сделан мной под влиянием обмана.*в базе Банка России/s,
    ],
    [
      "a price of a tariff without the ten days, to Rospotrebnadzor",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "raised" },
      /без моего заказа/,
      /предупредить не позднее чем за 10 дней.*статья 310/s,
    ],
    [
      "three days of the law without asking for them",
      "content-without-consent",
      {},
      /трёх дней/,
      /в течение 3 дней со дня требования.*В течение 3 дней со дня предъявления этого требования вернуть 1 299/s,
    ],
    [
      "three days of the law, where there were none yet",
      "content-without-consent",
      { "charged-on": "2025-08-31", until: "" },
      /3 дней/,
      /Не позднее срока ответа на эту претензию вернуть 1 299/,
    ],
    [
      "of mobile content, where the line is home internet",
      "content-without-consent",
      { line: "fixed" },
      /контентн|статьи 44|926|телефонной/,
      /за платную услугу.*по договору 12345678.*Прислать доказательство согласия\./s,
    ],
    [
      "a decree that was adopted after the charge",
      "content-without-consent",
      { "charged-on": "2024-12-29", until: "" },
      /1994/,
      /Правила оказания услуг телефонной связи\./,
    ],
    [
      "of a subscription's card ban, where nobody said it was one",
      "merchant",
      { reason: "unordered", "card-refused-on": "" },
      /4\.2/,
      /Отключить эту услугу.*этим письмом отказываюсь от их использования\./s,
    ],
    [
      "a story without its full stop",
      "content-without-consent",
      { circumstances: "Телефоном пользуется мама" },
      /мама\n/,
      /Телефоном пользуется мама\./,
    ],
    [
      "how a child's parent writes without saying so",
      "refund-refused",
      { "no-consent": "child" },
      /просил/,
      /пишу как его законный представитель/,
    ],
    ["ten days, where the law gives three", "refund-refused", { "no-consent": "none" }, /10 дней/, /В течение 3 дней/],
    [
      "that a contract was made, where nothing was ordered",
      "merchant",
      { reason: "unordered" },
      /расторгнут|за вычетом|10 дней/,
      /без моего заказа и согласия.*В течение 3 дней.*доказательство согласия/s,
    ],
    [
      "a right to the money, where no term was named",
      "refund-refused",
      { want: "performance", "no-consent": "not-provided", "promised-by": "" },
      /статьи 28|статьи 31 |статьи 23\.1|вернуть 1/,
      /статьи 314.*В течение 7 дней.*оказать оплаченную услугу/s,
    ],
    [
      "of content, where an operator's own option was imposed",
      "regulator-complaint",
      {},
      /контентн/i,
      /услуга подключена без моего заказа и согласия/,
    ],
    [
      "of silence as if the time to answer had run out",
      "regulator-complaint",
      { outcome: "silent" },
      /: ответа нет/,
      /на дату этого письма ответа нет/,
    ],
    [
      "that the bank has to refund, where it was told late",
      "bank-operation-not-mine",
      { "operated-on": "2026-11-19", "notified-on": "2026-11-19", "called-on": "2026-11-22" },
      /не позднее дня, следующего|Заблокировать карту|внутри России/,
      /369-ФЗ.*Выпустить новую карту/s,
    ],
    [
      "that a message came, where the bank sent none",
      "bank-operation-not-mine",
      { informed: "no" },
      /пришло|следующего за|Скриншот сообщения/,
      /Банк об этой операции мне не сообщил.*в течение 30 дней \(статья 9/s,
    ],
    [
      "that the bank was told on the day of the claim, nor a term for sums that may be larger",
      "regulator-complaint",
      { regulator: "bank-of-russia", amount: "600000" },
      /сообщено|123-ФЗ/,
      /вовремя сообщил/,
    ],
    [
      "that the bank was told in time, where it was told late",
      "regulator-complaint",
      {
        regulator: "bank-of-russia",
        informed: "yes",
        "notified-on": "2026-11-05",
        "told-on": "2026-11-09",
        "charged-on": "2026-11-05",
      },
      /вовремя/,
      /Банку об операции сообщено 09\.11\.2026/,
    ],
    [
      "that the bank was told late, where nobody said when it informed",
      "regulator-complaint",
      { regulator: "bank-of-russia", informed: "", "notified-on": "", "told-on": "2026-11-10" },
      /369-ФЗ|Банк об этой операции мне не сообщил/,
      /вовремя сообщил.*Если банк не сообщил/s,
    ],
    [
      "that the bank was told late, where it did not inform",
      "regulator-complaint",
      { regulator: "bank-of-russia", informed: "no", "told-on": "2026-11-10" },
      /369-ФЗ|вовремя/,
      /Банк об этой операции мне не сообщил.*в течение 30 дней \(статья 9/s,
    ],
    [
      "goods or a service instead of the money that was asked for",
      "refund-refused",
      { "no-consent": "not-delivered", "promised-by": "" },
      /передать опл|статьи 314/,
      /получен отказ.*С этим не соглашаюсь.*Оплаченный товар не передан.*статьи 26\.1.*В течение 10 дней.*вернуть 1 299.*от товара отказываюсь/s,
    ],
    [
      "how it was paid, where nobody said",
      "merchant",
      { "paid-from": "" },
      /карт|со счёта телефона/,
      /списано 1 299 руб\. 50 коп\.: «Подписка на кино», заказ/,
    ],
    ["of a card as if it could be no account", "merchant", {}, /банковской карты/, /с моей карты \(счёта\)/],
    [
      "of an unused term, where the law leaves all but the costs",
      "merchant",
      { reason: "changed-mind", "cancelled-on": "", "card-refused-on": "" },
      /неиспользованный|с даты этого письма/,
      /со дня получения этого письма: от него отказываюсь.*за вычетом фактических расходов/s,
    ],
    [
      "that the contract ends today, where one withdrew before",
      "merchant",
      { reason: "changed-mind", "cancelled-on": "2026-11-06", "card-refused-on": "" },
      /со дня получения этого письма: от/,
      /Отказ от договора заявлен 06\.11\.2026.*расторгнутым с 06\.11\.2026/s,
    ],
    [
      "that the time to answer has passed",
      "regulator-complaint",
      { outcome: "silent" },
      /срок ответа прошёл/,
      /Подтверждение даты, когда претензию приняли/,
    ],
    [
      "of a phone account and an operator, where goods did not come",
      "regulator-complaint",
      { "no-consent": "not-delivered" },
      /со счёта номера|[Оо]ператор /,
      /23\.1/,
    ],
    [
      "for a fine for what was done before there was one",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "charged-on": "2026-02-28" },
      /14\.8/,
      /потребовать устранить нарушение/,
    ],
    [
      "what the person was told before the charge",
      "content-without-consent",
      {},
      /мне не сообщили/,
      /без моего заказа и согласия\./,
    ],
    [
      "in which ways there was no consent",
      "imposed-option",
      {},
      /ни отметки/,
      /без моего заказа и согласия\. Первое списание за неё — 05\.11\.2026, всего списано/,
    ],
    [
      "three days for what was charged before they were law, beside what was charged since",
      "content-without-consent",
      { "charged-on": "2025-03-10", until: "2026-11-20" },
      /^За услугу .*3\.1/,
      /уплаченное с 1 сентября 2025 года возвращают в течение 3 дней.*списанное с 1 сентября 2025 года — в течение 3 дней/s,
    ],
    [
      "the old norm alone of an option charged before and since",
      "imposed-option",
      { "connected-on": "2025-03-10", "charged-on": "2025-03-10" },
      /В течение 3 дней со дня предъявления этого требования вернуть/,
      /согласие доказывает исполнитель.*списанное с 1 сентября 2025 года — в течение 3 дней/s,
    ],
    [
      "that one charge is a row of charges",
      "content-without-consent",
      { until: "2026-11-05" },
      /С 05\.11\.2026 по/,
      /\n05\.11\.2026 со счёта номера/,
    ],
    [
      "that a raised price stays",
      "imposed-option",
      { what: "tariff-raised" },
      /без моего заказа/,
      /восстановить прежнюю цену до надлежащего предупреждения, пересчитать плату по ней и вернуть 1 299/,
    ],
    [
      "of a defect where there was no service, without the time that was paid for",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "not-provided", "promised-by": "" },
      /Оплаченная услуга не оказана/,
      /Оплаченное время услуга не оказывалась.*в том числе не всё оплаченное время.*в течение 10 дней/s,
    ],
    [
      "a bill that only owes the rest, where there was no service",
      "refund-refused",
      {
        "paid-from": "phone-account",
        "no-consent": "not-provided",
        "promised-by": "",
        outcome: "partial",
        outstanding: "700",
      },
      /вернуть 1 299/,
      /Пересчитать плату за услугу, которая не оказана, и в течение 10 дней .* вернуть ещё 700/,
    ],
    [
      "of a penalty still to come, where the ten days of the first demand are over",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "not-provided", "promised-by": "", "claimed-on": "2026-11-10" },
      /потребую ещё неустойку, компенсацию/,
      /неустойку, в том числе уже начисленную/,
    ],
    [
      "to the operator no term at all",
      "refund-refused",
      { "paid-from": "phone-account", "no-consent": "child" },
      /10 дней/,
      /Не позднее срока ответа на эту претензию вернуть 1 299/,
    ],
    [
      "of interest before the deal of a teenager is invalid",
      "merchant",
      { reason: "child", "child-age": "from-14" },
      /в суде потребую ещё/,
      /в суде потребую признать сделку недействительной \(статья 175/,
    ],
    [
      "nothing of damages, where goods are late",
      "merchant",
      { reason: "not-delivered", "promised-by": "2026-11-10" },
      /проценты/,
      /убытки от просрочки \(пункт 2 статьи 23\.1/,
    ],
    [
      "thirty days of a time when there were none",
      "bank-operation-not-mine",
      { "operated-on": "2024-06-10", "notified-on": "2024-06-10", "called-on": "2024-06-10" },
      /30 дней|базе/,
      /банк возмещает её сумму, если не докажет/,
    ],
    [
      "nothing of what a bank did, where the violation was not named",
      "regulator-complaint",
      {
        regulator: "bank-of-russia",
        "no-consent": "",
        informed: "yes",
        "told-on": "2026-11-20",
        "claimed-on": "2026-11-20",
        "refused-on": "2026-11-21",
      },
      /Нарушение/,
      /Сообщение банка об операции пришло 20\.11\.2026.*Банку об операции сообщено 20\.11\.2026/s,
    ],
    [
      "a promise without its day, to Rospotrebnadzor",
      "regulator-complaint",
      { regulator: "rospotrebnadzor", "no-consent": "not-provided" },
      /без моего заказа/,
      /не оказана\.\nОбещанный срок: 20\.11\.2026, он прошёл/,
    ],
    [
      "of a phone account, where a card was charged",
      "regulator-complaint",
      { "no-consent": "card-withdrawn" },
      /со счёта номера|Оператор|телефонной/,
      /с карты \(счёта\) списано после отказа.*4\.2 статьи 16\.1/s,
    ],
    [
      "nothing of an answer that came too late",
      "regulator-complaint",
      { "charged-on": "2026-09-01", "claimed-on": "2026-10-05", "refused-on": "2026-11-06", date: "2026-11-22" },
      /рано/,
      /Ответ дан позже срока: 30 дней/,
    ],
    [
      "of a late answer on the last day of its term",
      "regulator-complaint",
      { "charged-on": "2026-09-01", "claimed-on": "2026-10-05", "refused-on": "2026-11-05", date: "2026-11-22" },
      /позже срока/,
      /Ответ от 05\.11\.2026 прилагаю/,
    ],
    [
      "the regulator's view of a raised price as the text of the law",
      "imposed-option",
      { what: "tariff-raised" },
      /оператор не вправе/,
      /предупредить не позднее.*Роспотребнадзор считает/s,
    ],
  ])("%s", (_what, kind, fields, never, said) => {
    const text = whole(claim(kind, filled(kind, fields)));
    expect(text).not.toMatch(never);
    expect(text).toMatch(said);
  });

  it("what a reader should know beside it is said on the screen", () => {
    const beside = (kind: string, fields: Fields): string => {
      const one = claim(kind, filled(kind, fields));
      return [...one.before, ...one.limits].map(({ text }) => text.ru).join("\n");
    };
    const bank = "bank-operation-not-mine";
    const thursday = { "operated-on": "2026-11-19", "notified-on": "2026-11-19" };
    // A Friday's next working day is a Monday (Civil Code art. 193).
    expect(beside(bank, { "called-on": "2026-11-22" })).toContain("Банк может возразить");
    expect(beside(bank, { ...thursday, "called-on": "2026-11-22" })).toContain("позже следующего дня");
    expect(beside(bank, { ...thursday, "called-on": "" })).toContain("позже следующего дня");
    expect(beside(bank, {})).not.toContain("позже следующего дня");
    expect(beside(bank, {})).toContain("made-by=deceived");
    expect(beside(bank, { "made-by": "deceived" })).toContain("опирается на базу Банка России");
    expect(beside(bank, { "made-by": "child" })).not.toContain("обман");
    const russia = { regulator: "bank-of-russia", informed: "yes", "charged-on": "2026-11-05" };
    const friday = { ...russia, "notified-on": "2026-11-06" };
    expect(beside("regulator-complaint", { ...friday, "told-on": "2026-11-09" })).toContain("Банк может возразить");
    expect(beside("regulator-complaint", { ...friday, "told-on": "2026-11-10" })).not.toContain("возразить");
    // What a child may spend without consent (Civil Code art. 26 p. 2, art. 28 p. 2).
    expect(beside("merchant", { reason: "child", "child-age": "from-14" })).toContain("карманные");
    expect(beside("merchant", {})).not.toContain("карманные");
    const late = { "charged-on": "2026-05-20", "asked-on": "", until: "" };
    expect(beside("content-without-consent", late)).toContain("больше шести месяцев");
    expect(beside("content-without-consent", { ...late, "charged-on": "2026-05-21" })).not.toContain("шести месяцев");
    const complaint = "regulator-complaint";
    const claimed = { outcome: "silent", "charged-on": "2026-10-01", "refused-on": "" };
    expect(beside(complaint, { ...claimed, "claimed-on": "2026-10-22" })).toContain("рано");
    expect(beside(complaint, { ...claimed, "claimed-on": "2026-10-20" })).not.toContain("рано");
    const seller = { ...claimed, regulator: "rospotrebnadzor", line: "none", "no-consent": "not-delivered" };
    expect(beside(complaint, { ...seller, "claimed-on": "2026-11-12" })).toContain("продавец отвечает 10 дней");
    expect(beside(complaint, { ...seller, "claimed-on": "2026-11-10" })).not.toContain("рано");
    // Ten days from the 19th end on Sunday the 29th, three from Thursday the 26th as well: Monday the 30th is still theirs.
    const monday = (claimed: string, date: string, reason: string) =>
      beside(complaint, { ...seller, "claimed-on": claimed, date, "received-on": "", "no-consent": reason });
    expect(monday("2026-11-19", "2026-11-30", "not-delivered")).toContain("рано");
    expect(monday("2026-11-19", "2026-12-01", "not-delivered")).not.toContain("рано");
    expect(monday("2026-11-19", "2026-11-23", "none")).toContain("рано");
    expect(monday("2026-11-19", "2026-11-24", "none")).not.toContain("рано");
    expect(beside(complaint, { "no-consent": "not-delivered" })).toContain("жалуйтесь в Роспотребнадзор");
    const phone = (reason: string) => beside("merchant", { "paid-from": "phone-account", reason });
    for (const reason of ["unordered", "child"]) expect(phone(reason)).toContain("content-without-consent");
    expect(phone("child")).toContain("о ребёнке напишите");
    expect(beside("content-without-consent", {})).toContain("Подписку оформил ребёнок?");
    for (const reason of ["recurring", "changed-mind", "not-received", "not-delivered", "faulty"]) {
      expect(phone(reason)).not.toContain("content-without-consent");
      expect(phone(reason)).toContain("обязательна письменная претензия ему, за 6 месяцев");
    }
    expect(beside(bank, { ...thursday, "called-on": "" })).toContain("Если раньше не звонили");
    const attached = (fields: Fields) =>
      claim("merchant", filled("merchant", fields)).letter.attachments.map(({ id }) => id);
    expect(attached({ "paid-from": "phone-account" })).toEqual(expect.arrayContaining(["details", "cancelled"]));
    expect(attached({ "paid-from": "phone-account" })).not.toContain("receipt");
    expect(attached({})).toEqual(expect.arrayContaining(["receipt", "terms", "cancelled", "card-refused"]));
    expect(attached({ reason: "unordered" })).not.toContain("terms");
    const banks = (fields: Fields) => claim(bank, filled(bank, fields)).letter.attachments.map(({ id }) => id);
    expect(banks({})).toContain("message");
    expect(banks({ "notified-on": "" })).not.toContain("message");
    expect(beside("merchant", { reason: "unordered" })).toContain("сначала банк, не позже дня, следующего");
    expect(beside("merchant", { reason: "recurring" })).not.toContain("операция не моя");
    for (const [kind, field] of [
      ["merchant", "reason"],
      ["refund-refused", "no-consent"],
    ] as const) {
      expect(beside(kind, { [field]: "faulty" })).toContain("Для плохого товара закон тоже другой");
    }
    // The letters to an operator give a service that was bad, late or absent ten days: so does the complaint.
    const tenDays = (claimed: string) =>
      beside(complaint, { ...seller, line: "mobile", "no-consent": "faulty", "claimed-on": claimed });
    expect(tenDays("2026-11-12")).toContain("за 10 дней");
    expect(tenDays("2026-11-10")).not.toContain("рано");
    expect(beside(complaint, { ...claimed, regulator: "bank-of-russia", "claimed-on": "2026-11-12" })).toMatch(
      /до 500 тысяч рублей банк отвечает 30 дней/,
    );
    const large = { ...claimed, regulator: "bank-of-russia", "claimed-on": "2026-11-12", amount: "500000.01" };
    expect(beside(complaint, large)).toMatch(/рано: на обращение банк отвечает 15 рабочих дней/);
    // What the law leaves to choose is said where the letter took the usual way.
    expect(beside("merchant", { reason: "faulty", remedy: "" })).toMatch(
      /просит уменьшить цену.*repair.*costs.*withdraw/,
    );
    expect(beside("merchant", { reason: "faulty", remedy: "costs" })).not.toContain("просит уменьшить цену");
    const once = { "charged-on": "2026-04-01", "asked-on": "" };
    expect(beside("content-without-consent", { ...once, until: "" })).not.toContain("назван ниже");
    expect(beside("content-without-consent", { ...once, until: "2026-05-01" })).toContain("и по последнему списанию");
    expect(beside("content-without-consent", { ...once, until: "2026-11-01" })).toMatch(/У последнего срок свой/);
    expect(beside("merchant", { "paid-from": "phone-account", "charged-on": "2026-05-01" })).toContain("всё равно");
    const absent = { "paid-from": "phone-account", "no-consent": "not-provided", "promised-by": "" };
    expect(beside("refund-refused", absent)).toContain("просит пересчитать плату");
    expect(beside("refund-refused", { ...absent, want: "performance" })).toContain("требует оказать услугу");
    expect(beside("refund-refused", absent)).not.toContain("можно отказаться в любое время");
    // Money for an imposed service is due before an answer is.
    expect(beside("refund-refused", { ...absent, "no-consent": "none", outcome: "silent" })).toMatch(/за 3 дня/);
    // Who is no operator that was named has no 30 days of an operator.
    const given = { ...seller, "no-consent": "given", "claimed-on": "2026-11-12", line: "" };
    expect(beside(complaint, given)).not.toContain("рано");
    expect(beside(complaint, { ...given, line: "none" })).toContain("вы дали продавцу 10 дней");
    expect(claim(complaint, filled(complaint, given)).missing.map(({ id }) => id)).toContain("line");
    expect(beside("refund-refused", { "no-consent": "none" })).toContain("не позже дня, следующего");
    const dated = { "charged-on": "2026-10-01", "claimed-on": "2026-10-05", "refused-on": "", outcome: "silent" };
    const silent = (claimed: string) =>
      beside("refund-refused", { ...dated, "paid-from": "phone-account", "claimed-on": claimed });
    // Registered on Tuesday the 6th, answered by 5 November; of the 20th, by the 20th of November, the day before the letter's.
    expect(silent("2026-10-20")).toContain("Срок ответа на неё вышел");
    expect(silent("2026-10-25")).not.toContain("вышел");
    const abroad = (claimed: string) =>
      beside("refund-refused", {
        ...dated,
        "paid-from": "phone-account",
        "charged-on": "2026-09-01",
        subject: "abroad",
        "claimed-on": claimed,
      });
    expect(abroad("2026-10-20")).toMatch(/отвечает 60 дней/);
    expect(abroad("2026-10-20")).not.toMatch(/отвечает 30 дней|вышел/);
    expect(abroad("2026-09-16")).toContain("Срок ответа на неё вышел");
    const posted = { "charged-on": "2026-05-20", "asked-on": "", until: "", date: "2026-11-20" };
    const content = (received: string) => beside("content-without-consent", { ...posted, "received-on": received });
    expect(content("2026-11-22")).toContain("Сдали на почту не позже последнего дня");
    expect(content("2026-11-20")).not.toContain("Сдали на почту");
    // Asked by phone in time, in writing too late: the last day of the claim is said before it is sent.
    const oral = { ...dated, "paid-from": "phone-account", "charged-on": "2026-05-10", "claimed-on": "2026-10-15" };
    const written = (date: string) =>
      claim("refund-refused", { ...oral, date }, { today: date }).before.map(({ id }) => id);
    expect(written("2026-11-30")).toContain("six-months-oral");
    expect(written("2026-11-10")).not.toContain("six-months-oral");
    const operator = (outcome: string) => beside("refund-refused", { "paid-from": "phone-account", outcome });
    expect(operator("refused")).toContain("Жаловаться и идти в суд можно уже сейчас");
    expect(operator("silent")).not.toContain("уже сейчас");
    for (const kind of KINDS) expect(beside(kind, {})).not.toContain("--");
  });
});

describe("whatever was stated", () => {
  const crossed = (choices: Readonly<Record<string, readonly string[]>>): Fields[] =>
    Object.entries(choices).reduce<Fields[]>(
      (all, [id, taken]) => all.flatMap((one) => taken.map((value) => ({ ...one, [id]: value }))),
      [{}],
    );
  const choicesOf = (kind: string, id: string): string[] =>
    template(kind).fields.flatMap((field) => (field.id === id ? field.choices.map(({ value }) => value) : []));
  const days = {
    "charged-on": ["2025-08-31", "2026-02-28", "2026-11-05"],
    "card-refused-on": ["", "2026-01-01"],
    "cancelled-on": ["2026-02-01", "2026-11-06"],
    "promised-by": ["", "2026-11-21"],
    want: ["money", "performance"],
  };
  const said = (lines: readonly { text: { ru: string } }[]): string => lines.map(({ text }) => text.ru).join("\n");

  it.each([
    ["refund-refused", "no-consent", choicesOf("refund-refused", "outcome")],
    ["merchant", "reason", [""]],
  ])("a %s asks for one thing, by one day, and by the norm that gives it", (kind, reason, outcome) => {
    const paid = { "paid-from": choicesOf(kind, "paid-from"), [reason]: choicesOf(kind, reason), outcome };
    const none = { "claimed-on": "", "refused-on": "", "received-on": "", outstanding: "700" };
    for (const stated of crossed({ ...paid, ...days })) {
      const { letter, dates } = claim(kind, filled(kind, { ...none, ...stated }));
      const asked = letter.demands.filter(({ text }) => /вернуть |оказать опл|передать опл/i.test(text.ru));
      const terms = dates.filter(({ kind: one }) => one === "refund-by" || one === "own-term");
      expect([stated, asked.map(({ id }) => id).length]).toEqual([stated, 1]);
      if (stated.want === "money")
        expect([stated, /оказать опл|передать опл/.test(said(asked))]).toEqual([stated, false]);
      expect([stated, terms.length]).toEqual([stated, /в течение \d+ /i.test(said(asked)) ? 1 : 0]);
      if (/за вычетом/.test(said(asked))) expect(said(letter.law)).not.toMatch(/1102/);
      if (/без моего заказа/.test(said(letter.paragraphs))) expect(said(letter.demands)).not.toContain("расторгнут");
    }
  });
});

describe("the days that may never have come", () => {
  it("are named as long as nobody stated them and the letter turns on them", () => {
    const ifAny = (fields: Fields) => claim("merchant", { "paid-from": "card", ...fields }).ifAny.map(({ id }) => id);
    expect(ifAny({ reason: "recurring" })).toEqual(["cancelled-on", "card-refused-on"]);
    expect(ifAny({ reason: "recurring", "cancelled-on": "2026-11-01" })).toEqual(["card-refused-on"]);
    expect(ifAny({ reason: "not-delivered" })).toEqual(["promised-by"]);
    expect(ifAny({ reason: "child" })).toEqual([]);
  });
});

describe("an answer as an electronic document", () => {
  it("needs an e-mail to go to", () => {
    const one = claim("content-without-consent", { "answer-by": "electronic" });
    expect(missing(one)).toContain("email");
    expect(missing(claim("content-without-consent", { "answer-by": "paper" }))).not.toContain("email");
  });
});

const refusal = (kind: string, fields: Fields): Problem | null => {
  try {
    values(kind, fields);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

describe("a field that does not fit", () => {
  it.each([
    ["amount", "-5", "field-negative-amount"],
    ["amount", "0", "field-negative-amount"],
    ["amount", "1.299", "field-ambiguous-amount"],
    ["amount", "много", "field-impossible-amount"],
    ["charged-on", "31.02.2026", "field-impossible-date"],
    ["charged-on", "2026-02-29", "field-impossible-date"],
    ["charged-on", "вчера", "field-impossible-date"],
    ["charged-on", "05.11.26", "field-impossible-date"],
    ["charged-on", "23.11.2026", "field-date-to-come"],
    ["number", "12345", "field-not-phone"],
    ["number", "8 (926) 123-45-6", "field-not-phone"],
    ["number", "<script>", "field-not-phone"],
    ["email", "ivanov", "field-not-email"],
    ["email", "a@b", "field-not-email"],
    ["subject", "moon", "field-not-choice"],
    ["name", "я".repeat(301), "field-too-long"],
    ["circumstances", "я".repeat(2001), "field-too-long"],
  ])("%s: %s", (field, given, key) => {
    expect(refusal("content-without-consent", { [field]: given })).toMatchObject({ code: "bad-field", key });
  });

  it("a whole card number is refused and not repeated", () => {
    const problem = refusal("bank-operation-not-mine", { card: "4276123412341234" });
    expect(problem?.key).toBe("field-not-last-digits");
    expect(JSON.stringify(problem)).not.toContain("4276");
  });

  it.each([
    ["8 926 123-45-67", "+7 926 123-45-67"],
    ["79261234567", "+7 926 123-45-67"],
    ["9261234567", "+7 926 123-45-67"],
    ["+7(926)1234567", "+7 926 123-45-67"],
    ["+49 30 123456", "+4930123456"],
  ])("a number is taken as %s", (given, shown) => {
    expect(values("content-without-consent", { number: given }).get("number")?.text.ru).toBe(shown);
  });

  it("a date is taken as people write it", () => {
    for (const given of ["05.11.2026", "5.11.2026", "2026-11-05", "05/11/2026", "05.11.2026 г."]) {
      expect(values("merchant", { "charged-on": given }).get("charged-on")).toMatchObject({ date: "2026-11-05" });
    }
  });
});

describe("what a person types", () => {
  it("is never taken for a place to fill in", () => {
    const one = claim(
      "content-without-consent",
      filled("content-without-consent", { name: "{address}", service: "{name}" }),
    );
    expect(one.letter.from[0]?.ru).toBe("{address}");
    expect(one.letter.paragraphs[0]?.text.ru).toContain("«{name}»");
  });

  it("stands in the letter as it is, whatever it is", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), word, (kind, name) => {
        expect(claim(kind, filled(kind, { name, representative: "" })).letter.signed.ru).toBe(name.trim());
      }),
    );
  });
});

describe("dates that cannot follow each other are refused", () => {
  it("but a date that nobody stated gives way: a letter was written by the day it was taken", () => {
    const kind = "content-without-consent";
    expect(claim(kind, { "received-on": "2026-11-20" }, { today: "2026-11-22" }).letter.date.ru).toBe("20.11.2026");
    expect(claim(kind, { "received-on": "2026-11-24" }, { today: "2026-11-22" }).letter.date.ru).toBe("22.11.2026");
  });

  it.each<[string, Fields]>([
    ...KINDS.map((kind): [string, Fields] => [kind, { date: "2026-10-06", "received-on": "2026-10-05" }]),
    ["refund-refused", { "claimed-on": "2026-10-05", "refused-on": "2026-10-01" }],
    ["regulator-complaint", { "charged-on": "2026-10-05", "claimed-on": "2026-10-01" }],
    // A claim tells the bank too: nobody told it later for the first time.
    ["regulator-complaint", { regulator: "bank-of-russia", "told-on": "2026-11-14", "claimed-on": "2026-11-11" }],
    ["bank-operation-not-mine", { "operated-on": "2026-10-05", "notified-on": "2026-10-01" }],
    ["content-without-consent", { "charged-on": "2026-10-05", until: "2026-10-01" }],
    ["imposed-option", { "connected-on": "2026-10-05", "charged-on": "2026-10-01" }],
    ["merchant", { "charged-on": "2026-10-05", "received-on": "2026-10-01" }],
  ])("in %s: %j", (kind, dates) => {
    expect(() => values(kind, dates)).toThrow(expect.objectContaining({ code: "bad-field", key: "field-before" }));
  });
});

describe("what does not go together is refused", () => {
  const part = (kind: string, fields: Fields) => () => values(kind, { amount: "800", ...fields });

  it.each<[string, Fields]>([
    ["refund-refused", { outcome: "partial", outstanding: "800" }],
    ["refund-refused", { outcome: "partial", outstanding: "900", "no-consent": "faulty", remedy: "reduce" }],
    ["refund-refused", { outcome: "refused", "no-consent": "faulty", remedy: "reduce", demanded: "900" }],
    ["merchant", { reason: "faulty", remedy: "reduce", demanded: "800" }],
    ["regulator-complaint", { outcome: "partial", outstanding: "800.01" }],
  ])("a part that is no less than the whole, in %s: %j", (kind, fields) => {
    expect(part(kind, fields)).toThrow(expect.objectContaining({ code: "bad-field", key: "field-no-part" }));
  });

  it.each<[string, Fields]>([
    ["refund-refused", { outcome: "partial", outstanding: "799,99" }],
    // To put a defect right may cost more than the service did.
    ["merchant", { reason: "faulty", remedy: "costs", demanded: "900" }],
    ["refund-refused", { outcome: "partial", outstanding: "900", "no-consent": "faulty", remedy: "costs" }],
    // Said of another situation, it counts for nothing.
    ["refund-refused", { outcome: "refused", outstanding: "900" }],
  ])("but not %s: %j", (kind, fields) => {
    expect(part(kind, fields)).not.toThrow();
  });

  it.each(["child", "given", "raised", "faulty", "content"])("the Bank of Russia and %s", (reason) => {
    const fields = { regulator: "bank-of-russia", "no-consent": reason };
    expect(() => values("regulator-complaint", fields)).toThrow(
      expect.objectContaining({ code: "bad-field", key: "field-other-choice", allowed: ["none", "deceived"] }),
    );
  });
});

describe("a bank and more than 500 thousand roubles", () => {
  const beside = (kind: string, fields: Fields) => {
    const { before, dates, next } = claim(kind, filled(kind, fields));
    return [...before, ...dates, ...next].map(({ text }) => text.ru).join("\n");
  };
  const russia = { regulator: "bank-of-russia", outcome: "silent" };

  it.each<[string, Fields]>([
    ["bank-operation-not-mine", { "cross-border": "abroad" }],
    ["bank-operation-not-mine", { "cross-border": "domestic", informed: "no" }],
    ["regulator-complaint", russia],
  ])("%s %j: straight to court; up to them the ombudsman first", (kind, fields) => {
    const large = beside(kind, { ...fields, amount: "500000,01" });
    expect(large).toMatch(/сразу в суд/);
    expect(large).not.toMatch(/finombudsman|до 500 тысяч/);
    const small = beside(kind, { ...fields, amount: "500000" });
    expect(small).toMatch(/finombudsman/);
    expect(small).not.toMatch(/сразу в суд|больше 500/);
  });

  it("what is left decides, where a part came back", () => {
    const rest = { regulator: "bank-of-russia", outcome: "partial", amount: "700000" };
    expect(beside("regulator-complaint", { ...rest, outstanding: "400000" })).toMatch(/finombudsman/);
    expect(beside("regulator-complaint", { ...rest, outstanding: "600000" })).toMatch(/сразу в суд/);
  });
});

it.each([
  [{ filled: true, from: "2026-11-02" }, "2026-11-01", false],
  [{ filled: true, from: "2026-11-02" }, "2026-11-02", true],
  [{ filled: true, before: "2026-11-02" }, "2026-11-02", false],
  [{ filled: true }, "2026-11-02", true],
  [{ filled: true }, null, false],
  [{ filled: false }, null, true],
  [{ filled: false }, "2026-11-02", false],
])("all that a condition states has to hold: %j of %s is %s", (stated, day, holds) => {
  const field = "paid-on";
  const values = new Map(day === null ? [] : [[field, { text: { ru: day, en: day }, date: day }]]);
  expect(applies({ when: [{ field, not: false, ...stated }] }, values)).toBe(holds);
});

describe("what a person typed fits the marks around it", () => {
  it.each([
    ["«Гороскоп дня»", "«Гороскоп дня»"],
    ["«Гороскоп дня».", "«Гороскоп дня»."],
    ["«Гороскоп дня», номер 5052", "«„Гороскоп дня“, номер 5052»"],
    ['"Гороскоп дня"', "«Гороскоп дня»"],
  ])("%s stands as %s", (service, shown) => {
    const text = whole(claim("content-without-consent", { service }, { operator: "megafon" }));
    expect(text).toContain(shown);
    expect(text).not.toContain("««");
  });

  it.each(KINDS)("no sum ends a sentence of %s with two full stops", (kind) => {
    expect(whole(claim(kind, filled(kind), { operator: "megafon" }))).not.toContain("коп..");
  });
});
