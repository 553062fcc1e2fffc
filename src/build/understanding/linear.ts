/** Linear classifiers over examples in numbers: naive Bayes and a softmax regression, seeded: the same examples give the same weights. */

export interface Vector {
  ids: Int32Array;
  values: Float64Array;
}

/** Weights by feature and label in one run of numbers. */
export interface Linear {
  weights: Float64Array;
  bias: Float64Array;
}

/** Examples in numbers: made once for all that is learnt over one vocabulary, each problem with answers of its own. */
export interface Problem {
  examples: readonly { vector: Vector; answer: number }[];
  labels: number;
  features: number;
}

/** Multinomial naive Bayes over the weighted counts, centred: only differences between labels matter. */
export function naiveBayes({ examples, labels, features }: Problem, smoothing: number): Float64Array {
  const weights = new Float64Array(features * labels).fill(smoothing);
  const total = new Float64Array(labels).fill(features * smoothing);
  for (const { vector, answer } of examples) {
    vector.ids.forEach((id, entry) => {
      const value = vector.values[entry] ?? 0;
      weights[id * labels + answer] = (weights[id * labels + answer] ?? 0) + value;
      total[answer] = (total[answer] ?? 0) + value;
    });
  }
  for (let at = 0; at < weights.length; at += labels) {
    const logs = weights.subarray(at, at + labels).map((sum, label) => Math.log(sum / (total[label] ?? 1)));
    const mean = logs.reduce((sum, one) => sum + one) / labels;
    weights.set(
      logs.map((one) => one - mean),
      at,
    );
  }
  return weights;
}

/** Numerical Recipes' generator of numbers below one: nothing left to chance may change between builds. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other] as T, list[index] as T];
  }
}

function probabilities({ ids, values }: Vector, { weights, bias }: Linear, out: Float64Array): void {
  out.set(bias);
  const labels = out.length;
  for (let entry = 0; entry < ids.length; entry++) {
    const at = (ids[entry] ?? 0) * labels;
    const value = values[entry] ?? 0;
    if (value === 0) continue;
    for (let label = 0; label < labels; label++) out[label] = (out[label] ?? 0) + (weights[at + label] ?? 0) * value;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels; label++) highest = Math.max(highest, out[label] ?? 0);
  let sum = 0;
  for (let label = 0; label < labels; label++) {
    const power = Math.exp((out[label] ?? 0) - highest);
    out[label] = power;
    sum += power;
  }
  for (let label = 0; label < labels; label++) out[label] = (out[label] ?? 0) / sum;
}

export interface Learning {
  epochs: number;
  rate: number;
  decay: number;
  /** Share of an example's features left out each time it is learnt from. */
  dropped: number;
}

const BIAS_RATE = 0.01;
const FIRST_SQUARE = 0.1;

/**
 * Softmax regression by AdaGrad: what was moved much moves less, and the decay pulls back to nothing. Of each example other features are
 * left out each time (dropout), so that nothing rests on a single word: people choose others.
 * @param importance how much an example of each label counts.
 */
export function regression(
  { labels, examples, features }: Problem,
  { epochs, rate, decay, dropped }: Learning,
  importance?: readonly number[],
): Linear {
  const weights = new Float64Array(features * labels);
  const squares = new Float64Array(features * labels).fill(FIRST_SQUARE);
  const bias = new Float64Array(labels);
  const error = new Float64Array(labels);
  const order = [...examples];
  const random = generator(5);
  const move = (id: number, value: number): void => {
    for (let label = 0, at = id * labels; label < labels; label++, at++) {
      const weight = weights[at] ?? 0;
      const slope = (error[label] ?? 0) * value + decay * weight;
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      weights[at] = weight - (rate * slope) / Math.sqrt(square);
    }
  };
  const learn = ({ vector: { ids, values }, answer }: (typeof order)[number]): void => {
    const kept = values.map((value) => (random() < dropped ? 0 : value / (1 - dropped)));
    probabilities({ ids, values: kept }, { weights, bias }, error);
    error[answer] = (error[answer] ?? 0) - 1;
    const times = importance?.[answer] ?? 1;
    for (let label = 0; label < labels; label++) {
      error[label] = (error[label] ?? 0) * times;
      bias[label] = (bias[label] ?? 0) - BIAS_RATE * (error[label] ?? 0);
    }
    for (let entry = 0; entry < ids.length; entry++) {
      const value = kept[entry] ?? 0;
      if (value !== 0) move(ids[entry] ?? 0, value);
    }
  };
  // The mean of what stands after each epoch of the second half: where a single one ends is partly chance.
  const mean = { weights: new Float64Array(weights.length), bias: new Float64Array(labels) };
  const add = (sum: Float64Array, ones: Float64Array): void => {
    for (let at = 0; at < ones.length; at++) sum[at] = (sum[at] ?? 0) + (ones[at] ?? 0) / Math.floor(epochs / 2);
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    order.forEach(learn);
    if (epoch < epochs / 2) continue;
    add(mean.weights, weights);
    add(mean.bias, bias);
  }
  return mean;
}
