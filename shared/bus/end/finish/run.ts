import { type Clock, systemClock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, hearingOf, type LogEnd, type NewEvent, readEnd } from '../../../events/index.ts';
import { messageItem, readSessionState } from '../../../sessions/index.ts';
import { getEach, laneKeys, packText, sessionKeys, transact } from '../../../store/index.ts';
import { usageWrite } from '../../../usage/index.ts';
import { LaneChanges, laneWithHead } from '../../lanes/changes.ts';
import { handSessionOver, hintNext, joinNext, nextStarted, readNextRun } from '../../lanes/session-hand-over.ts';
import { hint } from '../../messages/hints.ts';
import { afterCommit, started, TornRead, untilDecided } from '../../messages/transition.ts';
import { readHealth } from '../../records/health.ts';
import type { Task } from '../../records/items.ts';
import { readLane } from '../../records/lane.ts';
import { type Claim, endsAgain } from '../../work/claim.ts';
import type { RunEnding } from './ending-writes.ts';
import { endingEvents, endRunWrite, endTaskWrite, healthWrites, spentBy } from './ending-writes.ts';

type Options = {
  /** Events of the worker that are not in the log yet. */
  before?: NewEvent[] | undefined;
  expectedEnd?: LogEnd | undefined;
  clock?: Clock | undefined;
};

/** The task's session, its agent's lane and health, and who hears of the end, in one read. */
const readAround = async (project: ProjectScope, { session_id, agent_key }: Task) => {
  const [state, lane, health, log] = await getEach([
    sessionKeys.state(project, session_id),
    laneKeys.lane(project, agent_key),
    laneKeys.health(project, agent_key),
    sessionKeys.log(project, session_id),
  ]);
  if (!state) throw new TornRead('A live run has no session.');
  return {
    session: readSessionState(state),
    lane: await laneWithHead(project, agent_key, lane && readLane(lane)),
    health: health && readHealth(health),
    hearing: await hearingOf(project, session_id, log),
  };
};

/**
 * Ends a task and its run in one transaction: message, usage, the slot's next task, the session's next run, and the
 * `run_completed` event. `false`: the task is no longer this worker's, and nothing was written.
 */
export const finishRun = async (
  claim: Claim,
  ending: RunEnding,
  { before = [], expectedEnd, clock = systemClock }: Options = {},
): Promise<boolean> => {
  const { project, task } = claim;
  const text =
    ending.state === 'completed'
      ? await packText(project, { id: task.answer_id, session: task.session_id, text: ending.answer })
      : undefined;
  let end = expectedEnd;
  const refused = async () => ((await endsAgain(claim, ending.state)) ? 'again' : { done: false });
  return untilDecided<boolean>(async () => {
    const now = clock.now();
    const [{ session, lane, health, hearing }, logEnd] = await Promise.all([
      readAround(project, task),
      end ?? readEnd(project, task.session_id),
    ]);
    const next = session.queued > 0 ? await readNextRun(project, task.session_id) : undefined;
    end = undefined;
    const changes = new LaneChanges().add(task.agent_key, { leaves: { from: 'slot', task: task.task_id }, ended: 1 });
    joinNext(changes, next);
    const lanes = await changes.moves(project, now, new Map([[task.agent_key, lane]]));
    const over = handSessionOver(project, session, {
      ending: task.run_id,
      next,
      moves: lanes.moves,
      now,
      newMessages: text ? 1 : 0,
    });
    const events = [...before, ...endingEvents(claim, ending, now), ...nextStarted(next)];
    const appended = appendWrites(project, task.session_id, { end: logEnd, events, now, hearing });
    const outcome = await transact([
      endTaskWrite(claim, ending, now),
      endRunWrite(claim, ending, now),
      ...(text && ending.state === 'completed'
        ? [
            {
              put: messageItem(project, {
                id: task.answer_id,
                session: task.session_id,
                role: 'assistant',
                text,
                run: task.run_id,
                agent: ending.agentId,
                now,
              }),
            },
          ]
        : []),
      usageWrite(project, task.agent_key, spentBy(claim, ending, now), now),
      ...healthWrites(claim, ending, { health, now }),
      ...lanes.writes,
      ...over.writes,
      ...appended.writes,
    ]);
    if (outcome.ok) {
      const starts = [...lanes.starts.map(started), ...over.starts];
      await Promise.all([
        afterCommit({
          ...{ project, starts, session: task.session_id },
          events: appended.unheard ? [] : appended.events,
        }),
        hintNext(project, next),
        // The lane has admitted tasks but an empty queue: a ready task of a plan may be waiting for this slot.
        lane.lane.waiting === 0 && lane.lane.live > lane.lane.running && hint(project, { kind: 'places' }),
      ]);
      return { done: true };
    }
    return refused();
  }, refused);
};
