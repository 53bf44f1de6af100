import { describe, expect, test } from 'vitest';
import { dayEnd, dayStart } from '../../../../console/src/design/form/days.ts';
import { proofOf } from '../../../../console/src/screens/profile/account/proof.ts';
import { shareOf } from '../../../../console/src/screens/profile/account/share.ts';
import { isComplete, keyBody, newKeyDraft } from '../../../../console/src/screens/profile/keys/draft.ts';

describe('a new API key', () => {
  test('begins without the permission to decide for the person', () => {
    expect(newKeyDraft().scopes).toEqual(['read', 'write', 'chat']);
  });

  test('needs a name and a permission, and a number where its rate is limited', () => {
    const draft = { ...newKeyDraft(), name: 'ci' };
    expect(isComplete(draft)).toBe(true);
    expect(isComplete({ ...draft, name: '  ' })).toBe(false);
    expect(isComplete({ ...draft, scopes: [] })).toBe(false);
    expect(isComplete({ ...draft, rateLimit: 'many' })).toBe(false);
  });

  test('is asked for with its name trimmed, permissions in their order, and a rate only where one is given', () => {
    expect(keyBody({ name: ' ci ', scopes: ['chat', 'read'], rateLimit: '' })).toEqual({
      name: 'ci',
      scopes: ['read', 'chat'],
    });
    expect(keyBody({ name: 'ci', scopes: ['read'], rateLimit: '30' })).toMatchObject({ rate_limit: 30 });
  });
});

describe('leaving', () => {
  test('is proved by the password, or by one’s own id where there is none', () => {
    expect(proofOf({ id: 'me' }, 'a secret sentence')).toEqual({ password: 'a secret sentence' });
    expect(proofOf({ id: 'me' }, '')).toEqual({ confirm: 'me' });
  });
});

describe('how much of a limit is used', () => {
  test.each([
    [0, 10, 0],
    [5, 10, 0.5],
    [12, 10, 1],
    [0, 0, 1],
  ])('%d of %d is %d', (used, limit, share) => {
    expect(shareOf(used, limit)).toBe(share);
  });
});

describe('the days of an audit trail', () => {
  test('are from their first moment to their last, where the person is', () => {
    expect(dayStart('2026-03-29')).toBe(new Date(2026, 2, 29).toISOString());
    expect(dayEnd('2026-03-29')).toBe(new Date(new Date(2026, 2, 30).getTime() - 1).toISOString());
  });

  test('are left out while none is chosen', () => {
    expect([dayStart(''), dayEnd(''), dayStart('2026-03')]).toEqual([undefined, undefined, undefined]);
  });
});
