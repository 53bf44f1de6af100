import { afterEach, expect, test, vi } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { NEWCOMERS_PASSWORD } from '../../support/identity.ts';
import { call, inAccounts, isSignedIn, login, newcomerAs } from '../../support/in-accounts.ts';

/* Requirements: ID11. */

inAccounts();
afterEach(() => {
  vi.useRealTimers();
});

test('whoever signed in more than five minutes ago leaves with the password alone, and cannot sign in after it', async () => {
  const carol = await newcomerAs('carol');
  const leave = (body: object) => call('DELETE', '/my', { token: carol.token, body });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * MINUTE });
  const refused = await leave({});
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ path: 'password', message: 'Is needed, or a sign-in of the last five minutes.' }],
  ]);
  expect(await isSignedIn(carol)).toBe(true);
  expect((await leave({ password: NEWCOMERS_PASSWORD })).status).toBe(202);
  expect(await isSignedIn(carol)).toBe(false);
  expect((await login('carol')).status).toBe(401);
});
