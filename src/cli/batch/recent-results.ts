/** Results of recent situations, so that a question asked again costs no more than writing its answer. */
import type { NoticeJson, Query } from "../../render/envelope/json.js";
import type { Part } from "../../render/route/json-text.js";

export interface Result {
  facts: Query["facts"];
  notices: readonly NoticeJson[];
  /** JSON; most of its bytes are shared with other results. */
  json: readonly Part[];
}

/** Yesterday's thousands of questions are a few hundred situations, and ten times as many share their bytes. */
const MOST = 8192;

/** What hangs on missing facts shares little with other answers: of that only so much is kept. */
const MOST_BYTES = 16 * 2 ** 20;

const bytesOf = ({ json }: Result): number => json.reduce((sum, part) => sum + part.length, 0);

export class RecentResults {
  private readonly results = new Map<string, Result>();
  /** What each result holds for itself alone. */
  private readonly own = new Map<string, number>();
  private bytes = 0;

  get(key: string): Result | undefined {
    const found = this.results.get(key);
    if (!found) return undefined;
    this.results.delete(key);
    this.results.set(key, found);
    return found;
  }

  /** @param shares whether most of its bytes are those of other results too. */
  keep(key: string, result: Result, shares: boolean): void {
    const bytes = shares ? 0 : bytesOf(result);
    this.results.set(key, result);
    this.own.set(key, bytes);
    this.bytes += bytes;
    for (const oldest of this.results.keys()) {
      if (this.results.size <= MOST && this.bytes <= MOST_BYTES) break;
      this.results.delete(oldest);
      this.bytes -= this.own.get(oldest) ?? 0;
      this.own.delete(oldest);
    }
  }
}
