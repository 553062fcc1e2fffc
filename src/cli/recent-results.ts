/** Results of recent situations, so that a question asked again costs no more than writing its answer. */
import type { NoticeJson, Query } from "../render/json/envelope.js";
import type { Part } from "../render/json/routing-text.js";

export interface Result {
  facts: Query["facts"];
  notices: readonly NoticeJson[];
  /** JSON; most of its bytes are shared with other results. */
  json: readonly Part[];
}

/** Yesterday's thousands of questions are a few hundred situations; memory has to stay flat over a million lines. */
const MOST = 1024;

export class RecentResults {
  private readonly results = new Map<string, Result>();

  get(key: string): Result | undefined {
    const found = this.results.get(key);
    if (!found) return undefined;
    this.results.delete(key);
    this.results.set(key, found);
    return found;
  }

  keep(key: string, result: Result): void {
    this.results.set(key, result);
    const [oldest] = this.results.keys();
    if (this.results.size > MOST && oldest !== undefined) this.results.delete(oldest);
  }
}
