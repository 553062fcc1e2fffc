import { mayCall } from "../../answers/whose.js";
import type { NumberingPlan, Register } from "../../directory/numbering-types.js";
import type { Use } from "../../numbering/uses.js";
import type { Answered } from "../../numbering/whose.js";
import type { Moment } from "../../values/moment.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { sentence, shown } from "../channel/text.js";
import { clean } from "../clean.js";
import { dateText, join, type Screen, section } from "../text/screen.js";
import type { Words } from "../words.js";
import { countriesText, countryName, holderText, regionText, unknownText, useText } from "./plain.js";

/** How many uses of one number a person is shown; --json has them all. */
const SHOWN_USES = 6;

export interface WhoseScreen extends Screen {
  register: Register;
  plan: NumberingPlan;
  moment: Moment;
}

function rangeLines({ assignment, kind }: Answered, { words, layout, register }: WhoseScreen): string[] {
  if (kind !== "mobile") return [];
  const date = dateText(register.asOf, words);
  const text = assignment
    ? words.say("whose.range", {
        holder: holderText(assignment.holder, words),
        regions: regionText(assignment.regions, words),
        date,
      })
    : words.say("whose.range-free", { date });
  return layout.paragraph(text);
}

/** A helpdesk that calls back wants to know whether they are asleep there; Russia has eleven zones. */
function clockText({ regions }: Answered, { words, moment: { epoch } }: WhoseScreen): string[] {
  if (epoch === null) return [];
  const clock = (timeZone: string): string =>
    new Intl.DateTimeFormat("ru", { timeZone, hour: "2-digit", minute: "2-digit" }).format(epoch);
  const times = [...new Set(regions.flatMap(({ timeZones }) => timeZones.map(clock)))];
  return times.length > 0 ? [words.say("whose.local-time", { times: times.join(words.say("list.or")) })] : [];
}

