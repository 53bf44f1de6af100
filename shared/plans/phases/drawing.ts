import { MAX_FAILURES, type RunError } from '../../bus/index.ts';
import { ModelError } from '../../gateway/index.ts';
import { findMessage, historyUpTo, type Message } from '../../sessions/index.ts';
import { projectKeys, updateItem } from '../../store/index.ts';
import { checkGraph } from '../graph/check.ts';
import type { GraphError, PlannedTask } from '../graph/graph.ts';
import { drawUpPlan } from '../planner/draw-up.ts';
import type { ActiveRun } from '../records/execution.ts';
import { type PlanExecution, type PlanTask, type Round, runGoesOn, runGoesOnValues } from '../records/items.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';
import { inForce, nextNumber, resultExcerpt } from '../records/rounds.ts';
import type { Member } from './team.ts';

/** How many earlier messages of the session a planner reads. */
const HISTORY_MESSAGES = 6;

/** A checked graph, or why there is none. */
export type Drawn = { tasks: PlannedTask[]; usage?: Round['usage'] } | { error: RunError; usage?: Round['usage'] };

/**
 * The state machine repeats the phase while the model is temporarily unavailable, up to the same number of times as an
 * agent's task; after that there is no plan.
 */
export const countModelFailures = async (
  { project }: PlanExecution,
  run: ActiveRun,
  draw: () => Promise<Drawn>,
): Promise<Drawn> => {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const counted = await updateItem(projectKeys.run(project, run.run_id), 'ADD #planning_failures :one', {
      when: runGoesOn,
      values: { ...runGoesOnValues(run), one: 1 },
    });
    if (!counted.ok || Number(counted.item.planning_failures) < MAX_FAILURES) throw error;
    return { error: { error_code: `model_${error.reason}`, detail: error.ownersDetail } };
  }
};

/** The graph that came with the message; otherwise the planner's, which gets earlier results and rejections. */
export const drawUp = async (
  { project }: PlanExecution,
  run: ActiveRun,
  {
    before,
    given,
    team,
    config,
    tasks,
  }: { before: Round | undefined; given: unknown; team: Member[]; config: OrchestratorConfig; tasks: PlanTask[] },
): Promise<Drawn> => {
  if (given !== undefined) {
    const checked = checkGraph(given, { agents: team, maxTasks: config.max_tasks });
    return checked.ok ? { tasks: checked.tasks } : { error: invalid(checked.errors) };
  }
  const message = await findMessage(project, run.session_id, run.message_id);
  if (!message) return { error: { error_code: 'no_valid_plan', detail: 'The message is gone.' } };
  const history = (
    await historyUpTo(project, run.session_id, { upTo: run.message_id, limit: HISTORY_MESSAGES + 1 })
  ).slice(0, -1);
  const current = await inForce(project, run, tasks);
  const kept = current.filter(({ state }) => state === 'completed');
  const drawn = await drawUpPlan({
    project,
    session: run.session_id,
    run: run.run_id,
    round: run.round + 1,
    attempt: before?.attempt ?? 1,
    request: message.content,
    ...(history.length > 0 && { history: history.map(said).join('\n') }),
    agents: team,
    config,
    kept: await Promise.all(
      kept.map(async (task) => ({
        id: task.plan_id,
        number: task.number,
        description: task.description,
        result: await resultExcerpt(task),
      })),
    ),
    failed: current
      .filter(({ state }) => state === 'failed' || state === 'skipped')
      .map((task) => ({
        id: task.plan_id,
        description: task.description,
        agent: task.agent_name,
        error: task.error?.detail ?? '',
        skipped: task.state === 'skipped',
      })),
    rejections: before?.rejections ?? [],
    firstNumber: nextNumber(tasks),
  });
  const usage = drawn.usage && { usage: drawn.usage };
  return drawn.ok ? { tasks: drawn.tasks, ...usage } : { error: drawn.error, ...usage };
};

/** A line of the chat before; with the agent of an answer, because a person who keeps talking to one agent may mean that one. */
const said = ({ role, content, agent_id }: Message): string => {
  const agent = /_([a-z][a-z0-9-]*)_\d+$/.exec(agent_id ?? '')?.[1];
  return `${role}${agent === undefined ? '' : ` (${agent})`}: ${content}`;
};

const invalid = (errors: GraphError[]): RunError => ({
  error_code: 'no_valid_plan',
  detail: `The plan cannot be run. ${errors.map(({ path, message }) => `${path}: ${message}`).join(' ')}`.slice(
    0,
    2_000,
  ),
});
