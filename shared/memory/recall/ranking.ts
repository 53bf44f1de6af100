import { wordsOfQuery, wordsOfText } from './words.ts';

/** Usual constants of BM25: how fast a repeated word counts less, how much a long text is held against it. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** A text below this fraction of the best score shares only words that most texts have, so it is not a match. */
const MIN_RELATIVE_SCORE = 0.3;

/**
 * The texts that share a word with the query, best first, as indexes of `texts`. BM25 with these texts as the corpus: a
 * word that all of them have tells nothing. Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009.
 */
export const byWords = (query: string, texts: string[]): number[] => {
  const wanted = new Set(wordsOfQuery(query));
  const documents = texts.map((text) => counted(wordsOfText(text), wanted));
  const usual = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const having = new Map<string, number>();
  for (const { times } of documents) for (const word of times.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => {
    const known = having.get(word) ?? 0;
    return Math.log(1 + (documents.length - known + 0.5) / (known + 0.5));
  };
  const score = ({ length, times }: Counted): number => {
    const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / Math.max(1, usual));
    return [...times].reduce(
      (sum, [word, count]) => sum + (weightOf(word) * count * (SATURATION + 1)) / (count + norm),
      0,
    );
  };
  const scored = documents.map((document, index) => ({ index, score: score(document) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return scored
    .filter((one) => one.score > 0 && one.score >= MIN_RELATIVE_SCORE * best)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ index }) => index);
};

/** How many words a text has, and how often each of those that are wanted. */
type Counted = { length: number; times: Map<string, number> };

/** Each word is looked at once: questions and memories may be long, and Chinese has almost as many words as characters. */
const counted = (words: string[], wanted: ReadonlySet<string>): Counted => {
  const times = new Map<string, number>();
  for (const word of words) if (wanted.has(word)) times.set(word, (times.get(word) ?? 0) + 1);
  return { length: words.length, times };
};

/** Keeps one list from outvoting the other at the very top. Cormack, Clarke and Büttcher, SIGIR 2009. */
const RRF = 60;

/** Reciprocal rank fusion: one ranking out of several, without comparing their scores. Ties go to the earlier list. */
export const fused = (rankings: string[][]): string[] => {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    for (const [rank, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (RRF + rank + 1));
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
};
