/** Every question there is, and its answer as a value: what programs are given, and what a line of a batch asks. */
import { hear, type Room, undecided, withCountryCode } from "../answers/ask.js";
import { accountNamed, chargeAnswer } from "../answers/charge.js";
import { checklistAnswer, checklistNamed, PERSON_FACTS, personStated } from "../answers/checklist.js";
import { claimAnswer, claimNamed, operatorOf } from "../answers/claim.js";
import { CARD_FACTS, cardOf } from "../answers/contacts.js";
import type { Desk, Openers } from "../answers/desk.js";
import { FIND_FACTS, findAnswer } from "../answers/find.js";
import { partiesNamed, sourcesOf } from "../answers/listings.js";
import { withNumber } from "../answers/number-fact.js";
import { merchantNamed, refundAnswer } from "../answers/refund.js";
import { emergencyAnswer, inUsualCase, originNotices, routeAnswer } from "../answers/route.js";
import { whoseAnswer, whoseAtOnce } from "../answers/whose.js";
import type { Directory } from "../directory/types.js";
import { chargeFacts, chargeJson } from "../render/charge/json.js";
import { checklistJson, checklistSummaryJson } from "../render/checklist/json.js";
import { claimJson, fieldsIn, noClaimKind } from "../render/claim/json.js";
import { cardJson } from "../render/contacts/json.js";
import { factsJson, type NoticeJson, problemText, type Query } from "../render/envelope/json.js";
import { foundJson } from "../render/find/text.js";
import { conflictsJson, operatorsJson, sourcesJson, topicsJson } from "../render/listings/json.js";
import { purchaseFacts, refundJson } from "../render/refund/json.js";
import { replyJson, replyTo } from "../render/reply/text.js";
import { candidatesJson, noticesJson, operatorIds, routingJson, undecidedJson } from "../render/route/json.js";
import { whoseJson } from "../render/whose/json.js";
import type { Words } from "../render/words.js";
import type { Routing } from "../routing/route.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, parseFacts } from "../situation/facts.js";
import { parsePast } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { Account } from "../vocabulary/charges.js";
import type { Language } from "../vocabulary/language.js";
import { EMERGENCY_FACTS } from "../vocabulary/situation.js";
import { type Facts, factsOf, momentOf, type PurchaseFacts, purchaseFactsOf, textOf } from "./options.js";

/** A loaded directory, to be handed to the questions below; what is inside is not part of the promise. */
export interface Dozvon {
  readonly version: string;
  /** The newest day its sources were read, YYYY-MM-DD. */
  readonly asOf: string;
  readonly internal: Internal;
}

interface Internal {
  readonly directory: Directory;
  readonly open: Openers;
  words(lang: unknown): Words;
  /** Where many sentences come down to a few situations: answers given before. */
  recall?(question: string, answer: () => RouteAnswer): RouteAnswer;
}

export interface Spoken {
  /** @default "ru" */
  lang?: Language;
}

export interface Options extends Spoken {
  /** The only clock an answer uses: a date (YYYY-MM-DD; opening hours stay open) or a date and time (ISO 8601, Moscow time without a zone). */
  asOf: string;
}

export interface WithFacts extends Options {
  /** Facts known beside the question. */
  facts?: Facts;
  /** Repeat a phone number among the facts as it is. */
  showNumbers?: boolean;
}

/** The facts as the answer took them, the `result` of the command with `--json` (`dozvon schema <command>`), and what is to be said with it. */
export interface Answer<Result> {
  facts: Query["facts"];
  result: Result;
  notices: NoticeJson[];
}

export type RouteResult = ReturnType<typeof routingJson>;
export type RouteAnswer = Answer<RouteResult>;

/** What a question is answered over and in what words. @throws TypeError; Problem impossible-date. */
function deskOf({ internal: { directory, open, words } }: Dozvon, options: Options) {
  const { asOf, lang } = options ?? ({} as Options);
  const desk: Desk = { directory, open, moment: momentOf(asOf) };
  return { words: words(lang), desk };
}

const answerOf = <T>(facts: Query["facts"], result: T, notices: readonly Notice[], words: Words): Answer<T> => ({
  facts,
  result,
  notices: noticesJson(notices, words),
});

const routed = (routing: Routing, { directory }: Desk, words: Words): RouteAnswer =>
  answerOf(factsJson(routing.situation), routingJson(routing, operatorIds(directory), words), routing.notices, words);

