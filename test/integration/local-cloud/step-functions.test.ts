import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { STATES } from './states-caller.ts';
import { bootTiny, type TinyApp } from './tiny-cloud.ts';

const CALLER = `${STATES} export const handler = ({ operation, input }) => states(operation, input);`;
const ANSWERER = `${STATES}
export const handler = async ({ token, n }) => {
  await states('SendTaskSuccess', { taskToken: token, output: JSON.stringify({ n: n + 1 }) });
};`;

const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const direct = (name: string, more: object = {}) => ({ Type: 'Task', Resource: `<${name}>`, End: true, ...more });
const awaiting = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: `<${name}>`, Payload: { 'token.$': '$$.Task.Token', 'n.$': '$.n' } },
  End: true,
  ...more,
});

/** As CDK renders it: a join of text and the ARNs of functions. */
const machine = (States: Record<string, unknown>, properties: object = {}) => {
  const text = JSON.stringify({ StartAt: Object.keys(States)[0], States });
  const parts = text.split(/<(\w+)>/).map((part, index) => (index % 2 ? arnOf(part) : part));
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionString: { 'Fn::Join': ['', parts] }, RoleArn: arnOf('PlanRole'), ...properties },
  };
};
const invoke = (...names: string[]) => ({
  Effect: 'Allow',
  Action: 'lambda:InvokeFunction',
  Resource: names.map(arnOf),
});
const roleOf = (...statements: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {},
    Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
  },
});
const allow = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const policyOf = (role: string, ...statements: object[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'more', PolicyDocument: { Statement: statements }, Roles: [{ Ref: role }] },
});
const executionsOf = (name: string) => ({
  'Fn::Join': [':', ['arn:aws:states:us-east-1:000000000000:execution', { 'Fn::GetAtt': [name, 'Name'] }, '*']],
});

const APP: TinyApp = {
  functions: {
    Caller: {
      source: CALLER,
      statements: [
        allow('states:StartExecution', { Ref: 'Plan' }),
        allow('states:DescribeExecution', executionsOf('Plan')),
      ],
    },
    Bare: { source: CALLER },
    Answerer: { source: ANSWERER },
    Mute: { source: 'export const handler = async () => undefined;' },
    Broken: { source: `export const handler = async () => { throw new RangeError('too far'); };` },
    Slow: {
      source: 'export const handler = () => new Promise(() => setInterval(() => {}, 1e6));',
      properties: { Timeout: 1 },
    },
  },
  resources: {
    PlanRole: roleOf(invoke('Answerer', 'Broken', 'Slow')),
    Plan: machine({ Ask: awaiting('Answerer') }),
    // A policy of its own: in the role, which the function needs before it, the grant would close a circle.
    MayAnswer: policyOf('AnswererRole', allow('states:SendTaskSuccess', { Ref: 'Plan' })),
    Failing: machine({ Try: direct('Broken') }),
    Late: machine({ Try: direct('Slow') }),
    Ungranted: machine({ Try: direct('Mute') }),
    Endless: machine({ Ask: awaiting('Slow', { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 99 }] }) }),
  },
};

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await bootTiny(APP);
});
afterAll(() => cloud.stop());

const machineArn = (name: string) => `arn:aws:states:us-east-1:000000000000:stateMachine:tiny-${name}`;
const run = async (name: string, input: object = {}) => {
  const execution = cloud.stepFunctions.start(machineArn(name), crypto.randomUUID(), JSON.stringify(input));
  await execution.ended;
  return execution;
};
const as = (caller: string, operation: string, input: object) => cloud.invoke(caller, { operation, input });

