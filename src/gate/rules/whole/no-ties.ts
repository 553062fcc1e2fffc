import { compareKeys } from "../../../routing/rank.js";
import { asJson } from "../../issue.js";
import { at, channelsOf, type Finding, type GateRule } from "../rule.js";
import { walk } from "./walk.js";

export const noTies: GateRule = {
  id: "no-ties",
  why: {
    ru: "из двух равных каналов первым становится случайный: нужно разное preference",
    en: "of two equal channels a random one would come first: they need different preferences",
  },
  check(directory) {
    const places = new Map(channelsOf(directory).map((placed) => [placed.channel.id, placed]));
    const findings = new Map<string, Finding>();
    for (const { topic, answer } of walk(directory)) {
      answer.offered.forEach((entry, index) => {
        const next = answer.offered[index + 1];
        if (!next || compareKeys(entry.key, next.key) !== 0) return;
        const placed = places.get(next.channel.id);
        const pair = `${entry.channel.id} ${next.channel.id}`;
        if (!placed || findings.has(pair)) return;
        const message = {
          ru: `равен с ${entry.channel.id} в теме ${topic.id}`,
          en: `ties with ${entry.channel.id} for topic ${topic.id}`,
        };
        const instead = asJson(next.channel.preference + 1);
        findings.set(pair, at(placed.entry, `${placed.path}.preference`, message, instead));
      });
    }
    return [...findings.values()];
  },
};
