import { hasOneTask, isFinal, type Run, type Task } from '../../bus/index.ts';
import { restored } from '../../core/scope.ts';
import { runKeys } from '../../store/index.ts';
import type { ProjectRecords } from '../records/project.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

const aboutTask = ({ run_id: run, task_id: task }: Task) => ({ run, task });

/** Every task that has not ended has something that will move it: a time at which it is due, or another item. (bus) */
export const movedTasks: Invariant = {
  name: 'tasks that nothing moves',
  moment: 'always',
  broken: ofProjects((project) =>
    [...project.tasks.values()].flatMap((task): Found[] => {
      if (WAITS_FOR_TIME(task) && task.due_at === undefined) return [notDue(project, task)];
      const text = stuck(project, task);
      return text === undefined ? [] : [{ about: aboutTask(task), text }];
    }),
  ),
};

/** "What is due, and when": these are due themselves, all others have somebody else who is. (bus) */
const WAITS_FOR_TIME = ({ state, why }: Task): boolean =>
  state === 'dispatched' || state === 'running' || state === 'ready' || (state === 'waiting' && why === 'retry');

const notDue = ({ user, id }: ProjectRecords, task: Task): Found => {
  const project = restored({ user_id: user, project_id: id });
  const key = runKeys.task(project, task.run_id, task.task_id);
  return {
    about: aboutTask(task),
    text: `A task is ${task.state} but not due, so nobody looks at it.`,
    repair: { kind: 'make due', key, attribute: 'state', read: task.state },
  };
};

/** Why a task that is not due itself stands still; `undefined` where it does not. */
const stuck = (project: ProjectRecords, task: Task): string | undefined => {
  const run = project.runs.get(task.run_id);
  if (task.state === 'running' && task.lease_until === undefined) return 'A running task has no lease.';
  if (task.state === 'held' && run?.state !== 'queued')
    return `A task waits for its session, but its run is ${run?.state ?? 'gone'}.`;
  if (task.state !== 'waiting' || task.why === 'retry') return undefined;
  if (task.why === 'approval') {
    const { status, task_id } = project.approvals.get(task.approval ?? '') ?? {};
    if (status === 'pending' && task_id === task.task_id) return undefined;
    return `A task waits for a person, but its approval is ${status ?? 'gone'}.`;
  }
  const child = project.tasks.get(task.child ?? '');
  if (task.why === 'child' && child && !isFinal(child.state) && child.parent === task.task_id) return undefined;
  return `A task waits for another agent's task, which ${child ? `is ${child.state}` : 'does not exist'}.`;
};

/** "Every run ends exactly once": one that has ended has no live task, and a direct one that has not has one. (bus) */
export const runsAndTasks: Invariant = {
  name: 'runs and their tasks',
  moment: 'always',
  broken: ofProjects((project) => [
    ...[...project.runs.values()].flatMap((run) => runWithoutTask(project, run)),
    ...[...project.tasks.values()].flatMap((task) => orphan(project, task)),
  ]),
};

const runWithoutTask = ({ tasksOf }: ProjectRecords, run: Run): Found[] => {
  if (isFinal(run.state) || !hasOneTask(run)) return [];
  const root = tasksOf(run.run_id).find(({ task_id }) => task_id === run.task_id);
  if (root && !isFinal(root.state) && (root.state === 'held') === (run.state === 'queued')) return [];
  return [
    {
      about: { session: run.session_id, run: run.run_id },
      text: `A run is ${run.state}, but its task is ${root?.state ?? 'gone'}.`,
    },
  ];
};

/** Whatever ends a task, or its run, ends all that it asked for. */
const orphan = ({ id, runs, tasks }: ProjectRecords, task: Task): Found[] => {
  if (isFinal(task.state)) return [];
  const run = runs.get(task.run_id);
  const parent = task.parent === undefined ? undefined : tasks.get(task.parent);
  const isWaitedFor = task.parent === undefined || (parent?.state === 'waiting' && parent.child === task.task_id);
  if (run && !isFinal(run.state) && isWaitedFor) return [];
  const why = isWaitedFor
    ? `its run ${run ? `has ended: ${run.state}` : 'does not exist'}`
    : `the task that asked for it ${parent ? `is ${parent.state}` : 'does not exist'}`;
  return [
    {
      about: aboutTask(task),
      text: `A task is ${task.state}, but ${why}.`,
      repair: { kind: 'end orphans', project: id, run: task.run_id },
    },
  ];
};

/** "The journal never goes back or skips": a task has recorded exactly the steps before its next one. (bus) */
export const journals: Invariant = {
  name: 'journals',
  moment: 'always',
  broken: ofProjects(({ tasks, ofKind, sessions }) => {
    const steps = Map.groupBy(ofKind('step'), ({ place }) => place.id.slice(0, place.id.lastIndexOf('#')));
    return [...tasks.values()].flatMap((task): Found[] => {
      const numbers = (steps.get(task.task_id) ?? []).map(({ item }) => Number(item.step)).toSorted((a, b) => a - b);
      const isWhole = numbers.length === task.step - 1 && numbers.every((number, index) => number === index + 1);
      // A session that is being deleted loses its journals before their tasks.
      if (isWhole || sessions.get(task.session_id)?.status !== 'open') return [];
      return [
        {
          about: aboutTask(task),
          text: `The task's next step is ${task.step}; recorded are ${numbers.length} others.`,
        },
      ];
    });
  }),
};
