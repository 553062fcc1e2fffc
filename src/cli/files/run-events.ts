/** What a file of one event holds, and how it is read back: nothing from a disk is taken on trust. */
import type { RunEvent } from "../../checklists/run.js";
import { STEP_ACTIONS } from "../../vocabulary/checklists.js";
import { FACTS } from "../../vocabulary/situation.js";

/** Raised when an older dozvon could no longer understand what is written. */
export const EVENT_VERSION = 1;

export interface StoredEvent {
  version: number;
  checklist: string;
  event: RunEvent;
}

type Record = { readonly [key: string]: unknown };

const isRecord = (value: unknown): value is Record =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isDay = (value: unknown): boolean => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isDayOrNull = (value: unknown): boolean => value === null || isDay(value);

const areFacts = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).every(([fact, one]) => FACTS.some((known) => known === fact) && isText(one));

const isStepEvent = ({ step, answer, on }: Record): boolean => isText(step) && isTextOrNull(answer) && isDay(on);

const FIELDS: Readonly<globalThis.Record<string, (event: Record) => boolean>> = {
  start: ({ facts, chargedOn }) => areFacts(facts) && isDayOrNull(chargedOn),
  note: ({ step, text }) => isTextOrNull(step) && isText(text),
  facts: ({ facts }) => areFacts(facts),
  charged: ({ on }) => isDay(on),
  ...Object.fromEntries(STEP_ACTIONS.map((action) => [action, isStepEvent])),
};

function isEvent(value: unknown): value is RunEvent {
  if (!isRecord(value) || !isText(value.type) || !isText(value.at) || !isDay(value.at.slice(0, 10))) return false;
  return Object.hasOwn(FIELDS, value.type) && (FIELDS[value.type]?.(value) ?? false);
}

/** @returns the event; `newer` for one of a later dozvon, `damaged` for what dozvon never wrote. */
export function readEvent(text: string): StoredEvent | "newer" | "damaged" {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isRecord(value) || typeof value.version !== "number") return "damaged";
  if (value.version > EVENT_VERSION) return "newer";
  const { version, checklist, event } = value;
  return isText(checklist) && isEvent(event) ? { version, checklist, event } : "damaged";
}
