/** Where in a file's text a JSON path points to. */
import { type Node, parseTree } from "jsonc-parser";

type Step = { node: Node; shown: Node; rest: string };

/** A key may have dots in it, so the longest that fits is the one meant. */
function next(node: Node, path: string): Step | null {
  const wanted = path.replace(/^\./, "");
  if (node.type === "array") {
    const [all = "", index = ""] = /^\[(\d+)\]/.exec(wanted) ?? [];
    const item = all === "" ? undefined : node.children?.[Number(index)];
    return item ? { node: item, shown: item, rest: wanted.slice(all.length) } : null;
  }
  const fits = (node.type === "object" ? (node.children ?? []) : []).flatMap((property): Step[] => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const after = wanted.slice(name.length);
    const named = wanted.startsWith(name) && (after === "" || after.startsWith(".") || after.startsWith("["));
    return named && value ? [{ node: value, shown: property, rest: after }] : [];
  });
  return fits.reduce<Step | null>((best, one) => (best && best.rest.length <= one.rest.length ? best : one), null);
}

/** @returns the line of an offset, counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** @returns the line of a path, counted from 1: of what holds it where the path itself is not there. */
export function lineReader(text: string): (path: string) => number {
  const root = parseTree(text);
  return (path) => {
    if (!root) return 1;
    let shown = root;
    for (let step = next(root, path); step; step = step.rest === "" ? null : next(step.node, step.rest)) {
      shown = step.shown;
    }
    return lineAt(text, shown.offset);
  };
}
