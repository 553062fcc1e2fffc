/**
 * The authored JSON as it stands on disk, read with JSON.parse: neither the gate's defaults nor compiled values, so that a mistake
 * made while compiling cannot hide here. What is written short there is looked up in the same files.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface AuthoredSource {
  publisher: string;
  tier: string;
  date: string | null;
  supports?: string;
  abroad?: true;
}

export interface AuthoredChannel {
  id: string;
  kind: string;
  numberType?: string;
  value: string | null;
  subscriber: string;
  service?: string;
  from: string | string[];
  roaming: string | string[];
  countries?: string[];
  topics: string[];
  general?: boolean;
  scope?: string | Record<string, string>;
  first?: boolean;
  login?: string;
  preference?: number;
  cost: { class: string; when?: { from?: string[]; roaming?: string[] } }[];
  sources: AuthoredSource[];
}

export interface AuthoredParty {
  id: string;
  channels: AuthoredChannel[];
  conflicts?: { candidates: { channel?: string }[]; chosen: string[] }[];
  neverOffered?: { id: string; status: string; values: (string | { ru: string; en: string })[] }[];
}

export interface AuthoredOperator extends AuthoredParty {
  name: { ru: string; en: string };
  aliases: string[];
  services: string[];
}

export interface AuthoredTopic {
  id: string;
  operatorNeeded: boolean;
  asks?: boolean;
  service: string | null;
  kinds: string[];
  ownLine: string;
  /** What a sentence may ask of the topic alone; what a part says stands in place of what the topic says. */
  parts?: (Partial<AuthoredTopic> & { id: string })[];
}

const { costs } = JSON.parse(readFileSync("data/costs.json", "utf8"));
const { orders } = JSON.parse(readFileSync("data/topics.json", "utf8"));

function inFull(key: string, value: unknown): unknown {
  if (value === "uncited" && key !== "publisher") return { publisher: "uncited", tier: "third-party", date: null };
  if (key === "cost" && typeof value === "string") return costs[value];
  return key === "kinds" && typeof value === "string" ? orders[value] : value;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(`data/${file}`, "utf8"), inFull) as T;
const readFolder = <T>(folder: string) => readdirSync(`data/${folder}`).map((name) => read<T>(`${folder}/${name}`));

export const OPERATORS = readFolder<AuthoredOperator>("operators");
export const MERCHANTS = readFolder<AuthoredParty>("merchants");
export const EMERGENCY = read<AuthoredParty>("emergency.json");
export const BODIES = read<{ bodies: AuthoredParty[] }>("escalation.json").bodies;
export const TOPICS = read<{ topics: AuthoredTopic[] }>("topics.json").topics;
export const PARTIES: readonly AuthoredParty[] = [...OPERATORS, ...MERCHANTS, EMERGENCY, ...BODIES];
