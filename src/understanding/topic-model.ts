/**
 * The topic model: a linear classifier over hashed features, its weights in four bits, made at build time. One row a feature:
 * hash, how rare it is, scale, and a weight a topic.
 */
import { damped, type Features, KINDS } from "./features.js";

/** What a text can be besides a topic. */
export const OUT_OF_SCOPE = "out-of-scope";

/** Columns that stand by themselves after the topics: whether the text is about any topic, and whether somebody is in danger. */
export const OWN_COLUMNS = [OUT_OF_SCOPE, "danger"] as const;

export interface ModelHeader {
  labels: readonly string[];
  bias: readonly number[];
  rows: number;
}

/** Rarity and scale are stored as bytes: rarity = step * byte, scale = unit * base ^ byte; an inverse document frequency stays below ten. */
export const RARITY_STEP = 1 / 24;
export const SCALE_UNIT = 0.001;
export const SCALE_BASE = 1.05;

export interface TopicModel extends ModelHeader {
  /** Sorted, four bytes each, low byte first; read where they stand, since unpacking them would cost more than a reading. */
  hashes: DataView;
  rarity: Uint8Array;
  scale: Uint8Array;
  /** Two weights a byte, each from -STEPS to STEPS, shifted to be positive. */
  weights: Uint8Array;
}

export interface ScoredTopic {
  topic: string;
  confidence: number;
}

/** Four bits hold fifteen steps around zero. */
export const STEPS = 7;
export const SHIFT = 8;

export const WORD = 4;
export const bytesARow = (labels: number): number => Math.ceil(labels / 2);

/** FNV-1a over the UTF-16 code units. */
export function hash(feature: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) {
    value = Math.imul(value ^ feature.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** @throws when the file is no model, or one cut short: what is missing would count as nothing, and the reading be another. */
export function decodeModel(bytes: Uint8Array): TopicModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(WORD, WORD + length))) as ModelHeader;
  const start = WORD + length;
  const after = start + header.rows * WORD;
  const end = after + header.rows * (2 + bytesARow(header.labels.length));
  if (bytes.length !== end) throw new Error("a model of topics cut short");
  return {
    ...header,
    hashes: new DataView(bytes.buffer, bytes.byteOffset + start, header.rows * WORD),
    rarity: bytes.subarray(after, after + header.rows),
    scale: bytes.subarray(after + header.rows, after + 2 * header.rows),
    weights: bytes.subarray(after + 2 * header.rows),
  };
}

/** The row of a feature, or -1. */
function rowOf({ hashes, rows }: TopicModel, feature: string): number {
  const wanted = hash(feature);
  let low = 0;
  let high = rows - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes.getUint32(middle * WORD, true);
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The share of the examples that a feature stands in, about; 0 where it stands in none. */
export function frequencyOf(model: TopicModel, feature: string): number {
  const row = rowOf(model, feature);
  return row < 0 ? 0 : Math.exp(-(model.rarity[row] ?? 0) * RARITY_STEP);
}

function addRow(model: TopicModel, row: number, value: number, scores: Float64Array): void {
  const { labels, scale, weights } = model;
  const width = bytesARow(labels.length);
  const unit = (value * SCALE_UNIT * SCALE_BASE ** (scale[row] ?? 0)) / STEPS;
  for (let label = 0; label < labels.length; label++) {
    const byte = weights[row * width + (label >> 1)] ?? 0;
    scores[label] = (scores[label] ?? 0) + ((label % 2 === 0 ? byte & 15 : byte >> 4) - SHIFT) * unit;
  }
}

/** What each feature known counts for, by its row: each kind is normalised by itself. */
export function weighed(
  { kind, counts }: Features,
  rowOf: (feature: string) => number,
  rarity: (row: number) => number,
): [row: number, value: number][] {
  const rows = Array.from(counts, ([feature, count]): [number, number] => [rowOf(feature), damped(count)])
    .filter(([row]) => row >= 0)
    .map(([row, times]): [number, number] => [row, times * rarity(row)]);
  const unit = KINDS[kind] / Math.sqrt(rows.reduce((sum, [, value]) => sum + value * value, 0));
  return rows.map(([row, value]) => [row, value * unit]);
}

export interface Scored {
  /** The likeliest first; a call for help is none of them. */
  topics: ScoredTopic[];
  /** How likely the text is about something else altogether. */
  outside: number;
  /** How likely somebody is in danger. */
  danger: number;
}

const likely = (score: number | undefined): number => 1 / (1 + Math.exp(-(score ?? 0)));

export function scoreTopics(model: TopicModel, features: readonly Features[]): Scored {
  const scores = Float64Array.from(model.bias);
  const rarity = (row: number): number => (model.rarity[row] ?? 0) * RARITY_STEP;
  const known = features.flatMap((one) => weighed(one, (feature) => rowOf(model, feature), rarity));
  for (const [row, value] of known) addRow(model, row, value, scores);
  const topics = scores.subarray(0, -OWN_COLUMNS.length);
  const highest = topics.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(topics, (score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return {
    topics: powers
      .map((power, index) => ({ topic: model.labels[index] ?? "", confidence: power / total }))
      .sort((a, b) => b.confidence - a.confidence),
    outside: likely(scores.at(-2)),
    danger: likely(scores.at(-1)),
  };
}
