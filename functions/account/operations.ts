import type { Operation } from '../routing/operation.ts';
import { callOperations } from './calls.ts';
import { exportOperations } from './export.ts';
import { keyOperations } from './keys.ts';
import { limitOperations } from './limits.ts';
import { policyOperations } from './policies.ts';
import { profileOperations } from './profile.ts';
import { usageCallOperations } from './usage-calls.ts';

/** What is about the person: the profile, what they used, their trail, their keys and their policies. */
export const accountOperations: Operation[] = [
  ...profileOperations,
  ...usageCallOperations,
  ...limitOperations,
  ...keyOperations,
  ...exportOperations,
  ...policyOperations,
  ...callOperations,
];
