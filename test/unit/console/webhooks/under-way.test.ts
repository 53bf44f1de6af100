import { describe, expect, test } from 'vitest';
import {
  type Delivery,
  hasMoved,
  isUnderWay,
  merged,
} from '../../../../console/src/screens/webhooks/deliveries/under-way.ts';

const NOW = Date.parse('2026-11-29T12:00:00.000Z');

const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  id,
  webhook_id: 'whk_1',
  event_type: 'webhook_test',
  event_id: null,
  session_id: null,
  project_id: null,
  state: 'delivered',
  attempts: 1,
  next_attempt_at: null,
  last_attempt: null,
  effect: null,
  created_at: '2026-11-29T11:59:00.000Z',
  ...more,
});

describe('deliveries that are under way', () => {
  test('are looked at again while an attempt is near', () => {
    const near = delivery('1', { state: 'pending', next_attempt_at: '2026-11-29T12:01:00.000Z' });
    expect(isUnderWay([delivery('0'), near], NOW)).toBe(true);
    expect(isUnderWay([delivery('1', { state: 'pending' })], NOW)).toBe(true);
  });

  test('are left alone while it is far away, and when nothing is pending', () => {
    const far = delivery('1', { state: 'pending', next_attempt_at: '2026-11-29T13:00:00.000Z' });
    expect(isUnderWay([far], NOW)).toBe(false);
    expect(isUnderWay([delivery('1')], NOW)).toBe(false);
  });

  test('have moved when an attempt of one that is known has ended', () => {
    const before = [delivery('1', { state: 'pending', attempts: 1 })];
    expect(hasMoved(before, before)).toBe(false);
    expect(hasMoved(before, [delivery('2'), ...before])).toBe(false);
    expect(hasMoved(before, [delivery('1', { state: 'pending', attempts: 2 })])).toBe(true);
    expect(hasMoved(before, [delivery('1', { state: 'delivered', attempts: 1 })])).toBe(true);
  });

  test('take the places they had, and new ones come before them', () => {
    const before = [delivery('2', { state: 'pending' }), delivery('1')];
    const after = merged(before, [delivery('3'), delivery('2', { state: 'failed' })]);
    expect(after.map(({ id, state }) => `${id} ${state}`)).toEqual(['3 delivered', '2 failed', '1 delivered']);
  });
});
