/** A document in one short line, with the members that a desk, a script or an assistant acts on. */
import type { Fact } from "../../vocabulary/situation.js";
import type { channelJson } from "../channel/json.js";
import type { Query } from "./json.js";

/** What is looked at of any document; an answer of another kind has some of it. */
interface Document {
  kind: string;
  query: Pick<Query, "ref" | "facts">;
  result: {
    complete?: boolean;
    primary?: string | null;
    usual?: { primary: string | null } | null;
    channels?: readonly Channel[];
    numbers?: readonly { display: string; holder: { operator: string | null } | null }[];
    hits?: readonly { id: string; value: string }[];
    candidates?: readonly { merchant?: string; name?: string }[];
    channel?: string | null;
  } | null;
  problem?: { code: string };
}

type Channel = ReturnType<typeof channelJson>;

/** What is answered first, by its id, and as it is shown. */
function firstOf({ result, kind }: Document): { primary: string | null; display: string | null; channel?: Channel } {
  const { channels = [], numbers = [], hits = [], candidates = [] } = result ?? {};
  const [number, hit, charge] = [numbers[0], hits[0], candidates[0]];
  if (kind === "whose") return { primary: null, display: number?.display ?? null };
  if (kind === "find") return { primary: hit?.id ?? null, display: hit?.value ?? null };
  if (kind === "charge") return { primary: charge?.merchant ?? null, display: charge?.name ?? null };
  const primary = result?.primary ?? result?.usual?.primary ?? result?.channel ?? null;
  const channel = channels.find(({ id }) => id === primary);
  return { primary, display: channel?.display ?? null, ...(channel && { channel }) };
}

/**
 * At most 300 bytes beside `ref`. What is not known, and what a kind has not, is null.
 * @param confidence of the topic, where a text says it.
 */
export function briefOf(document: unknown, confidence: number | null = null) {
  const { kind, query, result, problem } = document as Document;
  const { primary, display, channel } = firstOf(document as Document);
  const text = (fact: Fact) => query.facts[fact]?.value ?? null;
  return {
    ref: query.ref,
    kind,
    operator: text("operator") ?? result?.numbers?.[0]?.holder?.operator ?? null,
    topic: text("topic"),
    confidence,
    primary,
    display,
    verdict: channel?.reachability.verdict ?? null,
    cost: channel?.cost.class ?? null,
    complete: result?.complete ?? null,
    problem: problem?.code ?? null,
  };
}
