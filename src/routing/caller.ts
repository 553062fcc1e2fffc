import type { ChannelKind } from "../vocabulary/channels.js";
import type { Line, Place, Service, Subscriber } from "../vocabulary/situation.js";

/** A situation with every fact settled: what reach and rank are asked about. */
export interface Caller {
  /** null for topics that need no operator. */
  operator: string | null;
  /** null where the topic does not depend on it. */
  service: Service | null;
  subscriber: Subscriber;
  place: Place;
  line: Line;
  /** Who took the money; null where the topic leaves no choice. */
  merchant: string | null;
  country: string | null;
  without: readonly ChannelKind[];
  /** What did not answer, as it was typed. */
  tried: readonly string[];
}
