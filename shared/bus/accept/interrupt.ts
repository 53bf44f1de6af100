import { appendWrites } from '../../events/index.ts';
import { getItem, projectKeys, transact } from '../../store/index.ts';
import { beginCancel, cancelPlan } from '../end/cancel/plan.ts';
import { endFamilies, leaveLanes, topsOf } from '../end/family/family.ts';
import { LaneChanges } from '../lanes/changes.ts';
import type { Run } from '../records/run.ts';
import { hasOneTask, readRun } from '../records/run.ts';
import { runCompleted, runStarted } from '../records/run-events.ts';
import { listTasks } from '../records/tasks.ts';
import { type Acceptance, type Accepted, acceptedEvents, acceptedReply, modeOf, sessionUpdate } from './acceptance.ts';
import { announceAccepted, initialState, joinLane } from './admission.ts';
import { newItems } from './items.ts';

type Attempt = { done: Accepted } | 'again';

/**
 * Cancels the active run and replaces it. Runs already queued stay queued, behind the new one. A direct run is replaced in
 * one transaction; a plan has too many tasks for that: the new run waits in front of the others until they have stopped.
 */
export const interrupt = async (
  acceptance: Acceptance,
  active: string,
  enqueue: (acceptance: Acceptance) => Promise<Attempt>,
): Promise<Attempt> => {
  const { project } = acceptance;
  const runItem = await getItem(projectKeys.run(project, active));
  if (!runItem) return 'again';
  const old = readRun(runItem);
  if (hasOneTask(old)) return replace(acceptance, old);
  const waiting = await enqueue({ ...acceptance, urgent: true });
  if (waiting === 'again') return 'again';
  await beginCancel(project, old, { now: acceptance.now });
  await cancelPlan(project, active);
  return waiting;
};

const activeIsOld = '#status = :open and #active = :old';

const oldStillRuns = '#state = :running';

const replace = async (acceptance: Acceptance, old: Run): Promise<Attempt> => {
  const { project, work, ids, now } = acceptance;
  const oldTasks = await listTasks(project, old.run_id);
  const families = endFamilies(project, oldTasks, { tops: topsOf(oldTasks) });
  if (families.ended.length === 0 || old.state !== 'running') return 'again';
  const lanes = await joinLane(acceptance, leaveLanes(new LaneChanges(), families.ended));
  const events = [
    ...families.events,
    runCompleted(old.run_id, 'cancelled'),
    ...acceptedEvents(acceptance),
    runStarted(ids.run, modeOf(acceptance)),
  ];
  const appended = appendWrites(project, work.session, { end: acceptance.end, events, now });
  const update = sessionUpdate(acceptance, '#active = :run');
  const outcome = await transact([
    { ...update, when: activeIsOld, values: { ...update.values, old: old.run_id } },
    {
      key: projectKeys.run(project, old.run_id),
      update: 'SET #state = :cancelled, #ended_at = :now',
      when: oldStillRuns,
      values: { running: 'running', cancelled: 'cancelled', now },
    },
    ...families.writes,
    ...(await newItems(acceptance, 'running', initialState(acceptance, lanes))),
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  await announceAccepted(acceptance, lanes, { events: appended.events, planStarts: !work.agent });
  return { done: acceptedReply(acceptance, 'running') };
};
