import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../../console/src/api/line-parts.ts';
import { together } from '../../../../console/src/screens/projects/transfer/lines.ts';

/* Requirements: WEB1. */

describe('lines in parts', () => {
  test('are cut between lines, by bytes and by number, and are all there in order', () => {
    const lines = ['aaaa', 'äää', 'b', 'cc', '', 'd'];
    const parts = partsOf(lines.join('\n'), { bytes: 8, lines: 2 });
    expect(parts).toEqual(['aaaa\n', 'äää\n', 'b\ncc\n', 'd\n']);
  });

  test('a line that is longer than a part is one by itself', () => {
    expect(partsOf('a\nlonglonglong\nb', { bytes: 4, lines: 9 })).toEqual(['a\n', 'longlonglong\n', 'b\n']);
    expect(partsOf('\n\n', { bytes: 4, lines: 9 })).toEqual([]);
  });
});

describe('an import', () => {
  test('what its parts brought is counted together', () => {
    expect(
      together(
        { imported: { agent: 1, memory: 2 }, left_out: {}, missing_secrets: ['B'] },
        { imported: { memory: 3 }, left_out: { usage: 1 }, missing_secrets: ['A', 'B'] },
      ),
    ).toEqual({ imported: { agent: 1, memory: 5 }, left_out: { usage: 1 }, missing_secrets: ['A', 'B'] });
  });
});
