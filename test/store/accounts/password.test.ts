import { describe, expect, test } from 'vitest';
import { emailOf, NEWCOMERS_PASSWORD, PASSWORD } from '../../support/identity.ts';
import {
  auditOf,
  call,
  inAccounts,
  isSignedIn,
  login,
  newcomerAs,
  refreshes,
  type SignedIn,
  signInAs,
  someNetwork,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13, ID6. */

const here = inAccounts();

const change = ({ token }: SignedIn, password: string, current = NEWCOMERS_PASSWORD, sourceIp = someNetwork()) =>
  call('POST', '/auth/password', { token, body: { current_password: current, password }, sourceIp });

describe('changing the password', () => {
  test('a new password ends every other sign-in and keeps this one', async () => {
    const laptop = await newcomerAs('alice');
    const phone = await signInAs('alice');
    expect((await change(laptop, PASSWORD)).status).toBe(204);
    expect([await isSignedIn(laptop), await refreshes(laptop)]).toEqual([true, true]);
    expect([await isSignedIn(phone), await refreshes(phone)]).toEqual([false, false]);
    expect((await login('alice')).status).toBe(401);
    expect(await isSignedIn(await signInAs('alice', PASSWORD))).toBe(true);
    expect(await auditOf(laptop)).toContain('password_changed');
    expect(here.mailbox.subjectsTo(emailOf('alice'))).toEqual(['Your password was changed']);
  });

  test('changing the password asks for the current one, and five wrong ones lock it like signing in', async () => {
    const bob = await newcomerAs('bob');
    const network = someNetwork();
    const answers = [];
    for (let time = 0; time < 6; time += 1) answers.push(await change(bob, PASSWORD, 'not the password', network));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 423]);
    expect(answers[0]?.body.errors).toEqual([expect.objectContaining({ path: 'current_password' })]);
    expect((await change(bob, PASSWORD)).status).toBe(204);
  });

  test('a new password that is guessed first is refused before anything is changed', async () => {
    const carol = await newcomerAs('carol');
    expect(await change(carol, 'aaaaaaaaaaaa')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password' }] },
    });
    expect((await login('carol')).status).toBe(200);
  });

  test('of two changes at once from two devices one is made, and the other device is signed out', async () => {
    const devices = [await newcomerAs('dora'), await signInAs('dora')];
    const passwords = ['first good password', 'second good password'];
    const answers = await Promise.all(devices.map((device, at) => change(device, passwords[at] ?? '')));
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await Promise.all(devices.map(isSignedIn))).toEqual([winner === 0, winner === 1]);
    expect((await login('dora', passwords[winner])).status).toBe(200);
  });

  test('sign-ins with the former password that race with the change do not outlive it', async () => {
    const erin = await newcomerAs('erin');
    const [changed, ...sessions] = await Promise.all([
      change(erin, PASSWORD),
      ...Array.from({ length: 4 }, () => login('erin')),
    ]);
    expect(changed?.status).toBe(204);
    for (const session of sessions) {
      expect([200, 401]).toContain(session.status);
      if (session.status === 200) {
        expect((await call('GET', '/my', { token: session.body.access_token })).status).toBe(401);
      }
    }
  });

  test('an API key cannot change a password, and stays good after the change', async () => {
    const frank = await newcomerAs('frank');
    const { body } = await call('POST', '/my/keys', { token: frank.token, body: { name: 'ci' } });
    const key = { ...frank, token: body.key as string };
    expect((await change(key, PASSWORD)).status).toBe(403);
    expect((await change(frank, PASSWORD)).status).toBe(204);
    expect(await isSignedIn(key)).toBe(true);
  });

  test('an Idempotency-Key keeps nothing of a password', async () => {
    const grace = await newcomerAs('grace');
    const body = { current_password: NEWCOMERS_PASSWORD, password: PASSWORD };
    const headers = { 'idempotency-key': 'once' };
    const again = () => call('POST', '/auth/password', { token: grace.token, body, headers, sourceIp: someNetwork() });
    expect(statuses([await again(), await again()])).toEqual([204, 422]);
  });
});

describe('R8: a password that only looks long', () => {
  test.each([
    ['one letter and blanks', 'a         '],
    ['blanks and one letter', '         a'],
    ['a letter between blanks', '    a    b    '],
    ['a common word with blanks in it', 'p a s s w o r d'],
    ['a row with blanks in it', '1 2 3 4 5 6 7 8'],
    ['two letters', 'ababbabaabba'],
    ['characters that show nothing', 'a\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b'],
    ['wide blanks', '\u3000a\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000'],
  ])('R8: registering refuses %s', async (_, password) => {
    const body = { email: emailOf('eve'), password };
    const answer = await call('POST', '/auth/register', { body, sourceIp: someNetwork() });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
  });
});
