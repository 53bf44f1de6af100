import * as z from 'zod';
import { auditItem, type Origin } from '../audit/index.ts';
import { type Clock, HOUR, isoTime, systemClock } from '../core/clock.ts';
import { Forbidden, NotFound } from '../core/errors.ts';
import type { Identity } from '../core/identity.ts';
import { isId } from '../core/ids.ts';
import { ALL_PERMISSIONS, authenticated, type Permission, type UserScope } from '../core/scope.ts';
import {
  getItem,
  getItems,
  pointerKeys,
  queryPage,
  ranges,
  SCHEMA_VERSION,
  transact,
  userKeys,
} from '../store/index.ts';
import { apiKeyHash, apiKeyId, newApiKeyText } from './api-key-text.ts';
import { notSignedIn } from './not-signed-in.ts';
import { findProfile } from './profile.ts';
import { closeSockets } from './sockets.ts';
import { requireUnlocked } from './standing.ts';

/** Deciding on approvals is for people: a key gets that permission only if it is asked for by name. */
export const DEFAULT_PERMISSIONS: readonly Permission[] = ['read', 'write', 'chat'];
export const permissionSchema = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]);

const storedSchema = z.object({
  id: z.string(),
  name: z.string(),
  hash: z.string(),
  permissions: z.array(permissionSchema),
  rate_limit: z.number().optional(),
  created_at: z.string(),
});

/** Requests a minute that a key may make, besides what its owner's tier allows. */
export const rateLimitSchema = z.int().min(1).max(100_000);

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(permissionSchema),
    rate_limit: rateLimitSchema
      .nullable()
      .describe('Requests a minute with this key; `null`: as many as its owner may make.'),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

type NewApiKey = {
  name: string;
  permissions?: readonly Permission[] | undefined;
  /** Requests a minute. */
  rateLimit?: number | undefined;
};

/** Makes a key. Its text leaves the system here and is stored nowhere. */
export const createApiKey = async (
  user: UserScope,
  { name, permissions = DEFAULT_PERMISSIONS, rateLimit }: NewApiKey,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<ApiKey & { key: string }> => {
  if (!permissions.every((permission) => user.permissions.includes(permission))) {
    throw new Forbidden('A key cannot have permissions that its creator lacks.');
  }
  const now = clock.now();
  const { id, text } = newApiKeyText(now);
  const hash = apiKeyHash(text);
  const scopes = [...new Set(permissions)];
  const v = SCHEMA_VERSION;
  const limit = rateLimit === undefined ? {} : { rate_limit: rateLimit };
  const stored = { id, name, hash, permissions: scopes, ...limit, created_at: isoTime(now) };
  const free = 'attribute_not_exists(#pk)';
  const outcome = await transact([
    { put: { ...userKeys.apiKey(user, id), v, ...stored }, when: free },
    { put: { ...pointerKeys.apiKey(hash), v, user_id: user.userId, key_id: id }, when: free },
    { put: auditItem(user, 'api_key_created', { ...origin, target: id }, now), when: free },
  ]);
  if (!outcome.ok) throw new Error('A new random API key exists already.');
  const shown = { id, name, scopes, rate_limit: rateLimit ?? null, created_at: stored.created_at };
  return { ...shown, last_used_at: null, key: text };
};

/** Oldest first; `after` and `next` are sort keys. */
export const listApiKeys = async (
  user: UserScope,
  page: { limit: number; after?: string; newestFirst?: boolean },
): Promise<{ items: ApiKey[]; next: string | undefined }> => {
  const { items, next } = await queryPage({ ...ranges.apiKeys(user), ...page });
  const keys = items.map((item) => storedSchema.parse(item));
  const pointers = keys.length > 0 ? await getItems(keys.map(({ hash }) => pointerKeys.apiKey(hash))) : [];
  const used = new Map(pointers.map((pointer) => [pointer.key_id, pointer.last_used]));
  const shown = keys.map(({ id, name, permissions, rate_limit = null, created_at }) => {
    const last = used.get(id);
    const last_used_at = typeof last === 'number' ? isoTime(last) : null;
    return { id, name, scopes: permissions, rate_limit, created_at, last_used_at };
  });
  return { items: shown, next };
};

/** From now on the key is refused, and the sockets it has opened are closed. */
export const revokeApiKey = async (
  user: UserScope,
  id: string,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<void> => {
  const missing = (): NotFound => new NotFound('There is no such API key.');
  const item = isId('key', id) ? await getItem(userKeys.apiKey(user, id)) : undefined;
  if (!item) throw missing();
  const { hash } = storedSchema.parse(item);
  const now = clock.now();
  const outcome = await transact([
    { remove: userKeys.apiKey(user, id), when: 'attribute_exists(#pk)' },
    { remove: pointerKeys.apiKey(hash) },
    { put: auditItem(user, 'api_key_revoked', { ...origin, target: id }, now) },
  ]);
  if (!outcome.ok) throw missing();
  await closeSockets(user, { credential: id });
};

const notUsedThisHour = 'attribute_exists(#pk) and (attribute_not_exists(#last_used) or #last_used <= :hour_ago)';

/**
 * The identity of a key. Its use is recorded, on it and in the audit trail together, when it was not within the last hour:
 * so most look-ups write nothing.
 */
export const authenticateApiKey = async (text: string, origin: Partial<Origin>, now: number): Promise<Identity> => {
  const id = apiKeyId(text);
  if (id === undefined) throw notSignedIn('malformed API key');
  const pointerKey = pointerKeys.apiKey(apiKeyHash(text));
  const pointer = await getItem(pointerKey);
  if (typeof pointer?.user_id !== 'string' || pointer.key_id !== id) throw notSignedIn('unknown API key');
  const owner = authenticated({ userId: pointer.user_id });
  const [item, profile] = await Promise.all([getItem(userKeys.apiKey(owner, id)), findProfile(owner)]);
  if (!item || !profile) throw notSignedIn('revoked API key');
  requireUnlocked(profile);
  const { permissions, rate_limit: rateLimit } = storedSchema.parse(item);
  if (Number(pointer.last_used ?? 0) <= now - HOUR) {
    // Of requests that come together one records it.
    const used = { key: pointerKey, update: 'set #last_used = :now', values: { now, hour_ago: now - HOUR } };
    await transact([
      { ...used, when: notUsedThisHour },
      { put: auditItem(owner, 'api_key_used', { ...origin, target: id }, now) },
    ]);
  }
  return {
    scope: authenticated({ userId: profile.user_id, roles: profile.roles, permissions }),
    projectId: profile.default_project_id,
    via: 'key',
    credential: id,
    tier: profile.tier,
    ...(rateLimit !== undefined && { rateLimit }),
  };
};
