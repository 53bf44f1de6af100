import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { UserScope } from '../../core/scope.ts';
import { type Sealed, seal, unseal } from '../../vault/index.ts';

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: 24 to 64 random bytes, in base64. */
const PREFIX = 'whsec_';
const MADE_BYTES = 32;
const bytesOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64');

export const webhookSecretSchema = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'Must be whsec_ and 24 to 64 bytes in base64.')
  .refine((secret) => {
    const bytes = bytesOf(secret);
    return bytes.length >= 24 && bytes.length <= 64 && `${PREFIX}${bytes.toString('base64')}` === secret;
  }, 'Must be whsec_ and 24 to 64 bytes in base64.')
  .meta({ id: 'WebhookSecret' });

export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(MADE_BYTES).toString('base64')}`;

const contextOf = (user: UserScope, webhook: string) => ({ user: user.userId, webhook });

/** Bound to its owner and its webhook. Only the function that delivers may open it. */
export const sealSecret = (user: UserScope, webhook: string, secret: string): Promise<Sealed> =>
  seal(secret, contextOf(user, webhook));

export const openSecret = (user: UserScope, webhook: string, sealed: Sealed): Promise<string> =>
  unseal(sealed, contextOf(user, webhook));

/** Of one message: its id, the time of this attempt in seconds, and its text, by each secret that is valid. */
export const signaturesOf = (
  secrets: readonly string[],
  { id, seconds, text }: { id: string; seconds: number; text: string },
): string =>
  secrets
    .map((secret) => createHmac('sha256', bytesOf(secret)).update(`${id}.${seconds}.${text}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
