import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsIn } from './lint.ts';
import { ROOT, sourcesIn } from './source-tree.ts';

/* Requirements: QA4. */

/** Files that the linter must refuse, by the rule that refuses them. */
const PLANTED: Record<string, string> = {
  noConsole: "console.log('hello');\n",
  noExplicitAny: 'export const one: any = 1;\n',
  noEmptyBlockStatements: 'export const run = (work: () => void): void => {\n  try {\n    work();\n  } catch {}\n};\n',
  noTsIgnore: '// @ts-ignore\nexport const one: number = 1;\n',
  noDefaultExport: 'export default 1;\n',
};

/** Lints planted files under the project's own configuration; answers the linter's report. */
const lintPlanted = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'artel-lint-'));
  try {
    cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    mkdirSync(join(folder, 'shared'));
    for (const [rule, text] of Object.entries(PLANTED)) writeFileSync(join(folder, 'shared', `${rule}.ts`), text);
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const linted = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', 'shared'], { cwd: folder });
    expect(linted.status).toBe(1);
    return String(linted.stdout) + String(linted.stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the sources', () => {
  test('no source has unfinished work, a suppressed type or a blanket catch', () => {
    const sources = ['shared', 'functions', 'infra', 'console', 'test'].flatMap(sourcesIn);
    const planted = new Set(['test/unit/structure/lint.test.ts', 'test/unit/structure/lint.ts']);
    const findings = sources
      .filter((file) => !planted.has(file) && (!file.startsWith('test/') || file.endsWith('.test.ts')))
      .flatMap((file) => findingsIn(readFileSync(join(ROOT, file), 'utf8')).map((found) => `${file}:${found}`));
    expect(findings).toEqual([]);
  });

  test('nothing in the product suppresses the linter', () => {
    const suppressing = ['shared', 'functions', 'infra', 'console']
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

  test('the linter refuses planted console output, any, an empty catch, a type suppression and a default export', () => {
    const report = lintPlanted();
    const missed = Object.keys(PLANTED).filter(
      (rule) => !new RegExp(`${rule}\\.ts\\S* lint/\\w+/${rule}\\b`).test(report),
    );
    expect(missed, report).toEqual([]);
  });
});
