/**
 * What a person cannot use goes, and nothing else changes; the country matters to emergency numbers alone. Both said from src/routing/README.md.
 */
import type { Routing } from "../../src/routing/route.js";
import type { Facts } from "../support/facts.js";

/** One with everything, one that lives in an app, one without SIM cards, and the stand-in for any other. */
const OPERATORS = ["megafon", "tmobile", "domru", "other"];

const offered = ({ channels }: Routing, kinds: readonly string[] = []): string =>
  channels
    .flatMap(({ channel: { id, kind }, verdict, cost }) =>
      kinds.includes(kind) ? [] : [`${id} ${verdict} ${cost.class}`],
    )
    .join();
const left = ({ rejected }: Routing) => new Map(rejected.map(({ channel, reason }) => [channel.id, reason]));

export class NarrowingSweep {
  /** How many channels went, by what was left out. */
  readonly gone: Record<string, number> = {};
  readonly wrong: string[] = [];
  abroad = 0;

  /** @param after the answers without some kinds, by those. @param ask another question of the same caller. */
  check(
    facts: Facts,
    before: Routing,
    after: Readonly<Record<string, Routing>>,
    ask: (more: Record<string, string>) => Routing,
  ): void {
    if (!OPERATORS.includes(facts.operator)) return;
    for (const [without, answer] of Object.entries({ ...after, "app,web,chat": ask({ without: "app,web,chat" }) }))
      this.#checkWithout(without, facts, before, answer);
    if (facts.roaming !== "abroad" || facts.topic === "emergency") return;
    this.abroad++;
    if (offered(ask({ country: "TR" })) !== offered(before)) this.wrong.push(`TR ${Object.values(facts).join(" ")}`);
  }

  #checkWithout(without: string, facts: Facts, before: Routing, after: Routing): void {
    const kinds = without.split(",");
    const reasons = left(after);
    const excluded = [...before.channels, ...before.rejected].filter(({ channel }) => kinds.includes(channel.kind));
    this.gone[without] = (this.gone[without] ?? 0) + excluded.length;
    const same = offered(after) === offered(before, kinds);
    if (!same || excluded.some(({ channel }) => reasons.get(channel.id) !== "kind-excluded"))
      this.wrong.push(`without ${without}, ${Object.values(facts).join(" ")}`);
  }
}
