import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../../console/src/app/project/decide.ts';
import { highestRisk, resultOf, stillThere, toggled } from '../../../../console/src/screens/approvals/batch.ts';

/* Requirements: WEB1. */

const approval = (id: string, risk: Approval['risk'], status: Approval['status'] = 'pending') =>
  ({ id, risk, status }) as Approval;

const items = [approval('a', 'low'), approval('b', 'high'), approval('c', 'medium'), approval('d', 'low', 'expired')];

describe('deciding several at once', () => {
  test('what is selected and no longer there is not decided', () => {
    expect(stillThere(new Set(['a', 'd', 'gone']), items)).toEqual(['a']);
  });

  test('selecting twice is selecting none', () => {
    expect(toggled(toggled(new Set(['b']), 'a'), 'a')).toEqual(new Set(['b']));
  });

  test('the highest risk of those that are selected is said', () => {
    expect(highestRisk(['a'], items)).toBe('low');
    expect(highestRisk(['a', 'c'], items)).toBe('medium');
    expect(highestRisk(['a', 'b', 'c'], items)).toBe('high');
  });

  test('each that could not be decided is told apart', () => {
    const outcome = {
      items: [
        { id: 'a', status: 'approved' },
        { id: 'b', status: null, error: 'It has expired.' },
      ],
    };
    expect(resultOf(outcome as Parameters<typeof resultOf>[0])).toEqual({
      decided: 1,
      failed: [{ id: 'b', error: 'It has expired.' }],
    });
  });
});
