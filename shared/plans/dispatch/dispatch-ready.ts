import { type Clock, systemClock } from '../../core/clock.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { deleteItem, getItems, runKeys, transact, userKeys } from '../../store/index.ts';
import { type PlanTask, readPlanTask } from '../records/items.ts';
import { findOrchestratorConfig } from '../records/orchestrator-config.ts';
import { AGENT_GONE, endingWrite } from './ready.ts';
import { type Fitting, type LimitOf, selectFitting } from './select-fitting.ts';
import { type Candidate, startReady, stillReady } from './start-ready.ts';

/** Tasks started in one transaction: with three writes each, plus lanes and slots, it stays under 100 writes. */
const BATCH_SIZE = 20;
const MAX_LOST_RACES = 40;

/**
 * Starts ready tasks, the oldest first, as far as the user's limit and their agents' lanes allow, until nothing fits.
 * Returns tasks that failed because their agent is gone; the caller has to settle them. `fresh` were made ready by the
 * caller a moment ago and are not read again: if one has changed since, the transaction that starts it is refused.
 */
export const dispatchReady = async (
  user: UserScope,
  clock: Clock = systemClock,
  fresh: Candidate[] = [],
): Promise<Candidate[]> => {
  const failed: Candidate[] = [];
  const limitOf = limits();
  for (let lost = 0, known = fresh; lost < MAX_LOST_RACES; known = []) {
    const outcome = await dispatchBatch(user, { limitOf, known, failed, clock });
    if (outcome === 'nothing fits') break;
    if (outcome === 'moved') {
      lost += 1;
      await pause(fullJitter(Math.min(lost, 5), { base: 4, cap: 100 }));
    }
  }
  return failed;
};

/** The settings of each project are read once for all batches. */
const limits = (): LimitOf => {
  const known = new Map<string, Promise<number>>();
  return (project) => {
    const read = known.get(project.projectId) ?? findOrchestratorConfig(project).then((config) => config.max_parallel);
    known.set(project.projectId, read);
    return read;
  };
};

/**
 * One batch. Anything freed or made ready meanwhile triggers its own dispatch, which finds these tasks started or loses
 * the race with their transaction, so no second look is needed.
 */
const dispatchBatch = async (
  user: UserScope,
  { limitOf, known, failed, clock }: { limitOf: LimitOf; known: Candidate[]; failed: Candidate[]; clock: Clock },
): Promise<'started' | 'moved' | 'nothing fits'> => {
  const likely = known.map(({ project, task }) => ({ project, agent: task.agent_key }));
  const { chosen, lanes, more } = await selectFitting(user, { limitOf, batchSize: BATCH_SIZE, likely });
  if (chosen.length === 0) return 'nothing fits';
  const { candidates, gone, removed, moved } = await classified(chosen, lanes, known);
  // The whole run was removed.
  for (const task of removed) await deleteItem(userKeys.ready(user, task));
  for (const { project, task } of gone) {
    const ended = await failReady(project, task, clock);
    if (ended) failed.push({ project, task: ended });
  }
  if (moved) return 'moved';
  if (candidates.length > 0 && !(await startReady(user, { candidates, lanes, limitOf, clock }))) return 'moved';
  const mayBeMore = (more && candidates.length > 0) || gone.length + removed.length > 0;
  return mayBeMore ? 'started' : 'nothing fits';
};

/** The chosen tasks by their current state: to start, without an agent, removed, or changed meanwhile. */
const classified = async (chosen: Fitting['chosen'], lanes: Fitting['lanes'], known: Candidate[]) => {
  const tasks = new Map(known.map(({ task }) => [task.task_id, { ...task, state: 'ready' as PlanTask['state'] }]));
  const others = chosen.filter(({ task }) => !tasks.has(task));
  for (const item of await getItems(others.map(({ project, run, task }) => runKeys.task(project, run, task)))) {
    tasks.set(String(item.task_id), readPlanTask(item));
  }
  const found = { candidates: [] as Candidate[], gone: [] as Candidate[], removed: [] as string[], moved: false };
  for (const { project, task: id } of chosen) {
    const task = tasks.get(id);
    const lane = task && lanes.get(task.agent_key);
    if (!task) found.removed.push(id);
    else if (task.state !== 'ready') found.moved = true;
    else if (task.gone || !lane) found.gone.push({ project, task });
    // An agent that is being deleted fails its own tasks shortly.
    else if (lane.status !== 'deleting') found.candidates.push({ project, task });
  }
  return found;
};

/** Fails a task whose agent is gone; no lane counts it. */
const failReady = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<PlanTask | undefined> => {
  const now = clock.now();
  const ending = { state: 'failed' as const, error: AGENT_GONE };
  const outcome = await transact([
    endingWrite(project, task, { ending, now, when: stillReady }),
    { remove: userKeys.ready(project.user, task.task_id) },
  ]);
  return outcome.ok ? { ...task, ...ending, ended_at: now, announced: false } : undefined;
};
