/** Where the own SIM is counted as gone or its network is: the same people with any other phone in their hand. */
import type { Topic } from "../directory/types.js";
import type { Caller } from "./caller.js";
import type { Grid } from "./completions.js";

/** A phone somebody nearby may lend; abroad that is a foreign one. */
const otherPhone = (caller: Caller): Caller => ({
  ...caller,
  line: caller.place === "abroad" ? "foreign" : "landline",
});

/** @returns null where nobody is left without a line that they said they have. */
export function gridWithOtherPhone(grid: Grid, topic: Topic): Grid | null {
  const callers = grid.callers.filter((caller) => caller !== null);
  if (topic.ownLine === "ok" || !callers.every(({ line }) => line === "own")) return null;
  return { ...grid, callers: grid.callers.map((caller) => caller && otherPhone(caller)) };
}
