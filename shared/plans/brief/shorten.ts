import { countTokens } from '../../gateway/index.ts';

/**
 * How much of a budget each text gets: all it needs while that is within an equal share; what short ones leave goes to the
 * long ones in equal parts. Sizes and shares in tokens; the shares never exceed the budget together.
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
/** Of what is kept, how much comes from the beginning: conclusions tend to stand at either end, and the task at the first. */
const FROM_THE_START = 0.7;

/** A text of at most so many tokens: its beginning and its end, with a mark between them. */
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
