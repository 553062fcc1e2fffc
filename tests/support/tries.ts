/** How often a property is tried: as often as said in `npm test`, a share of it where thousands of runs follow each other. */
export const tries = (many: number): number => Math.ceil(many * Number(process.env.TRIES_SHARE ?? 1));
