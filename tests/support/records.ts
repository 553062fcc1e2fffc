import type { AuthoredChannel } from "../../src/schemas/parties.js";

/** An authored channel that says only what a test is about. */
export function authored(own: Partial<AuthoredChannel> = {}): AuthoredChannel {
  return {
    id: "north.voice.our",
    kind: "voice",
    numberType: null,
    postDial: null,
    display: null,
    countries: [],
    login: null,
    note: null,
    value: null,
    label: { ru: "Наша линия", en: "Our line" },
    subscriber: "any",
    service: "any",
    from: "any",
    roaming: "any",
    topics: ["general-support"],
    general: false,
    scope: "whole",
    part: null,
    first: false,
    cost: [{ class: "free", text: { ru: "бесплатно", en: "free" } }],
    hours: null,
    message: null,
    steps: [],
    preference: 200,
    checkedOn: "2026-11-22",
    sources: [witness({ publisher: "north.example", tier: "official" })],
    ...own,
  };
}

type Source = AuthoredChannel["sources"][number];

export const witness = (own: Partial<Source> = {}): Source => {
  const publisher = own.publisher ?? "paper.example";
  const url = publisher === "uncited" ? null : `https://${publisher}/`;
  return { publisher, url, tier: "third-party", date: "2026-05-01", supports: "value", ...own };
};
