import type { Turn } from './conversations.ts';
import type { Search } from './measure.ts';

/** What similarity alone finds, with the same filters of time: every turn is compared, and what was superseded counts too. */
export const nearestAlone = (turns: readonly Turn[], embed: (text: string) => Float32Array): Search => {
  const known = turns.map((turn) => ({ ...turn, vector: embed(turn.text) }));
  return async ({ query, since = 0, until = Number.POSITIVE_INFINITY }) => {
    const wanted = embed(query);
    return known
      .filter(({ at }) => at >= since && at <= until)
      .map(({ id, vector }) => ({ id, score: vector.reduce((sum, value, i) => sum + value * wanted[i]!, 0) }))
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  };
};
