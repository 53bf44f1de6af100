import * as z from 'zod';
import { DAY, epochSeconds, isoTime, SECOND } from '../core/clock.ts';
import { secretText } from '../core/digest.ts';
import { newDatedId } from '../core/ids.ts';
import type { UserScope } from '../core/scope.ts';
import {
  authKeys,
  deleteItem,
  getItem,
  type Item,
  SCHEMA_VERSION,
  type StoredItem,
  updateItem,
} from '../store/index.ts';
import { leadsTo, type RefreshToken, secretHash, successorOf } from './refresh-token.ts';

/** A sign-in lives this long after its last refresh. */
export const REFRESH_TOKEN_AGE = 30 * DAY;

/** Two tabs that wake together refresh with the same token: the later one gets the same successor. */
const GRACE = 10 * SECOND;

/** The refresh tokens of one sign-in, each the successor of the one before. Only the newest one's hash is stored. */
const familySchema = z.object({
  generation: z.number().int(),
  secret_hash: z.string(),
  chain: z.string(),
  rotated_at: z.number(),
  expires_at: z.number(),
});
type Family = z.infer<typeof familySchema>;

export type Rotation =
  | { kind: 'rotated'; token: RefreshToken }
  | { kind: 'reused' }
  /** Ended, expired, or never issued. */
  | { kind: 'unknown' };

/**
 * A new family as an item, with its first token. `began` dates its id; `hints` are for the person who looks through their
 * sign-ins.
 */
export const newFamily = (
  user: UserScope,
  { began, now, hints }: { began: number; now: number; hints: { device: string; network: string } },
): { token: RefreshToken; item: StoredItem } => {
  const token = { userId: user.userId, family: newDatedId('fam', began), generation: 0, secret: secretText() };
  const item = {
    ...authKeys.refresh(user, token.family),
    v: SCHEMA_VERSION,
    generation: 0,
    secret_hash: secretHash(token),
    chain: secretText(),
    ...hints,
    created_at: isoTime(now),
    rotated_at: now,
    expires_at: epochSeconds(now + REFRESH_TOKEN_AGE),
  };
  return { token, item };
};

const live = (item: Item | undefined, now: number): Family | undefined => {
  const family = item && familySchema.parse(item);
  return family && family.expires_at > now / SECOND ? family : undefined;
};

/**
 * Trades a token for its successor. The trade is one conditional write, so of two simultaneous ones exactly one moves
 * the family on, and the other finds it moved. A token that was issued but is older than that has been copied: one of
 * its two holders is a thief, and the family ends (RFC 9700, 4.14.2).
 */
export const rotate = async (user: UserScope, token: RefreshToken, now: number): Promise<Rotation> => {
  const key = authKeys.refresh(user, token.family);
  for (let family = live(await getItem(key), now); family; family = live(await getItem(key), now)) {
    const { generation, secret_hash, chain } = family;
    if (!leadsTo(token, { chain, generation, hash: secret_hash })) return { kind: 'unknown' };
    const successor = successorOf(token, chain);
    if (token.generation < generation) {
      const another = token.generation === generation - 1 && now - family.rotated_at <= GRACE;
      return another ? { kind: 'rotated', token: successor } : { kind: 'reused' };
    }
    const outcome = await updateItem(
      key,
      'set #generation = :next, #secret_hash = :hash, #rotated_at = :now, #expires_at = :expires',
      {
        when: 'attribute_exists(#pk) and #generation = :generation',
        values: {
          generation,
          next: generation + 1,
          hash: secretHash(successor),
          now,
          expires: epochSeconds(now + REFRESH_TOKEN_AGE),
        },
      },
    );
    if (outcome.ok) return { kind: 'rotated', token: successor };
  }
  return { kind: 'unknown' };
};

/** Whether the token belongs to this family at all, newest or not. For signing out. */
export const belongs = async (user: UserScope, token: RefreshToken, now: number): Promise<boolean> => {
  const family = live(await getItem(authKeys.refresh(user, token.family)), now);
  return (
    family !== undefined &&
    leadsTo(token, { chain: family.chain, generation: family.generation, hash: family.secret_hash })
  );
};

export const endFamily = async (user: UserScope, family: string): Promise<void> => {
  await deleteItem(authKeys.refresh(user, family));
};
