export {
  type Account,
  accountItem,
  accountOf,
  accountSchema,
  findAccount,
  formerAccount,
  NEW_ACCOUNT,
} from './account.ts';
export { findOwnPolicies } from './policies.ts';
export { settleAccount } from './settle.ts';
