import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutated } from '../../mutate/apply.ts';
import { mutations } from '../../mutate/mutations.ts';
import { ROOT } from './source-tree.ts';

describe('the list of mutations', () => {
  test.each(mutations)('$file holds the text to be mutated exactly once ($promise)', (mutation) => {
    const text = readFileSync(join(ROOT, mutation.file), 'utf8');
    expect(mutated(text, mutation)).not.toBe(text);
  });

  test('every mutation names a test file that exists', () => {
    expect(mutations.map(({ test: file }) => file).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test('a text that stands twice, or not at all, is refused', () => {
    const mutation = { promise: '', file: 'some.ts', find: 'LIMIT = 5', replace: 'LIMIT = 6', test: '' };
    expect(mutated('const LIMIT = 5;', mutation)).toBe('const LIMIT = 6;');
    for (const text of ['', 'LIMIT = 5; LIMIT = 5;']) expect(() => mutated(text, mutation)).toThrow(/exactly once/);
  });
});
