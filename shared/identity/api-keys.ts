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
  updateItem,
  userKeys,
} from '../store/index.ts';
import { apiKeyHash, apiKeyId, newApiKeyText } from './api-key-text.ts';
import { notSignedIn } from './not-signed-in.ts';
import { findProfile } from './profile.ts';
import { closeSockets } from './sockets.ts';

/** Deciding on approvals is for people: a key gets that permission only if it is asked for by name. */
export const DEFAULT_PERMISSIONS: readonly Permission[] = ['read', 'write', 'chat'];
export const permissionSchema = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]);

const storedSchema = z.object({
  id: z.string(),
  name: z.string(),
  hash: z.string(),
  permissions: z.array(permissionSchema),
  created_at: z.string(),
});

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(permissionSchema),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

/** Makes a key. Its text leaves the system here and is stored nowhere. */
export const createApiKey = async (
  user: UserScope,
  { name, permissions = DEFAULT_PERMISSIONS }: { name: string; permissions?: readonly Permission[] },
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
  const stored = { id, name, hash, permissions: scopes, created_at: isoTime(now) };
  const free = 'attribute_not_exists(#pk)';
  const outcome = await transact([
    { put: { ...userKeys.apiKey(user, id), v, ...stored }, when: free },
    { put: { ...pointerKeys.apiKey(hash), v, user_id: user.userId, key_id: id }, when: free },
    { put: auditItem(user, 'api_key_created', { ...origin, target: id }, now), when: free },
  ]);
  if (!outcome.ok) throw new Error('A new random API key exists already.');
  return { id, name, scopes, created_at: stored.created_at, last_used_at: null, key: text };
};

/** Oldest first; `after` and `next` are sort keys. */
export const listApiKeys = async (
  user: UserScope,
  page: { limit: number; after?: string },
): Promise<{ items: ApiKey[]; next: string | undefined }> => {
  const { items, next } = await queryPage({ ...ranges.apiKeys(user), ...page });
  const keys = items.map((item) => storedSchema.parse(item));
  const pointers = keys.length > 0 ? await getItems(keys.map(({ hash }) => pointerKeys.apiKey(hash))) : [];
  const used = new Map(pointers.map((pointer) => [pointer.key_id, pointer.last_used]));
  const shown = keys.map(({ id, name, permissions, created_at }) => {
    const last = used.get(id);
    return { id, name, scopes: permissions, created_at, last_used_at: typeof last === 'number' ? isoTime(last) : null };
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

/** The identity of a key. Its last use is recorded at most once an hour, so that most look-ups write nothing. */
export const authenticateApiKey = async (text: string, now: number): Promise<Identity> => {
  const id = apiKeyId(text);
  if (id === undefined) throw notSignedIn('malformed API key');
  const pointerKey = pointerKeys.apiKey(apiKeyHash(text));
  const pointer = await getItem(pointerKey);
  if (typeof pointer?.user_id !== 'string' || pointer.key_id !== id) throw notSignedIn('unknown API key');
  const owner = authenticated({ userId: pointer.user_id });
  const [item, profile] = await Promise.all([getItem(userKeys.apiKey(owner, id)), findProfile(owner)]);
  if (!item || !profile) throw notSignedIn('revoked API key');
  const { permissions } = storedSchema.parse(item);
  if (Number(pointer.last_used ?? 0) <= now - HOUR) {
    await updateItem(pointerKey, 'set #last_used = :now', {
      when: 'attribute_exists(#pk) and (attribute_not_exists(#last_used) or #last_used < :now)',
      values: { now },
    });
  }
  return {
    scope: authenticated({ userId: profile.user_id, roles: profile.roles, permissions }),
    projectId: profile.default_project_id,
    via: 'key',
    credential: id,
  };
};
