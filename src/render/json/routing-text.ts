/**
 * A routing as JSON text for batches, where writing it out costs more than finding it. A channel is written once for
 * each way it is offered and its text kept; equal to JSON.stringify of routingJson, byte for byte (held by a test).
 */
import type { DirectoryIndex } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing } from "../../routing/routing.js";
import type { Words } from "../words.js";
import { adviceJson, channelJson, rejectedJson } from "./channel.js";
import { operatorIds, routingJson } from "./routing.js";

type Write<T> = (record: T) => string;

/** Texts by the record they are of and the way it is offered; records belong to the directory and live as long. */
function keeping<T extends object>(
  owner: (one: T) => object,
  way: (one: T) => string | null,
  write: Write<T>,
): Write<T> {
  const known = new WeakMap<object, Map<string, string>>();
  return (one) => {
    const key = way(one);
    if (key === null) return write(one);
    let ways = known.get(owner(one));
    if (!ways) {
      ways = new Map();
      known.set(owner(one), ways);
    }
    let text = ways.get(key);
    if (text === undefined) {
      text = write(one);
      ways.set(key, text);
    }
    return text;
  };
}

/** Conditions come in too many forms to keep: only what is offered without any is. */
const channelWay = ({ conditions, verdict, rule, cost, open, channel }: RoutedChannel): string | null =>
  conditions.length > 0 ? null : `${verdict} ${rule} ${channel.cost.indexOf(cost)} ${open}`;

const rejectedWay = ({ conditions, reason, rule }: RejectedChannel): string | null =>
  conditions.length > 0 ? null : `${reason} ${rule}`;

const EMPTY = { channels: [], rejected: [], escalation: [], prepare: [], limits: [] };

/** @param lists by name, in the order they stand in the shell, where they are empty. */
function filled(shell: string, lists: readonly (readonly [string, readonly string[]])[]): string {
  let text = "";
  let rest = shell;
  for (const [name, parts] of lists) {
    const opening = `"${name}":[`;
    const end = rest.indexOf(`${opening}]`) + opening.length;
    text += rest.slice(0, end) + parts.join(",");
    rest = rest.slice(end);
  }
  return text + rest;
}

/** @returns a function from a routing to the JSON text of `result`. */
export function routingWriter(directory: DirectoryIndex, words: Words): Write<Routing> {
  const operators = operatorIds(directory);
  const channel = keeping<RoutedChannel>(
    (one) => one.channel,
    channelWay,
    (one) => JSON.stringify(channelJson(one, operators, words)),
  );
  const rejected = keeping<RejectedChannel>(
    (one) => one.channel,
    rejectedWay,
    (one) => JSON.stringify(rejectedJson(one, words)),
  );
  const advice = keeping<Advice>(
    (one) => one.text,
    ({ id, role, grade }) => `${id} ${role} ${grade}`,
    (one) => JSON.stringify(adviceJson(one, words)),
  );
  return (routing) => {
    const shell = JSON.stringify(routingJson({ ...routing, ...EMPTY }, operators, words));
    const lists: readonly (readonly [string, readonly string[]])[] = [
      ["channels", routing.channels.map(channel)],
      ["rejected", routing.rejected.map(rejected)],
      ["escalation", routing.escalation.map(channel)],
      ["prepare", routing.prepare.map(advice)],
      ["limits", routing.limits.map(advice)],
    ];
    return filled(shell, lists);
  };
}
