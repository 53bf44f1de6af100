import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, readEnd } from '../../events/index.ts';
import { projectKeys, transact } from '../../store/index.ts';
import { findLane, joinedTask, LaneChanges } from '../lanes/changes.ts';
import { afterCommit, started } from '../messages/transition.ts';
import type { LaneTask } from '../records/lane.ts';
import type { Run } from '../records/run.ts';
import { taskQueued } from '../records/run-events.ts';
import type { NewWork } from './acceptance.ts';
import { directTask } from './items.ts';

/**
 * If one agent is enough, a plan that has not begun becomes a direct run of that agent, in one transaction. `when` is a
 * condition on the run. The run was admitted with its message, so a full lane queues it. `agent gone`: the agent no
 * longer takes work.
 */
export const convertToDirect = async (
  project: ProjectScope,
  run: Run,
  {
    agent,
    when,
    values,
    clock,
  }: { agent: NonNullable<NewWork['agent']>; when: string; values: Record<string, unknown>; clock: Clock },
): Promise<'done' | 'moved' | 'agent gone'> => {
  const now = clock.now();
  const request = run.request_id === undefined ? {} : { request_id: run.request_id };
  const ids = { run_id: run.run_id, session_id: run.session_id };
  const task: LaneTask = { task_id: newId('tsk', now), ...ids, wake: 0, ...request };
  const lane = await findLane(project, agent.key);
  if (lane?.status !== 'ready') return 'agent gone';
  const changes = new LaneChanges().add(agent.key, { joins: { task, isNew: false }, ended: -1 });
  const known = new Map([[agent.key, { lane, head: undefined }]]);
  const [lanes, end] = await Promise.all([changes.moves(project, now, known), readEnd(project, run.session_id)]);
  const joined = lanes.moves.get(agent.key)?.joined ?? 'queued';
  const events = [taskQueued(run.run_id, task.task_id, agent.id)];
  const appended = appendWrites(project, run.session_id, { end, events, now });
  const made = { run: run.run_id, task: task.task_id, message: run.message_id, answer: run.answer_id, ...request };
  const outcome = await transact([
    {
      key: projectKeys.run(project, run.run_id),
      update:
        'SET #mode = :direct, #task_id = :task, #agent_key = :agent_key, #agent_id = :agent_id REMOVE #due_at, #due_shard, #round, #generation',
      when,
      values: { ...values, direct: 'direct', task: task.task_id, agent_key: agent.key, agent_id: agent.id },
    },
    {
      put: directTask(
        project,
        { ...made, session_id: run.session_id, agent, now },
        { ...joinedTask(project, task, { joined, now }), log_end: appended.end.next },
      ),
      when: 'attribute_not_exists(#pk)',
    },
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return 'moved';
  const starts = [...lanes.starts.map(started), ...(joined === 'dispatched' ? [started(task)] : [])];
  await afterCommit({ project, starts, session: run.session_id, events: appended.events });
  return 'done';
};
