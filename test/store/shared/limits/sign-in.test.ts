import { describe, expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import { admitSignIn, signInFailed, signInSucceeded } from '../../../../shared/limits/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: ID6. */

inTable();

const NOW = Date.parse('2026-11-21T08:00:00Z');
const MINUTES = 60_000;
const somebody = () => ({ emailHash: newId('run'), sourceIp: newId('run') });

const refusal = async (attempt: ReturnType<typeof somebody>, now = NOW): Promise<number | undefined> => {
  try {
    await admitSignIn(attempt, now);
    return undefined;
  } catch (error) {
    return (error as { status: number }).status;
  }
};

describe('failed sign-ins', () => {
  test('the fifth failed sign-in locks the account for 15 minutes, from every address', async () => {
    const alice = somebody();
    for (let failure = 1; failure <= 4; failure += 1) await signInFailed(alice, NOW);
    expect(await refusal(alice)).toBeUndefined();
    await signInFailed(alice, NOW);
    expect(await refusal(alice)).toBe(423);
    expect(await refusal({ ...alice, sourceIp: somebody().sourceIp })).toBe(423);
    expect(await refusal(alice, NOW + 15 * MINUTES - 1)).toBe(423);
    expect(await refusal(alice, NOW + 15 * MINUTES)).toBeUndefined();
  });

  test('a successful sign-in forgets earlier failures of its account', async () => {
    const alice = somebody();
    for (let failure = 1; failure <= 4; failure += 1) await signInFailed(alice, NOW);
    await signInSucceeded(alice, NOW);
    for (let failure = 1; failure <= 4; failure += 1) await signInFailed(alice, NOW);
    expect(await refusal(alice)).toBeUndefined();
  });

  test('thirty failed sign-ins from one address on many accounts answer 429 to the next, whatever the account', async () => {
    const { sourceIp } = somebody();
    for (let failure = 1; failure <= 29; failure += 1) await signInFailed({ ...somebody(), sourceIp }, NOW);
    expect(await refusal({ ...somebody(), sourceIp })).toBeUndefined();
    await signInFailed({ ...somebody(), sourceIp }, NOW);
    expect(await refusal({ ...somebody(), sourceIp })).toBe(429);
    expect(await refusal(somebody())).toBeUndefined();
  });
});
