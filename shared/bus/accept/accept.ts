import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound, TooManyRequests } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, endWhileIdle, followingOf, hearingOf, readEnd } from '../../events/index.ts';
import { readSessionState } from '../../sessions/index.ts';
import { getEach, getItem, type Item, laneKeys, projectKeys, sessionKeys, transact } from '../../store/index.ts';
import { LaneChanges } from '../lanes/changes.ts';
import { untilDecided } from '../messages/transition.ts';
import { type LaneItem, readLane } from '../records/lane.ts';
import { queuedRunWrite, readRun } from '../records/run.ts';
import { runStarted } from '../records/run-events.ts';
import { MAX_QUEUED_RUNS } from '../records/timing.ts';
import {
  type Acceptance,
  type Accepted,
  acceptedEvents,
  acceptedReply,
  contentHash,
  modeOf,
  type NewWork,
  newIds,
  requestKeyOf,
  sessionUpdate,
} from './acceptance.ts';
import { announceAccepted, initialState, joinLane } from './admission.ts';
import { DeferredText } from './deferred-text.ts';
import { interrupt } from './interrupt.ts';
import { newItems } from './items.ts';

/**
 * Accepts a message: one transaction that creates message, run and task and puts the task into the agent's lane.
 * Nothing is half-written: a full lane is a 429, a lane that takes no work a 409, and neither leaves a trace. A message
 * without an agent becomes a plan, whose tasks are admitted when they are known.
 */
export const acceptWork = async (
  project: ProjectScope,
  work: NewWork,
  clock: Clock = systemClock,
): Promise<Accepted> => {
  const now = clock.now();
  const ids = newIds(now);
  const { session } = work;
  const text = new DeferredText(project, { id: ids.message, session, text: work.content });
  const context =
    work.context === undefined
      ? undefined
      : new DeferredText(project, { id: `${ids.message}.context`, session, text: work.context });
  let isFirst = true;
  const once = async (): Promise<{ done: Accepted } | 'again'> => {
    const { request, session, lane, log } = await readAround(project, work);
    const earlier = request && (await acceptedBefore(project, work, request));
    if (earlier) return { done: earlier };
    if (session?.status !== 'open') throw new NotFound('There is no such session.');
    const end = isFirst && session.active === undefined ? endWhileIdle(log) : await readEnd(project, work.session);
    isFirst = false;
    const acceptance: Acceptance = {
      project,
      work,
      ids,
      text,
      context,
      now,
      session,
      lane: admitting(work, lane),
      end,
      hearing: await hearingOf(project, work.session, log),
    };
    if (session.active === undefined)
      return acceptIdle(acceptance, await followingOf(project, work.session, { log, now }));
    if (work.onConflict === 'reject') {
      throw new Conflict(
        'The session is busy with another message. Send it later, or with on_conflict "enqueue" or "interrupt".',
      );
    }
    return work.onConflict === 'interrupt' ? interrupt(acceptance, session.active, enqueue) : enqueue(acceptance);
  };
  try {
    return await untilDecided(once);
  } catch (error) {
    await text.discard();
    await context?.discard();
    throw error;
  }
};

/** The lane, if it takes new work: refuses early, without a write. Every write that follows has the same conditions. */
const admitting = ({ agent }: NewWork, lane: LaneItem | undefined): LaneItem | undefined => {
  if (!agent) return undefined;
  if (!lane) throw new NotFound('There is no such agent.');
  if (lane.status !== 'ready') throw new Conflict(`The agent "${agent.name}" takes no new work: it is ${lane.status}.`);
  if (lane.live >= lane.cap) {
    throw new TooManyRequests(`The agent "${agent.name}" has reached its limit of ${lane.cap} tasks.`, {
      retryAfter: 5,
    });
  }
  return lane;
};

