import { createHash, timingSafeEqual } from 'node:crypto';
import { optional } from '../../shared/platform/configuration.ts';

/**
 * Whether a bearer token is the key that a monitoring system reads figures with. The deployment knows its SHA-256 alone, and
 * two digests of one length are compared in constant time. Without a setting no token is.
 */
export const isScrapeKey = (token: string): boolean => {
  const wanted = Buffer.from(optional('scrapeKeyHash') ?? '', 'hex');
  const given = createHash('sha256').update(token).digest();
  return wanted.length === given.length && timingSafeEqual(wanted, given);
};
