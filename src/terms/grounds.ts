import type { Ground } from "../directory/types.js";

export type Grounds = ReadonlyMap<string, Ground>;

/** The gate has seen to it that every ground named is there. */
export const groundsOf = (ids: readonly string[], grounds: Grounds): Ground[] =>
  ids.flatMap((id) => grounds.get(id) ?? []);
