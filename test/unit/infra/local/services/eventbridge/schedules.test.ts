import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Schedules } from '../../../../../../infra/local/services/eventbridge/schedules.ts';
import { InvokePermissions } from '../../../../../../infra/local/services/iam/permissions.ts';
import type { Invoker } from '../../../../../../infra/local/services/lambda/invoker.ts';
import type { Resource } from '../../../../../../infra/local/template/resource.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:sweep';
const rule = (properties: object): Resource => ({
  logicalId: 'Often',
  stack: 'tiny',
  type: 'AWS::Events::Rule',
  properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 't', Arn: FUNCTION }], ...properties },
});
const permission: Resource = {
  logicalId: 'Permission',
  stack: 'tiny',
  type: 'AWS::Lambda::Permission',
  properties: { Action: 'lambda:InvokeFunction', FunctionName: FUNCTION, Principal: 'events.amazonaws.com' },
};
let events: unknown[] = [];
const invoker: Invoker = {
  invoke: async (functionName, event) => {
    events.push({ functionName, event });
    return { kind: 'payload', payload: null };
  },
};
const schedules = (one: Resource) =>
  new Schedules({ resources: [one], invoker, permissions: new InvokePermissions([permission]), log: () => undefined });

beforeEach(() => {
  events = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('a rate invokes its function at once and at each interval, until it is stopped', async () => {
  const subject = schedules(rule({}));
  await subject.start();
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  subject.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(events).toHaveLength(4);
  expect(events[0]).toMatchObject({ functionName: 'sweep', event: { 'detail-type': 'Scheduled Event' } });
});

test('a run that fails is reported, and a requested run reports to its caller', async () => {
  const log = vi.fn();
  const failing: Invoker = { invoke: () => Promise.reject(new Error('no table')) };
  const permissions = new InvokePermissions([permission]);
  const subject = new Schedules({ resources: [rule({})], invoker: failing, permissions, log });
  await subject.start();
  subject.stop();
  expect(log).toHaveBeenCalledWith('sweep', 'schedule tiny-Often failed: no table\n');
  await expect(subject.runNow()).rejects.toThrow('no table');
});

test('a target with an input gets that input', async () => {
  await schedules(rule({ Targets: [{ Id: 't', Arn: FUNCTION, Input: '{"deep":true}' }] })).runNow('Often');
  expect(events).toEqual([{ functionName: 'sweep', event: { deep: true } }]);
});

test('a disabled rule does nothing', async () => {
  await schedules(rule({ State: 'DISABLED' })).runNow();
  expect(events).toEqual([]);
});

test.each([
  [{ ScheduleExpression: 'cron(0 12 * * ? *)' }, 'tiny, rule Often: schedule cron(0 12 * * ? *) is not supported'],
  [{ Targets: [{ Id: 't', Arn: FUNCTION, InputPath: '$.x' }] }, 'tiny, rule Often: target property InputPath'],
])('a rule with %j is refused', (properties, message) => {
  expect(() => schedules(rule(properties))).toThrow(message);
});
