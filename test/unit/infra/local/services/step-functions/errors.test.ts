import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StateFailure } from '../../../../../../infra/local/services/step-functions/failure.ts';
import { Retrying } from '../../../../../../infra/local/services/step-functions/retrying.ts';
import { endOf, functionArn, outputOf, start } from './workflow.ts';

const failing = (error: string) => () => {
  throw new StateFailure(error, `because of ${error}`);
};
const caught = (fields: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  States: {
    Try: { Type: 'Task', Resource: functionArn('draft'), Next: 'Done', ...fields },
    Done: { Type: 'Succeed' },
    Caught: { Type: 'Pass', End: true },
    ...more,
  },
});
const all = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];

describe('an error of a task', () => {
  test('an error of a task fails the execution with its name and cause', async () => {
    const end = await endOf(start(caught({}), { functions: { draft: failing('TypeError') } }));
    expect(end).toEqual({ status: 'FAILED', error: 'TypeError', cause: 'because of TypeError' });
  });

  test.each([
    ['TypeError', ['RangeError', 'TypeError'], true],
    ['TypeError', ['RangeError'], false],
    ['TypeError', ['States.TaskFailed'], true],
    ['TypeError', ['States.ALL'], true],
    ['States.Timeout', ['States.TaskFailed'], false],
    ['States.HeartbeatTimeout', ['States.Timeout'], true],
    ['States.Runtime', ['States.ALL'], false],
    ['States.DataLimitExceeded', ['States.ALL'], false],
  ])('the error %s is caught by %s: %s', async (error, ErrorEquals, expected) => {
    const one = start(caught({ Catch: [{ ErrorEquals, Next: 'Caught' }] }), { functions: { draft: failing(error) } });
    expect((await endOf(one)).status).toBe(expected ? 'SUCCEEDED' : 'FAILED');
  });

  test('an error of a task goes to the first catcher that fits, with name and cause where ResultPath says', async () => {
    const catchers = [
      { ErrorEquals: ['RangeError'], Next: 'Done' },
      { ErrorEquals: ['TypeError'], Next: 'Caught', ResultPath: '$.failure' },
      { ErrorEquals: ['States.ALL'], Next: 'Done' },
    ];
    const one = start(caught({ Catch: catchers }), { input: { id: 7 }, functions: { draft: failing('TypeError') } });
    const failure = { Error: 'TypeError', Cause: 'because of TypeError' };
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: { id: 7, failure } });
    expect(one.execution.visited).toEqual(['Try', 'Caught']);
  });

  test('a failing task is retried after growing pauses, then its error is caught', async () => {
    const Retry = [
      { ErrorEquals: ['TypeError'], IntervalSeconds: 10, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 60 },
    ];
    const one = start(caught({ Retry, Catch: all }), { functions: { draft: failing('TypeError') } });
    await one.clock.timePasses(10 * 60_000);
    expect((await endOf(one)).status).toBe('SUCCEEDED');
    const seconds = one.calls.map(({ at }) => Math.round(at / 1000));
    expect(seconds).toEqual([0, 10, 40, 100]);
    expect(one.execution.transitions).toBe(5);
  });

  test('a later attempt that succeeds continues as if nothing had happened', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'] }];
    const draft = (_: unknown, call: number) => (call < 3 ? failing('TypeError')() : 'fine');
    const one = start(caught({ Retry }), { functions: { draft } });
    await one.clock.timePasses(60_000);
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: 'fine' });
  });

  test('each retrier counts its own attempts', async () => {
    const Retry = ['TypeError', 'RangeError'].map((name) => ({ ErrorEquals: [name], MaxAttempts: 1 }));
    const draft = (_: unknown, call: number) => failing(call % 2 ? 'TypeError' : 'RangeError')();
    const one = start(caught({ Retry }), { functions: { draft } });
    await one.clock.timePasses(60_000);
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'TypeError' });
    expect(one.calls).toHaveLength(3);
  });

  test('the attempts start from zero when the state is entered again', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }];
    const again = {
      Caught: {
        Type: 'Choice',
        Choices: [{ Variable: '$.Error', StringEquals: 'first', Next: 'Try' }],
        Default: 'Done',
      },
    };
    const draft = (_: unknown, call: number) => failing(call <= 2 ? 'first' : 'second')();
    const one = start(caught({ Retry, Catch: all }, again), { functions: { draft } });
    await one.clock.timePasses(60_000);
    expect(one.calls).toHaveLength(4);
    expect((await endOf(one)).status).toBe('SUCCEEDED');
  });

  test('the state knows how often it was retried', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'] }];
    const draft = (payload: unknown, call: number) => (call < 3 ? failing('TypeError')() : payload);
    const one = start(caught({ Retry, Parameters: { 'n.$': '$$.State.RetryCount' } }), { functions: { draft } });
    await one.clock.timePasses(60_000);
    expect((await endOf(one)).output).toEqual({ n: 2 });
  });

  test('a Fail state names the error itself or takes it from the data', async () => {
    const fixed = start({ States: { Only: { Type: 'Fail', Error: 'Superseded', Cause: 'newer' } } });
    expect(await endOf(fixed)).toEqual({ status: 'FAILED', error: 'Superseded', cause: 'newer' });
    const read = { States: { Only: { Type: 'Fail', ErrorPath: '$.e', CausePath: '$$.Execution.Name' } } };
    expect(await endOf(start(read, { input: { e: 'Odd' } }))).toEqual({ status: 'FAILED', error: 'Odd', cause: 'one' });
  });

  test('an endless loop ends with the 25,000th event of its history', async () => {
    const one = start({ States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } } });
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('25000') });
    expect(one.execution.transitions).toBe(12_501);
  });

  test('no pause exceeds its limit or its growth, and jitter only shortens it', () => {
    const retrier = fc.record({
      IntervalSeconds: fc.integer({ min: 1, max: 100 }),
      MaxAttempts: fc.integer({ min: 0, max: 12 }),
      BackoffRate: fc.double({ min: 1, max: 4, noNaN: true }),
      MaxDelaySeconds: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
      JitterStrategy: fc.constantFrom('FULL' as const, 'NONE' as const),
    });
    fc.assert(
      fc.property(retrier, fc.double({ min: 0, max: 0.999, noNaN: true }), (fields, random) => {
        const retrying = new Retrying([{ ErrorEquals: ['E'], ...fields }], () => random);
        const delays: number[] = [];
        for (let delay = retrying.delayAfter(new StateFailure('E', '')); delay !== undefined; ) {
          delays.push(delay);
          delay = retrying.delayAfter(new StateFailure('E', ''));
        }
        expect(delays).toHaveLength(fields.MaxAttempts);
        delays.forEach((delay, n) => {
          const grown = fields.IntervalSeconds * fields.BackoffRate ** n;
          const most = Math.min(grown, fields.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1000;
          expect(delay).toBeCloseTo(fields.JitterStrategy === 'FULL' ? most * random : most, 3);
        });
      }),
    );
  });

  test('a task that succeeds is not retried', async () => {
    expect(
      await outputOf(caught({ Retry: [{ ErrorEquals: ['States.ALL'] }] }), { functions: { draft: () => 1 } }),
    ).toBe(1);
  });
});
