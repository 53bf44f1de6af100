import { type Clock, systemClock } from '../core/clock.ts';
import type { NewEvent } from '../events/index.ts';
import { runKeys, type Write } from '../store/index.ts';
import { type Claim, fence, findTask, mine, stillMine } from './claim.ts';
import type { Run, RunError, Task } from './items.ts';
import { stepWrite, type ToolStep } from './journal.ts';
import { LaneChanges } from './lane-writes.ts';
import { rejoinLane } from './rejoin.ts';
import { untilDecided } from './transition.ts';
import { usageWrite } from './usage.ts';

type Usage = NonNullable<Run['usage']>;

/** What a child brings back. */
export type ChildEnding =
  | { state: 'completed'; answer: string; usage?: Usage }
  | { state: 'failed'; error: RunError; usage?: Usage };

/**
 * A task that another one asked for ends: its answer becomes the step its parent waited for, and the parent joins its
 * lane, in one transaction. `false`: the task is no longer this worker's.
 */
export const finishChild = async (
  claim: Claim,
  parentId: string,
  ending: ChildEnding,
  request: (parent: Task) => Promise<ToolStep['call'] | undefined>,
  clock: Clock = systemClock,
): Promise<boolean> => {
  const { project, task } = claim;
  return untilDecided(async () => {
    const now = clock.now();
    const parent = await findTask(project, task.run_id, parentId);
    const call = parent && (await request(parent));
    if (!parent || parent.child !== task.task_id || !call) return { done: false };
    const step = answerStep(call, ending);
    const written = await rejoinLane(
      project,
      parent,
      {
        why: 'child',
        when: '#child = :child',
        set: ['#step = :following', '#claims = :none'],
        remove: ['#child'],
        values: { child: task.task_id, following: parent.step + 1, none: 0 },
        writes: [
          endChild(claim, ending),
          await stepWrite(project, parent, parent.step, step),
          ...(ending.usage ? [usageWrite(project, task.agent_key, ending.usage, now)] : []),
        ],
        events: [endEvent(task, ending)],
        changes: new LaneChanges().add(task.agent_key, { leaves: { from: 'slot' }, ended: 1 }),
      },
      now,
    );
    if (written) return { done: true };
    return (await stillMine(claim)) ? 'again' : { done: false };
  });
};

const answerStep = (call: ToolStep['call'], ending: ChildEnding): ToolStep => ({
  kind: 'tool',
  call,
  arguments: call.arguments,
  content: ending.state === 'completed' ? ending.answer : ending.error.detail,
  outcome: ending.state === 'completed' ? 'done' : 'error',
});

const endChild = ({ project, task }: Claim, ending: ChildEnding): Write => ({
  key: runKeys.task(project, task.run_id, task.task_id),
  update: 'SET #state = :ended REMOVE #lease_until, #due_at, #due_shard, #intent, #decision',
  when: mine,
  values: { ...fence(task), ended: ending.state },
});

const endEvent = (task: Task, ending: ChildEnding): NewEvent =>
  ending.state === 'completed'
    ? {
        event_type: 'task_completed',
        payload: { run_id: task.run_id, task_id: task.task_id, usage: ending.usage ?? null },
      }
    : { event_type: 'task_failed', payload: { run_id: task.run_id, task_id: task.task_id, ...ending.error } };
