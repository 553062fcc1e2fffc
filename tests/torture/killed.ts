/** Settings and a run of a checklist, written by one to ten processes at once that are killed at any moment: what was confirmed is there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chance } from "./chance.js";
import { type Places, placesIn, ran } from "./home.js";
import type { Attempts, Setting, Trial, Tried } from "./trial.js";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  operator: ["mts", "t2", "megafon", "beeline"],
  subscriber: ["personal", "corporate"],
  lang: ["ru", "en"],
};
const KEYS = Object.keys(VALUES);
/** One in so many tries has ten writers, the others one or two. */
const CROWD = 25;

interface Writing {
  /** null for a note. */
  key: string | null;
  value: string;
  confirmed: boolean;
}

type Settings = Record<string, unknown>;

class Kept {
  private readonly notes = new Set<string>();
  private settings: Settings = {};
  private kills = 0;

  constructor(
    private readonly program: readonly string[],
    private readonly places: Places,
  ) {}

  private get folder(): string {
    return join(this.places.home, ".config", "dozvon");
  }

  private read(): Settings {
    const file = join(this.folder, "config.json");
    return readdirSync(this.folder).includes("config.json") ? JSON.parse(readFileSync(file, "utf8")) : {};
  }

  private readNotes(): Set<string> {
    const run = join(this.folder, "checklists", "spam");
    const names = readdirSync(run).filter((name) => name.endsWith(".json"));
    return new Set(names.map((name) => JSON.parse(readFileSync(join(run, name), "utf8")).event.text));
  }

  async write(key: string | null, value: string, killAfter: number | null): Promise<Writing> {
    const words = key === null ? ["checklist", "note", value, "--run", "spam"] : ["config", "set", key, value];
    const { code, err } = await ran([...this.program, ...words], this.places, killAfter);
    if (code !== null && code !== 0) throw new Error(`${words.join(" ")}: exit ${code}, ${err}`);
    if (code === null) this.kills += 1;
    return { key, value, confirmed: code === 0 };
  }

  /** Every value is one that was said last, and said by somebody who was not killed, if there was one. */
  check(writings: readonly Writing[]): void {
    const found = this.read();
    for (const key of KEYS) {
      const said = writings.filter((one) => one.key === key);
      const allowed: unknown[] = said.map(({ value }) => value);
      if (!said.some(({ confirmed }) => confirmed)) allowed.push(this.settings[key]);
      if (!allowed.includes(found[key])) throw new Error(`${key} is ${found[key]}, not ${allowed.join(" or ")}`);
    }
    this.settings = found;
    for (const { key, value, confirmed } of writings) if (key === null && confirmed) this.notes.add(value);
    const there = this.readNotes();
    const lost = [...this.notes].filter((note) => !there.has(note));
    if (lost.length > 0) throw new Error(`lost: ${lost.join(", ")}`);
    const damaged = readdirSync(this.folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("damaged"),
    );
    if (damaged.length > 0) throw new Error(`damaged: ${damaged.join(", ")}`);
  }

  /** The program itself still reads all of it, and the next writer clears away what the killed ones left. */
  async close(): Promise<void> {
    const { code, err } = await ran([...this.program, "config", "set", "lang", "en"], this.places, null);
    if (code !== 0) throw new Error(`config set at the end: exit ${code}, ${err}`);
    const left = readdirSync(this.folder).filter((name) => !["config.json", "checklists"].includes(name));
    if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
    const status = await ran([...this.program, "checklist", "status", "--json"], this.places, null);
    const notes: { text: string }[] = JSON.parse(status.out).result.runs[0].notes;
    const lost = [...this.notes].filter((note) => !notes.some(({ text }) => text === note));
    if (lost.length > 0 || status.err !== "") throw new Error(`status has lost ${lost.join(", ")} ${status.err}`);
    if (this.kills === 0) throw new Error("nobody was killed: the trial has shown nothing");
  }
}

function writersOf(next: () => number): number {
  if (next() < 1 / CROWD) return 10;
  return next() < 0.5 ? 1 : 2;
}

async function open({ root, folder }: Setting): Promise<Attempts> {
  const program = [process.execPath, join(root, "bin", "dozvon.js")];
  const places = placesIn(folder);
  const started = await ran([...program, "checklist", "start", "spam"], places, null);
  if (started.code !== 0) throw new Error(started.err);
  const kept = new Kept(program, places);
  let usual = 150;
  return {
    async attempt(seed): Promise<Tried> {
      const next = chance(seed);
      const writers = writersOf(next);
      const begun = performance.now();
      const writings = await Promise.all(
        Array.from({ length: writers }, (_, index) => {
          const key = next() < 0.5 ? null : (KEYS[Math.floor(next() * KEYS.length)] ?? null);
          const values = key === null ? [`n${seed}-${index}`] : (VALUES[key] ?? []);
          const value = values[Math.floor(next() * values.length)] ?? "";
          // From before the program is read to after it has answered; one in five lives.
          const killAfter = next() < 0.2 ? null : next() * usual * Math.sqrt(writers) * 1.2;
          return kept.write(key, value, killAfter);
        }),
      );
      const ms = performance.now() - begun;
      if (writings.length === 1 && writings[0]?.confirmed) usual = (usual * 3 + ms) / 4;
      kept.check(writings);
      return { input: writings.map(({ key, value }) => `${key ?? "note"} ${value}`).join("; "), ms };
    },
    close: () => kept.close(),
  };
}

export const killed: Trial = {
  name: "killed",
  what: "settings and checklist runs by one to ten writers at once under kill -9",
  tries: 500,
  short: 5,
  seconds: 120,
  open,
};
