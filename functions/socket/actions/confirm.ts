import * as z from 'zod';
import { verdictInput } from '../../../shared/approvals/index.ts';
import { decideApproval } from '../../../shared/plans/index.ts';
import { action, id, projectOf } from '../action.ts';

/** The same as `POST /my/approvals/{id}/confirm`. */
export const confirmAction = action({
  permission: 'approvals:decide',
  input: z.strictObject({ approval_id: id, project_id: id.optional(), ...verdictInput }),
  exactNumbers: true,
  run: async ({ approval_id, project_id, ...verdict }, request) => {
    const project = await projectOf(request, project_id);
    const approval = await decideApproval(project, approval_id, { verdict, origin: request.origin });
    return { approval: { id: approval.approval_id, status: approval.status } };
  },
});
