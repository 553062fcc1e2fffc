import { mayCall } from "../../answers/whose.js";
import type { NumberingPlan, Register } from "../../directory/numbering-types.js";
import type { Use } from "../../numbering/uses.js";
import type { Answered } from "../../numbering/whose.js";
import type { Moment } from "../../values/moment.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import type { NumberKind } from "../../vocabulary/numbers.js";
import { sentence, shown } from "../channel/text.js";
import { clean } from "../clean.js";
import { answer, doubt, faint, indented, item, type Line, section, textOf } from "../text/blocks.js";
import { dateText, type Screen } from "../text/screen.js";
import type { Words } from "../words.js";
import { countriesText, countryName, holderText, regionText, unknownText, useText } from "./plain.js";

/** How many uses of one number a person is shown, 112 with its ten on one screen; --json has them all. */
const SHOWN_USES = 4;

export interface WhoseScreen extends Screen {
  register: Register;
  plan: NumberingPlan;
  moment: Moment;
}

function rangeLines({ assignment, kind }: Answered, { words, register }: WhoseScreen): Line[] {
  if (kind !== "mobile") return [];
  const date = dateText(register.asOf, words);
  if (!assignment) return [words.say("whose.range-free", { date })];
  const holder = holderText(assignment.holder, words);
  return [words.say("whose.range", { holder, regions: regionText(assignment.regions, words), date })];
}

/** A helpdesk that calls back wants to know whether they are asleep there; Russia has eleven zones. */
function clockText({ regions }: Answered, { words, moment: { epoch } }: WhoseScreen): string[] {
  if (epoch === null) return [];
  const clock = (timeZone: string): string =>
    new Intl.DateTimeFormat("ru", { timeZone, hour: "2-digit", minute: "2-digit" }).format(epoch);
  const times = [...new Set(regions.flatMap(({ timeZones }) => timeZones.map(clock)))];
  return times.length > 0 ? [words.say("whose.local-time", { times: times.join(words.say("list.or")) })] : [];
}

function placeLines(found: Answered, screen: WhoseScreen): Line[] {
  const { kind, regions, country, shared, service, extension } = found;
  const { words } = screen;
  return [
    ...(kind === "landline" ? [words.say("whose.landline", { regions: regionText(regions, words) })] : []),
    ...clockText(found, screen),
    ...(country && kind === "foreign" ? [words.say("whose.country", { country: countryName(country, words) })] : []),
    ...(shared && !service ? [words.say("whose.shared", { countries: countriesText(found, words) })] : []),
    ...(kind === "unallocated" ? [words.say("whose.unallocated")] : []),
    ...(service ? [words.text(service)] : []),
    ...(extension ? [words.say("whose.extension", { extension })] : []),
  ];
}

/** More countries than this are not a list anybody reads. */
const SHOWN_COUNTRIES = 3;

/** Where a number of the directory answers from, in words. */
function reachText({ channel }: Use, { words }: WhoseScreen): string[] {
  const countries = channel?.countries ?? [];
  if (countries.length > SHOWN_COUNTRIES) return [words.say("whose.answers.abroad")];
  if (countries.length > 0) {
    const names = countries.map((code) => countryName(code, words)).join(", ");
    return [words.say("whose.answers.countries", { countries: names })];
  }
  const type = channel?.kind === "ussd" ? "short-code" : channel?.numberType;
  return type ? [words.say(`whose.answers.${type}`)] : [];
}

/** How far a use can be trusted, in the words the other screens use. */
function trustText({ grade, sources, checkedOn, channel }: Use, { words }: WhoseScreen): string[] {
  if (!grade) return [];
  if (channel && channel.origin !== BUILT_IN) return [sentence(words.say("trust.overlay"))];
  const named = sources.some(({ url }) => url !== null);
  const key = grade === "reported" && !named ? "uncited" : grade;
  const checked = checkedOn ? [words.say("trust.checked", { date: dateText(checkedOn, words) })] : [];
  return [words.say(`trust.${key}`), ...checked];
}

const isGood = ({ status }: Use): boolean => status === "current" || status === "unconfirmed";

/** What was said of reach before a use is shown: by the kind of number, or by the use above it. */
function saidOfReach({ service, uses }: Answered, index: number, screen: WhoseScreen): string {
  const before = uses[index - 1];
  if (before && isGood(before)) return reachText(before, screen).join();
  return service && index === 0 ? screen.words.say("whose.answers.toll-free") : "";
}

