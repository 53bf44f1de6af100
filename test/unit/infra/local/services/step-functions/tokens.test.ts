import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TaskTokens } from '../../../../../../infra/local/services/step-functions/task-tokens.ts';
import { settle, start, WAIT_FOR_TOKEN } from './workflow.ts';

const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:plan';
const nobody = { succeed: () => undefined, fail: () => undefined, heartbeat: () => undefined };
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

/** Waits for a token, tries again after a time-out, and comes back to the wait after each answer below 3. */
const ROUNDS = {
  TimeoutSeconds: 10_000,
  States: {
    Run: {
      Type: 'Task',
      Resource: WAIT_FOR_TOKEN,
      Parameters: { FunctionName: 'run', Payload: { 'token.$': '$$.Task.Token' } },
      TimeoutSeconds: 60,
      Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['Again'], Next: 'Run' }],
      Next: 'Enough',
    },
    Enough: { Type: 'Choice', Choices: [{ Variable: '$', NumericLessThan: 3, Next: 'Run' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

describe('task tokens', () => {
  test('a used task token, one of an earlier process and an invented one are told apart', () => {
    const tokens = new TaskTokens();
    const used = tokens.issue(MACHINE, nobody);
    tokens.take(used);
    const foreign = new TaskTokens().issue(MACHINE, nobody);
    expect(codeOf(() => tokens.take(used))).toBe('TaskTimedOut');
    expect(codeOf(() => tokens.take(foreign))).toBe('TaskDoesNotExist');
    for (const text of ['', 'x', btoa('[]'), btoa('{"a":1}'), btoa('null'), btoa('["a",1,"c"]')]) {
      expect(codeOf(() => tokens.take(text))).toBe('InvalidToken');
    }
    expect(tokens.machineOf(foreign)).toBe(MACHINE);
  });

  test('at most one task token of an execution is alive, none once it is over, and what is over stays so', async () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('answer' as const), which: fc.nat(5), output: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ act: fc.constant('fail' as const), which: fc.nat(5), error: fc.constantFrom('Again', 'Other') }),
      fc.record({ act: fc.constant('pass' as const), seconds: fc.constantFrom(1, 30, 70, 4000) }),
      fc.record({ act: fc.constant('abort' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { execution, clock, tokens, calls } = start(ROUNDS, { functions: { run: () => null } });
        const issued = () => calls.map(({ payload }) => (payload as { token: string }).token);
        const alive = () => issued().filter((token) => codeOf(() => tokens.look(token)) === undefined);
        await settle();
        for (const one of steps) {
          const before = { status: execution.status, transitions: execution.transitions, alive: alive() };
          if (one.act === 'abort') execution.abort({});
          else if (one.act === 'pass') await clock.timePasses(one.seconds * 1000);
          else {
            const token = issued().at(-1 - one.which) ?? '';
            const refused = codeOf(() => {
              const waiting = tokens.take(token);
              if (one.act === 'answer') waiting.succeed(one.output);
              else waiting.fail(one.error, '');
            });
            expect(refused === undefined).toBe(before.alive.includes(token));
          }
          await settle();
          expect(alive().length).toBeLessThanOrEqual(1);
          expect(alive().every((token) => token === issued().at(-1))).toBe(true);
          if (!execution.running) expect(alive()).toEqual([]);
          if (before.status !== 'RUNNING') expect(execution).toMatchObject({ status: before.status });
          expect(execution.transitions).toBeGreaterThanOrEqual(before.transitions);
        }
        execution.abort({});
        await execution.ended;
        clock.stop();
      }),
    );
  });
});
