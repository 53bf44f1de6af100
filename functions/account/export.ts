import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { exportLineSchema, exportProject, exportUser } from '../../shared/portability/index.ts';
import { DEFAULT_ALIAS, findProject } from '../../shared/projects/index.ts';
import { emptyReply, operation, type RequestFacts } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

const NDJSON = 'application/x-ndjson';

const lines = { status: 200, schema: z.string(), items: exportLineSchema, contentType: NDJSON } as const;
const streamed = (stream: AsyncGenerator<string>) => ({
  ...emptyReply(200, { headers: { 'content-type': NDJSON } }),
  stream,
});

const audited = (scope: UserScope, target: string, request: RequestFacts): Promise<void> =>
  recordAudit(scope, 'data_exported', { ...originOf(request), target }, systemClock.now());

/** The whole of it, and the bound: API Gateway ends a stream after 15 minutes, and then the last line is missing. */
const WHOLE =
  'The first line says the version, the last, `end`, how many lines of each kind there were: an export without it is not whole. A stream ends after 15 minutes.';

export const exportOperations = [
  operation({
    method: 'GET',
    path: '/my/export',
    summary: `Everything that is the caller’s, one thing a line, without the values of secrets and keys. ${WHOLE}`,
    access: 'user',
    personOnly: true,
    weight: 'heavy',
    success: lines,
    handle: async ({ scope, request }) => {
      await audited(scope, 'everything', request);
      return streamed(exportUser(scope));
    },
  }),
  operation({
    method: 'GET',
    path: '/my/projects/{project_id}/export',
    summary: `Everything in one project, one thing a line. ${WHOLE}`,
    access: 'user',
    personOnly: true,
    weight: 'heavy',
    success: lines,
    handle: async ({ scope, params, identity, request }) => {
      const named = params.project_id === DEFAULT_ALIAS ? identity.projectId : params.project_id;
      const { id } = await findProject(scope, named);
      await audited(scope, id, request);
      return streamed(exportProject(scope.inProject(id)));
    },
  }),
];
