import * as z from 'zod';
import {
  approvalFigures,
  approvalFiguresSchema,
  approvalStatuses,
  batchVerdictInput,
  findApproval,
  listApprovals,
  listPermissions,
  publicApproval,
  publicApprovalSchema,
  rememberedPermissionSchema,
  revokeAllPermissions,
  revokePermission,
  verdictInput,
} from '../../shared/approvals/index.ts';
import { ArtelError, NotFound } from '../../shared/core/errors.ts';
import { idSchema } from '../../shared/core/ids.ts';
import { decideApproval } from '../../shared/plans/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';
import { deletedSchema } from '../routing/reply/deleted.ts';

const batchOutcomeSchema = z
  .object({
    items: z.array(
      z
        .object({ id: z.string(), status: z.string().nullable(), error: z.string().optional() })
        .meta({ id: 'DecisionOutcome' }),
    ),
  })
  .meta({ id: 'BatchOutcome' });

const byAgent = sortedList({ stored: 'agent_key', others: ['created_at'], order: 'asc' });

const mine = { access: 'user', perProject: true } as const;
const deciding = { ...mine, permission: 'approvals:decide' } as const;

export const approvalOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/approvals',
    summary: 'The approvals of the project, newest first.',
    query: z.object({
      ...newestFirstQuery,
      status: z.enum(approvalStatuses).optional(),
      run_id: idSchema('run').optional(),
    }),
    success: { status: 200, schema: pageOf(publicApprovalSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'apr_');
      const page = await listApprovals(project, {
        limit: query.limit,
        oldestFirst: query.order === 'asc',
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
    summary: 'Approval rate, time-out rate and response times.',
    success: { status: 200, schema: approvalFiguresSchema },
    handle: async ({ project }) => reply(200, await approvalFigures(project)),
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/approvals/{approval_id}',
    summary: 'One approval and its decision.',
    success: { status: 200, schema: publicApprovalSchema },
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
    summary:
      'Approves, rejects with a reason that the model sees, or edits the arguments. Numbers in them are carried out as they are spelled.',
    body: z.object(verdictInput).meta({ id: 'ApprovalDecision' }),
    exactNumbers: true,
    success: { status: 200, schema: publicApprovalSchema },
    errors: [409],
    handle: async ({ project, params, body: verdict, request }) => {
      const approval = await decideApproval(project, params.approval_id, { verdict, origin: originOf(request) });
      return reply(200, publicApproval(approval));
    },
  }),
  operation({
    ...deciding,
    method: 'POST',
    path: '/my/approvals/batch',
    summary: 'Decides several approvals in the same way; each has its own result.',
    body: z
      .object({ ids: z.array(idSchema('apr')).min(1).max(50), ...batchVerdictInput })
      .meta({ id: 'BatchDecision' }),
    success: {
      status: 200,
      schema: batchOutcomeSchema,
    },
    handle: async ({ project, body: { ids, ...verdict }, request }) => {
      const origin = originOf(request);
      const items = [];
      for (const id of new Set(ids)) {
        const outcome = await decideApproval(project, id, { verdict, origin }).catch((error: unknown) => {
          if (error instanceof ArtelError) return error;
          throw error;
        });
        items.push(
          outcome instanceof ArtelError ? { id, status: null, error: outcome.message } : { id, status: outcome.status },
        );
      }
      return reply(200, { items });
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/permissions',
    summary: 'Remembered permissions: what agents may do without asking again. By default by agent.',
    query: z.object(byAgent.query),
    success: { status: 200, schema: pageOf(rememberedPermissionSchema) },
    handle: async ({ project, query }) => {
      const page = await byAgent.page(query, {
        list: ranges.permissions(project),
        read: (wanted) => listPermissions(project, wanted),
        keyOf: ({ id }) => id,
      });
      return reply(200, page);
    },
  }),
  operation({
    ...deciding,
    method: 'DELETE',
    path: '/my/permissions',
    summary: 'Revokes every remembered permission.',
    audit: 'permission_revoked',
    success: { status: 200, schema: deletedSchema },
    handle: async ({ project }) => reply(200, { deleted: await revokeAllPermissions(project) }),
  }),
  operation({
    ...deciding,
    method: 'DELETE',
    path: '/my/permissions/{permission_id}',
    summary: 'Revokes one remembered permission.',
    audit: 'permission_revoked',
    success: { status: 204 },
    handle: async ({ project, params }) => {
      await revokePermission(project, params.permission_id);
      return emptyReply(204);
    },
  }),
];
