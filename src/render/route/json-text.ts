/**
 * A routing as JSON in UTF-8 for batches, where writing it out costs more than finding it. A channel is written once for
 * each way it is offered and its bytes kept; equal to JSON.stringify of routingJson, byte for byte (held by a test).
 */
import type { DirectoryIndex } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing } from "../../routing/routing.js";
import { adviceJson, channelJson, rejectedJson } from "../channel/json.js";
import type { Words } from "../words.js";
import { operatorIds, routingJson } from "./json.js";

/** Text, or UTF-8 that is ready. */
export type Part = string | Uint8Array;

const COMMA = Buffer.from(",");

type Write<T> = (record: T) => Uint8Array;

/** Bytes by the record they are of and the way it is offered; records belong to the directory and live as long. */
function keeping<T extends object>(
  owner: (one: T) => object,
  way: (one: T) => string | null,
  write: Write<T>,
): Write<T> {
  const known = new WeakMap<object, Map<string, Uint8Array>>();
  return (one) => {
    const key = way(one);
    if (key === null) return write(one);
    let ways = known.get(owner(one));
    if (!ways) {
      ways = new Map();
      known.set(owner(one), ways);
    }
    let bytes = ways.get(key);
    if (bytes === undefined) {
      bytes = write(one);
      ways.set(key, bytes);
    }
    return bytes;
  };
}

/** Conditions come in too many forms to keep: only what is offered without any is. */
const channelWay = ({ conditions, verdict, rule, cost, open, channel }: RoutedChannel): string | null =>
  conditions.length > 0 ? null : `${verdict} ${rule} ${channel.cost.indexOf(cost)} ${open}`;

const rejectedWay = ({ conditions, reason, rule }: RejectedChannel): string | null =>
  conditions.length > 0 ? null : `${reason} ${rule}`;

const EMPTY = { channels: [], rejected: [], escalation: [], prepare: [], limits: [] };

/** @param lists by name, in the order they stand in the shell, where they are empty. */
function filled(shell: string, lists: readonly (readonly [string, readonly Uint8Array[]])[]): Part[] {
  const parts: Part[] = [];
  let rest = shell;
  for (const [name, records] of lists) {
    const opening = `"${name}":[`;
    const end = rest.indexOf(`${opening}]`) + opening.length;
    parts.push(rest.slice(0, end));
    for (const [index, record] of records.entries()) {
      if (index > 0) parts.push(COMMA);
      parts.push(record);
    }
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** @returns a function from a routing to the parts of the JSON of `result`, in order. */
export function routingWriter(directory: DirectoryIndex, words: Words): (routing: Routing) => Part[] {
  const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  const operators = operatorIds(directory);
  const channel = keeping<RoutedChannel>(
    (one) => one.channel,
    channelWay,
    (one) => json(channelJson(one, operators, words)),
  );
  const rejected = keeping<RejectedChannel>(
    (one) => one.channel,
    rejectedWay,
    (one) => json(rejectedJson(one, words)),
  );
  const advice = keeping<Advice>(
    (one) => one.text,
    ({ id, role, grade }) => `${id} ${role} ${grade}`,
    (one) => json(adviceJson(one, words)),
  );
  return (routing) => {
    const shell = JSON.stringify(routingJson({ ...routing, ...EMPTY }, operators, words));
    const lists: readonly (readonly [string, readonly Uint8Array[]])[] = [
      ["channels", routing.channels.map(channel)],
      ["rejected", routing.rejected.map(rejected)],
      ["escalation", routing.escalation.map(channel)],
      ["prepare", routing.prepare.map(advice)],
      ["limits", routing.limits.map(advice)],
    ];
    return filled(shell, lists);
  };
}
