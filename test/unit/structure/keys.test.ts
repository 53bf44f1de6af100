import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sourcesIn } from './source-tree.ts';

/** A text that begins like a key: capitals and a number sign. */
const keyLiteral = /['"`][A-Z_]+#/;

/** Keys are made in `store/keys`; a scope knows the prefix of its own partitions. */
const mayHold = (file: string): boolean => file.startsWith('shared/store/keys/') || file === 'shared/core/scope.ts';

const linesWithKeys = (file: string, text: string): string[] =>
  text.split('\n').flatMap((line, index) => (keyLiteral.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []));

test('no file outside store/keys spells a key or the prefix of one', () => {
  const files = ['shared', 'functions'].flatMap(sourcesIn).map((file) => file.split(sep).join('/'));
  const found = files
    .filter((file) => !mayHold(file))
    .flatMap((file) => linesWithKeys(file, readFileSync(join(ROOT, file), 'utf8')));
  expect(files.filter(mayHold).length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

test.each(["prefix: 'TSK#'", 'from: `USAGE#`', 'decodeCursor(cursor, "PERMISSION#")'])(
  'the line %s would be found',
  (line) => {
    expect(linesWithKeys('planted.ts', line)).toHaveLength(1);
  },
);
