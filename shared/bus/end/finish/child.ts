import { type Clock, systemClock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import type { NewEvent } from '../../../events/index.ts';
import { runKeys, type Write } from '../../../store/index.ts';
import { usageWrite } from '../../../usage/index.ts';
import { LaneChanges } from '../../lanes/changes.ts';
import { TornRead, unlessTorn, untilDecided } from '../../messages/transition.ts';
import type { Task } from '../../records/items.ts';
import type { Run, RunError } from '../../records/run.ts';
import { spendWrites } from '../../records/spent.ts';
import { listTasks } from '../../records/tasks.ts';
import { type Claim, endsAgain, fence, findTask, mine, noQuestionNoted } from '../../work/claim.ts';
import { consentTo } from '../../work/consent.ts';
import { openCalls, readJournal, stepWrite } from '../../work/journal.ts';
import { type Rejoining, rejoinLane } from '../../work/rejoin.ts';
import { endFamilies, leaveLanes } from '../family/family.ts';

type Usage = NonNullable<Run['usage']>;

/** How a child task ends: with its answer or an error. */
export type ChildEnding =
  | { state: 'completed'; answer: string; usage?: Usage }
  | { state: 'failed'; error: RunError; usage?: Usage };

/**
 * Ends a task that another one asked for: its answer becomes the step its parent waited for, and the parent joins its
 * lane, in one transaction. `false`: the task is no longer this worker's.
 */
export const finishChild = async (
  claim: Claim,
  { parentId, ending }: { parentId: string; ending: ChildEnding },
  clock: Clock = systemClock,
): Promise<boolean> => {
  const { project, task } = claim;
  return untilDecided(async () => {
    const now = clock.now();
    const parent = await findTask(project, task.run_id, parentId);
    if (parent?.child !== task.task_id) return { done: false };
    const written = await rejoinLane(project, parent, {
      rejoining: {
        ...endedWait(parent, task.task_id),
        writes: [
          endChild(claim, ending),
          await answerWrite(project, parent, { child: task, ending, now }),
          usageWrite(
            project,
            task.agent_key,
            {
              ...(ending.usage && { usage: ending.usage }),
              failed: ending.state === 'failed',
              milliseconds: now - task.created_at,
              ...(task.started_at !== undefined && { waited: task.started_at - task.created_at }),
            },
            now,
          ),
          ...spendWrites(project, task, ending.usage?.cost),
        ],
        events: [endEvent(task, ending)],
        changes: new LaneChanges().add(task.agent_key, { leaves: { from: 'slot', task: task.task_id }, ended: 1 }),
      },
      now,
    });
    if (written) return { done: true };
    return (await endsAgain(claim, ending.state)) ? 'again' : { done: false };
  });
};

const waitsForThis = '#child = :child';

/** Ends the parent's wait: its journal gets the step with the answer. */
const endedWait = (parent: Task, child: string): Pick<Rejoining, 'why' | 'when' | 'set' | 'remove' | 'values'> => ({
  why: 'child',
  when: waitsForThis,
  set: ['#step = :following', '#claims = :none'],
  remove: ['#child'],
  values: { child, following: parent.step + 1, none: 0 },
});

/** The answer as the result of the call the parent waits at, which began with the child: the first of its journal that has none. */
const answerWrite = async (
  project: ProjectScope,
  parent: Task,
  { child, ending, now }: { child: Task; ending: ChildEnding; now: number },
): Promise<Write> => {
  const call = openCalls(await readJournal(project, parent))[0];
  if (!call) throw new TornRead('A task waits for an agent it has not asked.');
  const content = ending.state === 'completed' ? ending.answer : ending.error.detail;
  const outcome = ending.state === 'completed' ? 'done' : 'error';
  const decision = parent.decision?.step === parent.step ? parent.decision : undefined;
  const consent = consentTo(call, { decision });
  const asked = decision?.arguments ?? call.arguments;
  return stepWrite(project, parent, {
    number: parent.step,
    step: { kind: 'tool', call, arguments: asked, content, outcome, ...(consent && { consent }) },
    began: child.created_at,
    ended: now,
  });
};

/**
 * Cancels a child whose agent is being deleted, with everything below it; its parent gets the reason. `false`: one of them
 * has changed since it was read.
 */
export const failChild = (
  project: ProjectScope,
  child: Task,
  { error, clock = systemClock }: { error: RunError; clock?: Clock | undefined },
): Promise<boolean> =>
  unlessTorn(async () => {
    const tasks = await listTasks(project, child.run_id);
    const parent = tasks.find(({ task_id }) => task_id === child.parent);
    if (parent?.child !== child.task_id) return false;
    const now = clock.now();
    const ending: ChildEnding = { state: 'failed', error };
    const family = endFamilies(project, tasks, { tops: [child] });
    return rejoinLane(project, parent, {
      rejoining: {
        ...endedWait(parent, child.task_id),
        writes: [...family.writes, await answerWrite(project, parent, { child, ending, now })],
        events: family.events,
        changes: leaveLanes(new LaneChanges(), family.ended),
      },
      now,
    });
  });

const endChild = ({ project, task }: Claim, ending: ChildEnding): Write => ({
  key: runKeys.task(project, task.run_id, task.task_id),
  update: `SET #state = :ended${ending.usage ? ', #usage = :usage' : ''} REMOVE #lease_until, #due_at, #due_shard, #intent, #decision`,
  when: ending.state === 'completed' ? `${mine} and ${noQuestionNoted}` : mine,
  values: { ...fence(task), none: 0, ended: ending.state, usage: ending.usage },
});

const endEvent = (task: Task, ending: ChildEnding): NewEvent =>
  ending.state === 'completed'
    ? {
        event_type: 'task_completed',
        payload: { run_id: task.run_id, task_id: task.task_id, usage: ending.usage ?? null },
      }
    : { event_type: 'task_failed', payload: { run_id: task.run_id, task_id: task.task_id, ...ending.error } };
