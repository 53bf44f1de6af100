import { beginCancel, cancelPlan, findRun, type Run } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { INTERNAL_ERROR } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { required } from '../../platform/configuration.ts';
import { sendTaskFailure, startExecution, stopExecution } from '../../platform/step-functions.ts';
import { due, projectKeys, updateItem } from '../../store/index.ts';
import { listRounds } from '../records/items.ts';
import { MAX_GENERATIONS, WATCH_INTERVAL } from '../records/timing.ts';
import { executionArn, executionName } from './machine.ts';

/**
 * Resumes a due plan run: starts its execution, or the next one where it died or vanished; completes a cancellation; stops
 * leftover executions. Called on hints and by the sweeper; repeatable.
 */
export const redrivePlan = async (
  project: ProjectScope,
  id: string,
  { clock = systemClock, generation }: { clock?: Clock; generation?: number | undefined } = {},
): Promise<void> => {
  const run = await findRun(project, id);
  // Removed with its session: only its executions are left.
  if (!run && generation !== undefined) return stopExecutions(id, generation);
  if (run?.mode !== 'orchestrated') return;
  if (run.state === 'running') await watch(project, { run, generation: run.generation ?? 1, clock });
  else if (run.state === 'cancelling') {
    await cancelPlan(project, id, clock);
    await cleanUp(project, id);
  } else if (run.cleanup) await cleanUp(project, id);
};

const watch = async (
  project: ProjectScope,
  { run, generation, clock }: { run: Run; generation: number; clock: Clock },
): Promise<void> => {
  const input = {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: run.session_id,
    run_id: run.run_id,
    generation,
    ...(run.request_id !== undefined && { request_id: run.request_id }),
  };
  const state = await startExecution(required('planMachine'), executionName(run.run_id, generation), input);
  if (state !== 'closed') return lookAgain(project, run, clock.now() + WATCH_INTERVAL);
  if (generation >= MAX_GENERATIONS) return giveUp(project, run, clock);
  log.warn('plan execution ended early', {
    run_id: run.run_id,
    generation,
  });
  const key = projectKeys.run(project, run.run_id);
  const outcome = await updateItem(key, 'SET #generation = :next, #due_at = :due_at, #due_shard = :due_shard', {
    when: thisGeneration,
    values: { running: 'running', generation, next: generation + 1, ...due(key, clock.now()) },
  });
  if (outcome.ok) await redrivePlan(project, run.run_id, { clock });
};

const thisGeneration = '#state = :running and #generation = :generation';

const planRuns = '#state = :running and #mode = :orchestrated';

const lookAgain = async (project: ProjectScope, run: Run, at: number): Promise<void> => {
  const key = projectKeys.run(project, run.run_id);
  await updateItem(key, 'SET #due_at = :due_at, #due_shard = :due_shard', {
    when: planRuns,
    values: { running: 'running', orchestrated: 'orchestrated', ...due(key, at) },
  });
};

/** Every execution ended without finishing the plan: it fails, and its remaining tasks are cancelled. */
const giveUp = async (project: ProjectScope, run: Run, clock: Clock): Promise<void> => {
  log.error('plan given up', { run_id: run.run_id, generation: run.generation });
  const error = INTERNAL_ERROR;
  if (await beginCancel(project, run, { now: clock.now(), ending: { ends_as: 'failed', error } })) {
    await redrivePlan(project, run.run_id, { clock });
  }
};

const stopExecutions = async (id: string, generations: number): Promise<void> => {
  for (let generation = 1; generation <= generations; generation += 1) {
    await stopExecution(executionArn(id, generation), 'The run has ended.');
  }
};

const stillToCleanUp = 'attribute_exists(#cleanup)';

/** Stops executions that still wait for a run that has ended. */
const cleanUp = async (project: ProjectScope, id: string): Promise<void> => {
  const run = await findRun(project, id);
  if (!run?.cleanup) return;
  const tokens = (await listRounds(project, id)).flatMap((round) => [...(round.tokens ?? [])]);
  await Promise.all(tokens.map((token) => sendTaskFailure(token, 'Superseded', 'The run has ended.')));
  await stopExecutions(id, run.generation ?? 1);
  await updateItem(projectKeys.run(project, id), 'REMOVE #cleanup, #due_at, #due_shard', {
    when: stillToCleanUp,
    values: {},
  });
};
