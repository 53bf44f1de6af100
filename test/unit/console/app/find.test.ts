import { describe, expect, test } from 'vitest';
import { best, type Entry, rank } from '../../../../console/src/app/palette/find.ts';

/* Requirements: WEB2. */

const entry = (label: string, about = 'Page'): Entry => ({ label, about, href: `/console/${label}` });
const labels = (typed: string, entries: Entry[], limit?: number) =>
  best(entries, typed, limit).map(({ label }) => label);

describe('what fits the letters that were typed', () => {
  test('each word has to be in it, whatever its case and accents', () => {
    const entries = [entry('Café plans'), entry('Plans'), entry('Планы')];
    expect(labels('CAFE', entries)).toEqual(['Café plans']);
    expect(labels('pla caf', entries)).toEqual(['Café plans']);
    expect(labels('план', entries)).toEqual(['Планы']);
    expect(labels('nothing', entries)).toEqual([]);
  });

  test('what begins with it comes first, what begins a word next, what only has it in it last', () => {
    const entries = [entry('Rerun'), entry('My runs'), entry('Runs')];
    expect(labels('run', entries)).toEqual(['Runs', 'My runs', 'Rerun']);
  });

  test('nothing typed is everything, in its order and as much as fits', () => {
    const entries = Array.from({ length: 30 }, (_, index) => entry(`Chat ${index}`));
    expect(labels('  ', entries)).toEqual(entries.slice(0, 12).map(({ label }) => label));
    expect(labels('chat', entries, 3)).toHaveLength(3);
  });

  test('signs of patterns are letters like others', () => {
    expect(rank('a.b', '.')).toBeDefined();
    expect(rank('ab', '.')).toBeUndefined();
    expect(rank('a (b', '(')).toBeDefined();
  });
});
