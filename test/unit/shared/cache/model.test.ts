import { describe, expect, test } from 'vitest';
import { explore } from './model/explore.ts';
import { type Budgets, type Mutation, Violation } from './model/state.ts';

/* Requirements: CA3, CA4, CA7. */

const changedWhileRead = { reads: 2, joins: 1, deletes: 1 };

describe('whatever two containers do at the same time, nothing is served that was invalidated, one of them loads, and all get a value:', () => {
  test.each<[string, Partial<Budgets>]>([
    ['a delete while both read, one of them for two', changedWhileRead],
    ['a delete, and a loader that dies or is late', { reads: 2, deletes: 1, crashes: 1, overruns: 1 }],
    ['two who write through, and die', { reads: 1, throughs: 2, crashes: 2 }],
    ['a write through while both read, and dies', { reads: 2, throughs: 1, crashes: 1 }],
    ['a write through beside a delete, and a death', { reads: 1, throughs: 1, deletes: 1, crashes: 1 }],
    [
      'a level that comes back with an old entry, and a version that is forgotten',
      { reads: 2, deletes: 1, relapses: 1, forgets: 1 },
    ],
    ['memory that is a second old', { reads: 3, deletes: 1, seconds: 1 }],
  ])('%s', (_what, budgets) => {
    expect(explore(budgets)).toBeGreaterThan(1_000);
  });
});

describe('every condition and step carries weight:', () => {
  test.each<[Mutation, Partial<Budgets>]>([
    ['versions are read after the load', { ...changedWhileRead, seconds: 1 }],
    ['the commit does not compare the version', changedWhileRead],
    ['the commit does not compare the fence', { reads: 2, deletes: 1, overruns: 1 }],
    ['the claim does not ask whether the lease is free', { reads: 2 }],
    ['no second look after the claim', { reads: 2 }],
    ['what is loaded while somebody writes is kept', { reads: 2, throughs: 1, crashes: 1 }],
    ['what is written is kept while another writes', { reads: 2, throughs: 2, seconds: 1 }],
    ['a writer does not raise the version before the truth', { reads: 2, throughs: 1, crashes: 1 }],
    ['whoever joined takes what was not kept', changedWhileRead],
    ['a reading under way undoes a raise', { reads: 3, deletes: 1, seconds: 1 }],
    ['versions are counted from 1 again once they are forgotten', { reads: 2, deletes: 1, forgets: 1 }],
    ['an entry is served without its version', { reads: 2, deletes: 1, relapses: 1 }],
    ['a version is believed for longer than a second', { reads: 3, deletes: 1, seconds: 1 }],
  ])('it breaks when %s', (mutation, budgets) => {
    expect(() => explore(budgets, mutation)).toThrow(Violation);
  });
});
