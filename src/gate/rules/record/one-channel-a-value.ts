import { at, channelsOf, type Finding, type GateRule } from "../rule.js";

const INSTEAD = {
  ru: "одну запись: её темы и условия вместе",
  en: "one record, with the topics and conditions of both",
};

export const oneChannelAValue: GateRule = {
  id: "one-channel-a-value",
  why: {
    ru: "один номер в двух записях разъезжается при первой же правке и показывается дважды",
    en: "one number in two records drifts apart at the first correction and is shown twice",
  },
  check(directory) {
    const seen = new Map<string, string>();
    const findings: Finding[] = [];
    for (const { entry, channel, path } of channelsOf(directory)) {
      if (channel.value === null) continue;
      const countries = (channel.countries ?? []).join();
      const key = [entry.party.id, channel.kind, channel.value, channel.subscriber, countries].join(" ");
      const other = seen.get(key);
      const message = { ru: `то же, что ${other}`, en: `the same as ${other}` };
      if (other) findings.push(at(entry, `${path}.value`, message, INSTEAD));
      seen.set(key, channel.id);
    }
    return findings;
  },
};
