/**
 * What the sweep asks of advice: none names a number or code that is rejected beside it, or the first line again, and what to have ready is
 * said only where somebody asks for it.
 */
import type { Routing } from "../../src/routing/route.js";
import type { Facts } from "../support/facts.js";

/** Numbers and codes as they stand in a text. */
const valuesIn = (text: string): string[] =>
  text.match(/\+?[*\d][\d*# ()-]*[\d#]/g)?.map((value) => value.trim()) ?? [];

const isPhone = (kind: string) => ["voice", "sms", "ussd"].includes(kind);

export class AdviceSweep {
  readonly repeats = new Set<string>();
  readonly paperwork = new Set<string>();
  readonly others = new Set<string>();
  walked = 0;

  check(answer: Routing, facts: Facts): void {
    this.walked++;
    this.#checkValues(answer, facts);
    this.#checkReaders(answer, facts);
    const { kind } = answer.channels[0]?.channel ?? { kind: "ussd" };
    const nobodyAsks = ["ussd", "sms", "app"].includes(kind);
    if (nobodyAsks && answer.prepare.length > 0) this.paperwork.add(`${answer.topic.id} ${JSON.stringify(facts)}`);
  }

  #checkValues({ channels: [first], rejected, prepare, limits }: Routing, facts: Facts): void {
    const gone = [...(first ? [first] : []), ...rejected].filter(({ channel }) => isPhone(channel.kind));
    const values = new Set(gone.map(({ channel }) => channel.display.ru));
    for (const { id, text } of [...prepare, ...limits]) {
      const named = valuesIn(text.ru).filter((value) => values.has(value));
      for (const value of named) this.repeats.add(`${id} ${value}: ${JSON.stringify(facts)}`);
    }
  }

  #checkReaders({ channels, prepare, limits }: Routing, facts: Facts): void {
    const canCall = channels.some(({ channel }) => channel.kind === "voice");
    for (const { id, text, role } of [...prepare, ...limits]) {
      const aboutCalls = role === "can-by-phone" || id === "block-now";
      if (aboutCalls && !canCall) this.others.add(`${id} to ${JSON.stringify(facts)}`);
      const personal = /ФИО|паспорт владельца/.test(text.ru) && role !== "office-only";
      if (personal && facts.subscriber === "corporate") this.others.add(`${id} to a company`);
    }
  }
}
