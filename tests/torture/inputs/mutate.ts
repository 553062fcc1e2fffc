/** Real files with something changed in them. */
import { HOSTILE } from "./values.js";

type Next = () => number;

const pick = <T>(from: readonly T[], next: Next): T => from[Math.floor(next() * from.length)] as T;

/** One to four places where bytes are flipped, left out, doubled, put in or cut off. */
export function mutatedBytes(content: Buffer, next: Next): Buffer {
  let bytes = content;
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const at = Math.floor(next() * (bytes.length + 1));
    const length = Math.floor(next() * 8);
    const [before, here, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
    const how = Math.floor(next() * 6);
    if (how === 0) bytes = Buffer.concat([before, here.map((byte) => byte ^ (1 << Math.floor(next() * 8))), after]);
    else if (how === 1) bytes = Buffer.concat([before, after]);
    else if (how === 2) bytes = Buffer.concat([before, here, here, after]);
    else if (how === 3) bytes = Buffer.concat([before, Buffer.from([Math.floor(next() * 256)]), after]);
    else if (how === 4) bytes = Buffer.concat([before, Buffer.from(pick(HOSTILE, next)), after]);
    else bytes = before;
  }
  return bytes;
}

type Node = Record<string, unknown>;

const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  " ",
  [],
  {},
  [[]],
  "\u0000",
  "a".repeat(700),
  "__proto__",
  "https://evil.example/\u001b[2J",
  "javascript:alert(1)",
  "tel:112",
  "+79990000000",
  "0500",
  "9999-99-99",
  { ru: "а", en: "b" },
];

/** A place in it by chance, never deeper than the JSON goes. */
function placeIn(root: unknown, next: Next): { holder: Node; key: string } | null {
  let found: { holder: Node; key: string } | null = null;
  let node = root;
  while (node !== null && typeof node === "object" && (found === null || next() < 0.8)) {
    const keys = Object.keys(node);
    if (keys.length === 0) break;
    const key = pick(keys, next);
    found = { holder: node as Node, key };
    node = (node as Node)[key];
  }
  return found;
}

function change({ holder, key }: { holder: Node; key: string }, next: Next): void {
  const how = Math.floor(next() * 6);
  const value = holder[key];
  if (how === 0) delete holder[key];
  else if (how === 1)
    Object.defineProperty(holder, pick(["__proto__", "constructor", "x", key.toUpperCase()], next), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else if (how === 2 && Array.isArray(value)) holder[key] = [...value, ...value];
  else if (how === 3 && typeof value === "string") holder[key] = value + pick(HOSTILE, next);
  else if (how === 4 && typeof value === "string")
    holder[key] = value.replace(/\d/, () => String(Math.floor(next() * 10)));
  // A copy: what is changed further must not be what the next mutation begins with.
  else holder[key] = structuredClone(pick(STRANGE, next));
}

/** Values of the JSON changed; bytes where it is none. */
export function mutatedJson(content: Buffer, next: Next): Buffer {
  const root = JSON.parse(content.toString()) as unknown;
  for (let times = Math.floor(next() * 4); times > 0; times--) {
    const place = placeIn(root, next);
    if (place) change(place, next);
  }
  return Buffer.from(JSON.stringify(root));
}
