import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../shared/core/identity.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { claimRequest } from '../../../shared/idempotency/index.ts';
import { rotate } from '../../../shared/identity/family.ts';
import { issueTicket, redeemTicket } from '../../../shared/identity/tickets.ts';
import { startFamily } from '../../support/families.ts';
import { signedIn } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';

/* Requirements: ID1. */

inIdentity();

const MINUTES = 60;

describe('how long credentials live', () => {
  test('an access token lives 15 minutes', async () => {
    const { iat = 0, exp = 0 } = decodeJwt((await signedIn('alice')).token);
    expect(exp - iat).toBe(15 * MINUTES);
  });

  test('a ticket for a socket lives 30 seconds', async () => {
    const now = Date.now();
    const identity = { scope: authenticated({ userId: 'usr_alice' }), projectId: 'default' } as Identity;
    const { ticket, expires_in } = await issueTicket(identity, { now: () => now });
    expect(expires_in).toBe(30);
    expect(await redeemTicket(ticket, { now: () => now + 30_000 })).toBeUndefined();
  });

  test('a sign-in ends 30 days after its last refresh', async () => {
    const DAYS = 24 * 60 * 60 * 1_000;
    const user = authenticated({ userId: 'usr_bob' });
    const begun = Date.parse('2026-11-21T08:00:00Z');
    const token = await startFamily(user, begun);
    expect(await rotate(user, token, begun + 30 * DAYS)).toEqual({ kind: 'unknown' });
    const refreshed = await rotate(user, token, begun + 29 * DAYS);
    if (refreshed.kind !== 'rotated') throw new Error(`The token is ${refreshed.kind}.`);
    expect(await rotate(user, refreshed.token, begun + 59 * DAYS)).toEqual({ kind: 'unknown' });
    expect(await rotate(user, refreshed.token, begun + 58 * DAYS)).toMatchObject({ kind: 'rotated' });
  });

  test('a request under an Idempotency-Key is carried out again 35 seconds after one that crashed, and not before', async () => {
    const project = authenticated({ userId: 'usr_carol' }).inProject('default');
    const begun = Date.parse('2026-11-21T08:00:00Z');
    const kindAfter = async (seconds: number) =>
      (await claimRequest(project, 'key', { fingerprint: 'the same request', now: begun + seconds * 1_000 })).kind;
    expect(await kindAfter(0)).toBe('first');
    expect(await kindAfter(34)).toBe('running');
    expect(await kindAfter(35)).toBe('first');
  });
});
