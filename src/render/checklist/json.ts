import type { Due } from "../../checklists/due.js";
import type { NumberedStep, RunView, Way } from "../../checklists/step.js";
import type { Checklist, DirectoryIndex, GoTo } from "../../directory/types.js";
import { adviceJson, channelJson } from "../channel/json.js";
import { groundJson } from "../ground/json.js";
import type { Words } from "../words.js";

/** The command that helps at a step, as it is typed. */
export const toolCommand = (tool: string): string => `dozvon ${tool}`;

const goToJson = (goTo: GoTo | null) =>
  goTo && {
    step: "step" in goTo ? goTo.step : null,
    checklist: "checklist" in goTo ? goTo.checklist : null,
    end: "end" in goTo,
  };

function dueJson({ term, ...due }: Due, words: Words) {
  return {
    kind: due.kind,
    ground: due.ground,
    date: due.date,
    daysLeft: due.daysLeft,
    dayOff: due.dayOff,
    calendarKnown: due.calendarKnown,
    from: due.from,
    assumed: due.assumed,
    term: term && {
      amount: term.amount,
      unit: term.unit,
      direction: term.direction,
      event: term.from,
      when: term.when && words.text(term.when),
    },
  };
}

function wayJson({ topic, party, channels, routing, missing, limits }: Way, directory: DirectoryIndex, words: Words) {
  const operators = new Set(directory.parties.flatMap((one) => (one.type === "operator" ? [one.id] : [])));
  return {
    topic: topic.id,
    party,
    channels: channels.map((channel) => channelJson(channel, operators, words)),
    missing,
    limits: limits.map((one) => adviceJson(one, words)),
    otherPhone: party === null && routing.otherPhone ? channelJson(routing.otherPhone, operators, words) : null,
  };
}

function stepJson(view: NumberedStep, directory: DirectoryIndex, words: Words) {
  const { step, number, record, ways, missing, dues, grounds } = view;
  return {
    id: step.id,
    number,
    title: words.text(step.title),
    text: words.text(step.text),
    urgent: step.urgent,
    state: record.state,
    answer: record.answer,
    on: record.on,
    ways: ways.map((way) => wayJson(way, directory, words)),
    missing,
    keep: step.keep && words.text(step.keep),
    dues: dues.map((due) => dueJson(due, words)),
    goOn: words.text(step.goOn),
    branches: step.branches.map(({ id, label, goTo, alongside }) => ({
      id,
      label: words.text(label),
      goTo: goToJson(goTo),
      alongside,
    })),
    onFail: { text: words.text(step.onFail.text), goTo: goToJson(step.onFail.goTo) },
    command: step.tool && toolCommand(step.tool),
    grounds: grounds.map((ground) => groundJson(ground, words)),
  };
}

export const checklistSummaryJson = ({ id, title, when, topics, steps }: Checklist, words: Words) => ({
  id,
  title: words.text(title),
  when: words.text(when),
  topics,
  steps: steps.length,
});

export function checklistJson(
  { id, title, when, topics }: Checklist,
  steps: readonly NumberedStep[],
  directory: DirectoryIndex,
  words: Words,
) {
  const all = steps.map((step) => stepJson(step, directory, words));
  return { id, title: words.text(title), when: words.text(when), topics, steps: all };
}

export const checklistTitle = (id: string, { checklists }: DirectoryIndex, words: Words): string => {
  const found = checklists.find((one) => one.id === id);
  return found ? words.text(found.title) : id;
};

export function runJson({ run, next, awaited }: RunView, directory: DirectoryIndex, words: Words) {
  return {
    id: run.id,
    checklist: run.checklist.id,
    title: words.text(run.checklist.title),
    startedOn: run.startedOn,
    chargedOn: run.chargedOn,
    facts: run.facts,
    progress: run.progress,
    finished: next === null,
    next: next && stepJson(next, directory, words),
    steps: run.steps.map(({ step, state, answer, on }, index) => ({
      id: step.id,
      number: index + 1,
      title: words.text(step.title),
      state,
      answer,
      on,
    })),
    awaited: awaited.map(({ record, due }) => ({ step: record.step.id, ...dueJson(due, words) })),
    followUps: run.followUps.map(({ checklist, step }) => ({
      checklist,
      title: checklistTitle(checklist, directory, words),
      step,
    })),
    notes: run.notes,
  };
}
