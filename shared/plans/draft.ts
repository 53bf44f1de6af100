import { findRun, goDirect, MOST_FAILURES, type RunError } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { ModelError } from '../gateway/index.ts';
import { findMessage, historyUpTo, type Message } from '../sessions/index.ts';
import { packText, projectKeys, putItem, runKeys, SCHEMA_VERSION, unpackText, updateItem } from '../store/index.ts';
import { approvalNeed, risksOf } from './approval-need.ts';
import { estimate } from './estimate.ts';
import { type GoingRun, goingRun, Moved } from './execution.ts';
import { checkGraph } from './graph/check.ts';
import type { GraphError, PlannedTask } from './graph/graph.ts';
import {
  findRound,
  goesOn,
  listPlanTasks,
  type PlanExecution,
  type PlanTask,
  type Round,
  runGoesOn,
  type Stage,
  Superseded,
} from './items.ts';
import { findOrchestratorConfig, type OrchestratorConfig } from './orchestrator-config.ts';
import { drawUpPlan } from './planner/draw-up.ts';
import { inForce, nextNumber, shortResult } from './rounds.ts';
import { isDrawnUp, stageOf } from './stage.ts';
import { findTeam, type Member } from './team.ts';

/** Messages before the wish that a planner reads. */
const HISTORY = 6;

type Drawn = { tasks: PlannedTask[]; usage?: Round['usage'] } | { error: RunError; usage?: Round['usage'] };

/**
 * Draws up the next round, once: whatever a repeated call would bring, the draft that is recorded counts. A first round of
 * one task is no plan: the run becomes that agent's direct one.
 */
export const draftPlan = async (execution: PlanExecution, clock: Clock = systemClock): Promise<{ stage: Stage }> => {
  const { project } = execution;
  const run = await goingRun(execution);
  const number = run.round + 1;
  const before = await findRound(project, run.run_id, number);
  if (isDrawnUp(before)) return { stage: stageOf(before) };
  const [team, config, tasks] = await Promise.all([
    findTeam(project),
    findOrchestratorConfig(project),
    number > 1 ? listPlanTasks(project, run.run_id) : [],
  ]);
  const drawn = await patiently(execution, run, () => drawUp(execution, run, before, team, config, tasks));
  const [only, another] = 'tasks' in drawn ? drawn.tasks : [];
  if (number === 1 && only && !another && !run.plan) {
    const gone = await goDirect(project, run, only.agent, { when: runGoesOn, values: goesOn(run) }, clock);
    if (gone === 'done') return { stage: 'done' };
    if (gone === 'moved')
      throw (await findRun(project, run.run_id))?.mode === 'direct' ? new Superseded() : new Moved();
  }
  await record(execution, run, before, drawn, team, config);
  const recorded = await findRound(project, run.run_id, number);
  if (!isDrawnUp(recorded)) throw new Moved();
  return { stage: stageOf(recorded) };
};

/**
 * A model that is out of order for the moment is asked again by the state machine, as often as an agent's task would be; then
 * there is no plan.
 */
const patiently = async ({ project }: PlanExecution, run: GoingRun, draw: () => Promise<Drawn>): Promise<Drawn> => {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const counted = await updateItem(projectKeys.run(project, run.run_id), 'ADD #planning_failures :one', {
      when: runGoesOn,
      values: { ...goesOn(run), one: 1 },
    });
    if (!counted.ok || Number(counted.item.planning_failures) < MOST_FAILURES) throw error;
    return { error: { error_code: `model_${error.reason}`, detail: error.detail } };
  }
};

const drawUp = async (
  { project }: PlanExecution,
  run: GoingRun,
  before: Round | undefined,
  team: Member[],
  config: OrchestratorConfig,
  tasks: PlanTask[],
): Promise<Drawn> => {
  if (run.plan && run.round === 0 && !before) {
    const given = checkGraph(JSON.parse(await unpackText(run.plan)), { agents: team, maxTasks: config.max_tasks });
    return given.ok ? { tasks: given.tasks } : { error: invalid(given.errors) };
  }
  const message = await findMessage(project, run.session_id, run.message_id);
  if (!message) return { error: { error_code: 'no_valid_plan', detail: 'The message is gone.' } };
  const history = (await historyUpTo(project, run.session_id, run.message_id, HISTORY + 1)).slice(0, -1);
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
        result: await shortResult(task),
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

/** A line of the chat before; of an answer, whose it was: a person who goes on talking to one agent may mean that one. */
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

const firstDraft = 'attribute_not_exists(#pk)';
const nextDraft =
  '#state = :drafted and #attempt = :attempt and attribute_not_exists(#estimate) and attribute_not_exists(#error)';

const record = async (
  { project, session, run: id }: PlanExecution,
  run: GoingRun,
  before: Round | undefined,
  drawn: Drawn,
  team: Member[],
  config: OrchestratorConfig,
): Promise<void> => {
  const round = run.round + 1;
  const attempt = before?.attempt ?? 1;
  const key = runKeys.round(project, id, round);
  const outcome =
    'error' in drawn
      ? { error: drawn.error }
      : await draftItems(project, `${id}.round-${round}-${attempt}`, drawn.tasks, team, config);
  const attributes: Record<string, unknown> = { ...outcome, ...(drawn.usage && { usage: drawn.usage }) };
  if (!before) {
    const item = {
      ...key,
      v: SCHEMA_VERSION,
      kind: 'round',
      user_id: project.userId,
      project_id: project.projectId,
      session_id: session,
      run_id: id,
      round,
      state: 'drafted',
      attempt,
      ...attributes,
    };
    await putItem(item, { when: firstDraft });
    return;
  }
  const names = Object.keys(attributes);
  await updateItem(
    key,
    `SET ${names.map((name) => `#${name} = :to_${name}`).join(', ')} REMOVE #verdict, #approval, #tokens, #due_at, #due_shard`,
    {
      when: nextDraft,
      values: {
        drafted: 'drafted',
        attempt,
        ...Object.fromEntries(names.map((name) => [`to_${name}`, attributes[name]])),
      },
    },
  );
};

const draftItems = async (
  project: PlanExecution['project'],
  id: string,
  tasks: PlannedTask[],
  team: Member[],
  config: OrchestratorConfig,
): Promise<Record<string, unknown>> => {
  const text = await packText(project, id, JSON.stringify(tasks));
  const estimated = await estimate(project, tasks, config);
  const need = approvalNeed(config, estimated, tasks, risksOf(team));
  return { ...text, estimate: estimated, ...(need.needed && { asks: { risk: need.risk, reasons: need.reasons } }) };
};
