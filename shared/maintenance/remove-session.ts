import { removeSession } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { forgetSession } from './forget.ts';

/** A session that is marked as deleting goes, with what its agents remember of it unless that was to be kept. */
export const removeDeletedSession = (
  project: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<void> =>
  removeSession(project, session, {
    forget: (agents) => forgetSession(project, session, agents),
    clock,
  });
