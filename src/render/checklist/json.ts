import type { Due } from "../../checklists/due.js";
import type { NumberedStep, RunView, Way } from "../../checklists/step.js";
import type { Checklist, DirectoryIndex, GoTo } from "../../directory/types.js";
import { adviceJson, channelJson } from "../channel/json.js";
import { groundJson } from "../ground/json.js";
import { operatorIds } from "../route/json.js";
import { pick, said, type Words } from "../words.js";

const goToJson = (goTo: GoTo | null) =>
  goTo && {
    step: "step" in goTo ? goTo.step : null,
    checklist: "checklist" in goTo ? goTo.checklist : null,
    end: "end" in goTo,
  };

const dueOf = ({ term, ...due }: Due) => ({
  ...pick(due, "kind", "ground", "date", "daysLeft", "dayOff", "calendarKnown", "from"),
  term: term && { ...pick(term, "amount", "unit", "direction"), event: term.from, when: term.when },
});

function wayJson({ topic, party, channels, routing, missing, limits }: Way, directory: DirectoryIndex, words: Words) {
  const operators = operatorIds(directory);
  return {
    topic: topic.id,
    party,
    channels: channels.map((channel) => channelJson(channel, operators, words)),
    missing,
    limits: limits.map((one) => adviceJson(one, words)),
    /** What answers from any other phone where the own SIM is counted as gone. */
    otherPhone: party === null && routing.otherPhone ? channelJson(routing.otherPhone, operators, words) : null,
  };
}

function stepJson(view: NumberedStep, directory: DirectoryIndex, words: Words) {
  const { step, number, record, ways, missing, dues, grounds } = view;
  const { id, title, text, urgent, keep, goOn, branches, onFail, tool } = step;
  return {
    ...said({ id, number, title, text, urgent }, words),
    ...pick(record, "state", "answer", "on"),
    ways: ways.map((way) => wayJson(way, directory, words)),
    missing,
    ...said({ keep, dues: dues.map(dueOf), goOn }, words),
    branches: branches.map((branch) => ({
      id: branch.id,
      label: words.text(branch.label),
      /** One of the three; null instead of it: on to the next step. */
      goTo: goToJson(branch.goTo),
      alongside: branch.alongside,
    })),
    onFail: { text: words.text(onFail.text), goTo: goToJson(onFail.goTo) },
    command: tool && (`dozvon ${tool}` as const),
    grounds: grounds.map((ground) => groundJson(ground, words)),
  };
}

const headOf = (checklist: Checklist) => pick(checklist, "id", "title", "when", "topics");

export const checklistSummaryJson = (checklist: Checklist, words: Words) => ({
  ...said(headOf(checklist), words),
  steps: checklist.steps.length,
});

export const checklistJson = (
  checklist: Checklist,
  steps: readonly NumberedStep[],
  directory: DirectoryIndex,
  words: Words,
) => ({ ...said(headOf(checklist), words), steps: steps.map((step) => stepJson(step, directory, words)) });

export const checklistTitle = (id: string, { checklists }: DirectoryIndex, words: Words): string =>
  words.text(checklists.find((one) => one.id === id)?.title ?? { ru: id, en: id });

export function runJson({ run, next, awaited }: RunView, directory: DirectoryIndex, words: Words) {
  const { id, checklist, steps, followUps } = run;
  return {
    id,
    checklist: checklist.id,
    title: words.text(checklist.title),
    ...pick(run, "startedOn", "chargedOn", "facts", "progress"),
    finished: next === null,
    next: next && stepJson(next, directory, words),
    steps: steps.map(({ step, state, answer, on }, index) => ({
      id: step.id,
      number: index + 1,
      title: words.text(step.title),
      state,
      answer,
      on,
    })),
    awaited: awaited.map(({ record, due }) => ({ step: record.step.id, ...said(dueOf(due), words) })),
    followUps: followUps.map(({ checklist: to, step }) => ({
      checklist: to,
      title: checklistTitle(to, directory, words),
      step,
    })),
    ...pick(run, "notes"),
  };
}
