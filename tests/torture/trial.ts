/** What a trial is: something done to dozvon many times over, each time differently, that must never go wrong. */

export interface Setting {
  /** The repository, built. */
  root: string;
  /** An empty folder of this trial's own, removed afterwards. */
  folder: string;
}

/** One try that went well. */
export interface Tried {
  /** What was given, for the list of the slowest. */
  input: string;
  /** How long dozvon took for it. */
  ms: number;
}

export interface Attempts {
  /**
   * One try. Everything by chance in it comes from `seed`, so that a fault can be had again.
   * @throws Error saying what went wrong, with the input: that is a fault, and the next try follows.
   */
  attempt(seed: number): Promise<Tried>;
  /** At the end, whatever happened. @throws Error for a fault of the whole, such as memory that grew. */
  close?(): Promise<void>;
}

export interface Trial {
  name: string;
  /** One line for the report: what is done to whom. */
  what: string;
  /** In a full run. */
  tries: number;
  /** In the short form, which `npm test` runs. 0 leaves the trial out of it. */
  short: number;
  /** At most, in a run of five minutes on two cores. */
  seconds: number;
  open(setting: Setting): Promise<Attempts>;
}
