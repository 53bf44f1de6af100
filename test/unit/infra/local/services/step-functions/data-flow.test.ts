import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, write } from '../../../../../../infra/local/services/step-functions/path.ts';
import { endOf, functionArn, INVOKE, outputOf, start } from './workflow.ts';

const pass = (fields: Record<string, unknown>) => ({ States: { Only: { Type: 'Pass', End: true, ...fields } } });
const draft = (fields: Record<string, unknown>) => ({
  States: { Only: { Type: 'Task', Resource: functionArn('draft'), End: true, ...fields } },
});
const input = { user: 'alice', list: [{ id: 'a' }, { id: 'b' }] };

describe('data on its way through a state', () => {
  test.each([
    ['InputPath', { InputPath: '$.list[1]' }, { id: 'b' }],
    ['an InputPath of null', { InputPath: null }, {}],
    [
      'Parameters',
      { Parameters: { who: { 'name.$': '$.user' }, all: [{ 'x.$': '$.list[0].id' }], n: 1 } },
      { who: { name: 'alice' }, all: [{ x: 'a' }], n: 1 },
    ],
    ['Result', { Result: { done: true } }, { done: true }],
    ['ResultPath', { Result: 1, ResultPath: '$.made.deep' }, { ...input, made: { deep: 1 } }],
    ['a ResultPath of null', { Result: 1, ResultPath: null }, input],
    ['OutputPath', { OutputPath: "$['user']" }, 'alice'],
    ['an OutputPath of null', { OutputPath: null }, {}],
  ])('a Pass state applies %s', async (_, fields, expected) => {
    expect(await outputOf(pass(fields), { input })).toEqual(expected);
  });

  test('ResultSelector shapes the result before ResultPath puts it into the input as it came', async () => {
    const fields = { InputPath: '$.list', ResultSelector: { 'first.$': '$[0].id' }, ResultPath: '$.result' };
    const functions = { draft: (payload: unknown) => payload };
    expect(await outputOf(draft(fields), { input, functions })).toEqual({ ...input, result: { first: 'a' } });
  });

  test('a function called by its ARN gives its result, lambda:invoke wraps it', async () => {
    const functions = { draft: () => ({ ok: true }) };
    expect(await outputOf(draft({}), { functions })).toEqual({ ok: true });
    const wrapped = draft({ Resource: INVOKE, Parameters: { FunctionName: 'draft', 'Payload.$': '$' } });
    expect(await outputOf(wrapped, { functions })).toMatchObject({ Payload: { ok: true }, StatusCode: 200 });
  });

  test('a function called by lambda:invoke reads Payload, or an empty object', async () => {
    const functions = { draft: (payload: unknown) => payload };
    const called = (more: object) =>
      outputOf(draft({ Resource: INVOKE, Parameters: { FunctionName: functionArn('draft'), ...more } }), {
        input,
        functions,
      });
    expect(await called({ 'Payload.$': '$.user' })).toMatchObject({ Payload: 'alice' });
    expect(await called({ Payload: { 'id.$': '$.list[0].id' } })).toMatchObject({ Payload: { id: 'a' } });
    expect(await called({})).toMatchObject({ Payload: {} });
  });

  test('the context object contains execution, state machine and state', async () => {
    const one = start(pass({ Parameters: { 'context.$': '$$', 'who.$': '$$.Execution.Input.user' } }), { input });
    const { output } = await endOf(one);
    expect(output).toEqual({
      who: 'alice',
      context: {
        Execution: {
          Id: 'arn:aws:states:us-east-1:000000000000:execution:plan:one',
          Input: input,
          Name: 'one',
          RedriveCount: 0,
          RoleArn: 'role',
          StartTime: new Date(one.execution.startedAt).toISOString(),
        },
        State: { EnteredTime: expect.stringMatching(/^\d{4}-.*Z$/), Name: 'Only', RetryCount: 0 },
        StateMachine: { Id: 'arn:aws:states:us-east-1:000000000000:stateMachine:plan', Name: 'plan' },
      },
    });
  });

  test.each([
    ['Parameters', pass({ Parameters: { 'a.$': '$.nothing' } })],
    ['InputPath', pass({ InputPath: '$.user.name' })],
    ['OutputPath', pass({ OutputPath: '$.list[2]' })],
    ['what every object inherits', pass({ OutputPath: '$.constructor' })],
  ])('a path that leads nowhere fails the execution: %s', async (_, definition) => {
    const end = await endOf(start(definition, { input }));
    expect(end).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringContaining('could not be found'),
    });
  });

  test('a ResultPath below a text cannot be applied', async () => {
    const end = await endOf(start(pass({ Result: 1, ResultPath: '$.user.name' }), { input }));
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.ResultPathMatchFailure' });
  });

  test('more than 256 KiB between two states fails the execution', async () => {
    const big = 'é'.repeat(128 * 1024);
    const fits = await endOf(start(draft({ OutputPath: null }), { functions: { draft: () => big.slice(2) } }));
    expect(fits.status).toBe('SUCCEEDED');
    const end = await endOf(start(draft({ OutputPath: null }), { functions: { draft: () => big } }));
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  test('results that grow past 256 KiB together fail the execution', async () => {
    const part = (name: string, Next?: string) => ({
      Type: 'Task',
      Resource: functionArn('draft'),
      ResultPath: `$.${name}`,
      ...(Next ? { Next } : { End: true }),
    });
    const one = start(
      { States: { A: part('a', 'B'), B: part('b') } },
      { functions: { draft: () => 'x'.repeat(150_000) } },
    );
    expect(await endOf(one)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(one.execution.visited).toEqual(['A', 'B']);
  });

  test('what is written by a path is read by it, and nothing else changes', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => !/['\\]/.test(text));
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 4 }),
        fc.dictionary(key, fc.integer()),
        fc.jsonValue(),
        (keys, data, value) => {
          const path = `$${keys.map((one) => `['${one}']`).join('')}`;
          const before = JSON.stringify(data);
          const written = write(path, data, value);
          fc.pre(written !== undefined);
          expect(read(path, { data: written, context: {} })).toEqual(value);
          expect(JSON.stringify(data)).toBe(before);
          const { [keys[0]!]: _, ...others } = data;
          expect(written).toMatchObject(others);
        },
      ),
    );
  });
});
