import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { unpackText } from '../../store/index.ts';
import type { ActiveRun } from './execution.ts';
import { findRound, listPlanTasks, type PlanTask } from './items.ts';

/** The tasks of the graph in force: of this round, and those kept from earlier ones. */
export const inForce = async (
  project: ProjectScope,
  run: Pick<ActiveRun, 'run_id' | 'round'>,
  tasks?: PlanTask[],
): Promise<PlanTask[]> => {
  if (run.round === 0) return [];
  const [round, all] = await Promise.all([
    findRound(project, run.run_id, run.round),
    tasks ?? listPlanTasks(project, run.run_id),
  ]);
  const graph = new Set(round?.graph ?? []);
  return all.filter(({ number }) => graph.has(number));
};

/** Numbers are never reused, so that a late step after an old task only touches old items. */
export const nextNumber = (tasks: PlanTask[]): number => Math.max(0, ...tasks.map(({ number }) => number)) + 1;

/** How much of a result a planner or an overview gets, in characters. */
const EXCERPT_LENGTH = 600;

export const resultOf = async (task: PlanTask): Promise<string | undefined> =>
  task.content === undefined && task.content_ref === undefined ? undefined : unpackText(task);

export const resultExcerpt = async (task: PlanTask): Promise<string> => {
  return excerpt((await resultOf(task)) ?? '', EXCERPT_LENGTH);
};
