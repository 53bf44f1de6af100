import { secretText, sha256 } from '../core/digest.ts';
import { newId, ulidOf } from '../core/ids.ts';

/** `artel_<ulid>_<secret>`: recognisable in a leak, and sortable by age. */
const shape = /^artel_([0-9A-HJKMNP-TV-Z]{26})_([A-Za-z0-9_-]{43})$/;

export const isApiKeyText = (text: string): boolean => text.startsWith('artel_');

export const newApiKeyText = (now: number): { id: string; text: string } => {
  const id = newId('key', now);
  return { id, text: `artel_${ulidOf(id)}_${secretText(32)}` };
};

/** The id inside a key of the right shape. */
export const apiKeyId = (text: string): string | undefined => {
  const ulid = shape.exec(text)?.[1];
  return ulid && `key_${ulid}`;
};

/** A plain hash suffices: 256 random bits are not guessed, however fast the hash. */
export const apiKeyHash = (text: string): string => sha256(text);
