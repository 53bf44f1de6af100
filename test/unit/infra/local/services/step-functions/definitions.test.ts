import { describe, expect, test } from 'vitest';
import { readDefinition } from '../../../../../../infra/local/services/step-functions/definition/read.ts';
import { FUNCTIONS, functionArn, INVOKE, WAIT_FOR_TOKEN } from './workflow.ts';

const read = (definition: unknown) =>
  readDefinition(
    typeof definition === 'string' ? definition : JSON.stringify(definition),
    'stack app, state machine Plan',
    (name) => FUNCTIONS.includes(name),
  );
const machine = (fields: Record<string, unknown>, top: Record<string, unknown> = {}) => ({
  StartAt: 'Run',
  States: { Run: { End: true, ...fields } },
  ...top,
});
const task = (fields: Record<string, unknown> = {}) =>
  machine({ Type: 'Task', Resource: functionArn('run'), ...fields });
const invoke = (Parameters: unknown, Resource = INVOKE) => task({ Resource, Parameters });
const choice = (rule: Record<string, unknown>) => ({
  StartAt: 'Run',
  States: { Run: { Type: 'Choice', Choices: [{ Next: 'Run', ...rule }] } },
});

describe('a definition that would not run here as it does in AWS is refused by name', () => {
  test.each([
    ['JSONata', machine({ Type: 'Pass' }, { QueryLanguage: 'JSONata' }), 'QueryLanguage'],
    ['JSONata in one state', task({ QueryLanguage: 'JSONata' }), 'States.Run.QueryLanguage'],
    ['variables', task({ Assign: { a: 1 } }), 'States.Run.Assign: not supported'],
    ['Arguments', task({ Arguments: {} }), 'States.Run.Arguments: not supported'],
    ['credentials of another role', task({ Credentials: {} }), 'States.Run.Credentials: not supported'],
    ['a Map', machine({ Type: 'Map', ItemReader: {} }), 'States.Run.Type: a state of this type is not supported'],
    ['a Parallel', machine({ Type: 'Parallel' }), 'States.Run.Type: a state of this type is not supported'],
    [
      'an intrinsic function',
      task({ Parameters: { a: { 'b.$': "States.Format('{}', $.x)" } } }),
      'States.Run.Parameters.a.b.$: intrinsic functions are not supported',
    ],
    [
      'an intrinsic function in a result',
      task({ ResultSelector: { 'a.$': 'States.UUID()' } }),
      'States.Run.ResultSelector.a.$: intrinsic functions are not supported',
    ],
    [
      'an intrinsic function in a list',
      task({ Parameters: [{ 'b.$': 'States.UUID()' }] }),
      'States.Run.Parameters[0].b.$: intrinsic functions are not supported',
    ],
    ['a wildcard', task({ InputPath: '$.list[*]' }), 'States.Run.InputPath: $.list[*] is not supported'],
    ['a filter', task({ OutputPath: '$.list[?(@.a)]' }), 'States.Run.OutputPath'],
    ['a descent', task({ Parameters: { 'a.$': '$..a' } }), 'States.Run.Parameters.a.$'],
    ['a result put into a list', task({ ResultPath: '$.list[0]' }), 'States.Run.ResultPath'],
    ['a result put into the context', task({ ResultPath: '$$.Execution' }), 'States.Run.ResultPath'],
    ['a path without its key', task({ Parameters: { 'a.$': 7 } }), 'States.Run.Parameters.a.$'],
    [
      'an unknown part of the context',
      task({ Parameters: { 'a.$': '$$.Map.Item' } }),
      'the context object has no $$.Map.Item',
    ],
    ['a token nobody waits for', task({ Parameters: { 'a.$': '$$.Task.Token' } }), 'only with .waitForTaskToken'],
    [
      'a token after its state',
      task({ ResultSelector: { 'a.$': '$$.Task.Token' } }),
      'States.Run.ResultSelector.a.$: $$.Task.Token exists only',
    ],
    ['a token nobody gets', invoke({ FunctionName: 'run' }, WAIT_FOR_TOKEN), 'could never be answered'],
    [
      'another service',
      task({ Resource: 'arn:aws:states:::sqs:sendMessage' }),
      'States.Run.Resource: arn:aws:states:::sqs:sendMessage is not supported',
    ],
    [
      'another way to call a function',
      task({ Resource: 'arn:aws:states:::aws-sdk:lambda:invoke' }),
      'States.Run.Resource',
    ],
    [
      'an asynchronous call',
      invoke({ FunctionName: 'run', InvocationType: 'Event' }),
      'States.Run.Parameters.InvocationType: not supported',
    ],
    [
      'a function named by the data',
      invoke({ 'FunctionName.$': '$.name' }),
      'States.Run.Parameters.FunctionName.$: not supported',
    ],
    [
      'a version of a function',
      invoke({ FunctionName: `${functionArn('run')}:7` }),
      'States.Run.Parameters.FunctionName',
    ],
    ['a function that is not there', invoke({ FunctionName: 'nobody' }), 'States.Run: there is no function nobody'],
    [
      'a function ARN that leads nowhere',
      task({ Resource: functionArn('nobody') }),
      'States.Run: there is no function nobody',
    ],
    ['a time-out from the data', task({ TimeoutSecondsPath: '$.t' }), 'States.Run.TimeoutSecondsPath: not supported'],
    [
      'a heartbeat longer than the time-out',
      task({ HeartbeatSeconds: 9, TimeoutSeconds: 9 }),
      'States.Run.HeartbeatSeconds',
    ],
    [
      'an unknown field of a retrier',
      task({ Retry: [{ ErrorEquals: ['E'], Backoff: 2 }] }),
      'States.Run.Retry[0].Backoff: not supported',
    ],
    [
      'States.ALL among others',
      task({ Catch: [{ ErrorEquals: ['E', 'States.ALL'], Next: 'Run' }] }),
      'States.Run.Catch[0].ErrorEquals',
    ],
    [
      'States.ALL before others',
      task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }),
      'States.Run.Retry',
    ],
    ['a wait without a time', machine({ Type: 'Wait' }), 'States.Run'],
    ['a choice of two tests', choice({ Variable: '$.a', IsNull: true, IsString: true }), 'States.Run.Choices[0]'],
    [
      'an unknown test',
      choice({ Variable: '$.a', NumericMatches: 1 }),
      'States.Run.Choices[0].NumericMatches: not supported',
    ],
    [
      'a test of the wrong kind',
      choice({ Variable: '$.a', NumericEquals: '1' }),
      'States.Run.Choices[0].NumericEquals',
    ],
    [
      'a variable of a choice that is no path',
      choice({ Not: { Variable: 'a', IsNull: true } }),
      'States.Run.Choices[0].Not.Variable',
    ],
    [
      'an unknown state',
      machine({ Type: 'Pass', End: undefined, Next: 'Gone' }),
      'States.Run.Next: there is no state Gone',
    ],
    [
      'an unknown state to catch',
      task({ Catch: [{ ErrorEquals: ['E'], Next: 'Gone' }] }),
      'States.Run.Catch[0].Next: there is no state Gone',
    ],
    ['an unknown first state', machine({ Type: 'Pass' }, { StartAt: 'Gone' }), 'StartAt: there is no state Gone'],
    ['a state with no way on', machine({ Type: 'Pass', End: undefined }), 'States.Run: neither Next nor End'],
    [
      'a state with two ways on',
      machine({ Type: 'Pass', Next: 'Run' }),
      'States.Run: a state has Next or End, not both',
    ],
    [
      'an unknown field of the machine',
      machine({ Type: 'Pass' }, { ProcessorConfig: {} }),
      'ProcessorConfig: not supported',
    ],
    ['what is no JSON', '{', 'JSON'],
  ])('a definition with %s is refused by name', (_, definition, problem) => {
    expect(() => read(definition)).toThrow('stack app, state machine Plan: ');
    expect(() => read(definition)).toThrow(problem);
  });

  test('a definition of supported features only is accepted', () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Run', ResultPath: '$.error' }];
    const Retry = [
      {
        ErrorEquals: ['Lambda.ServiceException'],
        IntervalSeconds: 2,
        MaxAttempts: 6,
        BackoffRate: 2,
        JitterStrategy: 'FULL',
      },
    ];
    const Parameters = {
      FunctionName: functionArn('run'),
      Payload: { 'token.$': '$$.Task.Token', 'in.$': '$', 'who.$': "$['a b'].c[0]" },
    };
    const full = {
      Resource: WAIT_FOR_TOKEN,
      Parameters,
      TimeoutSeconds: 60,
      HeartbeatSeconds: 10,
      Catch,
      Retry,
      Comment: 'c',
    };
    expect(read(task(full)).States.Run).toMatchObject({ Resource: WAIT_FOR_TOKEN, Retry: [{ MaxAttempts: 6 }] });
  });
});
