import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { due, laneKeys, SCHEMA_VERSION, transact, updateItem, type Write } from '../../store/index.ts';
import { started, untilDecided } from '../messages/transition.ts';
import { sendTask } from '../messages/work-message.ts';
import type { LaneItem, LaneTask } from '../records/lane.ts';
import { WAITING_NOTED_EVERY } from '../records/timing.ts';
import { findLane, readLaneAndHead, startQueued } from './changes.ts';
import { isReady, slotFree } from './lane.ts';

export type LaneLimits = { concurrency_limit: number; max_pending: number };

/** The lane of a new agent, for the transaction that creates it. */
export const createLane = (project: ProjectScope, agent: { key: string; name: string }, limits: LaneLimits): Write => ({
  put: {
    ...laneKeys.lane(project, agent.key),
    v: SCHEMA_VERSION,
    kind: 'lane',
    user_id: project.userId,
    project_id: project.projectId,
    agent_key: agent.key,
    agent_name: agent.name,
    status: 'ready',
    slots: limits.concurrency_limit,
    cap: limits.concurrency_limit + limits.max_pending,
    running: 0,
    waiting: 0,
    live: 0,
  },
  when: 'attribute_not_exists(#pk)',
});

const notDeleting = 'attribute_exists(#pk) and #status <> :deleting';

/** Other limits, for the transaction that changes the agent. Always due at once: a raised limit starts nothing by itself. */
export const changeLimits = (
  project: ProjectScope,
  agent: string,
  { limits, now }: { limits: LaneLimits; now: number },
): Write => {
  const key = laneKeys.lane(project, agent);
  return {
    key,
    update: 'SET #slots = :slots, #cap = :cap, #due_at = :due_at, #due_shard = :due_shard',
    when: notDeleting,
    values: {
      slots: limits.concurrency_limit,
      cap: limits.concurrency_limit + limits.max_pending,
      deleting: 'deleting',
      ...due(key, now),
    },
  };
};

const statusChange = async (
  project: ProjectScope,
  agent: string,
  { status, clock }: { status: 'ready' | 'draining'; clock: Clock },
): Promise<void> => {
  const key = laneKeys.lane(project, agent);
  const outcome = await updateItem(key, 'SET #status = :status, #due_at = :due_at, #due_shard = :due_shard', {
    when: notDeleting,
    values: { status, deleting: 'deleting', ...due(key, clock.now()) },
  });
  if (outcome.ok) return settleLane(project, agent, clock);
  if (outcome.items[0]) throw new Conflict('The agent is being deleted.');
  throw new NotFound('There is no such agent.');
};

/** New work is taken again. */
export const registerAgent = (project: ProjectScope, agent: string, clock: Clock = systemClock): Promise<void> =>
  statusChange(project, agent, { status: 'ready', clock });

/** Admitted work is completed, new work is refused. */
export const deregisterAgent = (project: ProjectScope, agent: string, clock: Clock = systemClock): Promise<void> =>
  statusChange(project, agent, { status: 'draining', clock });

const fullOrEmpty = '(#running >= #slots or #waiting = :none)';

const isDrained = '#status = :draining and #live = :none';

/**
 * Fills free slots from the queue until nothing fits, then takes the lane off the due list; a draining lane without work
 * is switched off. Run after every change of a lane's settings, and by the sweeper.
 */
export const settleLane = async (project: ProjectScope, agent: string, clock: Clock = systemClock): Promise<void> => {
  await untilDecided(async () => {
    const lane = await findLane(project, agent);
    if (!lane) return { done: undefined };
    if (lane.status === 'off') return (await offTheList(project, agent)) ? { done: undefined } : 'again';
    if (lane.running < lane.slots && lane.waiting > 0) {
      await fillOne(project, agent, clock.now());
      return 'again';
    }
    if (lane.status === 'ready') return (await filled(project, agent)) ? { done: undefined } : 'again';
    if (lane.status !== 'draining') return { done: undefined };
    if (lane.live > 0) return { done: await noteDraining(project, lane, clock.now()) };
    const outcome = await updateItem(laneKeys.lane(project, agent), 'SET #status = :off REMOVE #due_at, #due_shard', {
      when: isDrained,
      values: { off: 'off', draining: 'draining', none: 0 },
    });
    return outcome.ok ? { done: undefined } : 'again';
  });
};

const stillDraining = '#status = :draining and #live > :none';

/** The lane waits for its work, which may wait for a person in its turn. It stays due, so that the sweeper sees its end. */
const noteDraining = async (project: ProjectScope, lane: LaneItem, now: number): Promise<void> => {
  if (lane.due_at === undefined || lane.due_at > now - WAITING_NOTED_EVERY) return;
  await updateItem(laneKeys.lane(project, lane.agent_key), 'SET #due_at = :now', {
    when: stillDraining,
    values: { draining: 'draining', none: 0, now },
  });
};

const stillOff = '#status = :off';

const offTheList = async (project: ProjectScope, agent: string): Promise<boolean> => {
  const outcome = await updateItem(laneKeys.lane(project, agent), 'REMOVE #due_at, #due_shard', {
    when: stillOff,
    values: { off: 'off' },
  });
  return outcome.ok;
};

const filled = async (project: ProjectScope, agent: string): Promise<boolean> => {
  const outcome = await updateItem(laneKeys.lane(project, agent), 'REMOVE #due_at, #due_shard', {
    when: `${isReady} and ${fullOrEmpty}`,
    values: { ready: 'ready', none: 0 },
  });
  return outcome.ok;
};

const fillOne = async (project: ProjectScope, agent: string, now: number): Promise<void> => {
  const { head } = await readLaneAndHead(project, agent);
  if (!head) return;
  const outcome = await transact(fillWrites(project, agent, { head, now }));
  if (!outcome.ok) return;
  await sendTask(project, started(head)).catch((error: Error) =>
    log.warn('task message not sent', { task_id: head.task_id, error }),
  );
};

const fillWrites = (project: ProjectScope, agent: string, { head, now }: { head: LaneTask; now: number }): Write[] => [
  {
    key: laneKeys.lane(project, agent),
    update: 'SET #running = #running + :one, #waiting = #waiting - :one',
    when: slotFree,
    values: { one: 1 },
  },
  startQueued(project, head, now),
  { remove: laneKeys.entry(project, agent, head.task_id) },
];
