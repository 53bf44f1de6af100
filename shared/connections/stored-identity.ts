import * as z from 'zod';
import type { Identity } from '../core/identity.ts';
import { ALL_PERMISSIONS, authenticated } from '../core/scope.ts';
import type { Item } from '../store/index.ts';

/** A checked identity as a ticket or a connection keeps it until the client speaks again. */
const storedIdentitySchema = z.object({
  user_id: z.string(),
  roles: z.array(z.enum(['user', 'admin'])),
  permissions: z.array(z.enum(ALL_PERMISSIONS)),
  project_id: z.string(),
  via: z.enum(['token', 'key']),
  credential: z.string(),
  family: z.string().optional(),
  tier: z.string().default('free'),
  rate_limit: z.number().optional(),
  token_expires_at: z.number().optional(),
});

export const identityAttributes = (identity: Identity): z.infer<typeof storedIdentitySchema> => ({
  user_id: identity.scope.userId,
  roles: [...identity.scope.roles],
  permissions: [...identity.scope.permissions],
  project_id: identity.projectId,
  via: identity.via,
  credential: identity.credential,
  tier: identity.tier,
  ...(identity.family !== undefined && { family: identity.family }),
  ...(identity.rateLimit !== undefined && { rate_limit: identity.rateLimit }),
  ...(identity.expiresAt !== undefined && { token_expires_at: identity.expiresAt }),
});

export const storedIdentity = (item: Item): Identity => {
  const stored = storedIdentitySchema.parse(item);
  return {
    scope: authenticated({ userId: stored.user_id, roles: stored.roles, permissions: stored.permissions }),
    projectId: stored.project_id,
    via: stored.via,
    credential: stored.credential,
    tier: stored.tier,
    ...(stored.family !== undefined && { family: stored.family }),
    ...(stored.rate_limit !== undefined && { rateLimit: stored.rate_limit }),
    ...(stored.token_expires_at !== undefined && { expiresAt: stored.token_expires_at }),
  };
};