const numbered = (given: GivenFacts, { showNumbers = false }: Pick<WithFacts, "showNumbers">, desk: Desk): GivenFacts =>
  withNumber(withCountryCode(given, desk), desk, showNumbers);

/**
 * Facts to channels: the main job. A `number` among the facts stands for its operator, and is repeated masked.
 *
 * @throws Problem `unknown-operator`, `unknown-topic`, `unknown-country`, `unknown-value`, `bad-number`, `contradictory-facts` or
 * `impossible-date`, with the accepted values in `allowed` and the nearest in `hints`.
 */
export function route(dozvon: Dozvon, facts: Facts, options: Options & Pick<WithFacts, "showNumbers">): RouteAnswer {
  const { desk, words } = deskOf(dozvon, options);
  return routed(routeAnswer(numbered(factsOf(facts), options, desk), desk), desk, words);
}

/** Which emergency number answers. @param options.facts `roaming`, `from`, `country`, `without`. @throws Problem as `route`. */
export function emergency(dozvon: Dozvon, options: WithFacts): RouteAnswer {
  const { desk, words } = deskOf(dozvon, options);
  const facts = withCountryCode(factsOf(options.facts, EMERGENCY_FACTS), desk);
  return routed(emergencyAnswer(facts, desk).routing, desk, words);
}

/**
 * By what was asked: a route, who charged, whose a number is, a refund, a letter or a checklist. `result.candidates` of a route holds topics to choose from where
 * the text leaves it open, the likeliest first, and else the two nearest besides.
 */
export type AskAnswer =
  | ({
      kind: "route" /** Of the topic, where the text says it; null where it was given or is left open. */;
      confidence: number | null;
    } & Answer<RouteResult | ReturnType<typeof undecidedJson>>)
  | ({ kind: "charge" } & Answer<ReturnType<typeof chargeJson>>)
  | ({ kind: "whose" } & Answer<ReturnType<typeof whoseJson>>)
  | ({ kind: "refund" } & ReturnType<typeof refund>)
  | ({ kind: "checklist" } & ReturnType<typeof checklist>)
  | ({ kind: "claim" } & ReturnType<typeof claim>);

/**
 * A plain sentence, Russian or English, to the same answer. Facts given beside it win over what the text says.
 *
 * @throws Problem `out-of-scope` for what is not about phone service or charges, `usage` for an empty text, and as `route`.
 */
export function ask(dozvon: Dozvon, text: string, options: WithFacts): AskAnswer {
  const { desk, words } = deskOf(dozvon, options);
  const stated = factsOf(options.facts);
  const understood = hear(textOf(text, "text"), stated, desk);
  if (understood.room) return answerOfRoom(understood.room, dozvon, options);
  const { verdict, given: heard } = understood;
  const given = heard.topic?.value === EMERGENCY_TOPIC ? heard : withNumber(heard, desk, options.showNumbers ?? false);
  if (verdict.kind === "several") {
    const { situation, candidates, notices } = undecided({ ...understood, given }, verdict.candidates, desk);
    const result = undecidedJson(candidates, desk.directory, words);
    return { kind: "route", confidence: null, ...answerOf(factsJson(situation), result, notices, words) };
  }
  const sure = verdict.kind === "topic" && !stated.topic ? verdict : null;
  const answered = () => routed(routeAnswer(given, desk), desk, words);
  // An opening hour begins with a minute.
  const { date, epoch } = desk.moment;
  const question = JSON.stringify([given, date, epoch && Math.floor(epoch / 60_000)]);
  const { facts, result, notices } = dozvon.internal.recall?.(question, answered) ?? answered();
  const candidates = candidatesJson(sure?.nearest ?? [], desk.directory, words);
  const told = [...noticesJson(understood.notices, words), ...notices];
  const confidence = sure && Math.round(sure.confidence * 100) / 100;
  return { kind: "route", confidence, facts, result: { ...result, candidates }, notices: told };
}

function answerOfRoom(room: Room, dozvon: Dozvon, options: Options): AskAnswer {
  const { desk, words } = deskOf(dozvon, options);
  switch (room.kind) {
    case "charge":
      return { kind: "charge", ...charge(dozvon, room, options) };
    case "whose": {
      const found = whoseAtOnce(room.numbers, desk);
      return { kind: "whose", ...answerOf({}, whoseJson(found, words), found.notices, words) };
    }
    case "refund":
      return { kind: "refund", ...refund(dozvon, room.merchant, { ...options, facts: room.given }) };
    case "checklist":
      return { kind: "checklist", ...checklistFor(room.id, room.given, null, desk, words) };
    case "claim": {
      if (room.id === null) throw noClaimKind(desk.open.claims(), words);
      const { operator } = room;
      return { kind: "claim", ...claim(dozvon, room.id, { ...options, ...(operator && { operator }) }) };
    }
  }
}

