import { describe, expect, test } from 'vitest';
import { endOf, functionArn, outputOf, settle, start, WAIT_FOR_TOKEN } from './workflow.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const waiting = (fields: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  States: {
    Run: {
      Type: 'Task',
      Resource: WAIT_FOR_TOKEN,
      Parameters: { FunctionName: 'run', Payload: { 'token.$': '$$.Task.Token' } },
      End: true,
      ...fields,
    },
    ...more,
  },
});
const tokensOf = ({ calls }: ReturnType<typeof start>): string[] =>
  calls.map(({ payload }) => (payload as { token: string }).token);
const functions = { run: () => 'what the function returns is not the answer' };

/** An execution whose function has been given its token. */
const started = async (
  definition: Parameters<typeof start>[0] = waiting(),
  behaviour: Parameters<typeof start>[1] = { functions },
) => {
  const one = start(definition, behaviour);
  await settle();
  return one;
};

describe('a state that waits for its token', () => {
  test('a state that waits for its token ends with the output that is sent, and not before', async () => {
    const one = await started();
    await one.clock.timePasses(1000 * HOUR);
    expect(one.execution.status).toBe('RUNNING');
    one.tokens.take(tokensOf(one)[0]!).succeed({ done: 3 });
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: { done: 3 } });
  });

  test('a state that waits for its token fails with the error that is sent', async () => {
    const one = await started();
    one.tokens.take(tokensOf(one)[0]!).fail('Cancelled', 'by alice');
    expect(await endOf(one)).toEqual({ status: 'FAILED', error: 'Cancelled', cause: 'by alice' });
  });

  test('a state that waits for its token fails at once when its function does', async () => {
    const one = await started(waiting(), { functions: {} });
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
  });

  test('a state that waits for its token may have its answer before its function returns', async () => {
    const held = Promise.withResolvers<string>();
    const one = await started(waiting(), { functions: { run: () => held.promise } });
    one.tokens.take(tokensOf(one)[0]!).succeed('early');
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: 'early' });
    held.reject(new Error('nobody waits for this'));
    await settle();
  });

  test('a state that waits for its token has another one at each attempt, and the earlier ones have timed out', async () => {
    const Retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 2 }];
    const one = await started(waiting({ TimeoutSeconds: 60, Retry }));
    await one.clock.timePasses(2 * 60 * SECOND + 10 * SECOND);
    const [first = '', second = '', third = ''] = tokensOf(one);
    expect(new Set([first, second, third]).size).toBe(3);
    for (const old of [first, second]) expect(() => one.tokens.take(old)).toThrow('does not exist anymore');
    one.tokens.take(third).succeed(1);
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: 1 });
  });

  test('a state that waits for its token has another one when it is entered again', async () => {
    const loop = waiting(
      { End: undefined, Next: 'Again' },
      {
        Again: { Type: 'Choice', Choices: [{ Variable: '$', NumericLessThan: 2, Next: 'Run' }], Default: 'Done' },
        Done: { Type: 'Succeed' },
      },
    );
    const one = await started(loop);
    one.tokens.take(tokensOf(one)[0]!).succeed(1);
    await settle();
    expect(() => one.tokens.take(tokensOf(one)[0]!)).toThrow('does not exist anymore');
    one.tokens.take(tokensOf(one)[1]!).succeed(2);
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: 2 });
    expect(one.execution.visited).toEqual(['Run', 'Again', 'Run', 'Again', 'Done']);
  });

  test('a state that times out leads where its catcher says', async () => {
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
    const one = await started(waiting({ TimeoutSeconds: 60, Catch }, { Late: { Type: 'Succeed' } }));
    await one.clock.timePasses(59 * SECOND);
    expect(one.execution.visited).toEqual(['Run']);
    await one.clock.timePasses(2 * SECOND);
    expect((await endOf(one)).output).toMatchObject({ Error: 'States.Timeout' });
  });

  test('a state that waits for its token lives as long as its heartbeats arrive', async () => {
    const one = await started(waiting({ HeartbeatSeconds: 10, TimeoutSeconds: 100 }));
    for (let beat = 0; beat < 5; beat += 1) {
      await one.clock.timePasses(9 * SECOND);
      one.tokens.look(tokensOf(one)[0]!).heartbeat();
    }
    expect(one.execution.status).toBe('RUNNING');
    await one.clock.timePasses(11 * SECOND);
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
  });

  test('a state that waits for its token fails when no heartbeat ever arrives', async () => {
    const one = await started(waiting({ HeartbeatSeconds: 10, TimeoutSeconds: 100 }));
    await one.clock.timePasses(11 * SECOND);
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
  });

  test('heartbeats of a state do not postpone its time-out', async () => {
    const one = await started(waiting({ HeartbeatSeconds: 10, TimeoutSeconds: 12 }));
    await one.clock.timePasses(9 * SECOND);
    one.tokens.look(tokensOf(one)[0]!).heartbeat();
    await one.clock.timePasses(4 * SECOND);
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });
});

