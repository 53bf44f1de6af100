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
  const documents = texts.map(wordsOfText);
  const usual = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const weight = new Map(
    [...wanted].map((word) => {
      const having = documents.filter((document) => document.includes(word)).length;
      return [word, Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))];
    }),
  );
  const score = (document: string[]): number => {
    const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * document.length) / Math.max(1, usual));
    return [...wanted].reduce((sum, word) => {
      const times = document.filter((one) => one === word).length;
      return sum + ((weight.get(word) ?? 0) * times * (SATURATION + 1)) / (times + norm);
    }, 0);
  };
  const scored = documents.map((document, index) => ({ index, score: score(document) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return scored
    .filter((one) => one.score > 0 && one.score >= MIN_RELATIVE_SCORE * best)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ index }) => index);
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
