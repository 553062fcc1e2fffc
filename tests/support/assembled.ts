/** The authored data/ folder through the gate, in all its parts. */
import { type Assembled, assemble } from "../../src/gate/assemble.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";
import { SWEEP_DAY } from "./sweep-day.js";

export function assembled(): Assembled {
  const { directory, issues } = gate(readAuthored("data"), SWEEP_DAY);
  if (!directory) throw new Error(`data/ does not pass the gate: ${JSON.stringify(issues[0])}`);
  return assemble(directory, "built-in");
}
