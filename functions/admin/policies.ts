import * as z from 'zod';
import {
  changePolicies,
  chat,
  checkPolicies,
  policiesFor,
  policiesOf,
  policyListSchema,
  readPolicies,
  rehearsalResultSchema,
  rehearse,
  storedPoliciesSchema,
  supposed,
  userMaySchema,
  userNamed,
} from '../../shared/gateway/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { administrator, userIdSchema } from './access.ts';
import { auditAdmin } from './audit.ts';

/** A user's own policies, or without it the deployment's. */
const ofUser = z.object({ user_id: userIdSchema.optional() });

const rehearsalBody = z
  .object({
    /** A list to try before it is stored; without it the list in force, for `user_id` or for the caller. */
    policies: policyListSchema.optional(),
    user_id: userIdSchema.optional(),
    ...supposed,
  })
  .meta({ id: 'PolicyRehearsal' });

/** Counted one by one: no deployment comes here. */
const MAX_VERSION = 1_000_000_000;

export const policyOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/policies',
    summary: 'The policies every call of a model passes: those of the deployment, or the own ones of one user.',
    query: ofUser,
    success: { status: 200, schema: storedPoliciesSchema },
    errors: [404],
    handle: async ({ scope, query: { user_id }, request }) => {
      const concerns = user_id === undefined ? undefined : await userNamed(user_id);
      const target = user_id ?? 'deployment';
      await auditAdmin(scope, 'policies_read', { target, request, ...(concerns && { concerns }) });
      return reply(200, await readPolicies(concerns ?? 'deployment'));
    },
  }),
  operation({
    ...administrator,
    method: 'PUT',
    path: '/admin/policies',
    summary: 'Replaces the policies, effective everywhere within 30 seconds. `version` is the one that was read.',
    query: ofUser,
    body: z
      .object({
        policies: policyListSchema,
        /** What is left to users; without it what is left to them by default, or for one user as the deployment says. */
        user_may: userMaySchema.optional(),
        version: z.int().min(0).max(MAX_VERSION),
      })
      .meta({ id: 'ChangedPolicies' }),
    success: { status: 200, schema: storedPoliciesSchema },
    errors: [404, 409],
    handle: async ({ scope, query: { user_id }, body, request }) => {
      await checkPolicies(body.policies);
      const concerns = user_id === undefined ? undefined : await userNamed(user_id);
      const stored = await changePolicies(concerns ?? 'deployment', body, scope);
      const target = `${user_id ?? 'deployment'} version ${stored.version}`;
      await auditAdmin(scope, 'policies_changed', { target, request, ...(concerns && { concerns }) });
      return reply(200, stored);
    },
  }),
  operation({
    ...administrator,
    method: 'POST',
    path: '/admin/policies/test',
    summary:
      'What policies would do to a conversation and an assumed answer. The model is not asked and nothing is stored.',
    body: rehearsalBody,
    success: { status: 200, schema: rehearsalResultSchema },
    errors: [404],
    handle: async ({ scope, project, body, request }) => {
      if (body.policies) await checkPolicies(body.policies);
      const { user_id } = body;
      const concerns = user_id === undefined ? undefined : await userNamed(user_id);
      if (concerns) await auditAdmin(scope, 'policies_read', { target: concerns.userId, concerns, request });
      const settings = body.policies ?? (await policiesFor(concerns ?? scope));
      const { signal } = request;
      return reply(200, await rehearse(body, policiesOf(settings, chat), { project, signal }));
    },
  }),
];
