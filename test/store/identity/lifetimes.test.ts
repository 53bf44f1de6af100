import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../shared/core/identity.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { issueTicket, redeemTicket } from '../../../shared/identity/tickets.ts';
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
});
