import { describe, expect, test, vi } from 'vitest';
import { arrived, emailOf, PASSWORD } from '../../support/identity.ts';
import {
  auditOf,
  call,
  deployedWith,
  inAccounts,
  login,
  newcomerAs,
  signInAs,
  someNetwork,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13. */

const here = inAccounts();

const register = (name: string) =>
  call('POST', '/auth/register', { body: { email: emailOf(name), password: PASSWORD }, sourceIp: someNetwork() });
const confirm = (token: string, sourceIp = someNetwork()) =>
  call('POST', '/auth/confirm', { body: { token }, sourceIp });
const doesNotWork = { status: 422, body: { errors: [{ path: 'token' }] } };

describe('confirming an e-mail address', () => {
  test('where addresses have to be confirmed, nobody signs in before, and everybody after', async () => {
    deployedWith({ confirmEmail: true });
    expect((await register('alice')).status).toBe(201);
    const token = here.mailbox.tokenFor(emailOf('alice'));
    expect(await login('alice', PASSWORD)).toMatchObject({
      status: 403,
      cookies: [],
      body: { error_code: 'confirmation_required' },
    });
    expect(await confirm(token)).toMatchObject({ status: 200, body: { email: emailOf('alice') } });
    const alice = await signInAs('alice', PASSWORD);
    expect((await call('GET', '/my', { token: alice.token })).body.email_confirmed).toBe(true);
    expect(await auditOf(alice)).toContain('email_confirmed');
  });

  test('a sign-in before confirmation mails another link, but only to whoever knows the password', async () => {
    deployedWith({ confirmEmail: true });
    await arrived('bob');
    expect((await login('bob')).status).toBe(403);
    const first = here.mailbox.tokenFor(emailOf('bob'));
    expect((await login('bob', 'not the password')).status).toBe(401);
    expect(here.mailbox.subjectsTo(emailOf('bob'))).toHaveLength(1);
    expect((await login('bob')).status).toBe(403);
    const second = here.mailbox.tokenFor(emailOf('bob'));
    expect(second).not.toBe(first);
    expect((await confirm(second)).status).toBe(200);
  });

  test('sign-ins before confirmation mail five links and no more, and go on to be refused in the same words', async () => {
    deployedWith({ confirmEmail: true });
    await arrived('carol');
    const answers = [];
    for (let time = 0; time < 7; time += 1) answers.push(await login('carol'));
    expect(statuses(answers)).toEqual(Array(7).fill(403));
    expect(here.mailbox.subjectsTo(emailOf('carol'))).toHaveLength(5);
  });

  test('a link confirms once: used again, changed, expired or of another kind it does nothing', async () => {
    deployedWith({ confirmEmail: true });
    await arrived('dora');
    await login('dora');
    const token = here.mailbox.tokenFor(emailOf('dora'));
    for (const text of ['x', `${token.slice(0, -3)}AAA`, `${'0'.repeat(26)}.${token.split('.')[1]}`]) {
      expect(await confirm(text)).toMatchObject(doesNotWork);
    }
    const password = 'another good password';
    const reset = await call('POST', '/auth/reset/complete', { body: { token, password }, sourceIp: someNetwork() });
    expect(reset).toMatchObject(doesNotWork);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60_000 });
    expect(await confirm(token)).toMatchObject(doesNotWork);
    vi.useRealTimers();
    expect((await confirm(token)).status).toBe(200);
    expect(await confirm(token)).toMatchObject(doesNotWork);
  });

  test('of several uses of one link at once exactly one is done', async () => {
    deployedWith({ confirmEmail: true });
    await arrived('erin');
    await login('erin');
    const token = here.mailbox.tokenFor(emailOf('erin'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(token)));
    expect(statuses(answers)).toEqual([200, 422, 422, 422, 422]);
  });

  test('a person who is signed in can have a link mailed, until the address is confirmed', async () => {
    const { token } = await newcomerAs('frank');
    expect((await call('GET', '/my', { token })).body.email_confirmed).toBe(false);
    const asked = await call('POST', '/auth/confirm/link', { token, sourceIp: someNetwork() });
    expect(asked).toMatchObject({ status: 202, body: { expires_in: 24 * 60 * 60 } });
    expect((await confirm(here.mailbox.tokenFor(emailOf('frank')))).status).toBe(200);
    expect((await call('POST', '/auth/confirm/link', { token, sourceIp: someNetwork() })).status).toBe(409);
  });

  test('links tried too often from one network answer 429', async () => {
    const network = someNetwork();
    const answers = [];
    for (let time = 0; time < 61; time += 1) answers.push(await confirm('x', network));
    expect(answers.at(-1)).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(60);
  });

  test('a registration stands when its mail cannot be handed over, and the next sign-in mails a link', async () => {
    deployedWith({ confirmEmail: true });
    here.mailbox.open = false;
    expect((await register('grace')).status).toBe(201);
    here.mailbox.open = true;
    expect((await login('grace', PASSWORD)).status).toBe(403);
    expect((await confirm(here.mailbox.tokenFor(emailOf('grace')))).status).toBe(200);
    expect((await login('grace', PASSWORD)).status).toBe(200);
  });
});
