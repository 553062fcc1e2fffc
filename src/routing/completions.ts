/** Facts left out are not guessed: every way to complete them is a cell of a grid, and the answer covers the grid. */
import type { DirectoryIndex, PartySummary, Topic } from "../directory/types.js";
import { FACT_TABLE } from "../situation/fact-table.js";
import { type Situation, settledLine } from "../situation/facts.js";
import { operators } from "../situation/names.js";
import type { OpenQuestion } from "../situation/questions.js";
import type { Line, OpenFact, Place, Service, Subscriber } from "../vocabulary/situation.js";
import { LINES, OPEN_FACTS } from "../vocabulary/situation.js";
import type { Caller } from "./caller.js";

export interface Grid {
  dimensions: readonly OpenQuestion[];
  /** One a cell, the last dimension running fastest; null where no such caller exists. */
  callers: readonly (Caller | null)[];
}

/** The line class of the fact `from`, seen from the operator asked about. */
function lineOf(from: string, operator: string | null, operators: readonly PartySummary[]): Line {
  const named = LINES.find((line) => line === from);
  if (named) return named;
  if (from === operator) return "own";
  const mobile = operators.find((one) => one.id === from)?.services.includes("mobile");
  return mobile ? "other-operator" : "landline";
}

type Cell = Partial<Record<OpenFact, string>>;

/** Combinations nobody can be in, as far as a left-out fact makes them up. */
function isImpossible(situation: Situation, operator: PartySummary | undefined, service: Service | null, from: string) {
  const open = !situation.operator || !situation.service;
  if (open && operator && service && !operator.services.includes(service)) return true;
  // Somebody with the operator's own SIM in hand is a mobile customer: `own` says so by definition.
  return (from === "own" || from === operator?.id) && service === "fixed" && !situation.service;
}

function callerOf(cell: Cell, situation: Situation, operators: readonly PartySummary[], topic: Topic): Caller | null {
  const fact = (name: OpenFact): string | undefined => situation[name]?.value ?? cell[name];
  const operatorId = (topic.operatorNeeded && fact("operator")) || null;
  const service = ((topic.operatorNeeded && fact("service")) || null) as Service | null;
  const operator = operators.find((one) => one.id === operatorId);
  const from = fact("from") ?? "own";
  if (isImpossible(situation, operator, service, from)) return null;
  const country = situation.country?.value ?? null;
  const place = (fact("roaming") as Place | undefined) ?? "home";
  // Whose customer asks decides what `own` means, also for topics that do not need the operator.
  const whose = operators.find((one) => one.id === fact("operator"));
  const line = lineOf(from, whose?.id ?? null, operators);
  const isFixed = (situation.service?.value ?? service) === "fixed" || whose?.services.includes("mobile") === false;
  return {
    operator: operatorId,
    service,
    subscriber: (fact("subscriber") as Subscriber | undefined) ?? "personal",
    place,
    line: settledLine(line, place, isFixed),
    country,
    merchant: fact("merchant") ?? null,
    // What a person rules out holds whichever way the rest is completed.
    without: situation.without?.value ?? [],
    tried: situation.tried?.value ?? [],
  };
}

function product(dimensions: readonly OpenQuestion[]): Cell[] {
  let cells: Cell[] = [{}];
  for (const { fact, values } of dimensions) {
    cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [fact]: value })));
  }
  return cells;
}

export function completions(situation: Situation, topic: Topic, directory: DirectoryIndex): Grid {
  const known = operators(directory);
  const about = { topic, operator: known.find((one) => one.id === situation.operator?.value), directory };
  const dimensions = OPEN_FACTS.filter((fact) => topic.asks && !situation[fact])
    .map((fact) => ({ fact, values: FACT_TABLE[fact].values(about) }))
    .filter(({ values }) => values.length > 0);
  const callers = product(dimensions).map((cell) => callerOf(cell, situation, known, topic));
  return { dimensions, callers };
}

/** A phone somebody nearby may lend; abroad that is a foreign one. */
const borrowing = (caller: Caller): Caller => ({ ...caller, line: settledLine("landline", caller.place, false) });

/**
 * Where the own SIM is counted as gone or its network is: the same people with any other phone in their hand.
 * @returns null where nobody is left without a line that they said they have.
 */
export function gridWithOtherPhone({ dimensions, callers }: Grid, topic: Topic): Grid | null {
  if (!["none", "doubtful"].includes(topic.ownLine) || callers.some((caller) => caller && caller.line !== "own"))
    return null;
  return { dimensions, callers: callers.map((caller) => caller && borrowing(caller)) };
}

/** The values of the fact `from` that a line stands for: `other-operator` is any other operator with a mobile service. */
export function linesFrom(line: string, operator: string | null, directory: DirectoryIndex): string[] {
  if (line !== "other-operator") return [line];
  return operators(directory)
    .filter((party) => party.id !== operator && party.services.includes("mobile"))
    .map((party) => party.id);
}
