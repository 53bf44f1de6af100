import { describe, expect, test } from 'vitest';
import { changesOf, type Run } from './asked.ts';

export const runsCommands = (run: Run): void => {
  describe('runs a command', () => {
    test('and gives its exit, its output', async () => {
      const outcome = await run('echo hello; exit 3');
      expect(outcome).toMatchObject({ exit: 3, output: 'hello\n', isCut: false, changed: [] });
      expect(outcome.killed).toBeUndefined();
      expect(outcome.durationMs).toBeGreaterThan(0);
    });

    test('with both streams in the order they were written', async () => {
      const { output } = await run('echo one; echo two >&2; echo three');
      expect(output).toBe('one\ntwo\nthree\n');
    });

    test('in the root of its files', async () => {
      const { output } = await run('cat notes/a.txt; ls', { texts: { 'notes/a.txt': 'text of a\n', 'b.txt': '' } });
      expect(output).toBe('text of a\nb.txt\nnotes\n');
    });

    test('and says what it changed: made, written, removed, sorted by path', async () => {
      const texts = { 'same.txt': 'same', 'old.txt': 'old', 'gone.txt': 'gone' };
      const outcome = await run(
        'printf new > old.txt; rm gone.txt; mkdir -p b/c; printf x > b/c/made.txt; printf same > same.txt',
        { texts },
      );
      expect(changesOf(outcome)).toEqual({ 'b/c/made.txt': 'x', 'gone.txt': undefined, 'old.txt': 'new' });
      expect(outcome.changed.map(({ path }) => path)).toEqual(['b/c/made.txt', 'gone.txt', 'old.txt']);
    });

    test('keeps bytes that are no text as they are', async () => {
      const content = Uint8Array.from({ length: 256 }, (_, index) => index);
      const { changed } = await run('cp bytes copy; mv bytes moved', {
        files: new Map([['bytes', { content }]]),
      });
      expect(changed.map(({ path }) => path)).toEqual(['bytes', 'copy', 'moved']);
      for (const one of changed.slice(1)) expect(Buffer.from(one.content ?? [])).toEqual(Buffer.from(content));
    });

    test('sees which files may be executed, and says when that changes', async () => {
      const { changed } = await run('chmod +x run.sh', { texts: { 'run.sh': 'echo' } });
      expect(changed).toMatchObject([{ path: 'run.sh', executable: true }]);
    });

    test('reads what is given to it', async () => {
      const { output } = await run('wc -l', { stdin: 'one\ntwo\n' });
      expect(output.trim()).toBe('2');
    });

    test('runs the same script of JavaScript as every other wall', async () => {
      const texts = {
        'add.js': 'export const add = (one, other) => one + other;\n',
        'test/run.js': [
          "import assert from 'node:assert';",
          "import { readFileSync, writeFileSync } from 'node:fs';",
          "import { add } from '../add.js';",
          'assert.strictEqual(add(1, 2), 3);',
          'const order = [];',
          "setTimeout(() => order.push('late'), 20);",
          "await new Promise((resolve) => setTimeout(resolve, 5)).then(() => order.push('early'));",
          'await new Promise((resolve) => setTimeout(resolve, 40));',
          "assert.deepStrictEqual(order, ['early', 'late']);",
          "assert.ok(readFileSync('add.js', 'utf8').includes('add'));",
          "writeFileSync('result.txt', process.argv.slice(2).join(' '));",
          "console.log('2 tests passed');",
        ].join('\n'),
        'package.json': '{"type":"module"}',
      };
      const outcome = await run('node test/run.js one two', { texts });
      expect(outcome).toMatchObject({ exit: 0, output: '2 tests passed\n' });
      expect(changesOf(outcome)).toEqual({ 'result.txt': 'one two' });
    });

    test('whose test fails with what failed and a line of the file', async () => {
      const texts = { 'run.mjs': "import assert from 'node:assert';\nassert.equal(1, 2, 'one is not two');\n" };
      const outcome = await run('node run.mjs', { texts });
      expect(outcome.exit).not.toBe(0);
      expect(outcome.output).toMatch(/one is not two/);
      expect(outcome.output).toMatch(/run\.mjs:2/);
    });
  });
};
