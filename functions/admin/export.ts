import * as z from 'zod';
import { exportAudit, exportedEntrySchema, scopeOfUser } from '../../shared/administration/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import { auditQuery } from '../routing/audit-query.ts';
import { emptyReply, operation } from '../routing/operation.ts';
import { order } from '../routing/page.ts';
import { administrator, userIdSchema } from './access.ts';
import { auditAdmin } from './audit.ts';

const NDJSON = 'application/x-ndjson';

export const exportOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/audit',
    summary:
      'Exports audit trails, one entry a line: of all users or of one, also of a removed one; of one action, and from a time to another. By default oldest first, user by user.',
    query: z.object({ order: order.default('asc'), ...auditQuery, user_id: userIdSchema.optional() }),
    success: { status: 200, schema: z.string(), items: exportedEntrySchema, contentType: NDJSON },
    errors: [404],
    handle: async ({ scope, query: { user_id, order, ...filter }, request }) => {
      const user = user_id === undefined ? undefined : scopeOfUser(user_id);
      if (user_id !== undefined && !user) throw new NotFound('There is no such user.');
      await auditAdmin(scope, 'audit_exported', {
        target: user_id ?? 'all users',
        request,
        ...(user && { concerns: user }),
      });
      const headers = { 'content-type': NDJSON };
      return {
        ...emptyReply(200, { headers }),
        stream: exportAudit({ ...filter, newestFirst: order === 'desc', ...(user && { user }) }),
      };
    },
  }),
];
