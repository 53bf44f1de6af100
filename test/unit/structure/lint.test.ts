import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsIn } from './lint.ts';
import { ROOT, sourcesIn } from './source-tree.ts';

/* Requirements: QA4. */

/** The rules that the linter breaks on for a file with this text. */
const lint = (text: string, file = 'shared/planted.ts'): string => {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const linted = spawnSync(process.execPath, [biome, 'lint', `--stdin-file-path=${file}`], { cwd: ROOT, input: text });
  expect(linted.status, 'the linter must refuse the planted text').toBe(1);
  return String(linted.stderr) + String(linted.stdout);
};

describe('the sources', () => {
  test('no source has unfinished work, a suppressed type or a blanket catch', () => {
    const sources = ['shared', 'functions', 'infra', 'test'].flatMap(sourcesIn);
    const planted = new Set(['test/unit/structure/lint.test.ts', 'test/unit/structure/lint.ts']);
    const findings = sources
      .filter((file) => !planted.has(file) && (!file.startsWith('test/') || file.endsWith('.test.ts')))
      .flatMap((file) => findingsIn(readFileSync(join(ROOT, file), 'utf8')).map((found) => `${file}:${found}`));
    expect(findings).toEqual([]);
  });

  test('nothing in the product suppresses the linter', () => {
    const suppressing = ['shared', 'functions', 'infra']
      .flatMap(sourcesIn)
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('biome-ignore'));
    expect(suppressing).toEqual([]);
  });
});

describe('the rules themselves', () => {
  test('planted unfinished work is found', () => {
    const planted = ['// TODO: later', '/* FIXME */', '/**\n * XXX\n */', 'const a = 1; // HACK'];
    expect(planted.flatMap(findingsIn)).toEqual([
      '1: unfinished work',
      '1: unfinished work',
      '2: unfinished work',
      '1: unfinished work',
    ]);
    expect(findingsIn("const TODO = 'a list';")).toEqual([]);
  });

  test('planted type suppressions are found', () => {
    const planted = ['// @ts-ignore', '// @ts-expect-error: no', '// @ts-nocheck', '/* biome-ignore-all lint: no */'];
    expect(planted.flatMap(findingsIn)).toEqual(Array(4).fill('1: suppressed type'));
  });

  test('a planted blanket catch is found, and one that names its error is not', () => {
    expect(findingsIn('try {\n  work();\n} catch {\n  return undefined;\n}')).toEqual(['3: blanket catch']);
    expect(findingsIn('try {\n  work();\n} catch {\n  // A SyntaxError: not JSON.\n}')).toEqual([]);
    expect(findingsIn('try {\n  work();\n} catch {\n  throw new Defect();\n}')).toEqual([]);
  });

  test.each([
    ['noConsole', "console.log('hello');"],
    ['noExplicitAny', 'export const one: any = 1;'],
    [
      'noEmptyBlockStatements',
      'export const run = (work: () => void): void => {\n  try {\n    work();\n  } catch {}\n};',
    ],
    ['noTsIgnore', '// @ts-ignore\nexport const one: number = 1;'],
    ['noDefaultExport', 'export default 1;'],
  ])('the linter refuses a planted violation of %s', (rule, text) => {
    expect(lint(`${text}\n`)).toContain(rule);
  });
});