/** @param said of reach before: it is not said twice. */
function useLines(use: Use, said: string, screen: WhoseScreen): Line[] {
  const { words } = screen;
  const good = isGood(use);
  const reach = reachText(use, screen);
  const disputed = use.status === "disputed" ? use.conflicts.slice(0, 1) : [];
  const head = good ? useText(use, words) : words.say(`whose.${use.status}`, { use: useText(use, words) });
  const instead = use.instead.map((channel) => shown({ channel }, words)).join(words.say("list.or"));
  const texts = [
    ...(good && reach.join() !== said ? reach : []),
    // What to do comes before why.
    ...(instead ? [words.say("whose.instead", { instead })] : []),
    ...disputed.map(({ resolution }) => words.text(resolution)),
    ...(use.why && !good ? [words.say("conflict.why", { why: words.text(use.why) })] : []),
    ...(good ? trustText(use, screen) : []),
  ].map(sentence);
  return [item(sentence(head)), ...(texts.length > 0 ? [indented(texts.join(" "), 4)] : [])];
}

function usesLines(found: Answered, screen: WhoseScreen): Line[] {
  const { uses } = found;
  const rest = uses.length - SHOWN_USES;
  const shownUses = uses.slice(0, SHOWN_USES);
  return [
    ...shownUses.flatMap((use, index) => useLines(use, saidOfReach(found, index, screen), screen)),
    ...(rest > 0 ? [indented(screen.words.say("list.more", { count: String(rest) }))] : []),
  ];
}

/** What somebody has been given: wrong as the one party's, it may well be another's. */
const SOMEBODYS: readonly NumberKind[] = ["mobile", "landline", "toll-free"];

function verdictLines(found: Answered, { words, menu }: WhoseScreen): Line[] {
  const { verdict, display, kind, uses } = found;
  // What a known code does to the phone comes before everything else.
  const effects = uses.flatMap((use) => (isGood(use) && use.why ? [words.text(use.why)] : []));
  if (effects.length > 0) return effects.map(doubt);
  if (verdict === null || verdict === "known") return [];
  const [wrong] = uses;
  if (verdict === "refuted" && wrong && SOMEBODYS.includes(kind))
    return [doubt(words.say("whose.verdict.not-theirs", { claim: words.text(wrong.claim) }))];
  if (verdict !== "unknown") return [doubt(words.say(`whose.verdict.${verdict}`))];
  const charge = words.say("whose.charge", { number: display });
  return [unknownText(found, words), ...(kind === "short" && !menu ? [charge] : [])].map(doubt);
}

/** Whose it is, on the first line, where everybody who gives it out is one party. */
function headText({ kind: form, country, shared, uses, display }: Answered, words: Words): string {
  const nowhere = form === "foreign" && !country && !shared;
  const number = clean(display);
  const kind = words.say(nowhere ? "whose.text.no-country" : `whose.kind.${form}`);
  const owners = new Set(uses.filter(isGood).map(({ owner }) => words.text(owner.name)));
  const [owner] = owners;
  const named = form === "short" && owners.size === 1 && owner !== undefined;
  return named ? words.say("whose.head-owner", { number, kind, owner }) : words.say("whose.head", { number, kind });
}

function cautionTexts(found: Answered, { words, plan: { portability, callerId } }: WhoseScreen): string[] {
  const calls = mayCall(found);
  // Emergency services do call back from their number, and are not to be hung up on.
  const national = found.uses.some(({ channel }) => channel?.numberType === "national");
  return [
    ...(calls && !national ? [words.say("whose.called")] : []),
    ...(calls ? [words.text(callerId.text)] : []),
    ...(found.assigned ? [`${words.text(portability.text)} ${portability.url}`] : []),
  ];
}

/** What numbers on the screen can prove, and what to do about a call from them: once, however many there are. */
export function cautionText(numbers: readonly Answered[], screen: WhoseScreen): string {
  const texts = [...new Set(numbers.flatMap((found) => cautionTexts(found, screen)))];
  return textOf(section(screen.words.say("section.whose-caution"), texts.map(item)), screen);
}

/** One number as a screen of text: what it is first, then whose, then what is known of it. */
export function whoseText(found: Answered, screen: WhoseScreen): string {
  const { words } = screen;
  const lines = [
    answer(headText(found, words)),
    ...verdictLines(found, screen),
    ...rangeLines(found, screen),
    ...placeLines(found, screen),
    ...section(words.say("section.whose-uses"), usesLines(found, screen)),
  ];
  return textOf(lines, screen);
}

/** The register's terms ask for a link to the source wherever it is used. */
export const registerText = (screen: WhoseScreen): string =>
  textOf(["", faint(screen.words.text(screen.register.notice))], screen);
