import type { Coverage, Sources, SourcesAsked, Stale } from "../../answers/listings.js";
import type { Norm, Use } from "../../answers/norms.js";
import type { Channel, Directory, Party, Source } from "../../directory/types.js";
import { operators } from "../../situation/names.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { plainRecords } from "../clean.js";
import { settledLines, sourceText } from "../ground/text.js";
import { entry, heading, indented, type Line, section, textOf } from "../text/blocks.js";
import { dateText, type Screen, spanText } from "../text/screen.js";
import type { Words } from "../words.js";

export function operatorsText(directory: Directory, screen: Screen): string {
  const { words, palette } = screen;
  const lines = operators(directory).flatMap(({ id, name, services, aliases }) => {
    const said = services.map((service) => words.say(`service.${service}`)).join(", ");
    return [`${palette.answer(id)}  ${words.text(name)}`, indented(`${said}. ${aliases.join(", ")}`, 4)];
  });
  return textOf(lines, screen);
}

/** Columns of `--plain`, in their order: part of the contract, new ones only at the end. */
export const operatorsPlain = (directory: Directory, { words }: Screen): string =>
  plainRecords(
    operators(directory).map(({ id, name, services, aliases }) => [
      id,
      words.text(name),
      services.join(","),
      aliases.join(","),
    ]),
  );

export const topicsPlain = ({ topics }: Directory, { words }: Screen): string =>
  plainRecords(topics.map(({ id, label, explanation }) => [id, words.text(label), words.text(explanation)]));

export function topicsText({ topics }: Directory, screen: Screen): string {
  const { words, palette } = screen;
  const lines = topics.flatMap(({ id, label, explanation }) => [
    indented(`${palette.answer(id)}  ${words.text(label)}`, 0, 4),
    indented(words.text(explanation), 4),
  ]);
  return textOf(lines, screen);
}

function trustText({ grade, status, origin }: Channel, words: Words): string {
  const whose = origin === BUILT_IN ? [] : [words.say("origin.overlay")];
  return [words.say(`grade.${grade}`), words.say(`status.${status}`), ...whose].join(", ");
}

const sourceLines = (sources: readonly Source[], words: Words): Line[] =>
  sources.map((source) => indented(`- ${sourceText(source, words)}`, 4, 2));

/** "claim imposed-option: consent, rules": places of one kind and id together. */
function placesText(uses: readonly Use[], words: Words): string {
  if (uses.length === 0) return words.say("norm.nowhere");
  const places = new Map<string, string[]>();
  for (const { kind, id, part } of uses) {
    const place = words.say(`norm.${kind}`, { id });
    places.set(place, [...(places.get(place) ?? []), part]);
  }
  return [...places].map(([place, parts]) => `${place}: ${parts.join(", ")}`).join("; ");
}

/** Parts with a blank line between them. */
const apart = (parts: readonly (readonly Line[])[]): Line[] => parts.flatMap((part) => ["", ...part]).slice(1);

/** Norm by norm: what it says, how sure that is and when it was read, who relies on it, where it was found. */
function normLines({ ground, usedIn }: Norm, words: Words): Line[] {
  const { id, text, grade, status, checkedOn, doubt, sources } = ground;
  const sure = { grade: words.say(`grade.${grade}`), status: words.say(`status.${status}`) };
  return [
    heading(id),
    indented(words.text(text)),
    indented(words.say("norm.trust", { ...sure, date: dateText(checkedOn, words) })),
    ...(doubt ? [indented(words.text(doubt), 2, 0, "doubt")] : []),
    entry(words.say("norm.used", { places: placesText(usedIn, words) })),
    ...sourceLines(sources, words),
  ];
}

/** Value by value, for whoever keeps the directory current. */
const staleLines = ({ channel: { id, display, label, checkedOn }, days }: Stale, words: Words): Line[] => [
  indented(`${words.text(display)} — ${words.text(label)} (${id})`, 0, 2),
  indented(words.say("stale.read", { date: dateText(checkedOn, words), days: String(days) })),
];

function coverageText({ subscriber, situations, proven, grades }: Coverage, words: Words): string {
  const percent = (part: number) => String(Math.round((100 * part) / situations));
  const shares = Object.entries(grades).map(([grade, part]) => `${words.say(`grade.${grade}`)} ${percent(part)} %`);
  return words.say(`coverage.${subscriber}`, { share: percent(proven), grades: shares.join(", ") });
}

function valueLines({ id, name, channels }: Party, coverage: readonly Coverage[], words: Words): Line[] {
  const read = channels.map(({ checkedOn }) => checkedOn);
  return [
    heading(words.text(name)),
    indented(words.say("sources.read", { days: spanText(read, words) })),
    ...coverage.filter(({ operator }) => operator === id).map((one) => indented(coverageText(one, words))),
    ...channels.flatMap((channel) => [
      entry(`${words.text(channel.display)} — ${words.text(channel.label)}; ${trustText(channel, words)}`),
      ...sourceLines(channel.sources, words),
    ]),
  ];
}

/** @param asked which of the three it is about. */
export function sourcesText(sources: Sources, { law, stale }: SourcesAsked, screen: Screen): string {
  const { words } = screen;
  if (law) return textOf(apart(sources.norms.map((norm) => normLines(norm, words))), screen);
  if (!stale) return textOf(apart(sources.parties.map((one) => valueLines(one, sources.coverage, words))), screen);
  const lines = sources.stale.flatMap((one) => staleLines(one, words));
  return textOf(lines.length === 0 ? [words.say("stale.none")] : lines, screen);
}

export function conflictsText(parties: readonly Party[], screen: Screen): string {
  const { words } = screen;
  const parts = parties.flatMap(({ name, conflicts, neverOffered }) => {
    const disputed = conflicts.flatMap((conflict) => [
      indented(words.text(conflict.question), 2, 0, "answer"),
      ...settledLines(conflict, words),
    ]);
    const withdrawn = neverOffered.map(({ values, claim, status, why }) => {
      const said = `${words.text(claim)}: ${words.say(`withdrawn.${status}`)}. ${words.text(why)}`;
      return entry(`${values.map(words.text).join(", ")} — ${said}`);
    });
    if (disputed.length + withdrawn.length === 0) return [];
    return [[heading(words.text(name)), ...disputed, ...section(words.say("section.withdrawn"), withdrawn)]];
  });
  return textOf(parts.length === 0 ? [words.say("conflicts.none")] : apart(parts), screen);
}
