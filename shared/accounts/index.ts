export {
  type Account,
  accountItem,
  accountOf,
  accountSchema,
  BEGINNER,
  findAccount,
  formerAccount,
  NEW_ACCOUNT,
  type OwnBudget,
  recentAccountOf,
} from './account.ts';
export { type Administrators, administratorWrites, listAdministrators } from './administrators.ts';
export { directoryItem, listUserIds } from './directory.ts';
export { accountLocked } from './locked.ts';
export { findOwnPolicies } from './policies.ts';
export { settleAccount } from './settle.ts';
