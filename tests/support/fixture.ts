/** One slip in the sound directory, as tests/fixtures/gate/README.md describes it. */
import { type Files, soundFiles } from "./folders.js";

export interface Fixture {
  slip: string;
  file: string;
  set?: Record<string, unknown>;
  drop?: string[];
  replace?: Record<string, string>;
  text?: string;
  as?: string;
  without?: string[];
  with?: Files;
  in?: string;
  /** null: this is sound too. */
  at: string | null;
  says?: { ru: string; en: string };
  /** Part of what to write instead, in English. */
  write?: string;
}

type Node = Record<string, unknown>;

/** `channels[0].label.en` as the record that holds the last key, and that key. */
function locate(root: unknown, path: string): { holder: Node; key: string } {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const key = keys.pop() ?? "";
  let holder = root as Node;
  for (const step of keys) {
    const next = holder[step];
    if (next === null || typeof next !== "object") throw new Error(`${path}: the sound directory has no ${step}`);
    holder = next as Node;
  }
  return { holder, key };
}

function patched(text: string, { set = {}, drop = [], replace = {} }: Fixture): string {
  const swapped = Object.entries(replace).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const json: unknown = JSON.parse(swapped);
  for (const [path, value] of Object.entries(set)) {
    const { holder, key } = locate(json, path);
    // Not an assignment: that would set the prototype where the key is __proto__.
    Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
  }
  for (const path of drop) {
    const { holder, key } = locate(json, path);
    if (!(key in holder)) throw new Error(`${path}: nothing to drop`);
    delete holder[key];
  }
  return JSON.stringify(json);
}

/** The sound directory with the slip in it. */
export function broken(fixture: Fixture): Files {
  const files: Files = { ...soundFiles(), ...fixture.with };
  const before = files[fixture.file];
  files[fixture.as ?? fixture.file] = fixture.text ?? patched(String(before), fixture);
  for (const name of fixture.without ?? []) delete files[name];
  return files;
}