/** The route as a message to the customer who asked. @throws Problem as `route`. */
export function reply(dozvon: Dozvon, topic: string, options: WithFacts) {
  const { desk, words } = deskOf(dozvon, options);
  const stated = factsOf({ ...options.facts, topic: textOf(topic, "topic") });
  const given = numbered(stated, options, desk);
  const routing = routeAnswer(given, desk);
  const usual = inUsualCase(routing, given, desk);
  const result = replyJson(routing, replyTo(routing, usual, desk.directory, words));
  return answerOf(factsJson(routing.situation), result, [...routing.notices, ...originNotices(usual)], words);
}

/**
 * Who a number's range was given to, or what a short number or a code is and what it is worth.
 *
 * @param numbers one or several, in any spelling.
 * @throws Problem `bad-number` where the only one is no number; `hints` holds what was probably meant.
 */
export async function whose({ internal }: Dozvon, numbers: string | readonly string[], { lang }: Spoken = {}) {
  const words = internal.words(lang);
  const inputs = [numbers].flat().map((one) => textOf(one, "number"));
  const answer = await whoseAnswer(inputs, internal);
  return answerOf({}, whoseJson(answer, words), answer.notices, words);
}

/**
 * Who took the money.
 *
 * @param charge a line of a statement, an SMS sender, a short number or a name; the account alone gives the general way.
 * @throws Problem `missing-facts` without either, `unknown-value` for an account that is none.
 */
export function charge(dozvon: Dozvon, asked: { descriptor?: string; account?: Account }, options: Options) {
  const { desk, words } = deskOf(dozvon, options);
  const { descriptor: line = "" } = asked;
  const descriptor = textOf(line, "descriptor").trim() || null;
  const account = accountNamed(asked.account);
  if (descriptor === null && account === null)
    throw new Problem("missing-facts", "no-descriptor", {}, { missing: ["descriptor"] });
  const found = chargeAnswer({ descriptor, account }, desk);
  return answerOf(chargeFacts(found), chargeJson(found, words), [], words);
}

/**
 * What the merchant's rules and the law say of a purchase.
 *
 * @param merchant by id, name or spelling.
 * @throws Problem `unknown-merchant`, `unknown-value`, `impossible-date`.
 */
export function refund(dozvon: Dozvon, merchant: string, options: Options & { facts?: PurchaseFacts }) {
  const { desk, words } = deskOf(dozvon, options);
  const given = purchaseFactsOf(options.facts);
  const answer = refundAnswer({ charge: merchantNamed(textOf(merchant, "merchant"), desk), given }, desk);
  return answerOf(purchaseFacts(given, answer.merchant, desk.moment), refundJson(answer, words), [], words);
}

export interface ClaimOptions extends Options {
  operator?: string;
  /** Values by the ids of the letter's fields; what is not given stays blank. */
  fields?: Readonly<Record<string, string | number | null>>;
  /** Ids of demands to leave out. */
  skipDemands?: readonly string[];
  /** Put what is about the person into the answer. */
  showPersonal?: boolean;
}

/** A claim letter. @param kind its id. @throws Problem `unknown-claim`, `unknown-operator`, `bad-field`. */
export function claim(dozvon: Dozvon, kind: string, options: ClaimOptions) {
  const { desk, words } = deskOf(dozvon, options);
  const { operator: named, fields, skipDemands = [], showPersonal = false } = options;
  const template = claimNamed(textOf(kind, "kind"), desk);
  const operator = named === undefined ? null : operatorOf(textOf(named, "operator"), "flag", desk.directory);
  const given = fieldsIn(fields ?? {}, template);
  const answer = claimAnswer({ template, operator, given, skipped: skipDemands }, desk);
  const shown = { personal: showPersonal, files: { letter: null, calendar: null } };
  const letter = showPersonal ? answer.claim : answer.impersonal;
  const facts = operator ? { operator: { value: operator.id, from: operator.from } } : {};
  const result = claimJson(letter, answer.takers, answer.basis.grounds, shown, words);
  return answerOf(facts, result, answer.notices, words);
}

