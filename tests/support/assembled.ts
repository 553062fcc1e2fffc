/** The authored data/ folder through the gate, in all its parts. */
import { type Assembled, assemble } from "../../src/gate/assemble.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";
import { SWEEP_DAY } from "./sweep-day.js";

let kept: Assembled | undefined;

/** Once for all files of tests that a worker runs: nobody changes what it holds. */
export function assembled(): Assembled {
  kept ??= throughTheGate();
  return kept;
}

function throughTheGate(): Assembled {
  const { directory, issues } = gate(readAuthored("data"), SWEEP_DAY);
  if (!directory) throw new Error(`data/ does not pass the gate: ${JSON.stringify(issues[0])}`);
  return assemble(directory);
}
