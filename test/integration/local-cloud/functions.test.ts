import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { FunctionError, Throttled, TimedOut } from '../../../infra/local/services/lambda/invoker.ts';
import { bootTiny } from './tiny-cloud.ts';

const SLOW = `
import { setTimeout as pause } from 'node:timers/promises';
let invocations = 0;
export const handler = async ({ ms }) => { invocations += 1; await pause(ms); return invocations; };
`;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await bootTiny(
    {
      functions: {
        Echo: {
          source: `
            export const handler = async (event, context) => ({
              event,
              colour: process.env.COLOUR,
              shape: process.env.SHAPE,
              inherited: process.env.HOME,
              key: process.env.AWS_ACCESS_KEY_ID,
              function: context.functionName,
              arn: context.invokedFunctionArn,
              left: context.getRemainingTimeInMillis(),
            });`,
          properties: {
            Environment: { Variables: { COLOUR: { 'Fn::Join': ['-', ['blue', { Ref: 'AWS::Region' }]] } } },
          },
        },
        Broken: { source: `export const handler = async () => { throw new RangeError('too far'); };` },
        Leaving: { source: 'export const handler = async () => process.exit(3);' },
        Unloadable: { source: `throw new Error('no configuration');` },
        Slow: { source: SLOW, properties: { Timeout: 1 } },
        Single: { source: SLOW, properties: { ReservedConcurrentExecutions: 1 } },
        Patient: { source: SLOW, properties: { Timeout: 60 } },
      },
    },
    { environment: { SHAPE: 'round' } },
  );
});
afterAll(() => cloud.stop());

describe('a function', () => {
  test('a function sees its event, its own variables and key, and nothing of the process around it', async () => {
    const seen = await cloud.invoke('echo', { wish: 1 });
    expect(seen).toMatchObject({
      event: { wish: 1 },
      colour: 'blue-us-east-1',
      shape: 'round',
      key: cloud.environmentOf('Echo').AWS_ACCESS_KEY_ID,
      function: 'tiny-Echo',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:tiny-Echo',
    });
    expect(seen).not.toHaveProperty('inherited');
  });

  test('a function knows how much of its time-out is left', async () => {
    const { left } = (await cloud.invoke('Echo', {})) as { left: number };
    expect(left).toBeGreaterThan(5000);
    expect(left).toBeLessThanOrEqual(10_000);
  });

  test('a function that throws rejects with the type and text of its error', async () => {
    await expect(cloud.invoke('Broken', {})).rejects.toMatchObject({ errorType: 'RangeError', message: 'too far' });
  });

  test('a function that exits rejects its invocation', async () => {
    await expect(cloud.invoke('Leaving', {})).rejects.toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  test('a function whose module cannot be loaded rejects with the reason', async () => {
    await expect(cloud.invoke('Unloadable', {})).rejects.toThrow('no configuration');
  });

  test('a function stays warm between invocations', async () => {
    const first = (await cloud.invoke('Single', { ms: 0 })) as number;
    expect(await cloud.invoke('Single', { ms: 0 })).toBe(first + 1);
  });

  test('a function past its time-out is ended, and the next invocation starts cold', async () => {
    await expect(cloud.invoke('Slow', { ms: 60_000 })).rejects.toThrow(TimedOut);
    expect(await cloud.invoke('Slow', { ms: 0 })).toBe(1);
  });

  test('a function at its reserved concurrency is throttled, and free again afterwards', async () => {
    const running = cloud.invoke('Single', { ms: 200 });
    await expect(cloud.invoke('Single', { ms: 0 })).rejects.toThrow(Throttled);
    await running;
    await expect(cloud.invoke('Single', { ms: 0 })).resolves.toBeTypeOf('number');
  });

  test('a function that is killed rejects its invocation', async () => {
    const running = cloud.invoke('Patient', { ms: 50_000 });
    const rejected = expect(running).rejects.toThrow(FunctionError);
    await cloud.kill('patient');
    await rejected;
  });

  test('invoking an unknown function is an error that lists the known ones', async () => {
    await expect(cloud.invoke('Ghost', {})).rejects.toThrow(/no function called Ghost .*Echo/);
  });
});

test('more callers than threads are all served', async () => {
  const small = await bootTiny({ functions: { First: { source: SLOW }, Second: { source: SLOW } } }, { threads: 3 });
  try {
    const calls = Array.from({ length: 24 }, (_, index) => small.invoke(index % 2 ? 'First' : 'Second', { ms: 5 }));
    expect(await Promise.all(calls)).toHaveLength(24);
    expect(small.threads).toBeLessThanOrEqual(3);
  } finally {
    await small.stop();
  }
});
