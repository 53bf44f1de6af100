import type { Operation } from '../routing/operation.ts';
import { exportOperations } from './export.ts';
import { keyOperations } from './keys.ts';
import { policyOperations } from './policies.ts';
import { profileOperations } from './profile.ts';
import { usageCallOperations } from './usage-calls.ts';

/** What is about the person: the profile, what they used, their trail and their keys. */
export const accountOperations: Operation[] = [
  ...profileOperations,
  ...usageCallOperations,
  ...keyOperations,
  ...exportOperations,
  ...policyOperations,
];
