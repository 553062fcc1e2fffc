import type { DirectoryIndex } from "../../directory/types.js";
import type { Routing } from "../../routing/routing.js";
import type { Screen } from "./screen.js";

/** A routing on a screen. */
export interface View extends Screen {
  routing: Routing;
  directory: DirectoryIndex;
}
