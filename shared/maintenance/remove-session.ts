import { removeSession } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { forgetDeliveriesOf } from '../notifications/index.ts';
import { forgetSession } from './forget.ts';

/** A session that is marked as deleting goes, with what its agents remember of it unless that was to be kept. */
export const removeDeletedSession = async (
  project: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<void> => {
  await removeOfDeletedProject(project, session, clock);
  // Afterwards: nobody hands an event over any more.
  await forgetDeliveriesOf(project, session);
};

/** The same where all deliveries of the project go together. */
export const removeOfDeletedProject = (project: ProjectScope, session: string, clock: Clock): Promise<void> =>
  removeSession(project, session, {
    forget: (agents) => forgetSession(project, session, agents),
    clock,
  });
