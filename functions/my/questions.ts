import { clientQuestionSchema, notedApprovalSchema, openByClient } from '../../shared/approvals/index.ts';
import { operation, reply } from '../routing/operation.ts';

export const questionOperations = [
  operation({
    access: 'user',
    perProject: true,
    method: 'POST',
    path: '/my/runs/{run_id}/approvals',
    summary:
      'Has a run that is under way ask the person: its task waits for the decision, which its agent reads. It asks before its next call of the model, under the id in the answer; of a plan one task does, and what does not depend on it goes on.',
    permission: 'chat',
    body: clientQuestionSchema,
    success: { status: 202, schema: notedApprovalSchema, means: 'The question is noted; the task asks it next.' },
    errors: [404, 409],
    handle: async ({ project, params, body }) => reply(202, await openByClient(project, params.run_id, body)),
  }),
];
