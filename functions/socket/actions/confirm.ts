import * as z from 'zod';
import { NotFound } from '../../../shared/core/errors.ts';
import { action } from '../action.ts';

/** Nothing asks a person for approval yet, so whatever is decided about is not there. */
export const confirmAction = action({
  permission: 'approvals:decide',
  input: z.strictObject({
    approval_id: z.string().min(1).max(128),
    decision: z.enum(['approve', 'reject', 'edit']),
    reason: z.string().optional(),
    arguments: z.record(z.string(), z.unknown()).optional(),
    remember: z.boolean().optional(),
    project_id: z.string().min(1).max(128).optional(),
  }),
  run: async () => {
    throw new NotFound('There is no such approval.');
  },
});
