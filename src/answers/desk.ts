/** What every question is answered over. */
import type { Directory, OpenersOf } from "../directory/types.js";
import type { WordLists } from "../understanding/dictionaries.js";
import type { Moment } from "../values/moment.js";

export type Openers = OpenersOf<WordLists>;

export interface Desk {
  readonly directory: Directory;
  /** The only clock an answer uses. */
  readonly moment: Moment;
  readonly open: Openers;
}
