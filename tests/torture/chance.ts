/** Numbers by chance that come again with the same seed. */

/** Mulberry32. @returns numbers in [0, 1). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of one try of one trial: whatever else was tried before it changes nothing. */
export function seedOf(seed: number, trial: string, index: number): number {
  let mixed = seed | 0;
  for (const character of `${trial} ${index}`) mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193);
  return Math.floor(chance(mixed)() * 2 ** 31);
}
