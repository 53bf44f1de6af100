import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { getItem, pointerKeys } from '../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { emailOf, NEWCOMERS_PASSWORD, PASSWORD } from '../../support/identity.ts';
import {
  call,
  inAccounts,
  isSignedIn,
  login,
  newcomerAs,
  type SignedIn,
  signInAs,
  someNetwork,
} from '../../support/in-accounts.ts';
import { startTestTable } from '../../support/table.ts';

/* Requirements: ID11. */

let held: HeldWrites;
beforeAll(async () => {
  held = await startHeldWrites((await startTestTable()).url);
  // The first call makes the client that all others use.
  await getItem(pointerKeys.health());
});
afterAll(() => held.stop());
const here = inAccounts();
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

/** Of an account that was never changed: what leaving holds until something else is done. */
const neverChanged = 'attribute_not_exists(#revision)';
const leaving = ({ id, token }: SignedIn) => call('DELETE', '/my', { token, body: { confirm: id } });

test('a sign-in that its owner ends at the same time cannot remove the account any more', async () => {
  const thief = await newcomerAs('dora');
  const owner = await signInAs('dora');
  const body = { current_password: NEWCOMERS_PASSWORD, password: PASSWORD };
  const change = () => call('POST', '/auth/password', { token: owner.token, body, sourceIp: someNetwork() });
  const { result } = await held.race(
    neverChanged,
    () => leaving(thief),
    async () => expect((await change()).status).toBe(204),
  );
  expect(result).toMatchObject({ status: 'fulfilled', value: { status: 401 } });
  expect(await isSignedIn(owner)).toBe(true);
  expect((await login('dora', PASSWORD)).status).toBe(200);
});

test('whoever gets another e-mail address while they leave is asked to try again', async () => {
  const erin = await newcomerAs('erin');
  const wanted = { email: emailOf('erin-new'), password: NEWCOMERS_PASSWORD };
  await call('POST', '/auth/email', { token: erin.token, body: wanted, sourceIp: someNetwork() });
  const token = here.mailbox.tokenFor(emailOf('erin-new'));
  const confirm = () => call('POST', '/auth/confirm', { body: { token }, sourceIp: someNetwork() });
  const { result } = await held.race(
    neverChanged,
    () => leaving(erin),
    async () => expect((await confirm()).status).toBe(200),
  );
  expect(result).toMatchObject({
    status: 'fulfilled',
    value: { status: 409, body: { detail: 'The account was changed at the same time. Try again.' } },
  });
  expect((await leaving(erin)).status).toBe(202);
  expect((await login('erin-new')).status).toBe(401);
});
