import { isObject } from '../payload-path.ts';
import { malformed, unsupported, wrongInput } from '../refusal.ts';
import { blockCapacity, type Selection, viewOf } from './arena.ts';

export type Distance = 'Cosine' | 'Dot' | 'Euclid';

/** A distance as the scan needs it: a rank that grows with nearness, and its translation to the score clients see. */
export type Metric = {
  normalised: boolean;
  /** Whether a rank is the product of the vector and the query, which sketches can bound. */
  isProduct: boolean;
  /** The ranks of the selected vectors; the query has their stride. To be read before the next call. */
  ranks(selection: Selection, query: Float32Array): Float32Array | Float64Array;
  score(rank: number): number;
  rankOf(score: number): number;
};

const same = (value: number) => value;

export const metrics: Record<Distance, Metric> = {
  Cosine: { normalised: true, isProduct: true, ranks: dotProducts, score: same, rankOf: same },
  Dot: { normalised: false, isProduct: true, ranks: dotProducts, score: same, rankOf: same },
  Euclid: {
    normalised: false,
    isProduct: false,
    ranks: negativeSquares,
    score: (rank) => Math.sqrt(-rank),
    rankOf: (score) => -(score * score),
  },
};

export function parseDistance(value: unknown): Distance {
  if (typeof value === 'string' && Object.hasOwn(metrics, value)) return value as Distance;
  throw unsupported(`the distance ${JSON.stringify(value)}`);
}

/** Reads one dense vector; a cosine collection keeps it normalised, as Qdrant does. */
export function parseVector(value: unknown, size: number, distance: Distance): Float32Array {
  if (isObject(value)) throw unsupported('named, sparse and inferred vectors');
  if (!Array.isArray(value)) throw malformed('a vector is not a list of numbers');
  if (value.length !== size) {
    if (Array.isArray(value[0])) throw unsupported('multi-vectors');
    throw wrongInput(`Vector dimension error: expected dim: ${size}, got ${value.length}`);
  }
  const vector = new Float32Array(size);
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const component: unknown = value[i];
    if (typeof component !== 'number') throw malformed('a vector is not a list of numbers');
    vector[i] = component;
    squares += component * component;
  }
  if (!metrics[distance].normalised || squares === 0) return vector;
  const norm = Math.sqrt(squares);
  for (let i = 0; i < size; i++) vector[i] = vector[i]! / norm;
  return vector;
}

function dotProducts(selection: Selection, query: Float32Array): Float32Array {
  return selection.block.region.products(selection, query);
}

function negativeSquares({ block, runs }: Selection, query: Float32Array): Float64Array {
  const vectors = viewOf(block);
  const stride = query.length;
  const ranks = new Float64Array(blockCapacity);
  let done = 0;
  for (const { first, count } of runs) {
    for (let n = 0, at = first * stride; n < count; n++, at += stride) {
      let sum = 0;
      for (let i = 0; i < stride; i++) {
        const difference = vectors[at + i]! - query[i]!;
        sum += difference * difference;
      }
      ranks[done++] = -sum;
    }
  }
  return ranks;
}
