/* Requirements: BT9. */
import { describe, expect, test } from 'vitest';
import type { CapturedError } from '../../../../../shared/builder/errors/captured.ts';
import { firstOwnFrame, framesIn } from '../../../../../shared/builder/errors/frames.ts';
import { groupErrors, groupOf, plainMessage } from '../../../../../shared/builder/errors/group.ts';
import { attempted, isOpen, type Ledger, seen } from '../../../../../shared/builder/errors/ledger.ts';
import { errorsIn } from '../../../../../shared/builder/errors/output.ts';

const PATHS = ['src/basket.js', 'src/page.js', 'test/run.js'];

describe('a stack trace', () => {
  test.each([
    [
      'V8',
      'TypeError: x\n    at node:internal/a:1:2\n    at Object.<anonymous> (/w/node_modules/p/i.js:1:1)\n    at total (/w/src/basket.js:12:9)',
    ],
    ['V8 of a module', 'Error: x\n    at total (file:///home/p/src/basket.js:12:9)'],
    ['V8 after an await', 'Error: x\n    at async total (/w/src/basket.js:12:9)'],
    [
      'QuickJS',
      '    at <anonymous> (<compat>:886:31)\n    at total (/w/src/basket.js:12:9)\n    at <anonymous> (/w/test/run.js:4:25)',
    ],
    ['QuickJS, uncaught', 'at total (/w/src/basket.js:12:9): later'],
    ['SpiderMonkey', 'total@http://x.localhost:4000/src/basket.js?v=3:12:9\n@http://x.localhost:4000/test/run.js:1:1'],
    ['esbuild', '\n    src/basket.js:12:9:\n      12 │ import x\n         ╵  ^'],
  ])('by %s leads to the first place in the project', (_, trace) => {
    expect(firstOwnFrame(framesIn(trace), PATHS)).toMatchObject({ file: 'src/basket.js', line: 12 });
  });

  test('that never enters the project leads nowhere', () => {
    expect(
      firstOwnFrame(framesIn('    at a (node:fs:1:1)\n    at b (/w/node_modules/x/y.js:1:1)'), PATHS),
    ).toBeUndefined();
    expect(framesIn('')).toEqual([]);
  });

  test('of a hostile length is read before anybody loses patience', () => {
    const hostile = `${'    at '.repeat(20_000)}\n${'(((((file:'.repeat(20_000)}\n`.repeat(20);
    expect(framesIn(hostile)).toEqual([]);
  });
});

describe('errors', () => {
  test.each([
    ['cannot read 3 of /a/b/c.js', 'cannot read 17 of /x/y.js'],
    ['user 01HZX3QF8W2V5N7T9K1M3P5R7S is gone', 'user 01HZX3QF8W2V5N7T9K1M3P5R8T is gone'],
    ['at 2026-01-03 10:00: too late', 'at 2025-11-30 23:59: too late'],
    ['GET http://a.b/c?d=1 failed', 'GET http://e.f/g failed'],
  ])('are one group if only numbers, paths, ids and addresses differ: %s', (one, other) => {
    expect(plainMessage(one)).toBe(plainMessage(other));
  });

  const error = (message: string, method = 'total', line = 3): CapturedError => ({
    source: 'test',
    message,
    stack: `    at ${method} (/w/src/basket.js:${line}:1)`,
  });

  test('stay in their group when lines move, and are others at another place or with another message', () => {
    const ids = [error('x 1'), error('x 2', 'total', 90), error('x 1', 'empty'), error('y 1')].map(
      (one) => groupOf(one, PATHS).id,
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
  });

  test('are counted by group, the most frequent first', () => {
    const groups = groupErrors([error('y'), error('x 1'), { ...error('x 2'), source: 'console' }], PATHS);
    expect(groups).toMatchObject([
      { message: 'x 1', count: 2, at: 'src/basket.js total', sources: ['test', 'console'] },
      { message: 'y', count: 1, sources: ['test'] },
    ]);
  });

  test('are found in the output of a command, each with its own trace', () => {
    const output = [
      'running',
      'TypeError: cannot read property of undefined',
      '    at total (/w/src/basket.js:2:11)',
      'AssertionError [ERR_ASSERTION]: Expected values to be equal:',
      '',
      '1 !== 2',
      '',
      '    at run (/w/test/run.js:3:8)',
      '✘ [ERROR] Could not resolve "./basket"',
      '',
      '    src/page.js:1:22:',
      '      1 │ import { total } from "./basket";',
      'at g (/w/src/a.js:4:47): later',
    ].join('\n');
    expect(errorsIn(output, 'build').map(({ message, stack }) => [message, stack?.trim()])).toEqual([
      ['TypeError: cannot read property of undefined', 'at total (/w/src/basket.js:2:11)'],
      ['AssertionError [ERR_ASSERTION]: Expected values to be equal:', 'at run (/w/test/run.js:3:8)'],
      ['Could not resolve "./basket"', 'src/page.js:1:22:'],
      ['later', 'at g (/w/src/a.js:4:47): later'],
    ]);
  });
});

describe('what became of a group', () => {
  test('that is seen after a fix says that it has returned', () => {
    const fixed = attempted(seen({}, 'g'), 'g', true);
    expect(isOpen(fixed, 'g')).toBe(false);
    expect(seen(fixed, 'g')).toEqual({ g: { state: 'returned', attempts: 1 } });
  });

  test('ends after three attempts, whether they helped for a while or not', () => {
    let failing: Ledger = {};
    let returning: Ledger = seen({}, 'g');
    let rounds = 0;
    while (isOpen(returning, 'g') && rounds < 10) {
      failing = attempted(failing, 'g', false);
      returning = seen(attempted(returning, 'g', true), 'g');
      rounds += 1;
    }
    expect(rounds).toBe(3);
    expect(failing).toEqual({ g: { state: 'given_up', attempts: 3 } });
    expect(returning).toEqual(failing);
  });

  test('is not mistaken for what every object has', () => {
    expect(isOpen({}, 'constructor')).toBe(true);
  });
});
