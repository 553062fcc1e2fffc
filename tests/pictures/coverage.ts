/** What the program answers first: every operator, topic and main situation, with the grade of what it offers. */
import type { Directory, PartySummary, Topic } from "../../src/directory/types.js";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import type { Grade } from "../../src/vocabulary/evidence.js";

const MOMENT = parseMoment("2026-11-22");

/** In the order of the picture's columns. */
export const SITUATIONS = [
  { id: "own", roaming: "home", from: "own" },
  { id: "other", roaming: "home", from: "other-sim" },
  { id: "abroad", roaming: "abroad", from: "own" },
] as const;
export type Asked = (typeof SITUATIONS)[number];

/** `unproven`: only what no source proves from there; `none`: nothing; `absent`: no such customer. */
export type Cover = Grade | "unproven" | "none" | "absent";

/** An operator's id that is not this one's. */
const another = (operator: string, operators: readonly PartySummary[]): string =>
  operators.find(({ id, services }) => id !== operator && services.includes("mobile"))?.id ?? "internet";

export function cover(directory: Directory, topic: Topic, operator: PartySummary | null, asked: Asked): Cover {
  const operators = directory.parties.filter(({ type }) => type === "operator");
  const from = asked.from === "own" ? "own" : another(operator?.id ?? "", operators);
  const service = topic.service ?? (operator?.services.includes("mobile") ? "mobile" : "fixed");
  const facts = {
    topic: topic.id,
    roaming: asked.roaming,
    from,
    subscriber: "personal",
    ...(operator ? { operator: operator.id, service } : {}),
  };
  const given = Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, { value, from: "flag" as const }]),
  );
  try {
    const { primary, channels } = route(directory, given, MOMENT);
    const first = channels.find(({ channel }) => channel.id === primary);
    return first?.channel.grade ?? (channels.length > 0 ? "unproven" : "none");
  } catch (error) {
    if (error instanceof Problem) return "absent";
    throw error;
  }
}
