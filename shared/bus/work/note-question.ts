import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound, Unprocessable } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, runKeys, transact } from '../../store/index.ts';
import { untilDecided } from '../messages/transition.ts';
import { findRun } from '../records/find-run.ts';
import { isFinal, type NotedQuestion, type Task } from '../records/items.ts';
import type { Run } from '../records/run.ts';
import { listTasks } from '../records/tasks.ts';
import { findTask } from './claim.ts';

/** Questions that a task has noted and not asked yet. They are in its item, together far below its 400 KB. */
export const MAX_NOTED_QUESTIONS = 5;

const stillLive =
  '#state in (:held, :blocked, :ready, :queued, :dispatched, :running, :waiting) and (attribute_not_exists(#questions) or size(#questions) < :most)';
/** Those that ask soonest first: one that waits asks when its wait is over, a blocked one after all it depends on. */
const LIVE: readonly Task['state'][] = ['running', 'dispatched', 'queued', 'ready', 'waiting', 'held', 'blocked'];
const runGoesOn = '#state in (:queued, :running)';

/**
 * Notes a client's question on a task. A running task is its worker's, so nothing else parks it: the worker asks before its
 * next call of the model, a later worker as soon as it claims the task. No task completes with a question noted:
 *
 *   worker    reads: no question .... model writes its answer ........ finish: noQuestionNoted fails, asks first
 *   client                                         notes a question
 *
 * A task that fails, is skipped or is cancelled takes its questions with it: nobody waits for their answers any more.
 *
 * Of a build it is what the person says to one of the team, which its worker has answered between two steps, without asking anybody.
 *
 * Of a plan whose task is not named, the task that asks soonest gets the question. It is chosen from a read, and `stillLive` is
 * the condition of the write:
 *
 *   client    reads: a runs, b is blocked ......... notes on a: stillLive fails, reads again, notes on b
 *   worker                              finishes a
 */
export const noteQuestion = async (
  project: ProjectScope,
  { run_id, task_id }: { run_id: string; task_id?: string | undefined },
  { text, isForBuild = false, clock = systemClock }: { text: string; isForBuild?: boolean; clock?: Clock },
): Promise<{ approval: string; task: Task }> =>
  untilDecided(async () => {
    const run = await findRun(project, run_id);
    if (!run) throw new NotFound('There is no such run.');
    if ((run.mode === 'build') !== isForBuild) throw notOfThisKind(run);
    const task = await askingTask(project, run, task_id);
    const noted: NotedQuestion = { approval: newId('apr', clock.now()), text };
    const outcome = await transact([
      {
        key: runKeys.task(project, run_id, task.task_id),
        update: 'SET #questions = list_append(if_not_exists(#questions, :none), :noted)',
        when: stillLive,
        values: {
          none: [],
          noted: [noted],
          most: MAX_NOTED_QUESTIONS,
          ...Object.fromEntries(LIVE.map((state) => [state, state])),
        },
      },
      {
        check: projectKeys.run(project, run_id),
        when: runGoesOn,
        values: { queued: 'queued', running: 'running' },
      },
    ]);
    return outcome.ok ? { done: { approval: noted.approval, task } } : 'again';
  });

/** A build asks its person itself; what a client says to a build is for one of its team. */
const notOfThisKind = ({ mode }: Run): Conflict =>
  new Conflict(
    mode === 'build' ? 'A build asks its person itself. Write to its team instead.' : 'The run is no build.',
  );

/** The task that will ask, or the reason why it cannot. */
const askingTask = async (project: ProjectScope, run: Run, named: string | undefined): Promise<Task> => {
  if (run.state === 'cancelling') throw new Conflict('The run is being cancelled.');
  if (isFinal(run.state)) {
    const instead = run.mode === 'build' ? ' Continue the build to say more.' : '';
    throw new Conflict(`The run has ended already: it is ${run.state}.${instead}`);
  }
  const id = named ?? run.task_id;
  if (id === undefined) return soonestOf(await listTasks(project, run.run_id));
  const task = await findTask(project, run.run_id, id);
  if (!task) throw wrongTask('The run has no such task.');
  if (isFinal(task.state)) throw new Conflict(`The task has ended already: it is ${task.state}.`);
  if (!hasRoom(task)) throw tooMany('The');
  return task;
};

const hasRoom = ({ questions = [] }: Task): boolean => questions.length < MAX_NOTED_QUESTIONS;

/** A plan's own tasks, not those that they asked other agents for: these answer a task, not the person. */
const soonestOf = (tasks: Task[]): Task => {
  const live = tasks.filter(({ parent, state }) => parent === undefined && !isFinal(state));
  if (live.length === 0) throw new Conflict('The plan has no task to ask by now. Try again.', { retryAfter: 1 });
  const [soonest] = live.filter(hasRoom).sort((one, other) => placeOf(one) - placeOf(other));
  if (!soonest) throw tooMany('Each');
  return soonest;
};

const tooMany = (which: 'The' | 'Each'): Conflict =>
  new Conflict(`${which} task has ${MAX_NOTED_QUESTIONS} questions that it has not asked yet, which is the most.`);

const placeOf = ({ state }: Task): number => LIVE.indexOf(state);

const wrongTask = (message: string): Unprocessable =>
  new Unprocessable('The request is not valid.', { errors: [{ path: 'task_id', message }] });
