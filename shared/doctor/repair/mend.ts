import { auditItem, recordAudit } from '../../audit/index.ts';
import { endOrphans } from '../../bus/index.ts';
import type { Clock } from '../../core/clock.ts';
import { Defect, NotFound, Unavailable } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { transact, type Write } from '../../store/index.ts';
import { dueNow } from './due.ts';
import { laneWrites } from './lanes.ts';
import { removeLeftover } from './leftovers.ts';
import { placeWrites } from './places.ts';
import type { Repair } from './repair.ts';
import { sessionWrites } from './sessions.ts';

/**
 * Applies a mend in one transaction with its entry in the user's audit trail. Every write has the condition that what it
 * relies on is as it was read, so applying it twice, or to something that has moved, changes nothing. `false`: it was not
 * applied.
 */
export const mend = async (user: UserScope, repair: Repair, clock: Clock): Promise<boolean> => {
  try {
    return await applied(user, repair, clock);
  } catch (error) {
    // It moves all the time, or what it needs is gone, or damaged too, such as a lane: another mend may come first, or it
    // stays as it is and is told as what is left.
    if (error instanceof NotFound || error instanceof Unavailable || error instanceof Defect) return false;
    throw error;
  }
};

const applied = async (user: UserScope, repair: Repair, clock: Clock): Promise<boolean> => {
  const now = clock.now();
  const facts = { target: targetOf(repair) };
  if (repair.kind === 'end orphans') {
    const ended = await endOrphans(user.inProject(repair.project), repair.run, clock);
    if (ended.length > 0) await recordAudit(user, 'data_repaired', facts, now);
    return ended.length > 0;
  }
  const audit = { put: auditItem(user, 'data_repaired', facts, now) };
  if (repair.kind === 'remove leftover') return removeLeftover(repair, audit);
  const writes = await writesOf(user, repair, now);
  if (!writes) return false;
  return (await transact([...writes, audit])).ok;
};

type Applied = Exclude<Repair, { kind: 'end orphans' | 'remove leftover' }>;

const writesOf = async (user: UserScope, repair: Applied, now: number): Promise<Write[] | undefined> => {
  switch (repair.kind) {
    case 'remove session entry':
    case 'put session entry':
    case 'mark run urgent':
    case 'recount session':
      return sessionWrites(user, repair);
    case 'recount lane':
    case 'remove lane entry':
    case 'put lane entry':
      return laneWrites(user, repair, now);
    case 'free place':
    case 'remove ready entry':
      return placeWrites(user, repair);
    case 'make due':
      return [dueNow(repair, now)];
  }
};

/** `remove session entry ses_01JD… run_01JD…`: what was done, and to what. */
const targetOf = ({ kind, ...rest }: Repair): string => [kind, ...Object.values(rest).filter(isId)].join(' ');

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z]{3}_/.test(value);
