/** A code drawn with half blocks, read back by a real decoder. */
import jsqr from "jsqr";

/** Upper and lower half of a character cell: whether light is drawn there. */
const HALVES: Readonly<Record<string, readonly [boolean, boolean]>> = {
  "█": [true, true],
  "▀": [true, false],
  "▄": [false, true],
  " ": [false, false],
};
const SCALE = 4;

export type Modules = readonly (readonly boolean[])[];

export const modulesOf = (rows: readonly string[]): Modules =>
  rows.flatMap((row) => {
    const halves = [...row].map((drawn) => HALVES[drawn] ?? [false, false]);
    return [halves.map(([upper]) => upper), halves.map(([, lower]) => lower)];
  });

/** What a camera reads, each module four pixels wide; null where there is no code. */
export function photographed(modules: Modules): string | null {
  const width = (modules[0]?.length ?? 0) * SCALE;
  const height = modules.length * SCALE;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    const light = modules[Math.floor(at / width / SCALE)]?.[Math.floor((at % width) / SCALE)] ?? false;
    pixels.fill(light ? 255 : 0, at * 4, at * 4 + 3);
  }
  const decode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  return (decode as unknown as typeof import("jsqr").default)(pixels, width, height)?.data ?? null;
}