describe('a state machine of the template', () => {
  test('a state machine calls its functions, and continues with the answer one of them sends', async () => {
    const input = { stateMachineArn: machineArn('Plan'), name: 'first', input: '{"n":1}' };
    const { executionArn = '' } = (await as('Caller', 'StartExecution', input)) as { executionArn?: string };
    await cloud.stepFunctions.find(executionArn)?.ended;
    const shown = await as('Caller', 'DescribeExecution', { executionArn });
    expect(shown).toMatchObject({ status: 'SUCCEEDED', output: '{"n":2}' });
    expect(cloud.stepFunctions.executions('tiny-Plan')).toMatchObject([{ name: 'first', transitions: 1 }]);
    expect(await cloud.counts()).toMatchObject({ 'states:StartExecution': { calls: 1 } });
  });

  test('a state machine fails with what its function threw, and the log says so', async () => {
    const { status, error, cause } = await run('Failing');
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'RangeError' });
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
    expect(cloud.log.join('\n')).toMatch(/execution \S+ FAILED: RangeError/);
  });

  test('a state machine sees that its function timed out', async () => {
    expect(await run('Late')).toMatchObject({ status: 'FAILED', error: 'Sandbox.Timedout' });
  });

  test('a state machine that waits does not delay the shutdown of the cloud', async () => {
    const other = await bootTiny(APP);
    const execution = other.stepFunctions.start(machineArn('Endless'), 'endless', '{"n":1}');
    await other.stop();
    expect(execution.status).toBe('ABORTED');
  });
});

describe('a missing grant', () => {
  test('a missing grant of a state machine names action, function and role', async () => {
    const { error, cause } = await run('Ungranted');
    const named = /role tiny-PlanRole is not allowed to lambda:InvokeFunction on arn:aws:lambda:\S+:function:tiny-Mute/;
    expect(error).toBe('Lambda.AWSLambdaException');
    expect(cause).toMatch(named);
    expect(cloud.log.join('\n')).toMatch(named);
  });

  test.each([
    ['StartExecution', { stateMachineArn: machineArn('Plan') }, machineArn('Plan')],
    [
      'DescribeExecution',
      { executionArn: `${machineArn('Plan').replace('stateMachine', 'execution')}:x` },
      'execution:tiny-Plan:x',
    ],
    [
      'StopExecution',
      { executionArn: `${machineArn('Plan').replace('stateMachine', 'execution')}:x` },
      'execution:tiny-Plan:x',
    ],
  ])(
    'a missing grant of a function that calls %s names action, resource and role',
    async (operation, input, resource) => {
      const refusal = (await as('Bare', operation, input)) as { __type: string; message: string };
      expect(refusal.__type).toBe('AccessDeniedException');
      expect(refusal.message).toContain(`role tiny-BareRole is not allowed to states:${operation} on `);
      expect(refusal.message).toContain(resource);
    },
  );

  test('a grant for another state machine does not replace a missing one', async () => {
    const refusal = await as('Caller', 'StartExecution', { stateMachineArn: machineArn('Failing') });
    expect(refusal).toMatchObject({ message: expect.stringContaining(machineArn('Failing')) });
  });

  test('a missing grant of a function that answers a token names the state machine', async () => {
    const waiting = { succeed: () => undefined, fail: () => undefined, heartbeat: () => undefined };
    const taskToken = cloud.stepFunctions.tokens.issue(machineArn('Plan'), waiting);
    const refusal = (await as('Bare', 'SendTaskSuccess', { taskToken, output: '{}' })) as { message: string };
    expect(refusal.message).toContain(`not allowed to states:SendTaskSuccess on ${machineArn('Plan')}`);
  });
});

describe('a template is refused at boot', () => {
  const withPlan = (plan: object): TinyApp => ({ ...APP, resources: { ...APP.resources, Plan: plan } });

  test.each([
    ['for an Express workflow', machine({ Ask: awaiting('Mute') }, { StateMachineType: 'EXPRESS' }), 'type EXPRESS'],
    [
      'for a property that would be ignored',
      machine({ Ask: awaiting('Mute') }, { DefinitionSubstitutions: {} }),
      'DefinitionSubstitutions',
    ],
    ['for a state that would be ignored', machine({ Ask: { Type: 'Map', End: true } }), 'States.Ask.Type'],
    [
      'for a role that is not there',
      machine({ Ask: direct('Mute') }, { RoleArn: 'arn:aws:iam::000000000000:role/other' }),
      'no role',
    ],
  ])('booting is refused %s', async (_, plan, problem) => {
    const refusal = await bootTiny(withPlan(plan)).then(undefined, (error: Error) => error.message);
    expect(refusal).toMatch(/^stack tiny, .*Plan/);
    expect(refusal).toContain(problem);
  });
});
