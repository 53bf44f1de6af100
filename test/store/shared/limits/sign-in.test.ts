import { describe, expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import {
  admitSignIn,
  type SignInAttempt,
  STRANGERS_LIMIT,
  signInFailed,
  signInSucceeded,
} from '../../../../shared/limits/index.ts';
import { networkOf } from '../../../../shared/limits/network.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: ID6. */

inTable();

const NOW = Date.parse('2026-11-21T08:00:00Z');
const MINUTES = 60_000;
const somebody = (): SignInAttempt => ({ emailHash: newId('run'), sourceIp: newId('run') });
const elsewhere = (attempt: SignInAttempt): SignInAttempt => ({ ...attempt, sourceIp: newId('run') });

/** The status of an attempt that is refused; one that is admitted stands as if its password were being looked at. */
const refusal = async (attempt: SignInAttempt, now = NOW): Promise<number | undefined> => {
  try {
    await admitSignIn(attempt, now);
    return undefined;
  } catch (error) {
    return (error as { status: number }).status;
  }
};
/** The same, and right. */
const succeeds = async (attempt: SignInAttempt, now = NOW): Promise<number | undefined> => {
  const status = await refusal(attempt, now);
  if (status === undefined) await signInSucceeded(attempt);
  return status;
};
const fails = async (attempt: SignInAttempt, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await admitSignIn(attempt, NOW);
    await signInFailed(attempt, NOW);
  }
};

describe('failed sign-ins', () => {
  test('the fifth failed sign-in from an address locks the account there for 15 minutes', async () => {
    const alice = somebody();
    await fails(alice, 4);
    await fails(alice, 1);
    expect(await refusal(alice)).toBe(423);
    expect(await refusal(alice, NOW + 15 * MINUTES - 1)).toBe(423);
    expect(await refusal(alice, NOW + 15 * MINUTES)).toBeUndefined();
  });

  test('R8: of sixty wrong sign-ins at once five are judged', async () => {
    const alice = somebody();
    const wrong = async () => {
      const refused = await refusal(alice);
      if (refused === undefined) await signInFailed(alice, NOW);
      return refused;
    };
    const outcomes = await Promise.all(Array.from({ length: 60 }, wrong));
    expect(outcomes.filter((status) => status === undefined)).toHaveLength(5);
    expect(outcomes.filter((status) => status === 423)).toHaveLength(55);
  });

  test('R8: failures at one address lock the account at no other', async () => {
    const alice = somebody();
    await fails(alice, 5);
    expect(await succeeds(elsewhere(alice))).toBeUndefined();
  });

  test('R8: strangers at many addresses lock an account for unknown devices, and for no known one', async () => {
    const alice = somebody();
    for (let address = 0; address < STRANGERS_LIMIT / 5; address += 1) await fails(elsewhere(alice), 5);
    expect(await refusal(elsewhere(alice))).toBe(423);
    expect(await succeeds({ ...alice, device: 'phone' })).toBeUndefined();
  });

  test('R8: a known device that fails five times is locked, and no other is', async () => {
    const phone = { ...somebody(), device: 'phone' };
    await fails(phone, 5);
    expect(await refusal(elsewhere(phone))).toBe(423);
    expect(await succeeds({ ...phone, device: 'laptop' })).toBeUndefined();
    expect(await succeeds({ ...phone, device: undefined })).toBeUndefined();
  });

  test('a successful sign-in forgets earlier failures of its account from there, and counts nowhere', async () => {
    const alice = somebody();
    await fails(alice, 4);
    for (let time = 0; time < 2 * STRANGERS_LIMIT; time += 1) expect(await succeeds(alice)).toBeUndefined();
    await fails(alice, 4);
    expect(await refusal(alice)).toBeUndefined();
  });

  test('a refused sign-in counts against nobody', async () => {
    const alice = somebody();
    await fails(alice, 5);
    for (let time = 0; time < STRANGERS_LIMIT; time += 1) expect(await refusal(alice)).toBe(423);
    expect(await succeeds(elsewhere(alice))).toBeUndefined();
    expect(await succeeds({ ...somebody(), sourceIp: alice.sourceIp })).toBeUndefined();
  });

  test('thirty failed sign-ins from one address on many accounts answer 429 to the next, whatever the account', async () => {
    const { sourceIp } = somebody();
    for (let failure = 1; failure <= 29; failure += 1) await fails({ ...somebody(), sourceIp }, 1);
    expect(await succeeds({ ...somebody(), sourceIp })).toBeUndefined();
    await fails({ ...somebody(), sourceIp }, 1);
    expect(await refusal({ ...somebody(), sourceIp })).toBe(429);
    expect(await refusal(somebody())).toBeUndefined();
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('R8: the address %j counts as the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
