import { describe, expect, test } from 'vitest';
import { newAgentSchema } from '../../../../shared/agents/index.ts';

/* Requirements: AG1. */

const agent = { name: 'helper', system_prompt: 'You help.' };
const accepts = (more: object): boolean => newAgentSchema.safeParse({ ...agent, ...more }).success;

describe('the settings of an agent', () => {
  test('an agent works on 3 tasks at once and keeps 100 waiting unless its settings say otherwise', () => {
    expect(newAgentSchema.parse(agent)).toMatchObject({ concurrency_limit: 3, max_pending: 100 });
  });

  test('a concurrency limit is a whole number from 1 to 10', () => {
    expect([1, 10].map((concurrency_limit) => accepts({ concurrency_limit }))).toEqual([true, true]);
    expect([0, 11, 100, 2.5].map((concurrency_limit) => accepts({ concurrency_limit }))).toEqual(Array(4).fill(false));
  });

  test('an agent may keep no task waiting, and at most 1,000', () => {
    expect([0, 1_000].map((max_pending) => accepts({ max_pending }))).toEqual([true, true]);
    expect([-1, 1_001].map((max_pending) => accepts({ max_pending }))).toEqual([false, false]);
  });

  test('an agent keeps at most 10,000 memories unless its settings say otherwise', () => {
    expect(newAgentSchema.parse(agent).memory).toEqual({ max_vectors: 10_000 });
  });
});
