/** The least directory that names, readings and questions can be tried on. */
import type { Directory, DirectoryIndex, PartySummary, Topic } from "../../src/directory/types.js";
import { CHANNEL_KINDS } from "../../src/vocabulary/channels.js";
import type { Service } from "../../src/vocabulary/situation.js";

const same = (text: string) => ({ ru: text, en: text });

const operator = (id: string, ru: string, services: readonly Service[], aliases: string[] = []): PartySummary => ({
  id,
  type: "operator",
  name: { ru, en: id },
  aliases,
  services,
  topics: [],
  seller: false,
  mobileNumbers: null,
  origin: "built-in",
});

const topic = (id: string, operatorNeeded: boolean, service: Service | null): Topic => ({
  id,
  label: same(id),
  explanation: same(id),
  operatorNeeded,
  asks: id !== "emergency",
  service,
  kinds: CHANNEL_KINDS,
  ownLine: "ok",
  menu: "other",
  prepare: [],
  limits: [],
  usual: {},
  reply: null,
});

/** Invented operators: one with SIM cards and home internet, one with SIM cards only, one with neither SIM nor SMS. */
export const SMALL: DirectoryIndex & Pick<Directory, "parts"> = {
  parts: () => ({ topics: {}, limits: {} }),
  version: "2026.01.01",
  asOf: "2026-01-01",
  parties: [
    operator("polyot", "Полёт", ["mobile", "fixed"], ["полет-связь", "Polyot Mobile"]),
    operator("svyaz", "Связь", ["mobile"]),
    operator("provod", "Провод", ["fixed"]),
    { ...operator("kassa", "Касса", []), type: "merchant" },
  ],
  topics: [
    topic("general-support", true, null),
    topic("sim-swap", true, "mobile"),
    topic("cable", true, "fixed"),
    topic("card-charge", false, null),
    topic("emergency", false, null),
  ],
  usual: {
    facts: { service: "mobile", subscriber: "personal", roaming: "home", from: "own" },
    service: { fixed: { from: "landline" } },
    ownLine: { none: { from: "landline" }, doubtful: { from: "landline" } },
  },
  prepare: {},
  limits: {},
  checklists: [],
  retired: [
    { id: "old-polyot", instead: "polyot", since: "2025-01-01", why: same("renamed") },
    { id: "old-cable", instead: "cable", since: "2025-01-01", why: same("renamed") },
    { id: "gone", instead: null, since: "2025-01-01", why: same("closed") },
  ],
};
