import { describe, expect, test } from 'vitest';
import { type FunctionDefinition, findFunction } from '../../../../../../infra/local/services/lambda/definition.ts';

const named = (logicalId: string): FunctionDefinition => ({
  name: `stack-${logicalId}`,
  logicalId,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:stack-${logicalId}`,
  roleArn: '',
  module: '',
  exportName: 'handler',
  timeout: 1000,
  memory: 128,
  environment: {},
});
const all = ['AgentWorker2D6D', 'My84E1', 'Timers8BCB', 'TimersOther'].map(named);

describe('a function is found', () => {
  test.each(['stack-My84E1', 'arn:aws:lambda:us-east-1:000000000000:function:stack-My84E1', 'My84E1', 'my'])(
    'a function is found by %s',
    (name) => {
      expect(findFunction(all, name).logicalId).toBe('My84E1');
    },
  );

  test('a function is found by its folder name, in any spelling', () => {
    expect(findFunction(all, 'agent-worker').logicalId).toBe('AgentWorker2D6D');
  });

  test('a function is never found by a name that fits several', () => {
    expect(() => findFunction(all, 'timers')).toThrow('2 functions called timers');
  });
});
