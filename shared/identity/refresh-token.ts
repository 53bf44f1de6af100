import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../core/digest.ts';

/** `<user>.<family>.<generation>.<secret>`: finds its family without a look-up table. */
export type RefreshToken = { userId: string; family: string; generation: number; secret: string };

const shape = /^([0-9a-hjkmnp-tv-z]{26})\.(fam_[0-9A-HJKMNP-TV-Z]{26})\.(\d{1,6})\.([A-Za-z0-9_-]{43})$/;

export const readRefreshToken = (text: string): RefreshToken | undefined => {
  const [, userId, family, generation, secret] = shape.exec(text) ?? [];
  if (!userId || !family || !generation || !secret) return undefined;
  return { userId, family, generation: Number(generation), secret };
};

export const writeRefreshToken = ({ userId, family, generation, secret }: RefreshToken): string =>
  `${userId}.${family}.${generation}.${secret}`;

/**
 * A token's successor is derived from the token and the family's stored chain key. So it can be issued a second time without
 * being stored: neither the table alone nor an old token alone yields it.
 */
export const successorOf = (token: RefreshToken, chain: string): RefreshToken => ({
  ...token,
  generation: token.generation + 1,
  secret: createHmac('sha256', chain).update(token.secret).digest('base64url'),
});

export const secretHash = (token: RefreshToken): string => sha256(token.secret);

/** Ten days of refreshing: an older token is not worth deriving, and counts as unknown. */
const FARTHEST = 1_000;

/** Whether the token's successor at this generation has this hash: then this family once issued the token. */
export const leadsTo = (
  token: RefreshToken,
  { chain, generation, hash }: { chain: string; generation: number; hash: string },
): boolean => {
  if (token.generation > generation || generation - token.generation > FARTHEST) return false;
  let at = token;
  while (at.generation < generation) at = successorOf(at, chain);
  return timingSafeEqual(Buffer.from(secretHash(at)), Buffer.from(hash));
};
