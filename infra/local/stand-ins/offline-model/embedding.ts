import { isStopWord, stem, wordsOf } from './words.ts';

export const defaultDimensions = 1536;

const stemWeight = 1;
/** Enough that a misspelt or differently inflected word still counts, too little to drown the shared stems. */
const gramWeight = 0.35;
const stopWordFactor = 0.1;
const gramLength = 3;
const smallestLength = 1e-6;

/**
 * A bag of hashed word stems and letter triples, normalised: the cosine of two texts grows with the words they share.
 * The same text always gives the same vector.
 */
export function embed(text: string, dimensions = defaultDimensions): Float32Array {
  const vector = new Float64Array(dimensions);
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    const weight = (1 + Math.log(count)) * (isStopWord(word) ? stopWordFactor : 1);
    add(vector, `stem ${stem(word)}`, weight * stemWeight);
    const grams = gramsOf(word);
    for (const gram of grams) add(vector, `gram ${gram}`, (weight * gramWeight) / Math.sqrt(grams.length));
  }
  // No words, or words that cancel out: such a text still needs a direction, a vector of zeros has no cosine.
  if (lengthOf(vector) < smallestLength) add(vector, `text ${text}`, 1);
  const norm = lengthOf(vector);
  return Float32Array.from(vector, (component) => component / norm);
}

/** How alike two texts are, from about 0 to 1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [embed(a), embed(b)];
  return left.reduce((sum, component, i) => sum + component * right[i]!, 0);
}

function gramsOf(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(1, padded.length - gramLength + 1) }, (_, i) => padded.slice(i, i + gramLength));
}

/** The sign makes collisions of two features in one component cancel out rather than add up. */
function add(vector: Float64Array, feature: string, weight: number): void {
  const hashed = hash(feature);
  const index = (hashed >>> 1) % vector.length;
  vector[index] = vector[index]! + (hashed & 1 ? weight : -weight);
}

/** FNV-1a over UTF-16 units, stirred so that every bit depends on every unit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, component) => sum + component * component, 0));
}
