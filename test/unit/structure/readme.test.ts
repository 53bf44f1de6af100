import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

test.each(documents)('every npm script that %s names exists', (document) => {
  const named = [...readFileSync(join(ROOT, document), 'utf8').matchAll(/\bnpm run ([\w:-]+)/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(documents)('%s runs no TypeScript file with a Node that may not read it', (document) => {
  expect(readFileSync(join(ROOT, document), 'utf8')).not.toMatch(/\bnode \S+\.ts\b/);
});

test.each(Object.entries(scripts))(
  'the script %s looks at the version of Node first, or runs other scripts',
  (_, command) => {
    expect(command).toMatch(/^(node infra\/guard\.mjs\b|npm run |npm test|biome )/);
  },
);
