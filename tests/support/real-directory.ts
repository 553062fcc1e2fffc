/** The directory this repository ships, through the gate, as the engine sees it. */

import type { Directory } from "../../src/directory/types.js";
import { inMemory } from "../../src/gate/assemble.js";
import { assembled } from "./assembled.js";

export { SWEEP_DAY } from "./sweep-day.js";

export const realDirectory = (): Directory => inMemory(assembled());
