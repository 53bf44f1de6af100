import { LRUCache } from 'lru-cache';
import { HOUR } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { type AuditFacts, recordAudit } from './audit.ts';

/** Of one user, by each container. More of them say nothing new, and whoever tries ids must not fill the table. */
export const MAX_REFUSALS_AN_HOUR = 20;

const counted = new LRUCache<string, { hour: number; refusals: number }>({ max: 1_000 });

/** `false`: enough were recorded of this user in this hour. */
const isWithinRate = ({ userId }: UserScope, now: number): boolean => {
  const hour = Math.floor(now / HOUR);
  const known = counted.get(userId);
  const refusals = known?.hour === hour ? known.refusals + 1 : 1;
  counted.set(userId, { hour, refusals });
  return refusals <= MAX_REFUSALS_AN_HOUR;
};

/** Somebody reached for what they do not have: another's, or nobody's, which an answer never tells apart. */
export const recordRefusal = async (user: UserScope, facts: AuditFacts, now: number): Promise<void> => {
  if (isWithinRate(user, now)) await recordAudit(user, 'access_refused', facts, now);
};
