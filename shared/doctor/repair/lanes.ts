import { findTask, laneTask, putEntry } from '../../bus/index.ts';
import type { UserScope } from '../../core/scope.ts';
import { due, laneKeys, runKeys, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

type LaneRepair = Extract<Repair, { kind: 'recount lane' | 'remove lane entry' | 'put lane entry' }>;

const countersAsRead = '#running = :was_running and #waiting = :was_waiting and #live = :was_live';
const isThere = 'attribute_exists(#pk)';
const waitsElsewhere = 'attribute_not_exists(#pk) or #state <> :queued or #agent_key <> :agent';
const stillWaits = '#state = :queued and #wake = :wake';

export const laneWrites = async (user: UserScope, repair: LaneRepair, now: number): Promise<Write[] | undefined> => {
  const project = user.inProject(repair.project);
  if (repair.kind === 'recount lane') {
    const { agent, read, counted } = repair;
    const key = laneKeys.lane(project, agent);
    return [
      {
        key,
        // Due, because a slot may be free now beside tasks that wait for one.
        update:
          'SET #running = :running, #waiting = :waiting, #live = :live, #due_at = :due_at, #due_shard = :due_shard',
        when: countersAsRead,
        values: {
          ...counted,
          was_running: read.running,
          was_waiting: read.waiting,
          was_live: read.live,
          ...due(key, now),
        },
      },
    ];
  }
  const { run, task: id } = repair;
  const taskKey = runKeys.task(project, run, id);
  if (repair.kind === 'remove lane entry') {
    const { agent } = repair;
    return [
      { remove: laneKeys.entry(project, agent, id), when: isThere },
      { check: taskKey, when: waitsElsewhere, values: { queued: 'queued', agent } },
    ];
  }
  const task = await findTask(project, run, id);
  if (task?.state !== 'queued') return undefined;
  return [
    putEntry(project, task.agent_key, laneTask(task)),
    { check: taskKey, when: stillWaits, values: { queued: 'queued', wake: task.wake } },
  ];
};