/** All that a message meets, in one read: an earlier request of the same key, its session with the log, its agent's lane. */
const readAround = async (project: ProjectScope, work: NewWork) => {
  const [request, state, lane, log] = await getEach([
    requestKeyOf(project, work),
    sessionKeys.state(project, work.session),
    work.agent && laneKeys.lane(project, work.agent.key),
    sessionKeys.log(project, work.session),
  ]);
  return {
    request,
    session: state && readSessionState(state),
    lane: lane && readLane(lane),
    log,
  };
};

const acceptedBefore = async (project: ProjectScope, work: NewWork, pointer: Item): Promise<Accepted> => {
  if (pointer.content_hash !== contentHash(work)) {
    throw new Conflict('This idempotency key was used for another message.');
  }
  const run = await getItem(projectKeys.run(project, String(pointer.run_id)));
  if (!run) throw new NotFound('The run of this idempotency key is gone.');
  const found = readRun(run);
  const message = { id: found.message_id, content: work.content, created_at: found.created_at };
  return { run: found, message, isRepeat: true };
};

/** The run that was accepted under a key before, where what was asked for then is no question of the repeat's content. */
export const runUnder = async (
  project: ProjectScope,
  asked: Pick<NewWork, 'session' | 'requestKey'>,
): Promise<string | undefined> => {
  const key = requestKeyOf(project, asked);
  return key && ((await getItem(key))?.run_id as string | undefined);
};

const isIdle = '#status = :open and attribute_not_exists(#active)';

const acceptIdle = async (
  acceptance: Acceptance,
  { writes, following }: Awaited<ReturnType<typeof followingOf>>,
): Promise<{ done: Accepted } | 'again'> => {
  const { project, work, ids, now } = acceptance;
  const lanes = await joinLane(acceptance);
  const events = [...acceptedEvents(acceptance), runStarted(ids.run, modeOf(acceptance))];
  const appended = appendWrites(project, work.session, {
    end: acceptance.end,
    hearing: acceptance.hearing,
    events,
    now,
    following,
  });
  const outcome = await transact([
    {
      ...sessionUpdate(acceptance, '#active = :run'),
      when: isIdle,
    },
    ...(await newItems(acceptance, 'running', { ...initialState(acceptance, lanes), log_end: appended.end.next })),
    ...lanes.writes,
    ...writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  await announceAccepted(acceptance, lanes, { events: appended.unheard ? [] : appended.events });
  return { done: acceptedReply(acceptance, 'running') };
};

const isBusy = '#status = :open and attribute_exists(#active)';
const queueHasRoom = '#queued < :most';

/** The run waits for its session. It is admitted already, so that ending a run never fails because of the next one. */
const enqueue = async (acceptance: Acceptance): Promise<{ done: Accepted } | 'again'> => {
  const { project, work, ids, now, session, lane, urgent = false } = acceptance;
  if (session.queued >= MAX_QUEUED_RUNS && !urgent) {
    throw new TooManyRequests('Too many messages wait in this session already.', { retryAfter: 5 });
  }
  const changes = new LaneChanges();
  if (work.agent) changes.add(work.agent.key, { held: 1 });
  const lanes = await changes.moves(
    project,
    now,
    new Map(work.agent && lane ? [[work.agent.key, { lane, head: undefined }]] : []),
  );
  const appended = appendWrites(project, work.session, {
    end: acceptance.end,
    hearing: acceptance.hearing,
    events: acceptedEvents(acceptance),
    now,
  });
  const update = sessionUpdate(acceptance, '#queued = #queued + :one');
  const outcome = await transact([
    {
      ...update,
      when: urgent ? isBusy : `${isBusy} and ${queueHasRoom}`,
      values: { ...update.values, most: MAX_QUEUED_RUNS },
    },
    queuedRunWrite(project, {
      session_id: work.session,
      run_id: ids.run,
      urgent,
      ...(work.agent && { task_id: ids.task, agent_key: work.agent.key }),
    }),
    ...(await newItems(acceptance, 'queued', { state: 'held', wake: 0 })),
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'again';
  await announceAccepted(
    acceptance,
    { starts: [], joined: undefined },
    { events: appended.unheard ? [] : appended.events },
  );
  return { done: acceptedReply(acceptance, 'queued') };
};
