import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../../console/src/screens/policies/form/fields.ts';
import {
  type Draft,
  errorsOf,
  imposedSwitched,
  isSame,
  mayMoveUp,
  movedUp,
  switched,
  without,
  withPolicy,
} from '../../../../console/src/screens/policies/list/draft.ts';
import { policyListSchema } from '../../../../shared/gateway/policies/settings.ts';

/* Requirements: WEB1, GW2. */

const [log, injection, pii, answers] = policyListSchema.parse([
  { kind: 'log', name: 'log' },
  { kind: 'injection', name: 'takeover' },
  { kind: 'pii', name: 'data' },
  { kind: 'answers', name: 'again' },
]) as [Policy, Policy, Policy, Policy];
const draft = (...policies: Policy[]): Draft => ({ policies, switched_off: [] });
const namesOf = ({ policies }: Draft): string[] => policies.map(({ name }) => name);

describe('a list that is being changed', () => {
  test('has in any order of adding the order that the service asks for', () => {
    const added = [answers, pii, log, injection].reduce((list, one) => withPolicy(list, one, undefined), draft());
    expect(namesOf(added)).toEqual(['log', 'takeover', 'data', 'again']);
    expect(policyListSchema.safeParse(added.policies).success).toBe(true);
  });

  test('changes the one that is edited, switches one off, and takes one away', () => {
    const list = draft(log, injection, pii);
    expect(namesOf(withPolicy(list, { ...injection, name: 'other' }, 1))).toEqual(['log', 'other', 'data']);
    expect(switched(list, 2, false).policies.map(({ enabled }) => enabled)).toEqual([true, true, false]);
    expect(namesOf(without(list, 1))).toEqual(['log', 'data']);
    expect(namesOf(list)).toEqual(['log', 'takeover', 'data']);
  });

  test('moves one up, but none before those it has to come after', () => {
    const list = draft(log, injection, pii);
    expect([0, 1, 2].map((at) => mayMoveUp(list, at))).toEqual([false, true, false]);
    expect(namesOf(movedUp(list, 1))).toEqual(['takeover', 'log', 'data']);
    expect(movedUp(list, 2)).toBe(list);
  });

  test('is the same again when a change is taken back, and other when what is left to people is', () => {
    const list = draft(log);
    const off = imposedSwitched(list, 'personal-data', false);
    expect(isSame(off, list)).toBe(false);
    expect(isSame(imposedSwitched(off, 'personal-data', true), list)).toBe(true);
    expect(isSame({ ...list, user_may: { add: [], switch_off: [] } }, list)).toBe(false);
  });

  test('shows what the service says of a policy at that policy and its field', () => {
    const fields = {
      'policies.1.rules.0.with': 'Write "[removed]".',
      'policies.1.rules.2.find': 'Too long.',
      'policies.1.kind': 'Not yours.',
      'policies.10.name': 'Twice.',
      'switched_off.1': 'Not yours.',
    };
    expect(errorsOf(fields, 1)).toEqual({
      rules: '0.with: Write "[removed]". 2.find: Too long.',
      kind: 'Not yours.',
    });
    expect(errorsOf(fields, 10)).toEqual({ name: 'Twice.' });
    expect(errorsOf(fields, 0)).toEqual({});
  });
});
