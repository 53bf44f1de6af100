import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, newUserId } from '../../../../shared/core/ids.ts';
import {
  leadsTo,
  type RefreshToken,
  readRefreshToken,
  secretHash,
  successorOf,
  writeRefreshToken,
} from '../../../../shared/identity/refresh-token.ts';

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const token = fc
  .record({ generation: fc.nat(1_000), secret })
  .map((parts): RefreshToken => ({ userId: newUserId(), family: newId('fam'), ...parts }));

const carriedOn = (start: RefreshToken, chain: string, steps: number): RefreshToken =>
  steps === 0 ? start : carriedOn(successorOf(start, chain), chain, steps - 1);

describe('a refresh token', () => {
  test('a refresh token reads back as it was written', () => {
    fc.assert(
      fc.property(token, (one) => {
        expect(readRefreshToken(writeRefreshToken(one))).toEqual(one);
      }),
    );
  });

  test('a refresh token is not read from any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRefreshToken(text)).toBeUndefined();
      }),
    );
    expect(readRefreshToken('')).toBeUndefined();
  });

  test('a refresh token leads to each later one of its family, and to none before it', () => {
    fc.assert(
      fc.property(token, secret, fc.nat(20), fc.integer({ min: 1, max: 5 }), (first, chain, steps, more) => {
        const [one, later] = [carriedOn(first, chain, steps), carriedOn(first, chain, steps + more)];
        expect(leadsTo(one, { chain, generation: later.generation, hash: secretHash(later) })).toBe(true);
        expect(leadsTo(later, { chain, generation: one.generation, hash: secretHash(one) })).toBe(false);
      }),
    );
  });

  test('a refresh token leads nowhere with another secret or another chain', () => {
    fc.assert(
      fc.property(token, secret, secret, fc.integer({ min: 1, max: 10 }), (first, chain, other, steps) => {
        fc.pre(other !== chain && other !== first.secret);
        const newest = carriedOn(first, chain, steps);
        const hash = secretHash(newest);
        expect(leadsTo({ ...first, secret: other }, { chain, generation: newest.generation, hash })).toBe(false);
        expect(leadsTo(first, { chain: other, generation: newest.generation, hash })).toBe(false);
      }),
    );
  });
});