/**
 * A checklist as somebody who begins it today would meet it.
 *
 * @param id as `checklists` lists it. @param options.chargedOn the day of the charge.
 * @throws Problem `unknown-checklist`, `impossible-date`, and as `route`.
 */
export function checklist(dozvon: Dozvon, id: string, options: WithFacts & { chargedOn?: string }) {
  const { desk, words } = deskOf(dozvon, options);
  const stated = factsOf(options.facts, [...PERSON_FACTS, "number"]);
  const { chargedOn } = options;
  const day = chargedOn === undefined ? null : parsePast(textOf(chargedOn, "chargedOn"), desk.moment).date;
  return checklistFor(textOf(id, "id"), stated, day, desk, words);
}

function checklistFor(id: string, stated: GivenFacts, day: string | null, desk: Desk, words: Words) {
  const { directory } = desk;
  const { facts, notices } = personStated(stated, stated, desk);
  const found = checklistNamed(id, desk);
  const steps = checklistAnswer(found, facts, day, desk);
  const result = { checklist: checklistJson(found, steps, directory, words) };
  return answerOf(factsJson(parseFacts(facts, directory)), result, notices, words);
}

/**
 * The contact card of an operator, whole or for the situation stated.
 *
 * @param options.travel what to save before a journey abroad.
 * @throws Problem `unknown-operator`, and as `route`.
 */
export function contacts(dozvon: Dozvon, operator: string, options: WithFacts & { travel?: boolean }) {
  const { desk, words } = deskOf(dozvon, options);
  const facts = factsOf(options.facts, CARD_FACTS);
  const given: GivenFacts = { ...facts, operator: { value: textOf(operator, "operator"), from: "flag" } };
  const card = cardOf(desk.directory, given, desk.moment, options.travel ?? false);
  return answerOf(factsJson(card.situation), cardJson(card, words), card.notices, words);
}

/** A few words to the channel or topic they are about. @throws Problem `usage` for an empty text, and as `route`. */
export function find(dozvon: Dozvon, text: string, options: WithFacts) {
  const { desk, words } = deskOf(dozvon, options);
  const found = findAnswer(textOf(text, "text"), factsOf(options.facts, FIND_FACTS), desk);
  const { directory } = desk;
  return answerOf(factsJson(parseFacts(found.facts, directory)), foundJson({ found, directory, words }), [], words);
}

export function operators({ internal }: Dozvon, { lang }: Spoken = {}) {
  const words = internal.words(lang);
  return answerOf({}, { operators: operatorsJson(internal.directory, words) }, [], words);
}

export function topics({ internal }: Dozvon, { lang }: Spoken = {}) {
  const words = internal.words(lang);
  return answerOf({}, { topics: topicsJson(internal.directory, words) }, [], words);
}

export function checklists({ internal: { directory, open, words: spoken } }: Dozvon, { lang }: Spoken = {}) {
  const words = spoken(lang);
  const all = directory.checklists.map(({ id }) => checklistSummaryJson(open.checklist(id), words));
  return answerOf({}, { checklists: all }, [], words);
}

/**
 * Where what is said of a party comes from.
 * @param options.party an operator, body or merchant; all where none is named. @param options.law the norms of law instead.
 * @param options.stale only what was not read for so many days before `asOf`, the worst first.
 */
export function sources(
  { internal }: Dozvon,
  { lang, party, law, stale, asOf }: Spoken & { party?: string; law?: boolean; stale?: number; asOf?: string } = {},
) {
  const words = internal.words(lang);
  const old = stale === undefined ? undefined : { days: stale, today: momentOf(asOf).date };
  return answerOf({}, sourcesJson(sourcesOf({ party, law, stale: old }, internal), words), [], words);
}

/** Where sources contradict each other, and how that was decided. @param options.party as `sources`. */
export function conflicts({ internal }: Dozvon, { lang, party }: Spoken & { party?: string } = {}) {
  const words = internal.words(lang);
  const parties = partiesNamed(party, internal.directory);
  return answerOf({}, { parties: conflictsJson(parties, words) }, [], words);
}

/** What is wrong, in words. @param problem as thrown by the questions above. */
export const explain = ({ internal }: Dozvon, problem: Problem, { lang }: Spoken = {}) =>
  problemText(problem, internal.words(lang));
