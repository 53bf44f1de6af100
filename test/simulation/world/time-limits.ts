import type { Role } from './container.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long each function may run, as `infra/stacks` sets it. */
const LIMITS: Partial<Record<Role, number>> = {
  worker: 5 * MINUTE,
  planner: 5 * MINUTE,
  sweeper: 55 * SECOND,
  events: 15 * MINUTE,
  v1: 15 * MINUTE,
};

export const timeLimitOf = (role: Role): number => LIMITS[role] ?? 30 * SECOND;
