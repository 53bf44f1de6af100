import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourcesKey } from '../../../infra/sources.ts';

type Sources = Record<string, string>;

function keyOf(sources: Sources, { lock = '{}', recipe = 'minified', beside = {} as Sources } = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'artel-sources-'));
  try {
    for (const folder of ['functions', 'shared']) mkdirSync(join(root, folder));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(root, 'shared', name), text);
    for (const [path, text] of Object.entries(beside)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    writeFileSync(join(root, 'package-lock.json'), lock);
    return sourcesKey(recipe, root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const sources = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.ts$/), fc.string({ maxLength: 40 }), { maxKeys: 4 });

test('two checkouts have the same key exactly when their sources are the same', () => {
  fc.assert(
    fc.property(sources, sources, (one, other) => {
      const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
      expect(keyOf(one) === keyOf(other)).toBe(same);
      expect(keyOf(one)).toBe(keyOf({ ...one }));
    }),
    { numRuns: 50 },
  );
});

test('text moved from one file to the next changes the key', () => {
  expect(keyOf({ 'a.ts': 'one', 'b.ts': 'two' })).not.toBe(keyOf({ 'a.ts': 'onet', 'b.ts': 'wo' }));
});

test('another console, or client that it calls functions by, changes the key', () => {
  const key = keyOf({});
  expect(keyOf({}, { beside: { 'console/src/main.tsx': '' } })).not.toBe(key);
  expect(keyOf({}, { beside: { 'clients/typescript/src/client.ts': '' } })).not.toBe(key);
  expect(keyOf({}, { beside: { 'docs/settings.md': '' } })).toBe(key);
});

test('another package or another way to bundle changes the key', () => {
  const key = keyOf({});
  expect(keyOf({}, { lock: '{"packages":{}}' })).not.toBe(key);
  expect(keyOf({}, { recipe: 'with maps' })).not.toBe(key);
});
