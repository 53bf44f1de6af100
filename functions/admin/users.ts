import * as z from 'zod';
import {
  changeAccount,
  findUsers,
  managedUserOf,
  managedUserSchema,
  profilesOf,
  publicBudgetSchema,
  scopeOfUser,
  storedBudget,
} from '../../shared/administration/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { tierNameSchema } from '../../shared/core/tiers/schema.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';
import { administrator } from './access.ts';
import { auditAdmin } from './audit.ts';
import { userCursor } from './cursors.ts';

const role = z.enum(['user', 'admin']);

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

const changeSchema = z
  .object({
    roles: z
      .array(role)
      .max(8)
      .refine((roles) => roles.includes('user'), 'Everybody has the role "user".'),
    tier: tierNameSchema,
    locked: z.boolean(),
    /** Parts that are not named are the tier's; `null`: all of them. */
    budget: publicBudgetSchema.nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say what to change: roles, tier, locked or budget.')
  .meta({ id: 'ChangedUser', minProperties: 1 });

const named = (userId: string): UserScope => {
  const user = scopeOfUser(userId);
  if (!user) throw new NotFound('There is no such user.');
  return user;
};

const profileOf = async (user: UserScope) => {
  const [profile] = await profilesOf([user.userId]);
  if (!profile) throw new NotFound('There is no such user.');
  return profile;
};

export const userOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/users',
    summary: 'The users, those who registered last first; by e-mail address, role, tier, or whether they are locked.',
    query: z.object({
      ...newestFirstQuery,
      email: z.string().min(3).max(320).optional(),
      role: role.optional(),
      tier: tierNameSchema.optional(),
      locked: yesOrNo.optional(),
    }),
    success: { status: 200, schema: pageOf(managedUserSchema) },
    handle: async ({ scope, query: { limit, cursor, sort: _, order, ...filter }, request }) => {
      // An address is somebody's own word, so the trail says only that one was looked for.
      const { email, ...said } = filter;
      const by = Object.entries(said).map(([name, value]) => `${name}=${value}`);
      await auditAdmin(scope, 'users_listed', {
        target: ['by', ...(email ? ['email'] : []), ...by].join(' '),
        request,
      });
      const { items, next } = await findUsers({
        limit,
        after: userCursor(cursor),
        oldestFirst: order === 'asc',
        ...filter,
      });
      return reply(200, { items: items.map(managedUserOf), next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/users/{user_id}',
    summary:
      'One user: roles, tier, whether they are locked, and their own budget. They see in their audit trail who looked.',
    success: { status: 200, schema: managedUserSchema },
    handle: async ({ scope, params: { user_id }, request }) => {
      const concerns = named(user_id);
      const profile = await profileOf(concerns);
      await auditAdmin(scope, 'user_read', { target: user_id, concerns, request });
      return reply(200, managedUserOf(profile));
    },
  }),
  operation({
    ...administrator,
    method: 'PATCH',
    path: '/admin/users/{user_id}',
    summary:
      'Changes roles, tier, lock or own budget, which holds with the user’s next request. The last administrator stays one.',
    body: changeSchema,
    success: { status: 200, schema: managedUserSchema },
    errors: [409],
    handle: async ({ scope, params: { user_id }, body: { budget, ...change }, request }) => {
      const user = named(user_id);
      const own = budget === undefined ? undefined : budget && storedBudget(budget);
      await changeAccount(user, { ...change, budget: own }, { admin: scope, origin: originOf(request) });
      return reply(200, managedUserOf(await profileOf(user)));
    },
  }),
];
