import { countTokens } from '../../gateway/index.ts';

/**
 * How much of a budget each text gets: up to an equal share; what short texts leave is divided equally among the long ones.
 * Sizes and shares are in tokens; together the shares never exceed the budget.
 */
export const sharesOf = (sizes: readonly number[], budget: number): number[] => {
  const shares = sizes.map(() => 0);
  let left = budget;
  let waiting = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  while (waiting.length > 0) {
    const share = Math.floor(left / waiting.length);
    const [smallest] = waiting;
    if (smallest && smallest.size <= share) {
      shares[smallest.index] = smallest.size;
      left -= smallest.size;
      waiting = waiting.slice(1);
      continue;
    }
    for (const { index } of waiting) shares[index] = share;
    break;
  }
  return shares;
};

const GAP = '\n[… shortened …]\n';
const GAP_TOKENS = 8;
/** The share of the kept text that comes from its beginning: statements of purpose come first, conclusions last. */
const FROM_THE_START = 0.7;

/** Shortens a text to at most `tokens`: its beginning and its end, with a mark between them. */
export const shortened = (text: string, tokens: number): string => {
  const size = countTokens(text);
  if (size <= tokens) return text;
  const letters = [...text];
  for (let keep = Math.max(0, (tokens - GAP_TOKENS) / size); keep > 0.0001; keep *= 0.9) {
    const kept = Math.floor(letters.length * keep);
    const start = Math.floor(kept * FROM_THE_START);
    const end = kept - start;
    const short = `${letters.slice(0, start).join('')}${GAP}${end > 0 ? letters.slice(-end).join('') : ''}`;
    if (countTokens(short) <= tokens) return short;
  }
  return '';
};
