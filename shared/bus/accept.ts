import { type Clock, systemClock } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { Conflict, Defect, NotFound, TooManyRequests } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { appendWrites, readEnd } from '../events/index.ts';
import { findSessionState } from '../sessions/index.ts';
import { getItem, projectKeys, SCHEMA_VERSION, sessionKeys, transact } from '../store/index.ts';
import {
  type Acceptance,
  type Accepted,
  accepted,
  answer,
  laneTaskOf,
  type NewWork,
  newIds,
  newItems,
  requestKeyOf,
  runCompleted,
  runStarted,
  sessionUpdate,
} from './accept-items.ts';
import { cancelledEvents, cancelTask, endTask, liveTasks } from './cancel-writes.ts';
import { type LaneItem, readRun } from './items.ts';
import { findLane, joinedTask, LaneChanges } from './lane-writes.ts';
import { LateText } from './late-text.ts';
import { MOST_QUEUED_RUNS } from './timing.ts';
import { afterCommit, started, untilDecided } from './transition.ts';

/**
 * Takes a message in: one transaction that makes message, run and task and gives the task its place in the agent's lane.
 * Nothing is half-written: a full lane is a 429, a lane that takes no work a 409, and neither leaves a trace.
 */
export const acceptWork = async (
  project: ProjectScope,
  work: NewWork,
  clock: Clock = systemClock,
): Promise<Accepted> => {
  const now = clock.now();
  const ids = newIds(now);
  const text = new LateText(project, ids.message, work.content);
  const once = async (): Promise<{ done: Accepted } | 'again'> => {
    const [earlier, session, lane, end] = await Promise.all([
      findRequest(project, work),
      findSessionState(project, work.session),
      findLane(project, work.agent.key),
      readEnd(project, work.session),
    ]);
    if (earlier) return { done: earlier };
    if (session?.status !== 'open') throw new NotFound('There is no such session.');
    const acceptance: Acceptance = { project, work, ids, text, now, session, lane: admitting(work, lane), end };
    if (session.active === undefined) return acceptIdle(acceptance);
    if (work.onConflict === 'reject') {
      throw new Conflict(
        'The session is busy with another message. Send it later, or with on_conflict "enqueue" or "interrupt".',
      );
    }
    return work.onConflict === 'interrupt' ? interrupt(acceptance, session.active) : enqueue(acceptance);
  };
  try {
    return await untilDecided(once);
  } catch (error) {
    await text.discard();
    throw error;
  }
};

/** The lane, if it takes new work: the refusals that need no write. The same is a condition of every write that follows. */
const admitting = ({ agent }: NewWork, lane: LaneItem | undefined): LaneItem => {
  if (!lane) throw new NotFound('There is no such agent.');
  if (lane.status !== 'ready') throw new Conflict(`The agent "${agent.name}" takes no new work: it is ${lane.status}.`);
  if (lane.live >= lane.cap) {
    throw new TooManyRequests(`The agent "${agent.name}" has as much work waiting as it may have.`, { retryAfter: 5 });
  }
  return lane;
};

const findRequest = async (project: ProjectScope, work: NewWork): Promise<Accepted | undefined> => {
  const key = requestKeyOf(project, work);
  const pointer = key && (await getItem(key));
  if (!pointer) return undefined;
  if (pointer.content_hash !== sha256(work.content)) {
    throw new Conflict('This idempotency key was used for another message.');
  }
  const run = await getItem(projectKeys.run(project, String(pointer.run_id)));
  if (!run) throw new NotFound('The run of this idempotency key is gone.');
  const found = readRun(run);
  return { run: found, message: { id: found.message_id, content: work.content, created_at: found.created_at } };
};

/** The lane as read for the refusals serves the move as well; whoever joins needs no head. */
const knownLane = ({ work, lane }: Acceptance) => new Map([[work.agent.key, { lane, head: undefined }]]);

