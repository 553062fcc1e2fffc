import type { Coverage, Sources, SourcesAsked, Stale } from "../../answers/listings.js";
import type { Norm, Use } from "../../answers/norms.js";
import type { Channel, Directory, Party, Source } from "../../directory/types.js";
import { operators } from "../../situation/names.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { settledLines, sourceText } from "../ground/text.js";
import { plainRecords } from "../plain.js";
import { dateText, join, type Screen, section, spanText } from "../text/screen.js";
import type { Words } from "../words.js";

export function operatorsText(directory: Directory, { words, layout, palette }: Screen): string {
  const lines = operators(directory).flatMap(({ id, name, services, aliases }) => {
    const said = services.map((service) => words.say(`service.${service}`)).join(", ");
    return [`${palette.answer(id)}  ${words.text(name)}`, ...layout.paragraph(`${said}. ${aliases.join(", ")}`, 4)];
  });
  return join(lines);
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

export function topicsText({ topics }: Directory, { words, layout, palette }: Screen): string {
  return join(
    topics.flatMap((topic) => [
      ...layout.paragraph(`${palette.answer(topic.id)}  ${words.text(topic.label)}`, 0, 4),
      ...layout.paragraph(words.text(topic.explanation), 4),
    ]),
  );
}

function trustText({ grade, status, origin }: Channel, words: Words): string {
  const whose = origin === BUILT_IN ? [] : [words.say("origin.overlay")];
  return [words.say(`grade.${grade}`), words.say(`status.${status}`), ...whose].join(", ");
}

const sourceLines = (sources: readonly Source[], { words, layout }: Screen): string[] =>
  sources.flatMap((source) => layout.paragraph(`- ${sourceText(source, words)}`, 4, 2));

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

/** Norm by norm: what it says, how sure that is and when it was read, who relies on it, where it was found. */
function normsText(norms: readonly Norm[], screen: Screen): string {
  const { words, layout, palette } = screen;
  const lines = norms.flatMap(({ ground, usedIn }) => [
    palette.heading(ground.id),
    ...layout.paragraph(words.text(ground.text), 2),
    ...layout.paragraph(
      words.say("norm.trust", {
        grade: words.say(`grade.${ground.grade}`),
        status: words.say(`status.${ground.status}`),
        date: dateText(ground.checkedOn, words),
      }),
      2,
    ),
    ...(ground.doubt ? layout.paragraph(words.text(ground.doubt), 2).map((line) => palette.doubt(line)) : []),
    ...layout.paragraph(words.say("norm.used", { places: placesText(usedIn, words) }), 2, 2),
    ...sourceLines(ground.sources, screen),
    "",
  ]);
  return join(lines.slice(0, -1));
}

/** Value by value, for whoever keeps the directory current. */
function staleText(stale: readonly Stale[], { words, layout }: Screen): string {
  const lines = stale.flatMap(({ channel: { id, display, label, checkedOn }, days }) => [
    ...layout.paragraph(`${words.text(display)} — ${words.text(label)} (${id})`, 0, 2),
    ...layout.paragraph(words.say("stale.read", { date: dateText(checkedOn, words), days: String(days) }), 2),
  ]);
  return lines.length === 0 ? `${words.say("stale.none")}\n` : join(lines);
}

function coverageText({ subscriber, situations, proven, grades }: Coverage, words: Words): string {
  const percent = (part: number) => String(Math.round((100 * part) / situations));
  const shares = Object.entries(grades).map(([grade, part]) => `${words.say(`grade.${grade}`)} ${percent(part)} %`);
  return words.say(`coverage.${subscriber}`, { share: percent(proven), grades: shares.join(", ") });
}

function valuesText({ parties, coverage }: Sources, screen: Screen): string {
  const { words, layout, palette } = screen;
  const lines = parties.flatMap((party) => [
    palette.heading(words.text(party.name)),
    ...layout.paragraph(
      words.say("sources.read", {
        days: spanText(
          party.channels.map((one) => one.checkedOn),
          words,
        ),
      }),
      2,
    ),
    ...coverage
      .filter(({ operator }) => operator === party.id)
      .flatMap((one) => layout.paragraph(coverageText(one, words), 2)),
    ...party.channels.flatMap((channel) => [
      ...layout.paragraph(
        `${words.text(channel.display)} — ${words.text(channel.label)}; ${trustText(channel, words)}`,
        2,
        2,
      ),
      ...sourceLines(channel.sources, screen),
    ]),
    "",
  ]);
  return join(lines.slice(0, -1));
}

/** @param asked which of the three it is about. */
export function sourcesText(sources: Sources, { law, stale }: SourcesAsked, screen: Screen): string {
  if (law) return normsText(sources.norms, screen);
  return stale ? staleText(sources.stale, screen) : valuesText(sources, screen);
}

export function conflictsText(parties: readonly Party[], directory: Directory, screen: Screen): string {
  const { words, layout, palette } = screen;
  const lines = parties.flatMap((party) => {
    const conflicts = party.conflicts.flatMap((conflict) => [
      ...layout.paragraph(words.text(conflict.question), 2).map((line) => palette.answer(line)),
      ...settledLines(conflict, screen),
    ]);
    const withdrawn = directory
      .neverOffered(party.id)
      .flatMap((value) =>
        layout.paragraph(
          `${value.values.map(words.text).join(", ")} — ${words.text(value.claim)}: ${words.say(`withdrawn.${value.status}`)}. ${words.text(value.why)}`,
          2,
          2,
        ),
      );
    if (conflicts.length + withdrawn.length === 0) return [];
    return [
      palette.heading(words.text(party.name)),
      ...conflicts,
      ...section(screen, words.say("section.withdrawn"), withdrawn),
      "",
    ];
  });
  return lines.length === 0 ? `${words.say("conflicts.none")}\n` : join(lines.slice(0, -1));
}
