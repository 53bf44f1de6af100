import { isFinal, type Run } from '../../../bus/index.ts';
import { restored } from '../../../core/scope.ts';
import { isSettled, nameOf, type PlanTask } from '../../../plans/index.ts';
import { runKeys } from '../../../store/index.ts';
import type { ProjectRecords } from '../../records/project.ts';
import { type Found, type Invariant, ofProjects } from '../invariant.ts';

const aboutTask = ({ run_id: run, task_id: task }: PlanTask) => ({ run, task });

/** Settled, and all that follows has been done: "the task is no longer due" is the last step. (plans) */
export const isDone = (task: PlanTask): boolean => isSettled(task) && task.due_at === undefined;

/** A blocked task waits for dependencies that have not settled, or whose end is still being dealt with. (plans) */
export const blockedTasks: Invariant = {
  name: 'blocked tasks',
  moment: 'always',
  broken: ofProjects((project) => {
    const numbers = new Map(
      [...project.planTasks.values()].map((task) => [`${task.run_id}|${nameOf(task.number)}`, task]),
    );
    return running(project).flatMap((task): Found[] => {
      if (task.state !== 'blocked' || !isInForce(project, task)) return [];
      const lost = [...(task.open ?? [])].filter((name) => {
        const dependency = numbers.get(`${task.run_id}|${name}`);
        return dependency === undefined || isDone(dependency);
      });
      return lost.length === 0
        ? []
        : [
            {
              about: aboutTask(task),
              text: `A task waits for ${lost.join(', ')}, which settled long ago or never was.`,
            },
          ];
    });
  }),
};

/** At rest nothing is ready to be decided: whatever waits for no dependency has begun, or was skipped. (plans) */
export const undecidedTasks: Invariant = {
  name: 'undecided tasks',
  moment: 'at rest',
  broken: ofProjects((project) =>
    running(project)
      .filter((task) => task.state === 'blocked' && task.open === undefined && isInForce(project, task))
      .map((task) => ({ about: aboutTask(task), text: 'A task waits for no dependency, and does not begin.' })),
  ),
};

/** "A fact is announced once": the end of a task is, before that of its run, and it is due until then. (plans, events) */
export const announcedTasks: Invariant = {
  name: 'unannounced ends of tasks',
  moment: 'always',
  broken: ofProjects((project) =>
    [...project.planTasks.values()].flatMap((task): Found[] => {
      const run = project.runs.get(task.run_id);
      if (!run || task.announced !== false || !isInForce(project, task)) return [];
      if (isFinal(run.state))
        return [{ about: aboutTask(task), text: `The end of a task (${task.state}) was not told before its run's.` }];
      if (task.due_at !== undefined) return [];
      const scope = restored({ user_id: project.user, project_id: project.id });
      const key = runKeys.task(scope, task.run_id, task.task_id);
      return [
        {
          about: aboutTask(task),
          text: `A task is ${task.state}, which nobody was told, and it is not due.`,
          repair: { kind: 'make due', key, attribute: 'state', read: task.state },
        },
      ];
    }),
  ),
};

/** Tasks of plans that are not being cancelled: that leaves the graph as it is. */
const running = ({ runs, planTasks }: ProjectRecords): PlanTask[] =>
  [...planTasks.values()].filter(({ run_id }) => runs.get(run_id)?.state === 'running');

/** Of a round that was opened; clients never hear of the others. */
const isInForce = ({ runs }: ProjectRecords, task: PlanTask): boolean => {
  const run: Run | undefined = runs.get(task.run_id);
  return task.round <= (run?.round ?? 0);
};
