import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  describeExecution,
  executionArnOf,
  sendTaskFailure,
  sendTaskSuccess,
  startExecution,
  stopExecution,
} from '../../shared/platform/step-functions.ts';
import { type StepFunctionsTarget, startTarget } from './step-functions-target.ts';

let target: StepFunctionsTarget;
let client: SFNClient;
let count = 0;

beforeAll(async () => {
  target = await startTarget();
  Object.assign(process.env, target.environment);
  client = new SFNClient({});
});
afterAll(async () => {
  client.destroy();
  await target.stop();
});

const fresh = () => {
  count += 1;
  return `run-${count}`;
};
const start = async (name = fresh(), input = '{"n":1}', stateMachineArn = target.machineArn) => {
  const { executionArn = '', startDate } = await client.send(
    new StartExecutionCommand({ stateMachineArn, name, input }),
  );
  return { name, executionArn, startDate };
};
const waiting = async () => {
  const started = await start();
  return { ...started, token: await target.tokenOf(started.name) };
};
const describeIt = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));
const stop = (executionArn: string) =>
  client.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'by alice' }));
const succeed = (taskToken: string, output = '{"done":true}') =>
  client.send(new SendTaskSuccessCommand({ taskToken, output }));

describe('starting an execution', () => {
  test('starting an execution returns its ARN and start time, and it runs', async () => {
    const { name, executionArn, startDate } = await start();
    expect(executionArn).toBe(`${target.machineArn.replace(':stateMachine:', ':execution:')}:${name}`);
    expect(Math.abs(Date.now() - (startDate?.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await describeIt(executionArn)).toMatchObject({ status: 'RUNNING', name, input: '{"n":1}', startDate });
  });

  test('starting twice with one name and input starts one execution', async () => {
    const first = await start();
    const second = await start(first.name);
    expect(second).toEqual(first);
    expect(target.stepFunctions.executions().filter(({ name }) => name === first.name)).toHaveLength(1);
  });

  test('starting under a name that runs with another input is refused', async () => {
    const { name } = await start();
    await expect(start(name, '{"n":2}')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  });

  test('starting under a name that was used before is refused', async () => {
    const { name, executionArn } = await start();
    await stop(executionArn);
    await expect(start(name)).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  });

  test('an execution started without a name gets one, and without an input gets an empty object', async () => {
    const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn: target.machineArn }));
    expect(await describeIt(executionArn)).toMatchObject({
      input: '{}',
      name: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('starting an unknown state machine, or with a bad name or input, is refused', async () => {
    await expect(start(fresh(), '{}', `${target.machineArn}x`)).rejects.toBeInstanceOf(StateMachineDoesNotExist);
    await expect(start('a b')).rejects.toBeInstanceOf(InvalidName);
    await expect(start(fresh(), 'no json')).rejects.toBeInstanceOf(InvalidExecutionInput);
  });
});

describe('an execution', () => {
  test('an execution that succeeded shows its output and when it ended', async () => {
    const { executionArn, token } = await waiting();
    await succeed(token);
    await target.stepFunctions.find(executionArn)?.ended;
    const shown = await describeIt(executionArn);
    expect(shown).toMatchObject({ status: 'SUCCEEDED', output: '{"done":true}' });
    expect(shown.stopDate?.getTime()).toBeGreaterThanOrEqual(shown.startDate?.getTime() ?? Number.NaN);
  });

  test('a stopped execution shows why, and stopping it again changes nothing', async () => {
    const { executionArn } = await waiting();
    const { stopDate } = await stop(executionArn);
    const again = await client.send(new StopExecutionCommand({ executionArn, cause: 'by bob' }));
    expect(again.stopDate).toEqual(stopDate);
    expect(await describeIt(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Cancelled', cause: 'by alice' });
  });

  test('an execution that never existed is not found, and a malformed ARN is refused', async () => {
    const arn = executionArnOf(target.machineArn, 'never');
    await expect(describeIt(arn)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
    await expect(stop(arn)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
    await expect(describeIt(target.machineArn)).rejects.toBeInstanceOf(InvalidArn);
  });
});

describe('a task token', () => {
  test('a task token takes one answer', async () => {
    const { token } = await waiting();
    await succeed(token);
    await expect(succeed(token)).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(client.send(new SendTaskFailureCommand({ taskToken: token }))).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: token }))).rejects.toBeInstanceOf(TaskTimedOut);
  });

  test('a task token can fail its state', async () => {
    const { executionArn, token } = await waiting();
    await client.send(new SendTaskFailureCommand({ taskToken: token, error: 'Odd', cause: 'why' }));
    await target.stepFunctions.find(executionArn)?.ended;
    expect(await describeIt(executionArn)).toMatchObject({ status: 'FAILED', error: 'Odd', cause: 'why' });
  });

  test('a task token can be kept alive by heartbeats', async () => {
    const { token } = await waiting();
    await client.send(new SendTaskHeartbeatCommand({ taskToken: token }));
    await succeed(token);
  });

  test('a task token of an execution that is over has timed out', async () => {
    const { executionArn, token } = await waiting();
    await stop(executionArn);
    await expect(succeed(token)).rejects.toBeInstanceOf(TaskTimedOut);
  });

  test('a task token of an earlier process belongs to a task that does not exist', async () => {
    const other = await startTarget();
    const { token } = await waiting();
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = other.environment;
    const stranger = new SFNClient({ endpoint: other.url, credentials: { accessKeyId, secretAccessKey } });
    const answer = stranger.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    await expect(answer).rejects.toBeInstanceOf(TaskDoesNotExist);
    stranger.destroy();
    await other.stop();
  });

  test('a token that was never issued is invalid, and so is an output that is not JSON', async () => {
    const { token } = await waiting();
    await expect(succeed('made-up')).rejects.toBeInstanceOf(InvalidToken);
    await expect(succeed(token, '{')).rejects.toBeInstanceOf(InvalidOutput);
    await succeed(token);
  });
});

describe('the adapter', () => {
  test('the adapter tells a start apart from a name that runs with another input and from one used before', async () => {
    const name = fresh();
    expect(await startExecution(target.machineArn, name, { n: 1 })).toBe('started');
    expect(await startExecution(target.machineArn, name, { n: 1 })).toBe('started');
    expect(await startExecution(target.machineArn, name, { n: 2 })).toBe('running');
    await stopExecution(executionArnOf(target.machineArn, name), 'enough');
    expect(await startExecution(target.machineArn, name, { n: 1 })).toBe('closed');
  });

  test('the adapter says whether an execution exists, and stops only those that do', async () => {
    const name = fresh();
    const arn = executionArnOf(target.machineArn, name);
    expect(await describeExecution(arn)).toBe('absent');
    await stopExecution(arn, 'never started');
    await startExecution(target.machineArn, name, {});
    expect(await describeExecution(arn)).toBe('running');
    await stopExecution(arn, 'x'.repeat(40_000));
    expect(await describeExecution(arn)).toBe('closed');
    expect(target.stepFunctions.find(arn)?.cause).toHaveLength(32_768);
  });

  test('the adapter treats a token that nothing waits for as gone', async () => {
    const { executionArn, token } = await waiting();
    expect(await sendTaskSuccess(token, { id: 7 })).toBe('sent');
    await target.stepFunctions.find(executionArn)?.ended;
    expect(target.stepFunctions.find(executionArn)?.output).toBe('{"id":7}');
    expect(await sendTaskSuccess(token, {})).toBe('gone');
    expect(await sendTaskFailure(token, 'Odd', '')).toBe('gone');
    expect(await sendTaskSuccess('made-up', {})).toBe('gone');
  });

  test('the adapter fails the state that waits', async () => {
    const { executionArn, token } = await waiting();
    expect(await sendTaskFailure(token, 'Cancelled', 'by alice')).toBe('sent');
    await target.stepFunctions.find(executionArn)?.ended;
    expect(target.stepFunctions.find(executionArn)).toMatchObject({ status: 'FAILED', error: 'Cancelled' });
  });

  test('the adapter does not mistake a refusal for an answer', async () => {
    await expect(describeExecution(target.machineArn)).rejects.toBeInstanceOf(InvalidArn);
    await expect(startExecution(`${target.machineArn}x`, fresh(), {})).rejects.toThrow('Does Not Exist');
  });
});