const acceptIdle = async (acceptance: Acceptance): Promise<{ done: Accepted } | 'again'> => {
  const { project, work, ids, now } = acceptance;
  const task = laneTaskOf(acceptance);
  const changes = new LaneChanges().add(work.agent.key, { joins: { task, isNew: true } });
  const lanes = await changes.moves(project, now, knownLane(acceptance));
  const joined = lanes.moves.get(work.agent.key)?.joined;
  if (!joined) throw new Defect('A task that joined its lane has no place.');
  const appended = appendWrites(
    project,
    work.session,
    acceptance.end,
    [...accepted(acceptance), runStarted(ids.run)],
    now,
  );
  const outcome = await transact([
    {
      ...sessionUpdate(acceptance, '#active = :run'),
      when: '#status = :open and attribute_not_exists(#active)',
    },
    ...(await newItems(acceptance, 'running', joinedTask(project, task, joined, now))),
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  const starts = [...lanes.starts.map(started), ...(joined === 'dispatched' ? [started(task)] : [])];
  await afterCommit({ project, starts, session: work.session, events: appended.events });
  return { done: answer(acceptance, 'running') };
};

const enqueue = async (acceptance: Acceptance): Promise<{ done: Accepted } | 'again'> => {
  const { project, work, ids, now, session } = acceptance;
  if (session.queued >= MOST_QUEUED_RUNS) {
    throw new TooManyRequests('Too many messages wait in this session already.', { retryAfter: 5 });
  }
  const changes = new LaneChanges().add(work.agent.key, { held: 1 });
  const lanes = await changes.moves(project, now, knownLane(acceptance));
  const appended = appendWrites(project, work.session, acceptance.end, accepted(acceptance), now);
  const update = sessionUpdate(acceptance, '#queued = #queued + :one');
  const outcome = await transact([
    {
      ...update,
      when: '#status = :open and attribute_exists(#active) and #queued < :most',
      values: { ...update.values, most: MOST_QUEUED_RUNS },
    },
    {
      put: {
        ...sessionKeys.queuedRun(project, work.session, ids.run),
        v: SCHEMA_VERSION,
        run_id: ids.run,
        task_id: ids.task,
        agent_key: work.agent.key,
      },
    },
    ...(await newItems(acceptance, 'queued', { state: 'held', wake: 0 })),
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  await afterCommit({ project, starts: [], session: work.session, events: appended.events });
  return { done: answer(acceptance, 'queued') };
};

const activeIsOld = '#status = :open and #active = :old';

/** Cancels what runs and takes its place, in one transaction. Runs already queued stay queued, behind the new one. */
const interrupt = async (acceptance: Acceptance, active: string): Promise<{ done: Accepted } | 'again'> => {
  const { project, work, ids, now } = acceptance;
  const runItem = await getItem(projectKeys.run(project, active));
  if (!runItem) return 'again';
  const old = readRun(runItem);
  const oldTasks = await liveTasks(project, active);
  if (oldTasks.length === 0 || old.state !== 'running') return 'again';
  const task = laneTaskOf(acceptance);
  const changes = new LaneChanges().add(work.agent.key, { joins: { task, isNew: true } });
  for (const oldTask of oldTasks) endTask(changes, oldTask);
  const lanes = await changes.moves(project, now);
  const joined = lanes.moves.get(work.agent.key)?.joined ?? 'queued';
  const events = [
    ...cancelledEvents(oldTasks),
    runCompleted(old.run_id, 'cancelled'),
    ...accepted(acceptance),
    runStarted(ids.run),
  ];
  const appended = appendWrites(project, work.session, acceptance.end, events, now);
  const update = sessionUpdate(acceptance, '#active = :run');
  const outcome = await transact([
    { ...update, when: activeIsOld, values: { ...update.values, old: active } },
    {
      key: projectKeys.run(project, active),
      update: 'SET #state = :cancelled, #ended_at = :now',
      when: '#state = :running',
      values: { running: 'running', cancelled: 'cancelled', now },
    },
    ...oldTasks.flatMap((oldTask) => cancelTask(project, oldTask)),
    ...(await newItems(acceptance, 'running', joinedTask(project, task, joined, now))),
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  const starts = [...lanes.starts.map(started), ...(joined === 'dispatched' ? [started(task)] : [])];
  await afterCommit({ project, starts, session: work.session, events: appended.events });
  return { done: answer(acceptance, 'running') };
};
