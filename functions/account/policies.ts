import * as z from 'zod';
import {
  changeOwnPolicies,
  myPoliciesSchema,
  ownPoliciesOf,
  ownPoliciesSchema,
  ownRehearsalResultSchema,
  ownRehearsalSchema,
  rehearseOwn,
} from '../../shared/gateway/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/** Counted one by one: nobody comes here. */
const MAX_VERSION = 1_000_000_000;

export const policyOperations = [
  operation({
    method: 'GET',
    path: '/my/policies',
    summary:
      'The policies the caller’s calls of models pass: the imposed ones, what may be changed of them, and own ones.',
    access: 'user',
    success: { status: 200, schema: myPoliciesSchema },
    handle: async ({ scope }) => reply(200, await ownPoliciesOf(scope)),
  }),
  operation({
    method: 'PUT',
    path: '/my/policies',
    summary:
      'Replaces the caller’s own policies, effective from the next call on. They add to what administrators decided and take nothing away; what is not left to users is refused, entry by entry. `version` is the one that was read.',
    access: 'user',
    personOnly: true,
    body: ownPoliciesSchema
      .extend({
        switched_off: ownPoliciesSchema.shape.switched_off.default([]),
        version: z.int().min(0).max(MAX_VERSION),
      })
      .meta({ id: 'ChangedOwnPolicies' }),
    success: { status: 200, schema: myPoliciesSchema },
    errors: [409],
    handle: async ({ scope, body, request }) =>
      reply(200, await changeOwnPolicies(scope, body, { origin: originOf(request) })),
  }),
  operation({
    method: 'POST',
    path: '/my/policies/test',
    summary:
      'What the policies that would hold for the caller, with the changes in the body, would do to a conversation and an assumed answer. No model is asked and nothing is stored.',
    access: 'user',
    permission: 'read',
    weight: 'heavy',
    body: ownRehearsalSchema,
    success: { status: 200, schema: ownRehearsalResultSchema },
    handle: async ({ project, body, request }) => reply(200, await rehearseOwn(project, body, request.signal)),
  }),
];
