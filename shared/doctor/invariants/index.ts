import { approvals, askedPlans } from './approvals.ts';
import { budgets, openReservations } from './budgets.ts';
import { dueIndex, overdue } from './due.ts';
import { followedSessions } from './followed-sessions.ts';
import type { Invariant } from './invariant.ts';
import { owners, readableItems } from './items.ts';
import { idleSlots, laneCounts, lanelessWork, laneQueue } from './lanes.ts';
import { expiringLeftovers, leftovers } from './leftovers.ts';
import { announcedEnds, gaplessLog } from './log.ts';
import { forgottenPlaces, forgottenReady, planPlaces, readyList } from './plans/places.ts';
import { rounds, watchedPlans } from './plans/runs.ts';
import { announcedTasks, blockedTasks, undecidedTasks } from './plans/tasks.ts';
import { messageCounts, oneActiveRun, sessionCounts, sessionQueue } from './sessions.ts';
import { journals, movedTasks, runsAndTasks } from './tasks.ts';
import { newestVersion } from './workspace.ts';

/** In the order in which an operator reads about them: causes before what follows from them. */
export const invariants: readonly Invariant[] = [
  readableItems,
  owners,
  dueIndex,
  overdue,
  sessionQueue,
  sessionCounts,
  oneActiveRun,
  messageCounts,
  runsAndTasks,
  movedTasks,
  journals,
  approvals,
  askedPlans,
  laneQueue,
  laneCounts,
  idleSlots,
  lanelessWork,
  watchedPlans,
  rounds,
  blockedTasks,
  undecidedTasks,
  announcedTasks,
  planPlaces,
  forgottenPlaces,
  readyList,
  forgottenReady,
  newestVersion,
  followedSessions,
  gaplessLog,
  announcedEnds,
  budgets,
  openReservations,
  leftovers,
  expiringLeftovers,
];
