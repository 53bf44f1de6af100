import type { components } from '../../../../../clients/typescript/src/index.ts';
import { type Weighed, worthAtLeast } from './worth.ts';

export type Pruning = components['schemas']['MemoryPruning'];
export type Way = 'max_vectors' | 'before' | 'min_worth';

/** How many go, and how surely: of a very long memory not everything is looked at. */
export type Preview = { goes: number; stays: number; sureness: 'exactly' | 'at_most' | 'at_least' | 'about' };

/** An agent's memory: its numbers, and as much of it as was read. */
export type Known = { count: number; pinned: number; memories: readonly Weighed[] };

/** What is sent for what was filled in; nothing where that is no number and no day. */
export const pruningOf = (way: Way, text: string): Pruning | undefined => {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (way === 'before') {
    const day = new Date(`${typed}T00:00:00`);
    return Number.isNaN(day.getTime()) ? undefined : { before: day.toISOString() };
  }
  const value = Number(typed);
  if (!Number.isFinite(value) || value < 0) return undefined;
  if (way === 'min_worth') return value <= 1 ? { min_worth: value } : undefined;
  return Number.isInteger(value) ? { max_vectors: value } : undefined;
};

/** What a pruning would do. Pinned memories stay whatever it says. */
export const previewOf = ({ before, min_worth, max_vectors }: Pruning, known: Known, now: number): Preview => {
  const { count, pinned, memories } = known;
  const isWhole = memories.length >= count;
  const loose = memories.filter((memory) => !memory.pinned);
  const answer = (goes: number, sureness: Preview['sureness']): Preview => ({ goes, stays: count - goes, sureness });
  if (before !== undefined) {
    const earlier = loose.filter(({ created_at }) => Date.parse(created_at) < Date.parse(before));
    return answer(earlier.length, isWhole ? 'exactly' : 'at_least');
  }
  if (min_worth !== undefined) {
    const worthless = loose.filter((memory) => worthAtLeast(memory, now) < min_worth);
    return answer(worthless.length, isWhole ? 'at_most' : 'about');
  }
  const surplus = Math.max(0, count - (max_vectors ?? count));
  return answer(Math.min(surplus, count - pinned), 'exactly');
};
