import { parseArgs } from "node:util";

export const GROUPS = ["cold", "batch", "whose", "growth"] as const;
export type GroupName = (typeof GROUPS)[number];

export interface Options {
  only: readonly GroupName[];
  /** Fewer rounds and shorter inputs: to see that it runs, not to publish. */
  quick: boolean;
  /** Draws the growth curves. */
  plot: boolean;
  format: "text" | "json" | "markdown";
}

const isGroup = (name: string): name is GroupName => GROUPS.some((one) => one === name);

/** @throws Error for a flag or a group there is none of. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const options = { only: { type: "string" }, quick: flag, plot: flag, json: flag, markdown: flag } as const;
  const { only, quick, plot, json, markdown } = parseArgs({ args: [...args], options }).values;
  const named = only?.split(",") ?? GROUPS;
  const unknown = named.filter((name) => !isGroup(name));
  if (unknown.length > 0) throw new Error(`no group ${unknown.join(", ")}: ${GROUPS.join(", ")}`);
  const format = json ? "json" : markdown ? "markdown" : "text";
  return { only: named.filter(isGroup), quick: quick === true, plot: plot === true, format };
}
