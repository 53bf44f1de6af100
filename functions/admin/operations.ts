import * as z from 'zod';
import { isoTime, systemClock } from '../../shared/core/clock.ts';
import {
  blockFigures,
  chat,
  checkPolicies,
  detailsSchema,
  findCall,
  listCalls,
  modelCallSchema,
  policiesFor,
  policiesOf,
  policyListSchema,
  readPolicies,
  rehearse,
  storedPoliciesSchema,
  storePolicies,
  userNamed,
} from '../../shared/gateway/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';
import { auditAdmin } from './audit.ts';

const userId = z.string().regex(/^[a-z0-9]{1,64}$/);
/** Whose policies: one user's own, or without it the deployment's. */
const ofUser = z.object({ user_id: userId.optional() });

const text = z.string().max(100_000);
const supposedCall = z.object({ name: z.string().min(1).max(128), arguments: text });

const rehearsal = z.object({
  /** A list to try before it is stored; without it the one in force, for `user_id` or for the caller. */
  policies: policyListSchema.optional(),
  user_id: userId.optional(),
  messages: z
    .array(z.object({ role: z.enum(['system', 'user']), content: text }))
    .min(1)
    .max(50),
  /** What the model is taken to answer. */
  answer: text.default(''),
  calls: z.array(supposedCall).max(32).default([]),
  model: z.string().min(1).max(128).optional(),
  /** As a call of an agent, whose loop carries tool calls out and can ask the person. */
  agent: z.boolean().default(false),
});

const rehearsed = z.object({
  outcome: z.enum(['answered', 'refused', 'failed']),
  detail: z.string().optional(),
  sent: z.object({ messages: z.array(z.unknown()), tools: z.array(z.unknown()).optional() }).optional(),
  answer: z.object({ text: z.string(), calls: z.array(z.unknown()) }).optional(),
  decisions: modelCallSchema.shape.decisions,
  details: detailsSchema,
});

const blockFiguresSchema = z.object({
  project_id: z.string(),
  session_id: z.string(),
  blocks: z.number().int(),
  bytes: z.number().int(),
  limit: z.number().int(),
  hits: z.number().int(),
  misses: z.number().int(),
  nearly_full: z.boolean(),
});

/** Only a signed-in administrator: a key that leaked must not switch protection off. */
const admin = { access: 'admin', personOnly: true } as const;

export const adminOperations = [
  operation({
    ...admin,
    method: 'GET',
    path: '/admin/policies',
    summary: 'The policies every call of a model passes: those of the deployment, or what one user has of their own.',
    query: ofUser,
    success: { status: 200, schema: storedPoliciesSchema },
    errors: [404],
    handle: async ({ scope, query: { user_id }, request }) => {
      if (user_id === undefined) return reply(200, await readPolicies('deployment'));
      const concerns = await userNamed(user_id);
      await auditAdmin(scope, 'policies_read', { target: user_id, concerns, request });
      return reply(200, await readPolicies(concerns));
    },
  }),
  operation({
    ...admin,
    method: 'PUT',
    path: '/admin/policies',
    summary: 'Switches the policies, in force everywhere within 30 seconds. `version` is the one that was read.',
    query: ofUser,
    body: z.object({ policies: policyListSchema, version: z.int().min(0) }),
    success: { status: 200, schema: storedPoliciesSchema },
    errors: [404, 409],
    handle: async ({ scope, query: { user_id }, body, request }) => {
      await checkPolicies(body.policies);
      const concerns = user_id === undefined ? undefined : await userNamed(user_id);
      const stored = await storePolicies(concerns ?? 'deployment', body, scope);
      const target = `${user_id ?? 'deployment'} version ${stored.version}`;
      await auditAdmin(scope, 'policies_changed', { target, request, ...(concerns && { concerns }) });
      return reply(200, stored);
    },
  }),
  operation({
    ...admin,
    method: 'POST',
    path: '/admin/policies/test',
    summary:
      'What policies would make of a conversation and a supposed answer. The model is not asked and nothing is stored.',
    body: rehearsal,
    success: { status: 200, schema: rehearsed },
    errors: [404],
    handle: async ({ scope, project, body, request }) => {
      if (body.policies) await checkPolicies(body.policies);
      const settings =
        body.policies ?? (await policiesFor(body.user_id === undefined ? scope : await userNamed(body.user_id)));
      const call = {
        scope: project,
        purpose: 'chat' as const,
        messages: body.messages,
        ...(body.model !== undefined && { model: body.model }),
        ...(body.agent && { agent: 'rehearsal' }),
        ...(request.signal && { signal: request.signal }),
      };
      const calls = body.calls.map((one, at) => ({ id: `call_${at}`, ...one }));
      return reply(200, await rehearse(call, policiesOf(settings, chat), { text: body.answer, calls }));
    },
  }),
  operation({
    ...admin,
    method: 'GET',
    path: '/admin/calls',
    summary: 'Calls about which policies decided something on a day (UTC), newest first, without their contents.',
    query: z.object({ ...pageQuery, day: z.iso.date().optional() }),
    success: { status: 200, schema: pageOf(modelCallSchema) },
    handle: async ({ scope, query: { limit, cursor, day = isoTime(systemClock.now()).slice(0, 10) }, request }) => {
      await auditAdmin(scope, 'calls_listed', { target: day, request });
      const after = decodeCursor(cursor, '');
      const { items, next } = await listCalls(day, { limit, ...(after !== undefined && { after }) });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...admin,
    method: 'GET',
    path: '/admin/calls/{call_id}/diff',
    summary:
      'What policies found in a call and what they changed, before and after. The user sees in the audit log who looked.',
    success: { status: 200, schema: detailsSchema.extend({ call: modelCallSchema }) },
    errors: [404],
    handle: async ({ scope, params: { call_id }, request }) => {
      const { call, details } = await findCall(call_id);
      const concerns = await userNamed(call.user_id);
      await auditAdmin(scope, 'call_read', { target: call_id, concerns, request });
      return reply(200, { call, ...details });
    },
  }),
  operation({
    ...admin,
    method: 'GET',
    path: '/admin/blocks',
    summary: 'Context blocks kept for the sessions of a user: sizes, limits and hits.',
    query: z.object({ user_id: userId }),
    success: { status: 200, schema: z.object({ items: z.array(blockFiguresSchema) }) },
    errors: [404],
    handle: async ({ scope, query: { user_id }, request }) => {
      const concerns = await userNamed(user_id);
      await auditAdmin(scope, 'blocks_read', { target: user_id, concerns, request });
      return reply(200, { items: await blockFigures(concerns) });
    },
  }),
];
