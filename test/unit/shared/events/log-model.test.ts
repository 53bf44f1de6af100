import { describe, expect, test } from 'vitest';
import { explore, type Mutation, Violation } from './log-model.ts';

describe('the protocol of the event log, explored in full for small scopes', () => {
  test.each([
    ['a crash and a worker that lost its lease without knowing', { crashes: 1, stalls: 1, expiries: 1, later: 1 }],
    ['a cancel beside a ghost', { stalls: 1, cancels: 1, expiries: 1, later: 1 }],
    ['two crashes', { crashes: 2, expiries: 1, later: 1 }],
  ])('the log protocol keeps numbers, facts and ends once with %s', (_what, budgets) => {
    expect(explore(budgets)).toBeGreaterThan(1_000);
  });

  test.each<Mutation>([
    'the put does not ask whether the number is free',
    'the next number is read from the items alone',
    'no look at the task after a lost race',
    'the task is looked at before the end',
    'no look at the task after reading a stale belief anew',
    'the first worker reads the end after its claim, without a look at the task',
    'the end of a run does not set the last number',
    'a fact is announced in two writes',
  ])('the log protocol breaks when %s', (mutation) => {
    const budgets = { crashes: 1, stalls: 1, cancels: 1, expiries: 1, later: 1 };
    expect(() => explore(budgets, mutation)).toThrow(Violation);
  });
});
