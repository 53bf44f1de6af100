import { findLane } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { laneKeys, runKeys, SCHEMA_VERSION, type StoredItem, transact, type Write } from '../../store/index.ts';
import type { PlannedTask } from '../graph/graph.ts';
import { dependentsOf } from '../graph/shape.ts';
import { type ActiveRun, activeRun, checkRunGoesOn, StaleRead } from '../records/execution.ts';
import {
  findRound,
  listPlanTasks,
  nameOf,
  type PlanExecution,
  type PlanStage,
  type PlanTask,
  readDraft,
  taskIdOf,
} from '../records/items.ts';
import { stageOf } from '../records/stage.ts';
import { openRound } from './open-round.ts';

/** Tasks written in one transaction, with the lanes of their agents. */
const TASKS_PER_TRANSACTION = 40;

/**
 * Puts the draft into force. Its tasks are written in chunks and admitted to their agents' lanes with them; nothing runs
 * before the one transaction that opens the round.
 */
export const openPlan = async (execution: PlanExecution, clock: Clock = systemClock): Promise<{ stage: PlanStage }> => {
  const { project, run: id } = execution;
  const run = await activeRun(execution);
  const round = await findRound(project, id, run.round + 1);
  if (!round) {
    const current = run.round > 0 ? await findRound(project, id, run.round) : undefined;
    return { stage: current?.state === 'open' ? 'run' : 'draft' };
  }
  if (stageOf(round) !== 'open') return { stage: stageOf(round) };
  const drafted = await readDraft(round);
  const before = await listPlanTasks(project, id);
  await writeTasks(execution, run, { drafted, before, clock });
  await openRound(execution, run, { round, drafted, before, clock });
  return { stage: 'run' };
};

const writeTasks = async (
  execution: PlanExecution,
  run: ActiveRun,
  { drafted, before, clock }: { drafted: PlannedTask[]; before: PlanTask[]; clock: Clock },
): Promise<void> => {
  const written = new Set(before.map(({ number }) => number));
  const missing = drafted.filter(({ number }) => !written.has(number));
  const dependents = dependentsOf(drafted);
  const own = new Set(drafted.map(({ number }) => number));
  for (let from = 0; from < missing.length; from += TASKS_PER_TRANSACTION) {
    const some = missing.slice(from, from + TASKS_PER_TRANSACTION);
    const available = await availableAgents(execution.project, some);
    const items = some.map((task) =>
      taskItem(execution.project, run, task, {
        own,
        dependents: dependents.get(task.number) ?? [],
        available,
        now: clock.now(),
      }),
    );
    const outcome = await transact([
      ...items.map((put): Write => ({ put, when: 'attribute_not_exists(#pk)' })),
      ...[...available].map((agent) => admit(execution.project, agent, some)),
      checkRunGoesOn(execution, run),
    ]);
    // Another execution may have written them: this phase is repeated, and finds them.
    if (!outcome.ok) throw new StaleRead();
  }
};

/** Agents that accept work now; a task for any other fails when its turn comes, and the plan goes on without it. */
const availableAgents = async (project: ProjectScope, tasks: PlannedTask[]): Promise<Set<string>> => {
  const keys = [...new Set(tasks.map(({ agent }) => agent.key))];
  const lanes = await Promise.all(keys.map((key) => findLane(project, key)));
  return new Set(keys.filter((_, index) => lanes[index]?.status === 'ready'));
};

const takesWork = '#status = :ready';

/** Counts the tasks as live; they need no slot yet. */
const admit = (project: ProjectScope, agent: string, tasks: PlannedTask[]): Write => ({
  key: laneKeys.lane(project, agent),
  update: 'SET #live = #live + :tasks',
  when: takesWork,
  values: { ready: 'ready', tasks: tasks.filter(({ agent: { key } }) => key === agent).length },
});

const taskItem = (
  project: ProjectScope,
  run: ActiveRun,
  task: PlannedTask,
  { own, dependents, available, now }: { own: Set<number>; dependents: number[]; available: Set<string>; now: number },
): StoredItem => {
  const open = task.depends_on.filter((on) => own.has(on));
  const id = taskIdOf(run.run_id, task.number);
  return {
    ...runKeys.task(project, run.run_id, id),
    v: SCHEMA_VERSION,
    kind: 'task',
    user_id: project.userId,
    project_id: project.projectId,
    session_id: run.session_id,
    run_id: run.run_id,
    ...(run.request_id !== undefined && { request_id: run.request_id }),
    task_id: id,
    plan_id: task.id,
    number: task.number,
    round: run.round + 1,
    agent_key: task.agent.key,
    agent_version: task.agent.version,
    agent_id: task.agent.id,
    agent_name: task.agent.name,
    description: task.description,
    ...(task.expected_output !== undefined && { expected_output: task.expected_output }),
    depends_on: task.depends_on,
    dependents,
    sink: dependents.length === 0,
    ...(open.length > 0 && { open: new Set(open.map(nameOf)) }),
    ...(!available.has(task.agent.key) && { gone: true }),
    created_at: now,
    message_id: run.message_id,
    answer_id: run.answer_id,
    state: 'blocked',
    wake: 0,
    epoch: 0,
    claims: 0,
    failures: 0,
    yields: 0,
  };
};
