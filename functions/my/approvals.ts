import * as z from 'zod';
import {
  type Approval,
  approvalFigures,
  findApproval,
  listApprovals,
  listPermissions,
  publicApproval,
  revokeAllPermissions,
  revokePermission,
  risks,
} from '../../shared/approvals/index.ts';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { ArtelError, NotFound } from '../../shared/core/errors.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { decideApproval } from '../../shared/plans/index.ts';
import { operation, type RequestFacts, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';

const statuses = ['pending', 'approved', 'rejected', 'expired', 'closed'] as const;
const jsonObject = z.record(z.string(), z.unknown());

const approvalSchema = z.object({
  id: z.string(),
  kind: z.enum(['tool', 'unknown_outcome', 'question', 'plan']),
  risk: z.enum(risks),
  status: z.enum(statuses),
  payload: jsonObject,
  schema: jsonObject.optional(),
  session_id: z.string(),
  run_id: z.string(),
  expires_at: z.string(),
  created_at: z.string(),
  resolved_at: z.string().nullable(),
  decision: z
    .object({ decision: z.string(), by: z.string(), reason: z.string().nullable(), arguments: jsonObject.nullable() })
    .nullable(),
});

const permissionSchema = z.object({
  id: z.string(),
  agent_key: z.string(),
  tool: z.string(),
  host: z.string().nullable(),
  method: z.string().nullable(),
  approval_id: z.string(),
  created_at: z.string(),
});

const figuresSchema = z.object({
  total: z.number().int(),
  by_status: z.record(z.string(), z.number()),
  approval_rate: z.number().nullable(),
  timeout_rate: z.number().nullable(),
  response_seconds: z.object({ median: z.number(), p95: z.number() }).nullable(),
});

const reason = z.string().trim().min(1).max(2_000).optional();

/**
 * A client that repeats a decision, because it saw no reply to the first, is answered with what stands; the repeat is
 * written down as well. So whatever ended the first request in between, no decision is without an entry once its client
 * has had a reply.
 */
const auditDecision = (user: UserScope, { approval_id, decision }: Approval, request: RequestFacts): Promise<void> =>
  recordAudit(
    user,
    'approval_decided',
    { ...originOf(request), target: `${approval_id} ${decision}` },
    systemClock.now(),
  );

const mine = { access: 'user', perProject: true } as const;
const deciding = { ...mine, permission: 'approvals:decide' } as const;

export const approvalOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/approvals',
    summary: 'Questions to the person, newest first. The filters choose among those of a page.',
    query: z.object({ ...pageQuery, status: z.enum(statuses).optional(), run_id: z.string().max(64).optional() }),
    success: { status: 200, schema: pageOf(approvalSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'apr_');
      const page = await listApprovals(project, {
        limit: query.limit,
        ...(after && { after }),
        ...(query.status && { status: query.status }),
        ...(query.run_id && { run: query.run_id }),
      });
      return reply(200, { items: page.items.map(publicApproval), next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/approvals/figures',
    summary: 'How often was approved, how often nobody decided, and how long decisions took.',
    success: { status: 200, schema: figuresSchema },
    handle: async ({ project }) => reply(200, await approvalFigures(project)),
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/approvals/{approval_id}',
    summary: 'One question with what was decided.',
    success: { status: 200, schema: approvalSchema },
    handle: async ({ project, params }) => {
      const approval = await findApproval(project, params.approval_id);
      if (!approval) throw new NotFound('There is no such approval.');
      return reply(200, publicApproval(approval));
    },
  }),
  operation({
    ...deciding,
    method: 'POST',
    path: '/my/approvals/{approval_id}/confirm',
    summary: 'Decides: approve, reject with a reason that the model sees, or edit the arguments.',
    body: z.object({
      decision: z.enum(['approve', 'reject', 'edit']),
      reason,
      arguments: jsonObject.optional(),
      remember: z.boolean().optional(),
    }),
    success: { status: 200, schema: approvalSchema },
    errors: [409],
    handle: async ({ scope, project, params, body, request }) => {
      const approval = await decideApproval(project, params.approval_id, body);
      await auditDecision(scope, approval, request);
      return reply(200, publicApproval(approval));
    },
  }),
  operation({
    ...deciding,
    method: 'POST',
    path: '/my/approvals/batch',
    summary: 'Decides several questions in the same way; each has its own result.',
    body: z.object({
      ids: z.array(z.string().max(64)).min(1).max(50),
      decision: z.enum(['approve', 'reject']),
      reason,
    }),
    success: {
      status: 200,
      schema: z.object({
        items: z.array(z.object({ id: z.string(), status: z.string().nullable(), error: z.string().optional() })),
      }),
    },
    handle: async ({ scope, project, body: { ids, ...verdict }, request }) => {
      const items = [];
      for (const id of new Set(ids)) {
        const outcome = await decideApproval(project, id, verdict).catch((error: unknown) => {
          if (error instanceof ArtelError) return error;
          throw error;
        });
        if (outcome instanceof ArtelError) {
          items.push({ id, status: null, error: outcome.message });
        } else {
          await auditDecision(scope, outcome, request);
          items.push({ id, status: outcome.status });
        }
      }
      return reply(200, { items });
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/permissions',
    summary: 'What agents may do without asking again.',
    query: z.object(pageQuery),
    success: { status: 200, schema: pageOf(permissionSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'PERMISSION#');
      const page = await listPermissions(project, { limit: query.limit, ...(after && { after }) });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...deciding,
    method: 'DELETE',
    path: '/my/permissions',
    summary: 'Takes back every remembered permission.',
    success: { status: 200, schema: z.object({ deleted: z.number().int() }) },
    handle: async ({ project }) => reply(200, { deleted: await revokeAllPermissions(project) }),
  }),
  operation({
    ...deciding,
    method: 'DELETE',
    path: '/my/permissions/{permission_id}',
    summary: 'Takes back one remembered permission.',
    success: { status: 204 },
    handle: async ({ project, params }) => {
      await revokePermission(project, params.permission_id);
      return reply(204);
    },
  }),
];
