export { type Approval, findApproval, type PublicApproval, publicApproval, type Risk, risks } from './approval.ts';
export { openPlanApproval, type PlanRequest } from './ask-about-plan.ts';
export { askPerson, type PersonRequest } from './ask-person.ts';
export { decide, type Verdict } from './decide.ts';
export { type ApprovalFigures, approvalFigures, listApprovals } from './list.ts';
export { isPermitted, listPermissions, permissionFor, revokeAllPermissions, revokePermission } from './permissions.ts';
export { redriveApproval } from './redrive.ts';
export { MOST_DRAFTS } from './wake-plan.ts';
