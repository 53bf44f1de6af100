import { identityAttributes, storedIdentity } from '../connections/index.ts';
import { type Clock, epochSeconds, SECOND, systemClock } from '../core/clock.ts';
import { secretText, sha256 } from '../core/digest.ts';
import type { Identity } from '../core/identity.ts';
import { deleteItem, getItem, pointerKeys, SCHEMA_VERSION, transact, userKeys } from '../store/index.ts';
import { isStillAuthorized } from './still-authorized.ts';

/** Long enough to open a socket at once, too short to be of use to someone who finds it in a log of URLs. */
export const TICKET_LIFE = 30 * SECOND;

/**
 * Lets a browser, which cannot send an Authorization header with a WebSocket, open one socket. The ticket stands for
 * the identity that asked for it, and only its hash is stored.
 */
export const issueTicket = async (
  identity: Identity,
  clock: Clock = systemClock,
): Promise<{ ticket: string; expires_in: number }> => {
  const ticket = secretText();
  const expiresAt = clock.now() + TICKET_LIFE;
  const hash = sha256(ticket);
  const common = { v: SCHEMA_VERSION, expires_at: epochSeconds(expiresAt) };
  // The second leads to the first for whoever leaves: nothing of theirs is found by a hash alone.
  await transact([
    {
      put: {
        ...pointerKeys.ticket(hash),
        ...common,
        ...identityAttributes(identity),
        ticket_expires_at: expiresAt,
      },
    },
    { put: { ...userKeys.ticket(identity.scope, hash), ...common } },
  ]);
  return { ticket, expires_in: TICKET_LIFE / SECOND };
};

/**
 * The identity of a ticket, once: of two requests that redeem it at the same time one gets nothing, and so does a user who
 * has signed out since.
 */
export const redeemTicket = async (ticket: string, clock: Clock = systemClock): Promise<Identity | undefined> => {
  const key = pointerKeys.ticket(sha256(ticket));
  const item = await getItem(key);
  if (!item || (item.ticket_expires_at as number) <= clock.now()) return undefined;
  const redeemed = await deleteItem(key, { when: 'attribute_exists(#pk)' });
  if (!redeemed.ok) return undefined;
  const identity = storedIdentity(item);
  await deleteItem(userKeys.ticket(identity.scope, sha256(ticket)));
  return (await isStillAuthorized(identity, clock)) ? identity : undefined;
};
