/** Other ways to tell topics apart, measured beside the one that ships: `npm run eval -- --compare`. */
import MiniSearch from "minisearch";
import { damped, type Features, KINDS, stem } from "../../understanding/features.js";
import { OUT_OF_SCOPE, type ScoredTopic, scoreTopics } from "../../understanding/topic-model.js";
import type { Labelled } from "./train.js";
import { OPTIONS, train } from "./train.js";

export interface Sample extends Labelled {
  text: string;
}

/** Ranks topics for a sample; learnt from others. */
export type Ranker = (sample: Pick<Sample, "text" | "features">) => ScoredTopic[];
type Approach = (samples: readonly Sample[]) => Ranker;

const NEIGHBOURS = 15;

function ranked(votes: ReadonlyMap<string, number>): ScoredTopic[] {
  const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0) || 1;
  return [...votes]
    .map(([topic, vote]) => ({ topic, confidence: vote / total }))
    .sort((a, b) => b.confidence - a.confidence);
}

function vote(found: readonly { label: string; weight: number }[]): ScoredTopic[] {
  const votes = new Map<string, number>();
  for (const { label, weight } of found) votes.set(label, (votes.get(label) ?? 0) + weight);
  return ranked(votes);
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("ё", "е")
    .match(/[a-zа-я0-9]+/g) ?? [];

/** Full-text search over the examples with stems, prefixes and fuzzy matching; the best hits vote. */
const search: Approach = (samples) => {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: words,
    processTerm: stem,
    searchOptions: {
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      prefix: (term) => term.length > 4,
    },
  });
  index.addAll(samples.map(({ text }, id) => ({ id, text })));
  return ({ text }) =>
    vote(
      index
        .search(text)
        .slice(0, NEIGHBOURS)
        .map(({ id, score }) => ({ label: samples[id as number]?.label ?? "", weight: score ** 2 })),
    );
};

/** Cosine over tf-idf of the same features; the nearest examples vote. */
const nearest: Approach = (samples) => {
  const times = new Map<string, number>();
  for (const { features } of samples) {
    for (const { counts } of features) for (const key of counts.keys()) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const vector = (features: readonly Features[]): Map<string, number> => {
    const values = features.flatMap(({ kind, counts }) => {
      const own = [...counts].map(([key, count]) => {
        const rarity = Math.log((1 + samples.length) / (1 + (times.get(key) ?? 0))) + 1;
        return [key, damped(count) * rarity] as const;
      });
      const size = Math.sqrt(own.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
      return own.map(([key, value]) => [key, (value / size) * KINDS[kind]] as const);
    });
    return new Map(values);
  };
  const postings = new Map<string, [sample: number, value: number][]>();
  samples.forEach(({ features }, sample) => {
    for (const [key, value] of vector(features)) {
      const list = postings.get(key);
      if (list) list.push([sample, value]);
      else postings.set(key, [[sample, value]]);
    }
  });
  return ({ features }) => {
    const near = new Float64Array(samples.length);
    for (const [key, value] of vector(features)) {
      for (const [sample, other] of postings.get(key) ?? []) near[sample] = (near[sample] ?? 0) + value * other;
    }
    const best = Array.from(near, (weight, sample) => ({ label: samples[sample]?.label ?? "", weight: weight ** 4 }));
    return vote(best.sort((a, b) => b.weight - a.weight).slice(0, NEIGHBOURS * 2));
  };
};

const linear =
  (
    options: Partial<typeof OPTIONS>,
    kinds: readonly (keyof typeof KINDS)[] = Object.keys(KINDS) as (keyof typeof KINDS)[],
  ): Approach =>
  (samples) => {
    const kept = (features: readonly Features[]) => features.filter(({ kind }) => kinds.includes(kind));
    const chosen = samples.map(({ label, features }) => ({ label, features: kept(features) }));
    const model = train(chosen, { ...OPTIONS, ...options });
    return ({ features }) => scoreTopics(model, kept(features)).topics;
  };

/** Ranks multiplied, as probabilities would be. */
const blended =
  (...approaches: readonly Approach[]): Approach =>
  (samples) => {
    const rankers = approaches.map((approach) => approach(samples));
    return (sample) => {
      const votes = new Map<string, number>();
      for (const ranker of rankers) {
        for (const { topic, confidence } of ranker(sample)) {
          votes.set(topic, (votes.get(topic) ?? 0) + Math.log(confidence + 1e-3) - Math.log(1e-3));
        }
      }
      return ranked(votes);
    };
  };

const UNCONCEIVED = ["stem", "pair", "skip", "piece"] as const;

export const APPROACHES: Readonly<Record<string, Approach>> = {
  "search (MiniSearch, stems)": search,
  "nearest examples": nearest,
  "naive Bayes": linear({ regression: 0 }),
  regression: linear({ regression: 1 }),
  "words only, both": linear({}, ["stem", "pair", "skip"]),
  "no concepts, both": linear({}, UNCONCEIVED),
  "shipped: naive Bayes + regression": linear({}),
  "shipped + nearest examples": blended(linear({}), nearest),
};

const FOLDS = 5;

export interface Compared {
  name: string;
  /** Shares of right answers, first and among three: cross-validated over our examples, and on the file given. */
  folds: { first: number; three: number };
  file: { first: number; three: number } | null;
}

export interface Question extends Pick<Sample, "text" | "features"> {
  right: readonly string[];
}

function shares(results: readonly { ranking: readonly ScoredTopic[]; right: readonly string[] }[]): {
  first: number;
  three: number;
} {
  const share = (count: number) =>
    results.filter(({ ranking, right }) => ranking.slice(0, count).some(({ topic }) => right.includes(topic))).length /
    results.length;
  return { first: share(1), three: share(3) };
}

/** The same folds for all. @param questions labelled questions of a file, not learnt from. */
export function* compare(samples: readonly Sample[], questions: readonly Question[]): Generator<Compared> {
  const inside = samples.filter(({ label }) => label !== OUT_OF_SCOPE);
  const outside = samples.filter(({ label }) => label === OUT_OF_SCOPE);
  for (const [name, approach] of Object.entries(APPROACHES)) {
    const results = Array.from({ length: FOLDS }, (_, fold) => {
      const ranker = approach([...inside.filter((__, index) => index % FOLDS !== fold), ...outside]);
      return inside
        .filter((__, index) => index % FOLDS === fold)
        .map((sample) => ({
          ranking: ranker(sample).filter(({ topic }) => topic !== OUT_OF_SCOPE),
          right: [sample.label],
        }));
    }).flat();
    const all = approach(samples);
    const asked = questions.map(({ right, ...sample }) => ({
      ranking: all(sample).filter(({ topic }) => topic !== OUT_OF_SCOPE),
      right,
    }));
    yield { name, folds: shares(results), file: asked.length > 0 ? shares(asked) : null };
  }
}
