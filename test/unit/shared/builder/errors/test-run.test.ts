/* Requirements: BT4, BT9. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRuns, type TestRun, testRunOf, WHOLE_COMMAND } from '../../../../../shared/builder/errors/test-run.ts';

const ran = (output: string, exit = 0, more: { killed?: 'time'; isCut?: boolean } = {}): TestRun =>
  testRunOf({ output, exit, isCut: false, ...more });

describe('the output of a test command', () => {
  test('in the plain form names the tests that passed and failed, with what was said about them', () => {
    const output =
      'a log line\nok - adds up\nnot ok - sorts\n    expected 1,2\n    got 2,1\nok - later # TODO not yet\n1..3\n';
    expect(ran(output, 1)).toMatchObject({
      passed: ['adds up', 'later'],
      failed: ['sorts'],
      details: { sorts: 'expected 1,2\ngot 2,1' },
    });
  });

  test('in TAP names nested tests by their way', () => {
    const output = [
      'TAP version 13',
      '# Subtest: basket',
      '    # Subtest: adds up',
      '    ok 1 - adds up',
      '      ---',
      '      duration_ms: 1.2',
      '      ...',
      '    # Subtest: is empty',
      '    not ok 2 - is empty',
      '    1..2',
      'not ok 1 - basket',
      '1..1',
    ].join('\n');
    expect(ran(output, 1)).toMatchObject({ passed: ['basket > adds up'], failed: ['basket', 'basket > is empty'] });
  });

  test('in the form for persons is understood up to its summary', () => {
    const output = [
      '▶ basket',
      '  ✔ adds up (0.9ms)',
      '  ✖ is empty (1ms)',
      '✖ basket (2.5ms)',
      '✔ alone (0.1ms)',
      'ℹ tests 3',
      '✖ failing tests:',
      '✖ is empty (1ms)',
    ].join('\n');
    expect(ran(output, 1)).toMatchObject({
      passed: ['alone', 'basket > adds up'],
      failed: ['basket', 'basket > is empty'],
    });
  });

  test.each<[string, TestRun]>([
    ['ends with an error', ran('ok - adds up\n', 1)],
    ['was killed', ran('ok - adds up\n1..1', 137, { killed: 'time' })],
    ['stops before all of its tests ran', ran('ok - adds up\n1..2')],
  ])('of one that %s has failed as a whole', (_, { failed, passed }) => {
    expect({ failed, passed }).toEqual({ failed: [WHOLE_COMMAND], passed: ['adds up'] });
  });

  test('that speaks of something being ok is no test', () => {
    expect(ran('ok then\nnot ok with me\nok\n')).toMatchObject({ passed: [], failed: [] });
  });
});

describe('two runs', () => {
  test.each<[string, TestRun, TestRun, ReturnType<typeof compareRuns>]>([
    ['a test passes now', ran('not ok - a\nok - b', 1), ran('ok - a\nok - b'), { fixed: ['a'], broken: [] }],
    [
      'another one fails now',
      ran('not ok - a\nok - b', 1),
      ran('ok - a\nnot ok - b', 1),
      { fixed: ['a'], broken: ['b'] },
    ],
    ['a failing test is gone', ran('not ok - a\nok - b', 1), ran('ok - b'), { fixed: [], broken: ['a'] }],
    ['it crashes now', ran('not ok - a\nok - b', 1), ran('', 1), { fixed: [], broken: ['a', 'b', WHOLE_COMMAND] }],
    [
      'it gets through now, and shows what else fails',
      ran('', 1),
      ran('ok - a\nnot ok - b', 1),
      { fixed: [WHOLE_COMMAND], broken: [] },
    ],
    [
      'the end of its output is missing',
      ran('not ok - a\nok - b', 1),
      ran('ok - a', 0, { isCut: true }),
      { fixed: ['a'], broken: [] },
    ],
  ])('are compared: %s', (_, before, after, comparison) => {
    expect(compareRuns(before, after)).toEqual(comparison);
  });

  test('that differ only for the better end: whatever is fixed and breaks nothing makes the failing set smaller', () => {
    const run = fc
      .record({
        states: fc.array(fc.constantFrom('ok', 'not ok', undefined), { minLength: 6, maxLength: 6 }),
        exit: fc.nat(1),
      })
      .map(({ states, exit }) =>
        ran(
          states.flatMap((state, index) => (state ? [`${state} - t${index}`] : [])).join('\n'),
          states.includes('not ok') ? 1 : exit,
        ),
      );
    fc.assert(
      fc.property(run, run, (before, after) => {
        fc.pre(!before.failed.includes(WHOLE_COMMAND));
        const { fixed, broken } = compareRuns(before, after);
        if (broken.length === 0) expect(after.failed).toHaveLength(before.failed.length - fixed.length);
      }),
      { numRuns: 300 },
    );
  });
});
