import { describe, expect, test, vi } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import { findCredentials } from '../../../shared/identity/credentials/credentials.ts';
import { newLink } from '../../../shared/identity/links/link.ts';
import { putItem } from '../../../shared/store/index.ts';
import { emailOf, NEWCOMERS_PASSWORD, PASSWORD } from '../../support/identity.ts';
import {
  auditOf,
  call,
  inAccounts,
  isSignedIn,
  login,
  newcomerAs,
  refreshes,
  signInAs,
  someNetwork,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13, ID6. */

const here = inAccounts();

const ask = (name: string, sourceIp = someNetwork()) =>
  call('POST', '/auth/reset', { body: { email: emailOf(name) }, sourceIp });
const complete = (token: string, password = PASSWORD) =>
  call('POST', '/auth/reset/complete', { body: { token, password }, sourceIp: someNetwork() });
const linkFor = async (name: string): Promise<string> => {
  expect((await ask(name)).status).toBe(202);
  return here.mailbox.tokenFor(emailOf(name));
};
const doesNotWork = { status: 422, body: { errors: [{ path: 'token' }] } };

describe('a forgotten password', () => {
  test('a mailed link sets a new password, ends all sign-ins, and confirms the address', async () => {
    const alice = await newcomerAs('alice');
    const phone = await signInAs('alice');
    expect((await complete(await linkFor('alice'))).status).toBe(204);
    for (const one of [alice, phone]) expect([await isSignedIn(one), await refreshes(one)]).toEqual([false, false]);
    expect((await login('alice', NEWCOMERS_PASSWORD)).status).toBe(401);
    const again = await signInAs('alice', PASSWORD);
    expect([await isSignedIn(again), await refreshes(again)]).toEqual([true, true]);
    expect((await call('GET', '/my', { token: again.token })).body.email_confirmed).toBe(true);
    expect(await auditOf(again)).toEqual(expect.arrayContaining(['password_reset_requested', 'password_reset']));
    expect(here.mailbox.subjectsTo(emailOf('alice'))).toEqual(['Choose a new password', 'Your password was changed']);
  });

  test('whether an account exists shows neither in the answer nor in what is done for it', async () => {
    await newcomerAs('bob');
    const mailed = here.mailbox.handedOver.length;
    const [known, unknown] = [await ask('bob'), await ask('nobody')];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(here.mailbox.handedOver.slice(mailed)).toEqual([expect.objectContaining({ to: emailOf('bob') }), null]);
  });

  test('an address gets five mails and then 429, whether it is registered or not', async () => {
    await newcomerAs('carol');
    for (const name of ['carol', 'nobody-either']) {
      const answers = [];
      for (let time = 0; time < 6; time += 1) answers.push(await ask(name));
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
    }
  });

  test('a network asks for thirty mails and then gets 429, whatever the addresses', async () => {
    const network = someNetwork();
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push(await ask(`stranger-${time}`, network));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(30);
    expect(answers.at(-1)?.status).toBe(429);
  });

  test('a link works once, for half an hour, and only as it was mailed', async () => {
    await newcomerAs('dora');
    const token = await linkFor('dora');
    for (const text of ['x', `${token.slice(0, -3)}AAA`]) expect(await complete(text)).toMatchObject(doesNotWork);
    expect(await call('POST', '/auth/confirm', { body: { token }, sourceIp: someNetwork() })).toMatchObject(
      doesNotWork,
    );
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 60_000 });
    expect(await complete(token)).toMatchObject(doesNotWork);
    vi.useRealTimers();
    expect((await complete(token)).status).toBe(204);
    expect(await complete(token, 'yet another password')).toMatchObject(doesNotWork);
    expect((await login('dora', PASSWORD)).status).toBe(200);
  });

  test('of several uses at once, of one link or of several, exactly one sets its password', async () => {
    await newcomerAs('erin');
    const links = [await linkFor('erin'), await linkFor('erin')];
    const passwords = ['first good password', 'second good password', 'third good password'];
    const answers = await Promise.all(passwords.map((password, at) => complete(links[at % 2] ?? '', password)));
    expect(statuses(answers)).toEqual([204, 422, 422]);
    const set = passwords[answers.findIndex(({ status }) => status === 204)];
    expect((await login('erin', set)).status).toBe(200);
  });

  test('a password that is changed meanwhile makes earlier links void', async () => {
    const frank = await newcomerAs('frank');
    const token = await linkFor('frank');
    const body = { current_password: NEWCOMERS_PASSWORD, password: PASSWORD };
    expect((await call('POST', '/auth/password', { token: frank.token, body })).status).toBe(204);
    expect(await complete(token, 'yet another password')).toMatchObject(doesNotWork);
  });

  test('a link that was mailed to an address which is given up at the same time sets no password', async () => {
    const judy = await newcomerAs('judy');
    const wanted = { email: emailOf('judy-new'), password: NEWCOMERS_PASSWORD };
    await call('POST', '/auth/email', { token: judy.token, body: wanted, sourceIp: someNetwork() });
    const token = here.mailbox.tokenFor(emailOf('judy-new'));
    expect((await call('POST', '/auth/confirm', { body: { token }, sourceIp: someNetwork() })).status).toBe(200);
    // As of a request that had found whose the former address was, and read the credentials after the change.
    const user = authenticated({ userId: judy.id });
    const { serial } = (await findCredentials(user)) ?? {};
    const late = newLink(user, { kind: 'reset', email: emailOf('judy'), serial }, Date.now());
    await putItem(late.item);
    expect(await complete(late.token)).toMatchObject(doesNotWork);
    expect((await login('judy-new')).status).toBe(200);
  });

  test('a faulty new password does not use up the link', async () => {
    await newcomerAs('grace');
    const token = await linkFor('grace');
    expect(await complete(token, 'aaaaaaaaaaaa')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password' }] },
    });
    expect((await complete(token)).status).toBe(204);
  });

  test('the owner who sets a new password signs in at once, though strangers had the account locked', async () => {
    await newcomerAs('heidi');
    const network = someNetwork();
    const from = (password: string) =>
      call('POST', '/auth/login', { body: { email: emailOf('heidi'), password }, sourceIp: network });
    for (let time = 0; time < 5; time += 1) await from('not the password');
    expect((await from(NEWCOMERS_PASSWORD)).status).toBe(423);
    const token = await linkFor('heidi');
    const body = { token, password: PASSWORD };
    expect((await call('POST', '/auth/reset/complete', { body, sourceIp: network })).status).toBe(204);
    expect((await from(PASSWORD)).status).toBe(200);
  });

  test('a deployment that sends no mails says so, for every address alike', async () => {
    vi.stubEnv('ARTEL_MAILER_FUNCTION', undefined);
    const answers = [await ask('alice'), await ask('nobody')];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    vi.unstubAllEnvs();
  });
});