describe('an execution', () => {
  test('an execution waits for seconds, or until a time, from the definition or the data', async () => {
    const at = new Date(Date.now() + HOUR).toISOString();
    for (const fields of [{ Seconds: 3600 }, { SecondsPath: '$.s' }, { Timestamp: at }, { TimestampPath: '$.at' }]) {
      const definition = { States: { Only: { Type: 'Wait', End: true, ...fields } } };
      const one = start(definition, { input: { s: 3600, at } });
      await one.clock.timePasses(HOUR - 10 * SECOND);
      expect(one.execution.status).toBe('RUNNING');
      await one.clock.timePasses(20 * SECOND);
      expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: { s: 3600, at } });
    }
  });

  test('an execution that waits twice continues after the sum of both', async () => {
    const wait = { Type: 'Wait', Seconds: 3600 };
    const one = start({ States: { A: { ...wait, Next: 'B' }, B: { ...wait, End: true } } });
    await one.clock.timePasses(2 * HOUR - 1);
    expect(one.execution.visited).toEqual(['A', 'B']);
    await one.clock.timePasses(2);
    expect((await endOf(one)).status).toBe('SUCCEEDED');
  });

  test('an execution does not wait for zero seconds or a time in the past', async () => {
    const only = (fields: object) => outputOf({ States: { Only: { Type: 'Wait', End: true, ...fields } } });
    expect(await only({ Seconds: 0 })).toEqual({});
    expect(await only({ Timestamp: '2001-01-01T00:00:00Z' })).toEqual({});
  });

  test('an execution times out as a whole', async () => {
    const one = await started({ ...waiting(), TimeoutSeconds: 90 });
    await one.clock.timePasses(91 * SECOND);
    expect((await endOf(one)).status).toBe('TIMED_OUT');
    expect(() => one.tokens.take(tokensOf(one)[0]!)).toThrow('does not exist anymore');
  });

  test('an execution that is stopped ends its tokens and timers', async () => {
    const one = await started(waiting({ TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.ALL'] }] }));
    one.execution.abort({ error: 'Cancelled', cause: 'by alice' });
    expect(await endOf(one)).toEqual({ status: 'ABORTED', error: 'Cancelled', cause: 'by alice' });
    expect(() => one.tokens.take(tokensOf(one)[0]!)).toThrow('does not exist anymore');
    await one.clock.timePasses(HOUR);
    expect(one.calls).toHaveLength(1);
  });

  test('an execution that is stopped while it waits is over at once', async () => {
    const one = start({ States: { A: { Type: 'Wait', Seconds: 3600, Next: 'B' }, B: { Type: 'Succeed' } } });
    await settle();
    one.execution.abort({});
    expect(await endOf(one)).toEqual({ status: 'ABORTED' });
    await one.clock.timePasses(2 * HOUR);
    expect(one.execution.visited).toEqual(['A']);
  });

  test('an execution that is stopped while it pauses before a retry does not try again', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60 }];
    const one = await started(waiting({ Resource: functionArn('run'), Parameters: {}, Retry }), { functions: {} });
    one.execution.abort({});
    await one.clock.timePasses(HOUR);
    expect(await endOf(one)).toEqual({ status: 'ABORTED' });
    expect(one.calls).toHaveLength(1);
  });

  test('an execution that is over stays unchanged when it is stopped', async () => {
    const one = start({ States: { Only: { Type: 'Succeed' } } });
    await endOf(one);
    one.execution.abort({ cause: 'too late' });
    expect(await endOf(one)).toEqual({ status: 'SUCCEEDED', output: {} });
  });
});
