import { type Clock, systemClock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { appendWrites, type LogEnd, readEnd } from '../../events/index.ts';
import { runKeys, SCHEMA_VERSION, transact } from '../../store/index.ts';
import { findLane, joinedTask, LaneChanges } from '../lanes/changes.ts';
import { afterCommit, started, untilDecided } from '../messages/transition.ts';
import type { Task } from '../records/items.ts';
import type { LaneTask } from '../records/lane.ts';
import { laneTask } from '../records/lane.ts';
import { listTasks } from '../records/tasks.ts';
import { type Claim, stillMine } from './claim.ts';
import { waiting, waitWrite } from './park.ts';

/** An agent asks another one; deeper than this is refused. */
export const MAX_QUESTION_DEPTH = 3;

export type AskedAgent = { key: string; id: string; name: string; version: number };

/** Asked: the task waits now. Refused: with a reason for the model; nothing was written. Lost: the task is another worker's. */
export type Asking = { asked: true } | { asked: false; refused: string } | { asked: false; lost: true };

/**
 * Parks a task until another agent has answered its question. The child is a task of the same run; the lanes of both
 * agents move in this one transaction. An agent that already waits above the question is refused: no task waits for itself.
 */
export const parkForAgent = async (
  claim: Claim,
  { agent, question }: { agent: AskedAgent; question: string },
  { expectedEnd, clock = systemClock }: { expectedEnd?: LogEnd | undefined; clock?: Clock | undefined } = {},
): Promise<Asking> => {
  const { project, task } = claim;
  if (task.depth >= MAX_QUESTION_DEPTH)
    return { asked: false, refused: 'Questions between agents go at most three deep.' };
  const child: LaneTask = { ...laneTask(task), task_id: newId('tsk'), wake: 0 };
  let end = expectedEnd;
  const refused = async () =>
    (await stillMine(claim)) ? 'again' : { done: { asked: false as const, lost: true as const } };
  return untilDecided<Asking>(async () => {
    const now = clock.now();
    const [lane, tasks, logEnd] = await Promise.all([
      findLane(project, agent.key),
      listTasks(project, task.run_id),
      end ?? readEnd(project, task.session_id),
    ]);
    end = undefined;
    const busy = askers(tasks, task).some(({ agent_key }) => agent_key === agent.key);
    if (busy) return refuse(`"${agent.name}" is part of this conversation already.`);
    if (lane?.status !== 'ready') return refuse(`"${agent.name}" takes no new work.`);
    if (lane.live >= lane.cap) return refuse(`"${agent.name}" has too much work waiting.`);
    const changes = new LaneChanges()
      .add(task.agent_key, { leaves: { from: 'slot', task: task.task_id } })
      .add(agent.key, { joins: { task: child, isNew: true } });
    const lanes = await changes.moves(project, now);
    const joined = lanes.moves.get(agent.key)?.joined ?? 'queued';
    const ids = { run_id: task.run_id, task_id: child.task_id, agent_id: agent.id };
    const appended = appendWrites(project, task.session_id, {
      end: logEnd,
      events: [
        waiting(task, { why: 'child', told: { child: child.task_id } }),
        { event_type: 'task_queued', payload: { ...ids, parent: task.task_id } },
      ],
      now,
    });
    const outcome = await transact([
      waitWrite(claim, { why: 'child', set: ['#child = :child'], values: { child: child.task_id } }),
      {
        put: {
          ...runKeys.task(project, task.run_id, child.task_id),
          v: SCHEMA_VERSION,
          kind: 'task',
          user_id: project.userId,
          project_id: project.projectId,
          session_id: task.session_id,
          run_id: task.run_id,
          task_id: child.task_id,
          ...(task.request_id !== undefined && { request_id: task.request_id }),
          agent_key: agent.key,
          agent_version: agent.version,
          created_at: now,
          message_id: task.message_id,
          answer_id: task.answer_id,
          parent: task.task_id,
          depth: task.depth + 1,
          question,
          step: 1,
          epoch: 0,
          claims: 0,
          failures: 0,
          yields: 0,
          ...joinedTask(project, child, { joined, now }),
        },
        when: 'attribute_not_exists(#pk)',
      },
      ...lanes.writes,
      ...appended.writes,
    ]);
    if (!outcome.ok) return refused();
    const starts = [...lanes.starts.map(started), ...(joined === 'dispatched' ? [started(child)] : [])];
    await afterCommit({ project, starts, session: task.session_id, events: appended.events });
    return { done: { asked: true } };
  }, refused);
};

/** The task itself and all tasks that wait for it. */
const askers = (tasks: Task[], task: Task): Task[] => {
  const above = tasks.find(({ task_id }) => task_id === task.parent);
  return above ? [task, ...askers(tasks, above)] : [task];
};

const refuse = (refused: string): { done: Asking } => ({ done: { asked: false, refused } });
