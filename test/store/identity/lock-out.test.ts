import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emailHash } from '../../../shared/identity/email.ts';
import { ADDRESS_LIMIT, admitSignIn, STRANGERS_LIMIT, signInFailed } from '../../../shared/limits/index.ts';
import { arrived, call, emailOf, login, NEWCOMERS_PASSWORD, PASSWORD, registered } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';
import { type Answer, cookieFrom } from '../../support/rest.ts';

/* Requirements: ID6. */

inIdentity();

const WRONG = 'not the password';
const MINUTE = 60_000;
/** An address of its own for each test, so that only the account's limit is met. */
let address = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  address = `198.51.100.${tests}`;
  vi.useRealTimers();
});

const failures = async (name: string, times: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await login(name, WRONG, address)).status);
  return statuses;
};

/** Failures without the work of checking a password, where only what follows matters. */
const failed = async (name: string, times: number, sourceIp = address): Promise<void> => {
  const attempt = { emailHash: emailHash(emailOf(name)), sourceIp };
  for (let time = 0; time < times; time += 1) {
    await admitSignIn(attempt, Date.now());
    await signInFailed(attempt, Date.now());
  }
};

/** As a browser that has signed in before. */
const onDevice = (session: Answer, name: string, password = NEWCOMERS_PASSWORD) =>
  call('POST', '/auth/login', {
    body: { email: emailOf(name), password },
    cookie: (session.cookies[1] ?? '').split(';')[0] ?? '',
    sourceIp: address,
  });

/** The clock alone moves; sockets and timers stay real. */
const later = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

describe('five failed sign-ins', () => {
  test('five failed sign-ins lock the account, even for the right password', async () => {
    await registered('alice');
    expect(await failures('alice', 5)).toEqual([401, 401, 401, 401, 401]);
    const answer = await login('alice', PASSWORD, address);
    expect(answer).toMatchObject({ status: 423, body: { error_code: 'locked' } });
    const seconds = Number(answer.headers['retry-after']);
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  test('five failed sign-ins lock an unknown address just the same', async () => {
    expect(await failures('nobody', 6)).toEqual([401, 401, 401, 401, 401, 423]);
  });

  test('five failed sign-ins lock for fifteen minutes', async () => {
    await registered('bob');
    await failed('bob', 5);
    later(14 * MINUTE);
    expect((await login('bob', PASSWORD, address)).status).toBe(423);
    later(2 * MINUTE);
    expect((await login('bob', PASSWORD, address)).status).toBe(200);
  });

  test('failed sign-ins with a right password in between lock no one', async () => {
    await registered('carol');
    await failed('carol', 4);
    expect((await login('carol', PASSWORD, address)).status).toBe(200);
    expect(await failures('carol', 1)).toEqual([401]);
    await failed('carol', 3);
    expect((await login('carol', PASSWORD, address)).status).toBe(200);
  });

  test('failed sign-ins more than fifteen minutes apart lock no one', async () => {
    await registered('dora');
    await failed('dora', 4);
    later(16 * MINUTE);
    expect(await failures('dora', 2)).toEqual([401, 401]);
    expect((await login('dora', PASSWORD, address)).status).toBe(200);
  });

  test('R8: however many guesses come at the same time, the passwords of five are looked at', async () => {
    await arrived('erin');
    const answers = await Promise.all(Array.from({ length: 20 }, () => login('erin', WRONG, address)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(15);
    expect((await login('erin', NEWCOMERS_PASSWORD, address)).status).toBe(423);
  });
});

describe('an address that failed too often', () => {
  test('an address that failed too often gets 429 for all accounts, and no other address does', async () => {
    await registered('frank');
    for (let time = 0; time < ADDRESS_LIMIT; time += 1) {
      const attempt = { emailHash: `victim-${time}`, sourceIp: address };
      await admitSignIn(attempt, Date.now());
      await signInFailed(attempt, Date.now());
    }
    const answer = await login('frank', PASSWORD, address);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
    expect((await login('frank', PASSWORD, '192.0.2.1')).status).toBe(200);
  });
});

describe('R8: a device the owner has signed in on', () => {
  test('R8: a known device gets in while strangers keep the account locked, and stays known', async () => {
    await arrived('grace');
    const first = await login('grace', NEWCOMERS_PASSWORD, '192.0.2.7');
    expect(first.cookies[1]).toMatch(
      /^artel_device=[^;]+; Path=\/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000$/,
    );
    for (let from = 0; from < STRANGERS_LIMIT / 5; from += 1) await failed('grace', 5, `198.51.100.${100 + from}`);
    expect((await login('grace', NEWCOMERS_PASSWORD, address)).status).toBe(423);
    const again = await onDevice(first, 'grace');
    expect(again.status).toBe(200);
    expect((await onDevice(again, 'grace')).status).toBe(200);
  });

  test('R8: a known device still needs the password, and is locked after five wrong ones', async () => {
    await arrived('heidi');
    const first = await login('heidi', NEWCOMERS_PASSWORD, '192.0.2.8');
    const answers = await Promise.all(Array.from({ length: 8 }, () => onDevice(first, 'heidi', WRONG)));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 423, 423, 423]);
    expect((await onDevice(first, 'heidi')).status).toBe(423);
    expect((await login('heidi', NEWCOMERS_PASSWORD, address)).status).toBe(200);
  });

  test('R8: a device is known to the account it signed in to, and to no other', async () => {
    await arrived('ivan');
    await arrived('judy');
    const ivans = await login('ivan', NEWCOMERS_PASSWORD, '192.0.2.9');
    await failed('judy', 5);
    expect((await onDevice(ivans, 'judy')).status).toBe(423);
  });

  test('R8: an invented, a changed or an expired device is the same as none', async () => {
    await arrived('kim');
    const known = await login('kim', NEWCOMERS_PASSWORD, '192.0.2.10');
    await failed('kim', 5);
    const token = (known.cookies[1] ?? '').split(/[=;]/)[1] ?? '';
    const access = known.body.access_token as string;
    for (const text of ['', 'x', 'a.b.c', access, `${token.slice(0, -5)}AAAAA`]) {
      const cookies = [`artel_device=${text}; Path=/auth`];
      expect((await onDevice({ ...known, cookies: ['', ...cookies] }, 'kim')).status).toBe(423);
    }
    later(30 * 24 * 60 * MINUTE + 1_000);
    await failed('kim', 5);
    expect((await onDevice(known, 'kim')).status).toBe(423);
  });

  test('R8: the token of a device opens nothing', async () => {
    await arrived('leo');
    const known = await login('leo', NEWCOMERS_PASSWORD, '192.0.2.11');
    const token = (known.cookies[1] ?? '').split(/[=;]/)[1] ?? '';
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await call('POST', '/auth/refresh', { cookie: `artel_refresh=${token}` })).status).toBe(401);
  });

  test('R8: refreshing keeps a device known', async () => {
    await arrived('mallory');
    const session = await login('mallory', NEWCOMERS_PASSWORD, '192.0.2.12');
    const refreshed = await call('POST', '/auth/refresh', { cookie: cookieFrom(session) });
    await failed('mallory', 5);
    expect((await onDevice(refreshed, 'mallory')).status).toBe(200);
  });
});
