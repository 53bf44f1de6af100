import { describe, expect, test } from 'vitest';
import { auditPath } from '../../../../console/src/screens/admin/audit-address.ts';
import { type ManagedUser, userChange, userDraft } from '../../../../console/src/screens/admin/users/change.ts';
import { filterIn } from '../../../../console/src/screens/admin/users/filter.ts';

const alice: ManagedUser = {
  id: 'alice',
  email: 'alice@example.com',
  roles: ['user'],
  tier: 'standard',
  created_at: '2026-11-29T12:00:00.000Z',
  locked: false,
  budget: { cost: 5 },
};

describe('which users an address asks for', () => {
  test('is by address, role, tier and lock', () => {
    const query = { email: 'alice@example.com', role: 'admin', tier: 'pro', locked: 'true', project: 'prj_1' };
    expect(filterIn(query)).toEqual({ email: 'alice@example.com', role: 'admin', tier: 'pro', locked: 'true' });
  });

  test('leaves out what it cannot mean', () => {
    expect(filterIn({ email: '', role: 'root', locked: 'maybe' })).toEqual({});
  });
});

describe('a change of a user', () => {
  test('is nothing where nothing was changed', () => {
    expect(userChange(alice, userDraft(alice))).toBeUndefined();
  });

  test('names only what is different', () => {
    const draft = userDraft(alice);
    expect(userChange(alice, { ...draft, tier: 'pro' })).toEqual({ tier: 'pro' });
    expect(userChange(alice, { ...draft, isAdministrator: true })).toEqual({ roles: ['user', 'admin'] });
  });

  test('of a budget has all parts that are given, and is none where all are empty', () => {
    const draft = userDraft(alice);
    expect(userChange(alice, { ...draft, tokens: '100' })).toEqual({ budget: { cost: 5, tokens: 100 } });
    expect(userChange(alice, { ...draft, cost: '0' })).toEqual({ budget: { cost: 0 } });
    expect(userChange(alice, { ...draft, cost: ' ' })).toEqual({ budget: null });
  });
});

describe('an export of audit trails', () => {
  test('asks only for what was chosen', () => {
    const nothing = { user: '', action: '', since: undefined, until: undefined };
    expect(auditPath(nothing)).toBe('/admin/audit');
    expect(auditPath({ ...nothing, user: 'a&b', action: 'signed_in' })).toBe(
      '/admin/audit?user_id=a%26b&action=signed_in',
    );
  });
});
