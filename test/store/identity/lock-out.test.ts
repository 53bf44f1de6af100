import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emailHash } from '../../../shared/identity/email.ts';
import { ADDRESS_LIMIT, signInFailed } from '../../../shared/limits/index.ts';
import { emailOf, login, PASSWORD, registered } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';

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
const failed = async (name: string, times: number): Promise<void> => {
  const attempt = { emailHash: emailHash(emailOf(name)), sourceIp: address };
  for (let time = 0; time < times; time += 1) await signInFailed(attempt, Date.now());
};

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

  test('failed sign-ins lock however many guesses come at the same time', async () => {
    await registered('erin');
    await Promise.all(Array.from({ length: 8 }, () => login('erin', WRONG, address)));
    expect((await login('erin', PASSWORD, address)).status).toBe(423);
  });
});

describe('an address that failed too often', () => {
  test('an address that failed too often gets 429 for all accounts, and no other address does', async () => {
    await registered('frank');
    for (let time = 0; time < ADDRESS_LIMIT; time += 1) {
      await signInFailed({ emailHash: `victim-${time}`, sourceIp: address }, Date.now());
    }
    const answer = await login('frank', PASSWORD, address);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
    expect((await login('frank', PASSWORD, '192.0.2.1')).status).toBe(200);
  });
});
