export { type Approval, approvalStatuses, findApproval, readApproval } from './approval.ts';
export { openPlanApproval, type PlanRequest } from './ask-about-plan.ts';
export { askPerson, type PersonRequest } from './ask-person.ts';
export { clientQuestionSchema, notedApprovalSchema, openByClient, requestOfNoted } from './client-question.ts';
export { type Deciding, decide } from './decide.ts';
export { approvalFigures, approvalFiguresSchema } from './figures.ts';
export { listApprovals } from './list.ts';
export {
  isPermitted,
  listPermissions,
  permissionFor,
  rememberedPermissionSchema,
  revokeAllPermissions,
  revokePermission,
} from './permissions.ts';
export { type PublicApproval, publicApproval, publicApprovalSchema } from './public-approval.ts';
export { redriveApproval } from './redrive.ts';
export { type EndedApproval, restoreApprovals } from './restore.ts';
export { batchVerdictInput, type Verdict, verdictInput } from './verdict.ts';
export { awaitRun } from './waiting/await-run.ts';
export { type Waiting, waitingOf } from './waiting/waiting.ts';
export { MAX_DRAFTS } from './wake-plan.ts';
