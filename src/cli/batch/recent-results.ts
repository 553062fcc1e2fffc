/** Results of recent situations, so that a question asked again costs no more than writing its answer. */
import type { NoticeJson, Query } from "../../render/envelope/json.js";

export interface Result {
  facts: Query["facts"];
  notices: readonly NoticeJson[];
  /** JSON in UTF-8. */
  json: Buffer;
}

/** Yesterday's thousands of questions are a few hundred situations, of some thirty kilobytes each. */
const MOST_BYTES = 48 * 2 ** 20;

export class RecentResults {
  private readonly results = new Map<string, Result>();
  private bytes = 0;

  get(key: string): Result | undefined {
    const found = this.results.get(key);
    if (!found) return undefined;
    this.results.delete(key);
    this.results.set(key, found);
    return found;
  }

  keep(key: string, result: Result): void {
    this.results.set(key, result);
    this.bytes += result.json.length;
    for (const [oldest, { json }] of this.results) {
      if (this.bytes <= MOST_BYTES) break;
      this.results.delete(oldest);
      this.bytes -= json.length;
    }
  }
}
