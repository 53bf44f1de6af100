import { describe, expect, test } from 'vitest';
import { Authorizer } from '../../../../../../infra/local/services/iam/authorizer.ts';
import { operatorPrincipal } from '../../../../../../infra/local/services/iam/roles.ts';
import {
  FunctionError,
  FunctionNotFound,
  type InvokeResult,
  Throttled,
  TimedOut,
} from '../../../../../../infra/local/services/lambda/invoker.ts';
import { StateFailure } from '../../../../../../infra/local/services/step-functions/failure.ts';
import { functionCalls } from '../../../../../../infra/local/services/step-functions/function-calls.ts';
import { MACHINE } from './workflow.ts';

const log: string[] = [];
const principal = { ...operatorPrincipal(), roleArn: 'role', roleName: 'plan-role' };

/** A call whose function does what is given, by a role with the given statements. */
const calling = (act: () => InvokeResult, statements = principal.statements) => {
  const caller = { ...principal, statements };
  const call = functionCalls({
    invoker: { invoke: async () => act() },
    authorizer: new Authorizer([caller]),
    principalOf: () => caller,
    log: (name, text) => void log.push(`${name}: ${text}`),
  });
  return call(MACHINE, 'draft', {});
};
const throwing = (error: Error) =>
  calling(() => {
    throw error;
  });

describe('a function called by a state machine', () => {
  test('a function called by a state machine that returns nothing returns null', async () => {
    expect(await calling(() => ({ kind: 'payload', payload: undefined }))).toBeNull();
    expect(await calling(() => ({ kind: 'payload', payload: 0 }))).toBe(0);
  });

  test('a function called by a state machine that throws fails by the name of its error, with the whole error as the cause', async () => {
    const failure = await throwing(new FunctionError('RangeError', 'too far', ['at draft'])).catch(
      (one: StateFailure) => one,
    );
    if (!(failure instanceof StateFailure)) return expect.unreachable();
    expect(failure.error).toBe('RangeError');
    expect(JSON.parse(failure.message)).toEqual({
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: ['at draft'],
    });
  });

  test.each([
    ['at its reserved concurrency', new Throttled('draft'), 'Lambda.TooManyRequestsException'],
    ['past its time-out', new TimedOut('draft', 3), 'Sandbox.Timedout'],
    ['that is not there', new FunctionNotFound('draft'), 'Lambda.ResourceNotFoundException'],
    ['in a service that fails', new Error('the pool has ended'), 'Lambda.ServiceException'],
  ])(
    'a function called by a state machine %s fails by the name Step Functions has for it',
    async (_, thrown, error) => {
      await expect(throwing(thrown)).rejects.toMatchObject({
        error,
        message: expect.stringContaining(thrown.message),
      });
    },
  );

  test('a function called by a state machine that streams cannot be read', async () => {
    const stream = {
      kind: 'stream' as const,
      statusCode: 200,
      headers: {},
      cookies: [],
      body: (async function* () {
        yield new Uint8Array();
      })(),
    };
    await expect(calling(() => stream)).rejects.toMatchObject({ error: 'Lambda.AWSLambdaException' });
  });

  test('a function called by a state machine without a grant is not called, and the log names the missing grant', async () => {
    const refused =
      'role plan-role is not allowed to lambda:InvokeFunction on arn:aws:lambda:us-east-1:000000000000:function:draft';
    await expect(calling(() => expect.unreachable(), [])).rejects.toMatchObject({
      error: 'Lambda.AWSLambdaException',
      message: refused,
    });
    expect(log).toContain(`plan: ${refused}\n`);
  });
});