function placeLines(answer: Answered, screen: WhoseScreen): string[] {
  const { kind, regions, country, shared, service, extension } = answer;
  const { words, layout } = screen;
  const texts = [
    ...(kind === "landline" ? [words.say("whose.landline", { regions: regionText(regions, words) })] : []),
    ...clockText(answer, screen),
    ...(country && kind === "foreign" ? [words.say("whose.country", { country: countryName(country, words) })] : []),
    ...(shared && !service ? [words.say("whose.shared", { countries: countriesText(answer, words) })] : []),
    ...(kind === "unallocated" ? [words.say("whose.unallocated")] : []),
    ...(service ? [words.text(service)] : []),
    ...(extension ? [words.say("whose.extension", { extension })] : []),
  ];
  return texts.flatMap((text) => layout.paragraph(text));
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

function disputeText({ conflicts, status }: Use, { words }: WhoseScreen): string[] {
  if (status !== "disputed") return [];
  return conflicts.slice(0, 1).map(({ resolution }) => sentence(words.text(resolution)));
}

const isGood = ({ status }: Use): boolean => status === "current" || status === "unconfirmed";

/** What was said of reach before a use is shown: by the kind of number, or by the use above it. */
function saidOfReach({ service, uses }: Answered, index: number, screen: WhoseScreen): string {
  const before = uses[index - 1];
  if (before && isGood(before)) return reachText(before, screen).join();
  return service && index === 0 ? screen.words.say("whose.answers.toll-free") : "";
}

/** @param said of reach before: it is not said twice. */
function useLines(use: Use, said: string, screen: WhoseScreen): string[] {
  const { words, layout } = screen;
  const good = isGood(use);
  const reach = reachText(use, screen);
  const repeated = reach.join() === said;
  const head = good ? useText(use, words) : words.say(`whose.${use.status}`, { use: useText(use, words) });
  const instead = use.instead.map((channel) => shown({ channel }, words)).join(words.say("list.or"));
  const texts = [
    ...(good && !repeated ? reach : []),
    ...disputeText(use, screen),
    ...(use.why && !good ? [words.say("conflict.why", { why: words.text(use.why) })] : []),
    ...(instead ? [words.say("whose.instead", { instead })] : []),
    ...(good ? trustText(use, screen) : []),
  ].map(sentence);
  return [...layout.paragraph(`- ${sentence(head)}`, 2, 2), ...layout.paragraph(texts.join(" "), 4)].filter(
    (line) => line.trim() !== "",
  );
}

function useSection(answer: Answered, screen: WhoseScreen): string[] {
  const { words, layout } = screen;
  const { uses } = answer;
  const rest = uses.length - SHOWN_USES;
  const more = rest > 0 ? layout.paragraph(words.say("list.more", { count: String(rest) }), 2) : [];
  const lines = uses
    .slice(0, SHOWN_USES)
    .flatMap((use, index) => useLines(use, saidOfReach(answer, index, screen), screen));
  return section(screen, words.say("section.whose-uses"), [...lines, ...more]);
}

function verdictLines(answer: Answered, { words, layout, palette }: WhoseScreen): string[] {
  const { verdict, display } = answer;
  // What a known code does to the phone comes before everything else.
  const effects = answer.uses.flatMap((use) => (isGood(use) && use.why ? [words.text(use.why)] : []));
  if (effects.length > 0) return effects.flatMap((one) => layout.paragraph(one)).map((line) => palette.doubt(line));
  if (verdict === null || verdict === "known") return [];
  const text = verdict === "unknown" ? unknownText(answer, words) : words.say(`whose.verdict.${verdict}`);
  const charge = words.say("whose.charge", { number: display });
  const content = verdict === "unknown" && answer.kind === "short" ? [charge] : [];
  return [text, ...content].flatMap((one) => layout.paragraph(one)).map((line) => palette.doubt(line));
}

/** Whose it is, on the first line, where everybody who gives it out is one party. */
function headText(answer: Answered, number: string, words: Words): string {
  const nowhere = answer.kind === "foreign" && !answer.country && !answer.shared;
  const kind = words.say(nowhere ? "whose.text.no-country" : `whose.kind.${answer.kind}`);
  const owners = new Set(answer.uses.filter(isGood).map(({ owner }) => words.text(owner.name)));
  const [owner] = owners;
  const named = answer.kind === "short" && owners.size === 1 && owner !== undefined;
  return named ? words.say("whose.head-owner", { number, kind, owner }) : words.say("whose.head", { number, kind });
}

/** What a number on the screen can prove, and what to do about a call from it. */
function cautionLines(answer: Answered, { words, layout, plan }: WhoseScreen): string[] {
  const calls = mayCall(answer);
  // Emergency services do call back from their number, and are not to be hung up on.
  const national = answer.uses.some(({ channel }) => channel?.numberType === "national");
  const texts = [
    ...(answer.assigned ? [`${words.text(plan.portability.text)} ${plan.portability.url}`] : []),
    ...(calls ? [words.text(plan.callerId.text)] : []),
    ...(calls && !national ? [words.say("whose.called")] : []),
  ];
  return texts.flatMap((text) => layout.paragraph(`- ${text}`, 2, 2));
}

/** One number as a screen of text: what it is first, then whose, then what is known of it, then what it does not prove. */
export function whoseText(answer: Answered, screen: WhoseScreen): string {
  const { words, layout, palette } = screen;
  const head = headText(answer, clean(answer.display), words);
  return join([
    ...layout.paragraph(head).map((line) => palette.answer(line)),
    ...verdictLines(answer, screen),
    ...rangeLines(answer, screen),
    ...placeLines(answer, screen),
    ...useSection(answer, screen),
    ...section(screen, words.say("section.whose-caution"), cautionLines(answer, screen)),
  ]);
}

/** The register's terms ask for a link to the source wherever it is used. */
export const registerText = ({ words, layout, palette, register }: WhoseScreen): string =>
  join(["", ...layout.paragraph(words.text(register.notice)).map((line) => palette.faint(line))]);
