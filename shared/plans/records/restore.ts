import { listTasks, type Task } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { batchesOf, packText, projectKeys, runKeys, SCHEMA_VERSION, transact, type Write } from '../../store/index.ts';
import { dependentsOf } from '../graph/shape.ts';
import type { PlanTask, StoredEstimate } from './items.ts';

/** A task of a plan that has ended, as far as clients see it. */
export type EndedPlanTask = Pick<PlanTask, 'task_id' | 'plan_id' | 'agent_name' | 'description' | 'round'> &
  Pick<PlanTask, 'number' | 'depends_on' | 'started_at' | 'ended_at' | 'error'> & {
    replaced: boolean;
    result: string | null;
  };

/** What a plan was, in whose run it ended. The estimate is that of the round in force. */
export type EndedPlan = {
  session_id: string;
  run_id: string;
  round: number;
  tasks: readonly EndedPlanTask[];
  estimate: Pick<StoredEstimate, 'cost' | 'duration'> | undefined;
};

type NamedTask = Pick<PlanTask, 'number' | 'plan_id' | 'round'> & { depends_on: readonly string[] };

/**
 * What tasks wait for, by number: clients see names, which another round may have given again. A task waits for the latest
 * of that name that was there when its own round began.
 */
export const withNumbers = <T extends NamedTask>(
  tasks: readonly T[],
): (Omit<T, 'depends_on'> & { depends_on: number[] })[] => {
  const byName = Map.groupBy(tasks, ({ plan_id }) => plan_id);
  const numberOf = (name: string, { number, round }: NamedTask): number[] => {
    const before = (byName.get(name) ?? []).filter((one) => one.round <= round && one.number !== number);
    return before
      .toSorted((one, other) => other.number - one.number)
      .slice(0, 1)
      .map((one) => one.number);
  };
  return tasks.map((task) => ({ ...task, depends_on: task.depends_on.flatMap((name) => numberOf(name, task)) }));
};

/** The run is there, and no plan has been written into it. */
const hasNoPlan = 'attribute_exists(#pk) and #round = :none';
const isNoPlanTask = 'attribute_exists(#pk) and attribute_not_exists(#round)';

/**
 * Writes what a plan was into its restored run: its rounds, all of them closed, and what its tasks were about. Repeatable
 * with the same plan; `over` once the first guard no longer holds.
 */
export const restorePlan = async (
  project: ProjectScope,
  plan: EndedPlan,
  guards: readonly [Write, ...Write[]],
): Promise<'restored' | 'over'> => {
  if (plan.round === 0) return 'restored';
  const known = new Map((await listTasks(project, plan.run_id)).map((task) => [task.task_id, task]));
  const dependents = dependentsOf(plan.tasks);
  const tasks = await Promise.all(
    plan.tasks.flatMap((task) => {
      const stored = known.get(task.task_id);
      return stored ? [taskWrite(project, stored, { task, dependents: dependents.get(task.number) ?? [] })] : [];
    }),
  );
  const rounds = Array.from({ length: plan.round }, (_, before) => roundWrite(project, plan, before + 1));
  const inForce: Write = {
    key: projectKeys.run(project, plan.run_id),
    update: 'set #round = :round',
    when: hasNoPlan,
    values: { round: plan.round, none: 0 },
  };
  // The round comes into force when all is there: until then clients see a plan that has none.
  for (const batch of batchesOf([...tasks.map((one) => [one]), [...rounds, inForce]])) {
    const outcome = await transact([...guards, ...batch]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};

const taskWrite = async (
  project: ProjectScope,
  stored: Task,
  { task: { replaced: _, result, ...task }, dependents }: { task: EndedPlanTask; dependents: number[] },
): Promise<Write> => {
  const { run_id, session_id: session, task_id } = stored;
  const text = result === null ? {} : await packText(project, { id: task_id, session, text: result });
  return {
    put: {
      ...runKeys.task(project, run_id, task_id),
      v: SCHEMA_VERSION,
      kind: 'task',
      ...stored,
      ...task,
      agent_id: '',
      dependents,
      sink: dependents.length === 0,
      ...text,
    },
    when: isNoPlanTask,
  };
};

const roundWrite = (
  project: ProjectScope,
  { session_id, run_id, round: inForce, tasks, estimate }: EndedPlan,
  round: number,
): Write => {
  const isInForce = round === inForce;
  const graph = tasks.filter((task) => (isInForce ? !task.replaced : task.round <= round));
  return {
    put: {
      ...runKeys.round(project, run_id, round),
      v: SCHEMA_VERSION,
      kind: 'round',
      user_id: project.userId,
      project_id: project.projectId,
      session_id,
      run_id,
      round,
      state: 'closed',
      attempt: 1,
      graph: graph.map(({ number }) => number),
      ...(isInForce && estimate && { estimate: { ...estimate, tokens: 0, seconds: {} } }),
    },
    when: 'attribute_not_exists(#pk)',
  };
};
