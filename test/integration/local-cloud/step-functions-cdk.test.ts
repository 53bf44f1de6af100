import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import aslValidator from 'asl-validator';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  IntegrationPattern,
  JitterType,
  JsonPath,
  Pass,
  StateMachine,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { assemble } from '../../../infra/local/template/assembly.ts';
import { STATES } from './states-caller.ts';

const HANDLER = `${STATES}
export const handler = async ({ stage, n, operation, input }) => {
  if (stage === 'draft') return { n: n + 1 };
  return operation && states(operation, input);
};`;

const folder = mkdtempSync(join(tmpdir(), 'artel-states-'));
let template: { Resources: Record<string, unknown> };
let cloud: LocalCloud;

/** A plan in small, as the CDK's own constructs render it: draft, decide, wait for a token, retry, catch. */
const synthesized = () => {
  const app = new App({
    outdir: join(folder, 'out'),
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'plans');
  const code = Code.fromBucket(Bucket.fromBucketName(stack, 'Assets', 'assets'), 'stages.zip');
  const named = (id: string) =>
    new LambdaFunction(stack, id, { code, handler: 'index.handler', runtime: Runtime.NODEJS_22_X });
  const lambdaFunction = named('Stages');
  // Not one of the functions the machine calls: each would have to be there before the other.
  const starter = named('Starter');
  const draft = new LambdaInvoke(stack, 'Draft', {
    lambdaFunction,
    payload: TaskInput.fromObject({ stage: 'draft', n: JsonPath.numberAt('$.n') }),
    resultSelector: { 'n.$': '$.Payload.n' },
    resultPath: '$.drafted',
  });
  const ask = new LambdaInvoke(stack, 'Ask', {
    lambdaFunction,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ token: JsonPath.taskToken, run: JsonPath.executionName }),
    taskTimeout: Timeout.duration(Duration.hours(1)),
    outputPath: '$.answer',
  });
  ask.addRetry({ errors: ['States.TaskFailed'], maxAttempts: 2, jitterStrategy: JitterType.FULL });
  ask.addCatch(new Pass(stack, 'Late').next(draft), { errors: ['States.Timeout'], resultPath: '$.late' });
  const decide = new Choice(stack, 'Decide')
    .when(Condition.numberLessThan('$.drafted.n', 3), ask.next(new Succeed(stack, 'Done')))
    .otherwise(new Fail(stack, 'Superseded', { error: 'Superseded', cause: 'a newer plan runs' }));
  const machine = new StateMachine(stack, 'Plan', { definitionBody: DefinitionBody.fromChainable(draft.next(decide)) });
  machine.grantStartExecution(starter);
  machine.grantTaskResponse(starter);
  machine.grantExecution(starter, 'states:DescribeExecution', 'states:StopExecution');
  return JSON.parse(readFileSync(app.synth().getStackByName('plans').templateFullPath, 'utf8'));
};

beforeAll(async () => {
  template = synthesized();
  const assets = { 'stages.zip': join(folder, 'stages') };
  mkdirSync(assets['stages.zip']);
  writeFileSync(join(assets['stages.zip'], 'index.mjs'), HANDLER);
  cloud = await LocalCloud.boot({ app: { templates: { plans: template }, assets } });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

const start = (n: number) => {
  const { stepFunctions } = cloud;
  return stepFunctions.start(stepFunctions.machines[0]!.arn, `run-${n}`, JSON.stringify({ n }));
};

describe('a state machine the CDK renders', () => {
  test('a state machine rendered by the CDK is a valid definition of the states language', () => {
    const { resources } = assemble({ plans: template });
    const { properties } = resources.find(({ type }) => type === 'AWS::StepFunctions::StateMachine')!;
    const { isValid, errorsText } = aslValidator(JSON.parse(String(properties.DefinitionString)));
    expect(errorsText()).toBe('');
    expect(isValid).toBe(true);
  });

  test('a state machine rendered by the CDK runs with the grants the CDK gives its role', async () => {
    const execution = start(5);
    await execution.ended;
    expect(execution).toMatchObject({
      status: 'FAILED',
      error: 'Superseded',
      visited: ['Draft', 'Decide', 'Superseded'],
    });
  });

  test('a state machine rendered by the CDK obeys a function with the grants the CDK gives it', async () => {
    const as = (operation: string, input: object) => cloud.invoke('Starter', { operation, input });
    const { arn } = cloud.stepFunctions.machines[0]!;
    const started = await as('StartExecution', { stateMachineArn: arn, name: 'by-grant', input: '{"n":1}' });
    const { executionArn } = started as { executionArn: string };
    const execution = cloud.stepFunctions.find(executionArn)!;
    await expect.poll(() => execution.visited).toContain('Ask');
    expect(await as('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    const answer = await as('SendTaskSuccess', { taskToken: 'made-up', output: '{}' });
    expect(answer).toMatchObject({ __type: 'InvalidToken' });
    const waiting = { succeed: () => undefined, fail: () => undefined, heartbeat: () => undefined };
    const taskToken = cloud.stepFunctions.tokens.issue(arn, waiting);
    expect(await as('SendTaskSuccess', { taskToken, output: '{}' })).toEqual({});
    expect(await as('StopExecution', { executionArn })).toMatchObject({ stopDate: expect.any(Number) });
    expect(execution.status).toBe('ABORTED');
  });

  test('a state machine rendered by the CDK returns from a time-out by its catcher after the hour', async () => {
    const execution = start(1);
    await expect.poll(() => execution.visited).toEqual(['Draft', 'Decide', 'Ask']);
    await cloud.stepFunctions.timePasses(3600 * 1000);
    await expect.poll(() => execution.visited).toEqual(['Draft', 'Decide', 'Ask', 'Late', 'Draft', 'Decide', 'Ask']);
    execution.abort({});
  });
});
