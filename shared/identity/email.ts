import { sha256 } from '../core/digest.ts';

/** One person, one spelling: `" Alice@Example.ORG "` and `alice@example.org` are the same account. */
export const normalizedEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Used in keys instead of the address itself. */
export const emailHash = (normalized: string): string => sha256(`email:${normalized}`);
