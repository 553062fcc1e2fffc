/** The parts of what was built that most answers never read, each opened once, when a question first needs it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./load.js";
import { loadCharges, loadRefund, loadRefundRoutes } from "./load-charges.js";
import { loadChecklist } from "./load-checklist.js";
import { loadClaim, loadClaimList } from "./load-claims.js";
import { loadCalendar, loadGrounds } from "./load-grounds.js";
import { loadPlan, loadTable } from "./load-numbering.js";

/** Where the build put them. */
export interface Folders {
  compiled: string;
  numbering: string;
  understanding: string;
}

function once<T>(load: () => T): () => T {
  let loaded: { value: T } | null = null;
  return () => {
    loaded ??= { value: load() };
    return loaded.value;
  };
}

function onceEach<T>(load: (id: string) => T): (id: string) => T {
  const loaded = new Map<string, T>();
  return (id) => {
    const value = loaded.get(id) ?? load(id);
    loaded.set(id, value);
    return value;
  };
}

/** `WordLists` is the shape in which the room of understanding has its own lists written. */
export const openersOf = <WordLists>({ compiled, numbering, understanding }: Folders) => ({
  ranges: once(() => loadTable(numbering)),
  plan: once(() => loadPlan(numbering)),
  merchants: once(() => loadCharges(compiled)),
  refundRules: onceEach((id) => loadRefund(compiled, id)),
  refundRoutes: once(() => loadRefundRoutes(compiled)),
  grounds: once(() => loadGrounds(compiled)),
  calendar: once(() => loadCalendar(compiled)),
  checklist: onceEach((id) => loadChecklist(compiled, id)),
  claims: once(() => loadClaimList(compiled)),
  claim: onceEach((id) => loadClaim(compiled, id)),
  topicModel: once((): Uint8Array => readFileSync(join(understanding, "topics.bin"))),
  wordLists: once(() => readJson<WordLists>(join(understanding, "dictionaries.json"))),
});
